import { ConfigurationError } from "./errors.js";

/** An access key. */
export interface Credentials {
  /** Access key id (AK). */
  ak: string;
  /** Secret access key (SK). Never sent and never printed. */
  sk: string;
  /** Goes with a temporary AK and SK; sent, and signed, as `X-Security-Token`. */
  securityToken?: string | undefined;
}

/** Credentials, or a function that is asked for them before each request. */
export type CredentialsSource = Credentials | (() => Credentials | Promise<Credentials>);

/** The names under which the environment can hold an access key: the SDKs', then the source page's samples'. */
const environmentPairs = [
  ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK"],
  ["CLOUD_SDK_AK", "CLOUD_SDK_SK"],
] as const;

export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's environment; empty where there is none, as in a browser. */
export const processEnvironment = (): Environment =>
  (globalThis as { process?: { env?: Environment } }).process?.env ?? {};

/**
 * Resolves a source to usable credentials; without one, reads the environment.
 *
 * @throws {ConfigurationError} when there are none, or they cannot be used
 */
export async function resolveCredentials(
  source: CredentialsSource | undefined,
  environment: Environment = processEnvironment(),
): Promise<Credentials> {
  if (source === undefined)
    return checkCredentials(credentialsFromEnvironment(environment), "the environment");
  if (typeof source !== "function") return checkCredentials(source, "the credentials option");
  let given: Credentials;
  try {
    given = await source();
  } catch (cause) {
    throw new ConfigurationError("The credentials function failed; its error is the cause.", { cause });
  }
  return checkCredentials(given, "the credentials function");
}

function credentialsFromEnvironment(environment: Environment): Credentials {
  for (const [akName, skName] of environmentPairs) {
    const [ak, sk] = [environment[akName], environment[skName]];
    if (ak && sk) {
      const securityToken = environment["HUAWEICLOUD_SDK_SECURITY_TOKEN"];
      return { ak, sk, ...(securityToken && { securityToken }) };
    }
    if (ak || sk) {
      throw new ConfigurationError(
        `${ak ? skName : akName} is not set, but ${ak ? akName : skName} is: set both.`,
      );
    }
  }
  throw new ConfigurationError(
    "No credentials: pass credentials: { ak, sk }, or set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK " +
      "(CLOUD_SDK_AK and CLOUD_SDK_SK are read too).",
  );
}

/** A key with a line break or a space in it is a copying mistake that would only show as a 401. */
export function checkCredentials(given: Credentials, origin: string): Credentials {
  if (given === null || typeof given !== "object") {
    throw new ConfigurationError(`No credentials came from ${origin}: it has to give { ak, sk }.`);
  }
  const { ak, sk, securityToken } = given;
  const values = { ak, sk, ...(securityToken !== undefined && { securityToken }) };
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
  return values;
}
