import { environment as processEnvironment, transport } from "#runtime";
import { Deadline } from "../exchange/deadline.js";
import { ConfigurationError } from "../errors.js";
import type { WireResponse as Answer } from "../runtime/types.js";
import { CredentialsNotFound } from "./check.js";
import type { Credentials } from "./types.js";

/** How long the metadata service may take, for each of its two answers; it is on the same machine. */
const timeoutMs = 3_000;

/** The vendor's SDKs renew a temporary key when it has less than this left. */
const renewBeforeMs = 40 * 60 * 1000;

const tokenTtlSeconds = 21_600;

/** After a service that knows no tokens, this long without asking for one again. */
const withoutTokenMs = 24 * 60 * 60 * 1000;

export interface MetadataOptions {
  /** @default `HUAWEICLOUD_SDK_METADATA_ENDPOINT`, then "http://169.254.169.254" */
  endpoint?: string;
}

interface Cached {
  credentials: Credentials;
  expiresAt: number;
}

/**
 * Temporary credentials of the agency that the ECS machine runs under, from its metadata service.
 * Renewed 40 minutes before they expire; calls that wait for the same renewal share it. When a
 * renewal fails, those that have not expired are used on.
 *
 * `HUAWEICLOUD_SDK_METADATA_ENDPOINT=off` turns it off.
 *
 * @returns a provider, which throws `ConfigurationError` when the service gives none within 3 seconds
 */
export function fromMetadata({ endpoint }: MetadataOptions = {}): () => Promise<Credentials> {
  let cached: Cached | undefined;
  let renewal: Promise<Cached> | undefined;
  let token: { value: string; expiresAt: number } | undefined;
  let noTokenUntil = 0;

  const baseUrl = () =>
    endpoint ?? processEnvironment()["HUAWEICLOUD_SDK_METADATA_ENDPOINT"] ?? "http://169.254.169.254";

  async function readToken(): Promise<string | undefined> {
    if (token && token.expiresAt > Date.now()) return token.value;
    if (noTokenUntil > Date.now()) return undefined;
    const { status, body } = await ask("PUT", `${baseUrl()}/meta-data/latest/api/token`, {
      "X-Metadata-Token-Ttl-Seconds": String(tokenTtlSeconds),
    });
    if ([404, 405, 503].includes(status)) {
      noTokenUntil = Date.now() + withoutTokenMs;
      return undefined;
    }
    const value = text(body).trim();
    if (status !== 200 || !/^[\x21-\x7e]+$/.test(value)) {
      throw new ConfigurationError(`The metadata service answered ${status} without a token.`);
    }
    token = { value, expiresAt: Date.now() + (tokenTtlSeconds - 60) * 1000 };
    return value;
  }

  async function readKey(): Promise<Answer> {
    const value = await readToken();
    return ask(
      "GET",
      `${baseUrl()}/openstack/latest/securitykey`,
      value ? { "X-Metadata-Token": value } : {},
    );
  }

  async function renew(): Promise<Cached> {
    let answer = await readKey();
    if (
      answer.status === 401 &&
      token &&
      !text(answer.body).includes("Please configure Cloud Service Agency first")
    ) {
      token = undefined;
      answer = await readKey();
    }
    if (answer.status === 404 || answer.status === 401) {
      throw new CredentialsNotFound(
        `The metadata service has no credentials (status ${answer.status}): give the machine an agency.`,
      );
    }
    return (cached = readCredential(answer));
  }

  return async function fromMetadata() {
    if (baseUrl() === "off") throw new CredentialsNotFound("The metadata service is turned off.");
    if (cached && cached.expiresAt - Date.now() > renewBeforeMs) return cached.credentials;
    renewal ??= renew().finally(() => (renewal = undefined));
    try {
      return (await renewal).credentials;
    } catch (error) {
      if (cached && cached.expiresAt > Date.now()) return cached.credentials;
      throw error;
    }
  };
}

async function ask(method: string, url: string, headers: Record<string, string>): Promise<Answer> {
  const deadline = new Deadline(timeoutMs);
  try {
    const options = {
      onEnd: (callback: () => void) => deadline.onEnd(callback),
      maxBytes: 64 * 1024,
      onSent: () => {},
    };
    return await deadline.race(transport({ method, url, headers, body: undefined }, options));
  } catch (cause) {
    const why = deadline.ending ? `did not answer within ${timeoutMs} ms` : "could not be reached";
    throw new CredentialsNotFound(`The metadata service at ${new URL(url).host} ${why}.`, { cause });
  } finally {
    deadline.release();
  }
}

function readCredential({ status, body }: Answer): Cached {
  let credential: Record<string, unknown> | undefined;
  try {
    credential = JSON.parse(text(body)).credential;
  } catch {
    // Said below, without the body: it may hold a key.
  }
  const { access, secret, securitytoken, expires_at } = credential ?? {};
  const expiresAt = Date.parse(String(expires_at));
  const strings = [access, secret, securitytoken].every((value) => typeof value === "string" && value !== "");
  if (status !== 200 || !strings || Number.isNaN(expiresAt)) {
    throw new ConfigurationError(
      `The metadata service answered ${status} without access, secret, securitytoken and expires_at.`,
    );
  }
  return {
    credentials: { ak: access as string, sk: secret as string, securityToken: securitytoken as string },
    expiresAt,
  };
}

const text = (body: Uint8Array): string => new TextDecoder().decode(body);
