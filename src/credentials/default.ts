import { CredentialsError } from "../errors.js";
import { fromChain } from "./chain.js";
import { fromEnvironment } from "./environment.js";
import { fromMetadata } from "./metadata.js";
import { fromProfile } from "./profile.js";
import type { CredentialsProvider } from "./types.js";

/** What a client without `credentials` uses: the environment, the profile file, the metadata service. */
export function defaultCredentials(): CredentialsProvider {
  // The build for browsers knows that there is none, and leaves the search out.
  if (typeof process !== "undefined") return fromChain(fromEnvironment(), fromProfile(), fromMetadata());
  return () => {
    throw new CredentialsError("No credentials: where there is no process, pass credentials to the client.");
  };
}
