import { hmacSha256Hex, sha256Hex } from "#crypto";
import { defaultCredentials } from "#default-credentials";
import type { Middleware } from "openapi-fetch";
import { checkCredentials, resolveCredentials } from "../credentials/check.js";
import type { Credentials, CredentialsSource, IamToken } from "../credentials/types.js";
import { requireSecure } from "../request/endpoint.js";
import { ConfigurationError, InvalidRequestError } from "../errors.js";
import {
  authorization,
  canonicalQuery,
  canonicalRequest,
  emptyPayloadHash,
  encodedPath,
  printableAscii,
  sdkDate,
  sortHeaders,
  stringToSign,
  type Header,
} from "./canonical.js";

/** FunctionGraph's "Authentication" page: AK/SK signing is for bodies of up to 12 MB. */
export const maxSignedBodyBytes = 12 * 1024 * 1024;

export interface SignOptions {
  /** When the request is signed; the gateway allows 15 minutes to either side. @default now */
  date?: Date | undefined;
  /** Sent and signed as `X-Project-Id`. @default a header of that name on the request, if any */
  projectId?: string | undefined;
}

export interface Signable {
  method: string;
  url: URL;
  /** Names in lower case. */
  headers: Iterable<Header>;
  /** Exactly what will be sent. */
  body: string | Uint8Array | undefined;
}

export interface Signed {
  /** The URL to send to: the same resource, in the encoding that was signed. */
  url: string;
  /** All headers to send, names in lower case. */
  headers: Record<string, string>;
  /** What was signed, for explaining a refusal. Holds header values. */
  canonicalRequest: string;
}

/** Signs what will be sent, or gives it its token. */
export async function sign(
  { method, url, headers: given, body }: Signable,
  credentials: Credentials | IamToken,
  options: SignOptions = {},
): Promise<Signed> {
  requireSecure(url);
  const headers = sendableHeaders(given, options.projectId);
  if ("token" in credentials) {
    headers["x-auth-token"] = credentials.token;
    return { url: `${url.origin}${url.pathname}${url.search}`, headers, canonicalRequest: "" };
  }
  refuseAmbiguous(url, body);

  const date = options.date === undefined ? sdkDateNow() : sdkDate(checkDate(options.date));
  headers["x-sdk-date"] = date;
  if (credentials.securityToken !== undefined) headers["x-security-token"] = credentials.securityToken;

  const signed: Header[] = [["host", url.host]];
  for (const name in headers) if (isSigned(name)) signed.push([name, headers[name]!]);
  sortHeaders(signed);
  const { pathname, search } = url;
  // "X-Sdk-Content-Sha256" stands in for the hash, as UNSIGNED-PAYLOAD does (api-sign-exclude-body).
  const payloadHash =
    headers["x-sdk-content-sha256"] ?? (body === undefined ? emptyPayloadHash : await sha256Hex(body));
  const canonical = canonicalRequest({ method, pathname, search, headers: signed, payloadHash });
  const signature = await hmacSha256Hex(credentials.sk, stringToSign(date, await sha256Hex(canonical)));
  headers["authorization"] = authorization(credentials.ak, signed, signature);

  const query = search && canonicalQuery(search);
  return {
    url: `${url.origin}${encodedPath(pathname)}${query && `?${query}`}`,
    headers,
    canonicalRequest: canonical,
  };
}

/** The same for a whole second, and asked for by every call of it. */
let now = { second: 0, date: "" };

function sdkDateNow(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== now.second) now = { second, date: sdkDate(new Date(second * 1000)) };
  return now.date;
}

/** @throws {ConfigurationError} for anything but a date from the year 0 to 9999 */
function checkDate(date: Date): Date {
  if (date instanceof Date && date.getTime() >= Date.UTC(0, 0) && date.getTime() < Date.UTC(10_000, 0))
    return date;
  throw new ConfigurationError("date is not a valid Date: pass one, or leave it out.");
}

/**
 * Not the caller's to say: the connection decides these, where another value would contradict what is
 * sent, or the signature does.
 */
const ownHeaders = new Set([
  ...["host", "content-length", "transfer-encoding", "connection", "keep-alive", "upgrade", "expect", "te"],
  ...["trailer", "authorization", "x-security-token", "x-auth-token", "x-sdk-date"],
]);

