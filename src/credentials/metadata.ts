import { environment, transport } from "#runtime";
import { ConfigurationError, CredentialsError } from "../errors.js";
import { Deadline } from "../exchange/deadline.js";
import type { WireResponse } from "../runtime/types.js";
import { checkCredentials, CredentialsNotFound, named } from "./check.js";
import { share } from "./shared.js";
import { withoutContext, type Credentials, type CredentialsContext } from "./types.js";

/** Timeout of each request, as in the vendor's SDKs; the service is on the same machine. */
const timeoutMs = 3_000;

/** The vendor's SDKs renew a temporary key when it has less than this left. */
const renewBeforeMs = 40 * 60 * 1000;

/** How long a call waits for a renewal while the current key is still valid. */
const graceMs = 500;

/** Pause after a failed renewal while the key is still valid: doubles up to the longest. */
const firstPauseMs = 60 * 1000;
const longestPauseMs = 10 * 60 * 1000;

const tokenTtlSeconds = 21_600;

/** If the service does not support tokens, how long until one is requested again. */
const withoutTokenMs = 24 * 60 * 60 * 1000;

const maxBytes = 64 * 1024;

export interface MetadataOptions {
  /** Base URL of the service. @default `HUAWEICLOUD_SDK_METADATA_ENDPOINT`, then "http://169.254.169.254" */
  endpoint?: string | undefined;
}

interface Cached {
  credentials: Credentials;
  expiresAt: number;
}

/**
 * Temporary credentials of this ECS machine's agency, from its metadata service. Renewed when less than 40
 * minutes are left. Calls share a renewal, and do not wait for a slow one while the key is still valid.
 *
 * `HUAWEICLOUD_SDK_METADATA_ENDPOINT=off` turns it off.
 *
 * @returns a provider, which rejects with a `CredentialsError` if the service returns no key within 3 seconds
 * @throws {ConfigurationError} if the endpoint is not the URL of a host
 */
export function fromMetadata(
  options?: MetadataOptions,
): (context?: CredentialsContext) => Promise<Credentials> {
  const endpoint = options?.endpoint;
  if (endpoint !== undefined) checkEndpoint(endpoint);
  const service = createService(
    () => endpoint || environment()["HUAWEICLOUD_SDK_METADATA_ENDPOINT"] || "http://169.254.169.254",
  );
  let cached: Cached | undefined;
  let renewing = false;
  let failures = 0;
  let pausedUntil = 0;
  const renew = share(
    async (deadline) => (cached = readCredential(await service.readKey(deadline))),
    2 * timeoutMs,
  );

  /** While the key is still valid, only one call at a time waits for a renewal, and only briefly. */
  async function tryToRenew(valid: Cached, context: CredentialsContext): Promise<Cached> {
    if (renewing || Date.now() < pausedUntil) return valid;
    renewing = true;
    const grace = new Deadline(graceMs, context.signal);
    try {
      const renewed = await renew(grace);
      failures = 0;
      return renewed;
    } catch {
      pausedUntil = Date.now() + Math.min(longestPauseMs, firstPauseMs * 2 ** failures++);
      return valid;
    } finally {
      grace.release();
      renewing = false;
    }
  }

  return named("fromMetadata()", async (context = withoutContext) => {
    if (service.isOff()) throw new CredentialsNotFound("The metadata service is turned off.");
    const leftMs = cached ? cached.expiresAt - Date.now() : 0;
    if (cached && leftMs > renewBeforeMs) return cached.credentials;
    if (cached && leftMs > 0) return (await tryToRenew(cached, context)).credentials;
    return (await renew(context)).credentials;
  });
}

