import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import fc from "fast-check";
import { signRequest } from "functiongraph-workflow";
import { describe, expect, test } from "vitest";
import { runsTimes } from "../seed.js";

const credentials = { ak: "QTWAOYTTINDUT2QVKYUC", sk: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc" };
const date = new Date("2024-03-21T00:00:00Z");

interface Case {
  sk: string;
  method: string;
  host: string;
  path: string;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  data: object | undefined;
}

/** The Authorization header by the vendor's Node SDK. */
function official({ sk, method, host, path, query, headers, data }: Case): string {
  const signed = AKSKSigner.sign(
    {
      endpoint: `https://${host}${path}`,
      method,
      queryParams: structuredClone(query),
      // The SDK reads the date with moment, which takes this form without being told a format.
      headers: { "X-Sdk-Date": "20240321T000000Z", ...headers },
      ...(data && { data }),
    } as never,
    new BasicCredentials().withAk(credentials.ak).withSk(sk),
  ) as Record<string, string>;
  return signed["Authorization"]!;
}

/** The Authorization header by this package, for the same request. */
async function ours({ sk, method, host, path, query, headers, data }: Case): Promise<string> {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const search = pairs.map((pair) => pair.map((part) => encodeURIComponent(part!)).join("=")).join("&");
  const request = new Request(`https://${host}${path}${search && `?${search}`}`, {
    method,
    headers,
    ...(data && { body: new TextEncoder().encode(JSON.stringify(data)) }),
  });
  const signed = await signRequest(request, { ...credentials, sk }, { date });
  return signed.headers.get("authorization")!;
}

const characters = (allowed: string) => fc.constantFrom(...allowed);
const unreserved = "ABCXYZabcxyz0189-_.~";
const bmp = fc
  .string({ unit: "binary", maxLength: 12 })
  .filter((text) => !/[\u{e000}-\u{10ffff}\p{Surrogate}]/u.test(text));

const segment = fc
  .string({ unit: characters(unreserved), minLength: 1, maxLength: 20 })
  .filter((text) => !/^\.{1,2}$/.test(text));
const headerName = fc
  .string({ unit: characters("abcxyz019-"), minLength: 1, maxLength: 12 })
  .map((name) => `x-${name}`)
  .filter((name) => !["x-sdk-date", "x-security-token", "x-sdk-content-sha256"].includes(name));
const headerValue = fc.string({ unit: "grapheme-ascii", maxLength: 20 }).map((value) => value.trim());

// HMAC uses keys of up to 64 bytes (its block) as they are, and hashes longer ones.
const secretKey = fc.oneof(
  fc.constant(credentials.sk),
  fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 140 }).filter((key) => !key.includes(" ")),
);

const random = runsTimes(3);
const requests: fc.Arbitrary<Case> = fc.record({
  sk: secretKey,
  method: fc.constantFrom("POST", "PUT", "PATCH"),
  host: fc.constantFrom(
    "functiongraph.cn-north-4.myhuaweicloud.com",
    "iam.myhuaweicloud.com",
    "127.0.0.1:4010",
  ),
  path: fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join("/")}`),
  query: fc.dictionary(bmp, fc.oneof(bmp, fc.array(bmp, { minLength: 1, maxLength: 3 })), { maxKeys: 5 }),
  headers: fc
    .dictionary(headerName, headerValue, { maxKeys: 5 })
    .map((headers) => ({ ...headers, "content-type": "application/json" })),
  data: fc.option(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue(), { minKeys: 1, maxKeys: 4 }), {
    nil: undefined,
  }),
});

test(`signRequest makes the official Node SDK's signature for any request (seed ${random.seed}, ${random.numRuns} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      expect(await ours(request)).toBe(official(request));
    }),
    random,
  );
});

describe("where the official Node SDK breaks the documented rules, and signRequest does not", () => {
  const plain: Case = {
    sk: credentials.sk,
    method: "POST",
    host: "functiongraph.cn-north-4.myhuaweicloud.com",
    path: "/v2/p/fgs/workflows/w/executions",
    query: {},
    headers: { "content-type": "application/json" },
    data: undefined,
  };

  const differences: [string, Partial<Case>][] = [
    ["it encodes an encoded path again", { path: "/v2/p/fgs/workflows/a%20b/executions" }],
    [
      "it sorts header names with _ one way in SignedHeaders and another in the canonical headers",
      { headers: { "x-a_b": "1", "x-a-b": "2" } },
    ],
    ["it does not trim header values", { headers: { "x-a": " padded " } }],
    [
      "it sorts query names by UTF-16 code unit, not by code point",
      { query: { "\u{1f600}": "1", "\uff5e": "2" } },
    ],
  ];
  test.each(differences)("%s", async (_, difference) => {
    expect(await ours({ ...plain, ...difference })).not.toBe(official({ ...plain, ...difference }));
  });

  test("it signs the default port, which the Host header does not carry", async () => {
    const withPort = { ...plain, host: `${plain.host}:443` };
    expect(official(withPort)).not.toBe(official(plain));
    expect(await ours(withPort)).toBe(await ours(plain));
  });

  test("a request without any of these is signed the same", async () => {
    expect(await ours(plain)).toBe(official(plain));
  });
});