/** @throws {InvalidRequestError} for a value whose bytes would be another on the wire than in the signature */
function sendableHeaders(given: Iterable<Header>, projectId: string | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of given) {
    if (ownHeaders.has(name)) continue;
    if (!printableAscii.test(value)) refuseHeader(`header.${name}`);
    headers[name] = value;
  }
  if (projectId !== undefined) {
    if (typeof projectId !== "string" || !printableAscii.test(projectId) || projectId.includes("\t"))
      refuseHeader("path.project_id");
    headers["x-project-id"] = projectId;
  }
  return headers;
}

function refuseHeader(field: string): never {
  const message = `${field} holds a character beyond printable ASCII, which a signed header cannot carry: check or encode it`;
  throw new InvalidRequestError("The request", [{ field, message }]);
}

/**
 * What proxies and runtimes add or rewrite (`user-agent`, `accept`, `content-length`, …) stays out of
 * the signature, and so do names with `_`, which the official SDKs sort differently.
 */
const isSigned = (name: string): boolean =>
  name === "content-type" || (name.startsWith("x-") && !name.includes("_"));

function refuseAmbiguous(url: URL, body: Signable["body"]): void {
  if (/%2f/i.test(url.pathname)) {
    const message =
      "the path holds an encoded slash (%2F), which signers read in two ways: use an id without one";
    throw new InvalidRequestError("The request", [{ field: "path", message }]);
  }
  // A UTF-16 unit is at most three bytes of UTF-8: only a body near the limit has to be encoded to know.
  if (body === undefined || body.length * 3 <= maxSignedBodyBytes) return;
  const actual = typeof body === "string" ? new TextEncoder().encode(body).length : body.length;
  if (actual > maxSignedBodyBytes) {
    const message = `the body has ${actual} bytes, a signed one at most ${maxSignedBodyBytes} (12 MB): send less`;
    const documentedIn = "FunctionGraph API reference, Authentication";
    throw new InvalidRequestError("The request", [
      { field: "body", message, limit: maxSignedBodyBytes, actual, documentedIn },
    ]);
  }
}

/**
 * Signs a `Request` with SDK-HMAC-SHA256, for any Huawei Cloud API, without sending it.
 *
 * The result is a new `Request` that is ready to be passed to `fetch`: its query is in the encoding
 * and order that was signed, and redirects are not followed. The given one stays usable.
 *
 * @throws {ConfigurationError} for unusable credentials, or plain http to another host than this one
 * @throws {InvalidRequestError} for a body over 12 MB, or an encoded slash in the path
 */
export async function signRequest(
  request: Request,
  credentials: Credentials,
  options?: SignOptions,
): Promise<Request> {
  if (!(request instanceof Request)) {
    throw new InvalidRequestError("The request", [
      { field: "request", message: "it is not a Request: pass one" },
    ]);
  }
  return signWith(request, checkCredentials(credentials, "the credentials argument"), { ...options });
}

/**
 * An openapi-fetch middleware that signs each request, for any openapi-fetch client of any Huawei
 * Cloud API. Register it last: what a later middleware changes is not what was signed.
 * (`createFunctionGraphClient` needs no such care: it signs after every middleware.)
 *
 * @throws {ConfigurationError} from each call, when there are no usable credentials
 */
export function signing(options: {
  /** @default the environment, then the profile file, then the metadata service */
  credentials?: CredentialsSource;
  /** Sent and signed as `X-Project-Id`. */
  projectId?: string;
}): Middleware {
  const source = options.credentials ?? defaultCredentials();
  return {
    onRequest: async ({ request }) =>
      signWith(request, await resolveCredentials(source), { projectId: options.projectId }),
  };
}

async function signWith(
  request: Request,
  credentials: Credentials | IamToken,
  options?: SignOptions,
): Promise<Request> {
  const body = request.body === null ? undefined : new Uint8Array(await request.clone().arrayBuffer());
  const { method, headers, signal } = request;
  const signed = await sign({ method, url: new URL(request.url), headers, body }, credentials, options);
  return new Request(signed.url, {
    method,
    headers: signed.headers,
    signal,
    redirect: "manual",
    ...(body !== undefined && { body }),
  });
}