/** The service's two requests: for a token, and with it for a key. */
function createService(baseUrl: () => string) {
  let token: { value: string; expiresAt: number } | undefined;
  let noTokenUntil = 0;

  async function readToken(deadline: Deadline): Promise<string | undefined> {
    if (token && token.expiresAt > Date.now()) return token.value;
    if (noTokenUntil > Date.now()) return undefined;
    const headers = { "X-Metadata-Token-Ttl-Seconds": String(tokenTtlSeconds) };
    const { status, body } = await ask(
      "PUT",
      checkEndpoint(baseUrl()),
      "/meta-data/latest/api/token",
      headers,
      deadline,
    );
    if ([404, 405, 503].includes(status)) {
      noTokenUntil = Date.now() + withoutTokenMs;
      return undefined;
    }
    const value = text(body).trim();
    if (status !== 200 || !/^[\x21-\x7e]+$/.test(value)) {
      throw new CredentialsError(`The metadata service responded with ${status} and no token.`);
    }
    token = { value, expiresAt: Date.now() + (tokenTtlSeconds - 60) * 1000 };
    return value;
  }

  async function askForKey(deadline: Deadline): Promise<WireResponse> {
    const value = await readToken(deadline);
    const headers: Record<string, string> = value ? { "X-Metadata-Token": value } : {};
    return ask("GET", checkEndpoint(baseUrl()), "/openstack/latest/securitykey", headers, deadline);
  }

  return {
    isOff: () => baseUrl() === "off",
    async readKey(deadline: Deadline): Promise<WireResponse> {
      let response = await askForKey(deadline);
      const noAgency = text(response.body).includes("Please configure Cloud Service Agency first");
      if (response.status === 401 && !noAgency && (token || noTokenUntil > Date.now())) {
        token = undefined;
        noTokenUntil = 0;
        response = await askForKey(deadline);
      }
      if (response.status === 404 || response.status === 401) {
        throw new CredentialsNotFound(
          `The metadata service has no credentials (status ${response.status}): assign an agency to the machine.`,
        );
      }
      return response;
    },
  };
}

async function ask(
  method: string,
  base: string,
  path: string,
  headers: Record<string, string>,
  caller: Deadline,
): Promise<WireResponse> {
  const deadline = new Deadline(timeoutMs, caller.signal);
  try {
    const onEnd = (callback: () => void) => deadline.onEnd(callback);
    const request = { method, url: `${base}${path}`, headers, body: undefined };
    return await deadline.race(transport(request, { onEnd, maxBytes, onSent: () => {} }));
  } catch (cause) {
    const why = deadline.ending ? `timed out after ${timeoutMs} ms` : "could not be reached";
    throw new CredentialsNotFound(`The metadata service at ${new URL(base).host} ${why}.`, { cause });
  } finally {
    deadline.release();
  }
}

/** Plain http is normal here: the service is on the same machine. */
function checkEndpoint(endpoint: string): string {
  let url: URL | undefined;
  try {
    url = new URL(endpoint);
  } catch {
    // Reported below.
  }
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.username ||
    url.password ||
    url.pathname !== "/" ||
    /[?#]/.test(url.href)
  ) {
    throw new ConfigurationError(
      'The metadata endpoint must be the URL of a host, such as "http://169.254.169.254".',
    );
  }
  return url.origin;
}

function readCredential({ status, body }: WireResponse): Cached {
  let credential: Record<string, unknown> | undefined;
  try {
    credential = JSON.parse(text(body)).credential;
  } catch {
    // Reported below, without the body, which may contain a key.
  }
  const { access, secret, securitytoken, expires_at } = credential ?? {};
  const expiresAt = Date.parse(String(expires_at));
  const strings = [access, secret, securitytoken].every((value) => typeof value === "string" && value !== "");
  if (status !== 200 || !strings || Number.isNaN(expiresAt)) {
    throw new CredentialsError(
      `The metadata service responded with ${status}, but not with access, secret, securitytoken and expires_at.`,
    );
  }
  const given = { ak: access as string, sk: secret as string, securityToken: securitytoken as string };
  // Checked before it is cached: what cannot be used is asked for again.
  return { credentials: checkCredentials(given, "fromMetadata()"), expiresAt };
}

const text = (body: Uint8Array): string => new TextDecoder().decode(body);
