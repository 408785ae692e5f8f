import { CredentialsError } from "../errors.js";
import type {
  Credentials,
  CredentialsContext,
  CredentialsProvider,
  CredentialsSource,
  IamToken,
} from "./types.js";

/** There are no credentials where there could be some: a chain goes on to the next source. */
export class CredentialsNotFound extends CredentialsError {
  override readonly name = "CredentialsError";
}

/** Gives a provider the name that errors call it by; that of a function changes when code is bundled. */
export function named<Provider extends CredentialsProvider>(name: string, provider: Provider): Provider {
  return Object.defineProperty(provider, "name", { value: name });
}

/**
 * Resolves a source to usable credentials.
 *
 * @throws {CredentialsError} when the source fails, or what it returns cannot be used
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
    if (cause instanceof CredentialsError) throw cause;
    throw new CredentialsError(`${nameOf(source)} failed; its error is the cause.`, { cause });
  }
  return checkCredentials(given, nameOf(source));
}

/** How an error speaks of a source of credentials. */
export function nameOf(source: CredentialsSource): string {
  if (typeof source !== "function") return "the credentials option";
  const { name } = source;
  if (name.endsWith("()")) return name;
  return `the credentials function${name && name !== "credentials" ? ` ${name}` : ""}`;
}

/**
 * A key with a line break or a space in it is a copying mistake that would only show as a 401.
 *
 * @throws {CredentialsError} for anything but an access key or a token of printable characters
 */
export function checkCredentials<Given extends Credentials | IamToken>(given: Given, origin: string): Given {
  if (given === null || typeof given !== "object") {
    throw new CredentialsError(`${origin} gave no credentials: return { ak, sk } or { token }.`);
  }
  const values = readValues(given, origin);
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== "string" || value === "") {
      throw new CredentialsError(`${name} from ${origin} must be a non-empty string.`);
    }
    if (!/^[\x21-\x7e]+$/.test(value)) {
      throw new CredentialsError(
        `${name} from ${origin} has a space, a line break or another character that no key has: copy it again.`,
      );
    }
  }
  return values as unknown as Given;
}

/** Read once: a getter could return something else the next time, or throw. */
function readValues(given: Credentials | IamToken, origin: string): Record<string, unknown> {
  try {
    if ("token" in given) return { token: given.token };
    const { ak, sk, securityToken } = given;
    return { ak, sk, ...(securityToken !== undefined && { securityToken }) };
  } catch (cause) {
    throw new CredentialsError(`The credentials from ${origin} cannot be read: use a plain object.`, {
      cause,
    });
  }
}
