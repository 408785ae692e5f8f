import { ConfigurationError } from "../errors.js";
import type { Credentials, CredentialsContext, CredentialsSource, IamToken } from "./types.js";

/** There are no credentials in a place where there may be some: a chain looks on. */
export class CredentialsNotFound extends ConfigurationError {
  override readonly name = "ConfigurationError";
}

/**
 * Resolves a source to usable credentials.
 *
 * @throws {ConfigurationError} when the source fails, or what it gives cannot be used
 */
export async function resolveCredentials(
  source: CredentialsSource,
  context: CredentialsContext,
): Promise<Credentials | IamToken> {
  if (typeof source !== "function") return checkCredentials(source, "the credentials option");
  let given: Credentials | IamToken;
  try {
    given = await source(context);
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw cause;
    throw new ConfigurationError(`${nameOf(source)} failed; its error is the cause.`, { cause });
  }
  return checkCredentials(given, nameOf(source));
}

/** How an error speaks of a source of credentials. */
export const nameOf = (source: CredentialsSource): string =>
  typeof source === "function"
    ? `the credentials function${source.name && source.name !== "credentials" ? ` ${source.name}` : ""}`
    : "the credentials option";

/** A key with a line break or a space in it is a copying mistake that would only show as a 401. */
export function checkCredentials<Given extends Credentials | IamToken>(given: Given, origin: string): Given {
  if (given === null || typeof given !== "object") {
    throw new ConfigurationError(
      `No credentials came from ${origin}: it has to give { ak, sk }, or { token }.`,
    );
  }
  const values = readValues(given, origin);
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== "string" || value === "") {
      throw new ConfigurationError(
        `${name} from ${origin} is empty or not a string: give a non-empty string.`,
      );
    }
    if (!/^[\x21-\x7e]+$/.test(value)) {
      throw new ConfigurationError(
        `${name} from ${origin} holds a space, a line break or another character that no key has: copy it again.`,
      );
    }
  }
  return values as unknown as Given;
}

/** Read once: a getter could give another value the next time, or throw. */
function readValues(given: Credentials | IamToken, origin: string): Record<string, unknown> {
  try {
    if ("token" in given) return { token: given.token };
    const { ak, sk, securityToken } = given;
    return { ak, sk, ...(securityToken !== undefined && { securityToken }) };
  } catch (cause) {
    throw new ConfigurationError(`The credentials from ${origin} cannot be read: give a plain object.`, {
      cause,
    });
  }
}
