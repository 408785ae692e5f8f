import { CredentialsNotFound, named, resolveCredentials } from "./check.js";
import { withoutContext, type CredentialsContext, type CredentialsProvider } from "./types.js";
import type { Credentials, IamToken } from "./types.js";

/**
 * The credentials of the first source that has any. Sources without credentials are skipped; a broken one
 * (half a key, an unreadable file) ends the search, so no other key is used by accident.
 *
 * @returns a provider, which rejects with a `CredentialsError` that says why each source had none
 */
export function fromChain(
  ...providers: CredentialsProvider[]
): (context?: CredentialsContext) => Promise<Credentials | IamToken> {
  return named("fromChain()", async (context = withoutContext) => {
    const missing: CredentialsNotFound[] = [];
    for (const provider of providers) {
      try {
        return await resolveCredentials(provider, context);
      } catch (error) {
        if (!(error instanceof CredentialsNotFound)) throw error;
        missing.push(error);
      }
    }
    const reasons = missing.map(({ message }) => message).join(" ");
    throw new CredentialsNotFound(
      `No credentials: pass credentials: { ak, sk }, or provide them in one of these places. ${reasons}`,
      { cause: missing.at(-1) },
    );
  });
}
