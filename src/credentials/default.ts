import { CredentialsError } from "../errors.js";
import { fromChain } from "./chain.js";
import { fromEnvironment } from "./environment.js";
import { fromMetadata } from "./metadata.js";
import { fromProfile } from "./profile.js";
import type { CredentialsProvider } from "./types.js";

/** What a client without `credentials` uses: the environment, the profile file, then the metadata service. */
export function defaultCredentials(): CredentialsProvider {
  // The browser build drops this line, as there is no process.
  if (typeof process !== "undefined") return fromChain(fromEnvironment(), fromProfile(), fromMetadata());
  return () => {
    throw new CredentialsError(
      "No credentials: this runtime has no default source, so pass credentials to the client.",
    );
  };
}
