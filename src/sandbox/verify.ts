import { createHmac, hash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { algorithm, canonicalRequest, sortHeaders, stringToSign, type Header } from "../signing/canonical.js";
import { splitOnce } from "./http.js";
import { isSame, type Keys } from "./keys.js";

/** The gateway allows `X-Sdk-Date` to be 15 minutes off, to either side (API Request Signing Guide). */
const windowMs = 15 * 60 * 1000;

/** What the gateway says of a request it cannot authenticate; `undefined` for one that it can. */
export function refusalOf(
  request: IncomingMessage,
  body: Buffer,
  { keys, now }: { keys: Keys; now: number },
): string | undefined {
  const { authorization, "x-auth-token": token } = request.headers;
  if (token !== undefined) return keys.isToken(String(token)) ? undefined : "decrypt token fail";
  if (authorization === undefined)
    return "neither Authorization nor X-Auth-Token is in the request: x-auth-token not found";
  const match = /^(\S+) Access=([^,\s]*), ?SignedHeaders=([^,\s]*), ?Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  if (!match) return "the Authorization header is not of the form Access=…, SignedHeaders=…, Signature=…";
  const [, usedAlgorithm, ak = "", signedNames = "", signature = ""] = match;
  if (usedAlgorithm !== algorithm) return `the algorithm ${usedAlgorithm} is not supported, use ${algorithm}`;
  const key = keys.find(ak);
  if (!key) return `Get secretKey failed,ak:${ak},err:ak not exist`;
  if (key.expiresAt <= now) return "token expires";
  const { sk, securityToken } = key.credentials;
  if (securityToken !== undefined && !isSame(String(request.headers["x-security-token"]), securityToken)) {
    return "the temporary key needs its X-Security-Token";
  }

  const names = signedNames.split(";");
  const headers: Header[] = [];
  for (const name of names) {
    const known = name === name.toLowerCase() && Object.hasOwn(request.headers, name);
    const value = known ? request.headers[name] : undefined;
    if (value === undefined) return `verify aksk signature fail,signed header ${name} is not in the request`;
    headers.push([name, asUtf8(Array.isArray(value) ? value.join(",") : value)]);
  }
  const date = request.headers["x-sdk-date"];
  if (typeof date !== "string" || !names.includes("x-sdk-date"))
    return "X-Sdk-Date has to be sent and signed";
  const time = parseSdkDate(date);
  if (Number.isNaN(time)) return "X-Sdk-Date has to be written YYYYMMDDTHHMMSSZ";
  if (Math.abs(time - now) > windowMs) return "calc ak sk signature fail:signature expired";

  const [pathname, search = ""] = splitOnce(asUtf8(request.url ?? ""), "?");
  const canonical = canonicalRequest({
    method: request.method ?? "",
    pathname,
    search,
    headers: sortHeaders(headers),
    payloadHash: unsignedPayload(request) ?? hash("sha256", body, "hex"),
  });
  const text = stringToSign(date, hash("sha256", canonical, "hex"));
  if (isSame(signature, createHmac("sha256", sk).update(text).digest("hex"))) return undefined;
  return `verify aksk signature fail,canonicalRequest:${canonical.replaceAll("\n", "|")}`;
}

/** "X-Sdk-Content-Sha256: UNSIGNED-PAYLOAD" leaves the body out of the signature (api-sign-exclude-body). */
const unsignedPayload = (request: IncomingMessage): string | undefined =>
  request.headers["x-sdk-content-sha256"] === "UNSIGNED-PAYLOAD" ? "UNSIGNED-PAYLOAD" : undefined;

function parseSdkDate(date: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!parts) return NaN;
  const [, year, month, day, hour, minute, second] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The bytes that arrived, which Node reads as Latin-1, as the UTF-8 that signers hash. */
const asUtf8 = (text: string): string =>
  /[^\x00-\x7f]/.test(text) ? Buffer.from(text, "latin1").toString("utf8") : text;
