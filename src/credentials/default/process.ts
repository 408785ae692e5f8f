import { fromChain } from "../chain.js";
import { fromEnvironment } from "../environment.js";
import { fromMetadata } from "../metadata.js";
import { fromProfile } from "../profile.js";
import type { CredentialsProvider } from "../types.js";

/** What a client without `credentials` uses: the environment, the profile file, the metadata service. */
export const defaultCredentials = (): CredentialsProvider =>
  fromChain(fromEnvironment(), fromProfile(), fromMetadata());
