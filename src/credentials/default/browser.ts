import { ConfigurationError } from "../../errors.js";
import type { CredentialsProvider } from "../types.js";

/** A page has no environment, no files, and nothing to ask at the metadata service's address. */
export const defaultCredentials = (): CredentialsProvider => () => {
  throw new ConfigurationError("No credentials: in a browser, pass credentials to the client.");
};
