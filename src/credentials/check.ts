import { CredentialsError } from "../errors.js";
import { textAt } from "../foreign.js";
import type {
  Credentials,
  CredentialsContext,
  CredentialsProvider,
  CredentialsSource,
  IamToken,
} from "./types.js";

/** A source has no credentials: a chain tries the next one. */
export class CredentialsNotFound extends CredentialsError {
  override readonly name = "CredentialsError";
}

/** Sets the name of a provider in errors, since bundlers rename functions. */
export function named<Provider extends CredentialsProvider>(name: string, provider: Provider): Provider {
  return Object.defineProperty(provider, "name", { value: name });
}

/**
 * Resolves a source to usable credentials.
 *
 * @throws {CredentialsError} if the source fails or returns something unusable
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

/** The name of a credentials source in errors. */
export function nameOf(source: CredentialsSource): string {
  if (typeof source !== "function") return "the credentials option";
  const name = (textAt(source, "name") ?? "").slice(0, 100);
  if (name.endsWith("()")) return name;
  return `the credentials function${name && name !== "credentials" ? ` ${name}` : ""}`;
}

/**
 * A key with a space or line break was copied wrongly, and would only show up as a 401.
 *
 * @throws {CredentialsError} if it is not an access key or token of printable characters
 */
export function checkCredentials<Given extends Credentials | IamToken>(given: Given, origin: string): Given {
  if (given === null || typeof given !== "object") {
    throw new CredentialsError(`${origin} provided no credentials: use { ak, sk } or { token }.`);
  }
  const values = readValues(given, origin);
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== "string" || value === "") {
      throw new CredentialsError(`${name} from ${origin} must be a non-empty string.`);
    }
    if (!/^[\x21-\x7e]+$/.test(value)) {
      throw new CredentialsError(
        `${name} from ${origin} has a space, line break or other character that keys never contain: copy it again.`,
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
