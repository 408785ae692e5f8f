/** Hostile input to the sandbox: it responds or closes the connection, and serves the next request. */
import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientOf, example, startSandbox } from "./helpers.js";
import { runsTimes, shownRuns } from "./seed.js";
import { send, signedHeaders } from "./wire.js";

describe(`hostile input to the sandbox (${shownRuns})`, () => {
  /** Writes bytes to a new connection, and reads until it is closed. */
  async function raw(url: string, bytes: string | Uint8Array): Promise<string> {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    let response = "";
    socket.on("data", (chunk) => (response += chunk.toString("latin1")));
    socket.on("error", () => {});
    socket.end(bytes);
    // Not events.once(), which rejects on "error": since Node 24 some of these closes arrive as ECONNRESET.
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 3_000);
      socket.once("close", () => {
        clearTimeout(timer);
        resolve();
      });
    });
    socket.destroy();
    return response;
  }
  const post = (path: string, headers: string, body = "") =>
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n${body}`;

  test("responds or closes the connection, whatever bytes arrive, and keeps serving", async () => {
    const sandbox = await startSandbox();
    const path = `/v2/${sandbox.projectId}/fgs/workflows/w/executions`;
    const authorization = `Authorization: SDK-HMAC-SHA256 Access=${sandbox.credentials.ak}, SignedHeaders=host;x-sdk-date, Signature=${"0".repeat(64)}\r\nX-Sdk-Date: 20240321T000000Z\r\n`;
    const cases = [
      "",
      "\r\n\r\n\r\n",
      "GET\r\n\r\n",
      "POST / HTTP/9.9\r\n\r\n",
      "\x16\x03\x01\x02\x00\x01",
      post(path, "Content-Length: -1\r\n"),
      post(path, "Content-Length: 5\r\nContent-Length: 6\r\n", "12345"),
      post(path, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
      post(path, "Transfer-Encoding: chunked\r\n", "zz\r\n"),
      post(path, "Content-Length: 100\r\n", "short"),
      post(path, `${authorization}Content-Length: 2\r\n`, "{}"),
      post(path, `${authorization}${authorization}Content-Length: 2\r\n`, "{}"),
      post(path, `Authorization: ${"A".repeat(14_000)}\r\n`),
      post(path, `X-Long: ${"A".repeat(200_000)}\r\n`),
      post(`/${"a/".repeat(7_000)}`, ""),
      post("/v2/%ff/fgs/workflows/%zz/executions", authorization),
      post("//v2/..//../etc", ""),
      post("http://elsewhere/v2", ""),
      post("*", ""),
      `OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      post(path, "Expect: 100-continue\r\nContent-Length: 2\r\n", "{}"),
      post(path, "Upgrade: websocket\r\nConnection: Upgrade\r\n"),
      `CONNECT x:1 HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      post(path, "\0\r\n"),
      post(
        path,
        "SignedHeaders: x\r\nAuthorization: SDK-HMAC-SHA256 Access=a, SignedHeaders=__proto__;constructor;toString, Signature=" +
          "f".repeat(64) +
          "\r\n",
      ),
    ];
    for (const bytes of cases) {
      const response = await raw(sandbox.url, bytes);
      if (response) expect(response.startsWith("HTTP/1.1 ")).toBe(true);
      expect(response).not.toMatch(/^HTTP\/1\.1 (2\d\d|5\d\d)/);
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const response = await raw(sandbox.url, bytes);
        if (response) expect(response).toMatch(/^HTTP\/1\.1 4\d\d/);
      }),
      runsTimes(1 / 5),
    );
    expect(sandbox.executions).toEqual([]);
    await clientOf(sandbox).startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
  }, 120_000);

  test("refuses a signed body exactly when the contract does not allow it", async () => {
    const sandbox = await startSandbox({ strict: true });
    const path = `/v2/${sandbox.projectId}/fgs/workflows/w/executions`;
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.uint8Array({ maxLength: 50 }),
      fc.constantFrom('{"input":{},"input":1}', '{"input":{}}x', "\ufeff{}", '{"input":{"a":1e999}}'),
    );
    await fc.assert(
      fc.asyncProperty(body, async (bytes) => {
        const before = sandbox.executions.length;
        const request = {
          method: "POST",
          path,
          headers: { "content-type": "application/json" },
          body: Buffer.from(bytes as string),
        };
        const headers = await signedHeaders(sandbox, request);
        const { status } = await send(sandbox.url, { ...request, headers });
        let legal = false;
        try {
          const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(request.body));
          const isObject = (one: unknown) => typeof one === "object" && one !== null && !Array.isArray(one);
          legal =
            isObject(value) &&
            isObject(value.input) &&
            (value.headers === undefined || isObject(value.headers));
        } catch {
          // Not JSON.
        }
        expect(status).toBe(legal ? 200 : 400);
        expect(sandbox.executions).toHaveLength(before + Number(legal));
      }),
      runsTimes(1 / 2),
    );
  });

  test("accepts a replayed request for 15 minutes and no longer", async () => {
    let now = Date.now();
    const sandbox = await startSandbox({ clock: () => now });
    const path = `/v2/${sandbox.projectId}/fgs/workflows/w/executions`;
    const request = {
      method: "POST",
      path,
      headers: { "content-type": "application/json" },
      body: '{"input":{}}',
    };
    const headers = await signedHeaders(sandbox, request);
    expect((await send(sandbox.url, { ...request, headers })).status).toBe(200);
    // The documented gateway does not protect against replays within its window.
    expect((await send(sandbox.url, { ...request, headers })).status).toBe(200);
    now += 15 * 60_000 + 1_000;
    expect((await send(sandbox.url, { ...request, headers })).status).toBe(401);
  });

  test("listens on loopback unless told otherwise", async () => {
    expect(new URL((await startSandbox()).url).hostname).toBe("127.0.0.1");
    expect(new URL((await startSandbox({ host: "::1" })).url).hostname).toBe("[::1]");
  });
});
