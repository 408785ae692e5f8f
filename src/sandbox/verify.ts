import { createHash, createHmac } from "node:crypto";
import { algorithm, canonicalRequest, sortHeaders, stringToSign, type Header } from "../signing/canonical.js";
import type { Call } from "./http.js";
import { isSame, type Keys } from "./keys.js";

/** How far off `X-Sdk-Date` may be, in either direction (API Request Signing Guide). */
const windowMs = 15 * 60 * 1000;

/** Why the gateway refuses to authenticate a request; `undefined` if it does authenticate it. */
export function refusalOf(call: Call, { keys, now }: { keys: Keys; now: number }): string | undefined {
  const { headers } = call;
  const token = headers.get("x-auth-token");
  if (token !== undefined) return keys.isToken(token) ? undefined : "decrypt token fail";
  const authorization = headers.get("authorization");
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
  if (securityToken !== undefined && !isSame(headers.get("x-security-token") ?? "", securityToken)) {
    return "the temporary key needs its X-Security-Token";
  }

  const names = signedNames.split(";");
  // Repeated names would let a small request build a huge canonical one.
  if (new Set(names).size < names.length) return "SignedHeaders names a header twice";
  const signed: Header[] = [];
  for (const name of names) {
    const value = headers.get(name);
    if (value === undefined) return `verify aksk signature fail,signed header ${name} is not in the request`;
    signed.push([name, value]);
  }
  const date = headers.get("x-sdk-date");
  if (date === undefined || !names.includes("x-sdk-date")) return "X-Sdk-Date must be sent and signed";
  const time = parseSdkDate(date);
  if (Number.isNaN(time)) return "X-Sdk-Date must be written as YYYYMMDDTHHMMSSZ";
  if (Math.abs(time - now) > windowMs) return "calc ak sk signature fail:signature expired";

  const canonical = canonicalRequest({
    method: call.method,
    pathname: call.pathname,
    search: call.search,
    headers: sortHeaders(signed),
    payloadHash: unsignedPayload(call) ?? sha256(call.body),
  });
  const text = stringToSign(date, sha256(canonical));
  if (isSame(signature, createHmac("sha256", sk).update(text).digest("hex"))) return undefined;
  return `verify aksk signature fail,canonicalRequest:${canonical.replaceAll("\n", "|")}`;
}

/** "X-Sdk-Content-Sha256: UNSIGNED-PAYLOAD" leaves the body out of the signature (api-sign-exclude-body). */
const unsignedPayload = ({ headers }: Call): string | undefined =>
  headers.get("x-sdk-content-sha256") === "UNSIGNED-PAYLOAD" ? "UNSIGNED-PAYLOAD" : undefined;

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");

function parseSdkDate(date: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!parts) return NaN;
  const [, year, month, day, hour, minute, second] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
