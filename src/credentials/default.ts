import { hasProcess } from "#runtime";
import { CredentialsError } from "../errors.js";
import { fromChain } from "./chain.js";
import { fromEnvironment } from "./environment.js";
import { fromMetadata } from "./metadata.js";
import { fromProfile } from "./profile.js";
import type { CredentialsProvider } from "./types.js";

/** What a client without `credentials` uses: the environment, the profile file, the metadata service. */
export const defaultCredentials: () => CredentialsProvider = hasProcess
  ? () => fromChain(fromEnvironment(), fromProfile(), fromMetadata())
  : () => () => {
      throw new CredentialsError("No credentials: in a browser, pass credentials to the client.");
    };
