import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { InvalidRequestError, signRequest } from "functiongraph-workflow";
import { describe, expect, test } from "vitest";
import { rejection } from "./helpers.js";
import {
  authorization,
  canonicalQuery,
  canonicalRequest,
  canonicalUri,
  sdkDate,
  sortHeaders,
  stringToSign,
} from "../src/signing/canonical.js";

interface Vector {
  id: string;
  origin: string;
  credentials: { ak: string; sk: string };
  date: string;
  request: { method: string; url: string; headers: Record<string, string>; body: string | null };
  /** The Go SDK leaves `Host` unsigned; `signRequest` does not. */
  hostSigned: boolean;
  canonicalRequest: string;
  stringToSign: string;
  authorization: string;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`vectors/${name}`, import.meta.url), "utf8"));
const vectors: Vector[] = read("sdk-hmac-sha256.json");

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const toDate = (date: string) =>
  new Date(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z"));

describe.each(vectors)("$id ($origin)", (vector) => {
  const url = new URL(vector.request.url);
  const headers = sortHeaders([
    ...(vector.hostSigned ? [["host", url.host] as const] : []),
    ["x-sdk-date", vector.date],
    ...Object.entries(vector.request.headers),
  ]);

  test("canonical request", () => {
    const { method, body } = vector.request;
    const parts = {
      method,
      pathname: url.pathname,
      search: url.search,
      headers,
      payloadHash: sha256(body ?? ""),
    };
    expect(canonicalRequest(parts)).toBe(vector.canonicalRequest);
  });

  test("string to sign", () => {
    expect(stringToSign(vector.date, sha256(vector.canonicalRequest))).toBe(vector.stringToSign);
  });

  test("Authorization", () => {
    const { ak, sk } = vector.credentials;
    const signature = createHmac("sha256", sk).update(vector.stringToSign).digest("hex");
    expect(authorization(ak, headers, signature)).toBe(vector.authorization);
  });

  if (!vector.hostSigned) return;

  test("signRequest", async () => {
    const { method, headers, body } = vector.request;
    const { "x-security-token": securityToken, ...others } = headers;
    const request = new Request(vector.request.url, {
      method,
      headers: others,
      ...(body !== null && { body: new TextEncoder().encode(body) }),
    });
    const credentials = { ...vector.credentials, ...(securityToken && { securityToken }) };
    const signed = await signRequest(request, credentials, { date: toDate(vector.date) });

    expect(signed.headers.get("authorization")).toBe(vector.authorization);
    expect(signed.headers.get("x-sdk-date")).toBe(vector.date);
    expect(await signed.text()).toBe(body ?? "");
    expect(new URL(signed.url).search.slice(1)).toBe(vector.canonicalRequest.split("\n")[2]);
  });
});

const queries: { origin: string; parameters: [string, string][]; canonicalQuery: string }[] =
  read("canonical-query.json");

test.each(queries)("canonical query ($origin)", ({ parameters, canonicalQuery: expected }) => {
  expect(canonicalQuery(new URLSearchParams(parameters).toString())).toBe(expected);
  const encoded = parameters.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  expect(canonicalQuery(encoded)).toBe(expected);
});

describe("canonical URI", () => {
  test.each([
    ["/", "/"],
    ["", "/"],
    ["/a", "/a/"],
    ["/a/", "/a/"],
    ["/a-b_c.d~e", "/a-b_c.d~e/"],
    ["/a!b'(c)*", "/a%21b%27%28c%29%2A/"],
    ["/%21%27%28", "/%21%27%28/"],
    ["/urn:fss:x", "/urn%3Afss%3Ax/"],
    ["/%e4%b8%ad", "/%E4%B8%AD/"],
    ["/中😀", "/%E4%B8%AD%F0%9F%98%80/"],
    ["/%41%2d%7e", "/A-~/"],
    ["/100%", "/100%25/"],
    ["/%zz%%41", "/%25zz%25A/"],
    ["/%ff", "/%FF/"],
    ["//a//", "//a//"],
  ])("%s", (pathname, expected) => {
    expect(canonicalUri(pathname)).toBe(expected);
    // Canonical text stays the same, so the wire path can be the canonical one.
    expect(canonicalUri(expected)).toBe(expected);
  });
});

describe("canonical query", () => {
  test.each([
    ["", ""],
    ["?", ""],
    ["?a", "a="],
    ["?b=2&a=1", "a=1&b=2"],
    ["?a=2&a=1", "a=1&a=2"],
    ["?a=1&B=2", "B=2&a=1"],
    ["?a=x+y%20z", "a=x%20y%20z"],
    ["?a=b=c", "a=b%3Dc"],
    ["?%E4%B8%AD=%f0%9f%98%80&Z=", "Z=&%E4%B8%AD=%F0%9F%98%80"],
    ["?aa=1&a%21=2", "a%21=2&aa=1"],
    ["?a=%zz&&", "a=%25zz"],
  ])("%s", (search, expected) => {
    expect(canonicalQuery(search)).toBe(expected);
    expect(canonicalQuery(expected)).toBe(expected);
  });
});

test("the date is UTC, to the second", () => {
  expect(sdkDate(new Date("2024-03-21T08:09:10.999+08:00"))).toBe("20240321T000910Z");
});

test("signRequest keeps a request's other properties", async () => {
  const said = {
    keepalive: true,
    credentials: "include",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  } as const;
  const request = new Request("https://example.com/", { ...said, method: "POST", body: "{}" });
  const signed = await signRequest(request, { ak: "AK", sk: "SK" });
  expect(signed).toMatchObject({ ...said, method: "POST", redirect: "manual" });
  // The original stays usable.
  expect(await request.text()).toBe(await signed.text());
});

test("a request whose body has been read cannot be signed, and says so", async () => {
  const request = new Request("https://host/", { method: "POST", body: "{}" });
  await request.text();
  const error = await rejection(signRequest(request, { ak: "AK", sk: "SK" }));
  expect(error).toBeInstanceOf(InvalidRequestError);
  expect(error.message).toContain("has been read already");
});
