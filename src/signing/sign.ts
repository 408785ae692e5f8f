import { hashing } from "#runtime";
import type { Credentials, IamToken } from "../credentials/types.js";
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
import { requireSecure } from "./secure.js";

/** FunctionGraph's "Authentication" page: AK/SK signing is for bodies of up to 12 MB. */
export const maxSignedBodyBytes = 12 * 1024 * 1024;

export interface SignOptions {
  /** The time of signing; the gateway accepts 15 minutes either way. @default now */
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
  /** The URL to send to, encoded as signed. */
  url: string;
  /** All headers to send, names in lower case. */
  headers: Record<string, string>;
  /** What was signed, to explain a refusal. Contains header values. */
  canonicalRequest: string;
}

/** Signs a request, or adds the IAM token. */
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

  const { sha256Hex, hmacSha256Hex } = await hashing();
  const signed: Header[] = [["host", url.host]];
  for (const name in headers) if (isSigned(name)) signed.push([name, headers[name]!]);
  sortHeaders(signed);
  const { pathname, search } = url;
  // "X-Sdk-Content-Sha256" replaces the hash, for example with UNSIGNED-PAYLOAD (api-sign-exclude-body).
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

/** The same for all calls within a second. */
let now = { second: 0, date: "" };

function sdkDateNow(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== now.second) now = { second, date: sdkDate(new Date(second * 1000)) };
  return now.date;
}

/** @throws {ConfigurationError} if it is not a date from the year 0 to 9999 */
function checkDate(date: Date): Date {
  if (date instanceof Date && date.getTime() >= Date.UTC(0, 0) && date.getTime() < Date.UTC(10_000, 0))
    return date;
  throw new ConfigurationError("date is not a valid Date: pass one, or leave it out.");
}

/** Set by the connection or by the signature: a caller's value could only conflict. */
export const ownHeaders = new Set([
  ...["host", "content-length", "transfer-encoding", "connection", "keep-alive", "upgrade", "expect", "te"],
  ...["trailer", "authorization", "x-security-token", "x-auth-token", "x-sdk-date"],
]);

/** @throws {InvalidRequestError} if a value would be sent in other bytes than were signed */
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
  const message = `${field} has a character that is not printable ASCII, which a signed header cannot carry: check it or encode it`;
  throw new InvalidRequestError("The request", [{ field, message }]);
}

/**
 * Headers that proxies and runtimes add or rewrite (`user-agent`, `accept`, `content-length`, …) are not
 * signed, nor are names with `_`, which the vendor's SDKs sort differently.
 */
const isSigned = (name: string): boolean =>
  name === "content-type" || (name.startsWith("x-") && !name.includes("_"));

function refuseAmbiguous(url: URL, body: Signable["body"]): void {
  if (/%2f/i.test(url.pathname)) {
    const message =
      "the path has an encoded slash (%2F), which signers treat differently: use an id without one";
    throw new InvalidRequestError("The request", [{ field: "path", message }]);
  }
  // A UTF-16 unit is at most three bytes of UTF-8, so only a body near the limit must be encoded first.
  if (body === undefined || body.length * 3 <= maxSignedBodyBytes) return;
  const actual = typeof body === "string" ? new TextEncoder().encode(body).length : body.length;
  if (actual > maxSignedBodyBytes) {
    const message = `the body has ${actual} bytes, but a signed one may have at most ${maxSignedBodyBytes} (12 MB): send less`;
    const documentedIn = "FunctionGraph API reference, Authentication";
    throw new InvalidRequestError("The request", [
      { field: "body", message, limit: maxSignedBodyBytes, actual, documentedIn },
    ]);
  }
}
