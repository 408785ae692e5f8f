/** Requests that no client would send. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientOf, example, startSandbox } from "./helpers.js";
import { runsTimes } from "./seed.js";
import { pathOf, sendSigned, startOf } from "./sandbox-requests.js";
import { send } from "./wire.js";

const runs = runsTimes(0.3);

describe(`seed ${runs.seed}, ${runs.numRuns} runs`, () => {
  const token = fc
    .array(fc.constantFrom(..."!#$%&'*+-.^_`|~09azAZ"), { minLength: 1, maxLength: 30 })
    .map((characters) => characters.join(""));
  const name = fc.oneof(token, fc.constantFrom("__proto__", "constructor", "toString", "valueOf", "_", "-"));
  const value = fc
    .array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: 50 })
    .map((codes) => String.fromCharCode(...codes.filter((code) => code !== 0x7f)));
  /** Names that would change how the request is sent, or who sends it. */
  const reserved =
    /^(host|connection|content-length|transfer-encoding|expect|trailer|te|upgrade|authorization|x-auth-token|keep-alive)$/i;

  test("headers with odd names and values do not disturb a call", async () => {
    const sandbox = await startSandbox();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 20 }), async (headers) => {
        const odd: Record<string, string> = Object.create(null);
        for (const [name, value] of headers) if (!reserved.test(name)) odd[name] = value;
        const response = await sendSigned(sandbox, startOf(sandbox), (request) => {
          request.headers = Object.assign(odd, request.headers);
        });
        expect(response.status).toBe(200);
        expect(sandbox.executions.at(-1)!.header).toEqual({});
      }),
      runs,
    );
  });

  test("any text as SignedHeaders: 401", async () => {
    const sandbox = await startSandbox();
    const names = fc.array(name, { maxLength: 500 }).map((list) => list.join(";"));
    await fc.assert(
      fc.asyncProperty(fc.oneof(names, token), async (signed) => {
        const Authorization = `SDK-HMAC-SHA256 Access=${sandbox.credentials.ak}, SignedHeaders=${signed}, Signature=${"0".repeat(64)}`;
        const headers = { Authorization, "X-Sdk-Date": "20240321T000000Z" };
        const response = await send(sandbox.url, { ...startOf(sandbox), headers });
        expect(response.status).toBe(401);
      }),
      runs,
    );
    expect(sandbox.executions).toEqual([]);
  });

  test("any path and query is routed or refused", async () => {
    const sandbox = await startSandbox();
    const text = fc.stringMatching(/^[!-~]{0,40}$/);
    await fc.assert(
      fc.asyncProperty(text, text, async (id, query) => {
        const path = `${pathOf(sandbox, id)}?${query}`;
        const headers = { "X-Auth-Token": sandbox.token };
        const response = await send(sandbox.url, { ...startOf(sandbox), path, headers });
        // 405 for an id that ends the path early, at one that only others have.
        expect([200, 400, 404, 405]).toContain(response.status);
      }),
      runs,
    );
  });
});

describe("bodies", () => {
  const depth = 100_000;
  const rows: [string, string, number][] = [
    ["objects nested deeply", `{"input":${'{"a":'.repeat(depth)}1${"}".repeat(depth)}}`, 400],
    ["arrays nested deeply", `{"input":{"a":${"[".repeat(depth)}${"]".repeat(depth)}}}`, 400],
    [
      "JSON text nested deeply",
      JSON.stringify({ input: `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}` }),
      400,
    ],
    ["nothing but brackets", "[".repeat(10_000_000), 400],
    ["10 MB of spaces", " ".repeat(10_000_000), 400],
    ["JSON after 10 MB of spaces", `${" ".repeat(10_000_000)}{"input":{}}`, 200],
    ["a great many fields", `{"input":{},${fields(500_000)}}`, 200],
    ["a great many wrong values", `{"input":[${"1,".repeat(2_000_000)}1]}`, 400],
  ];
  test.each(rows)("%s", async (_, body, status) => {
    const sandbox = await startSandbox();
    const response = await sendSigned(sandbox, { ...startOf(sandbox), body });
    expect(response.status).toBe(status);
    expect(sandbox.executions).toHaveLength(status === 200 ? 1 : 0);
    await clientOf(sandbox).startWorkflowExecution(example);
  });

  function fields(count: number): string {
    return Array.from({ length: count }, (_, i) => `"k${i}":1`).join(",");
  }
});

test("many headers and a very long header are verified", async () => {
  const sandbox = await startSandbox();
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`x-${i}`, "v"]));
  for (const headers of [many, { "x-long": "v".repeat(14_000) }]) {
    const request = startOf(sandbox);
    const response = await sendSigned(sandbox, { ...request, headers: { ...request.headers, ...headers } });
    expect(response.status).toBe(200);
  }
});
