import { CredentialsNotFound, resolveCredentials } from "./check.js";
import type { Credentials, CredentialsContext, CredentialsProvider, IamToken } from "./types.js";

/**
 * The first of several sources that has credentials. One that has none is passed over; one that is
 * broken (half a key, an unreadable file) ends the search, so that no other key is used unnoticed.
 *
 * @returns a provider, which throws `ConfigurationError` saying of each source why it had none
 */
export function fromChain(
  ...providers: CredentialsProvider[]
): (context?: CredentialsContext) => Promise<Credentials | IamToken> {
  return async function fromChain(context) {
    const missing: CredentialsNotFound[] = [];
    for (const provider of providers) {
      try {
        return await resolveCredentials(provider, context as CredentialsContext);
      } catch (error) {
        if (!(error instanceof CredentialsNotFound)) throw error;
        missing.push(error);
      }
    }
    throw new CredentialsNotFound(
      `No credentials: pass credentials: { ak, sk }, or provide them in one of these places. ${missing
        .map(({ message }) => message)
        .join(" ")}`,
      { cause: missing.at(-1) },
    );
  };
}
