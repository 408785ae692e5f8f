import { createHash, createHmac } from "node:crypto";
import type { Sandbox } from "functiongraph-workflow/sandbox";
import { describe, expect, test } from "vitest";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { gatewayError, pathOf, sendSigned, startOf } from "./sandbox-requests.js";
import { send, signedHeaders } from "./wire.js";

describe("signatures", () => {
  test("a good one is accepted, and the response has a request id and a date", async () => {
    const sandbox = await startSandbox();
    const response = await sendSigned(sandbox, startOf(sandbox));
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ execution_id: sandbox.executions[0]!.execution_id });
    expect(response.headers["x-request-id"]).toMatch(/^[0-9a-f]{32}$/);
    expect(Date.parse(response.headers.date!)).toBeGreaterThan(Date.now() - 10_000);
  });

  const tampering: [string, (request: any) => void, string][] = [
    [
      "another body",
      (request) => (request.body = request.body.replace("user1", "user2")),
      "verify aksk signature fail",
    ],
    [
      "another path",
      (request) => (request.path = request.path.replace("48aff955", "48aff956")),
      "verify aksk signature fail",
    ],
    ["another query", (request) => (request.path += "?a=1"), "verify aksk signature fail"],
    [
      "another signed header",
      (request) => (request.headers["content-type"] = "text/plain"),
      "verify aksk signature fail",
    ],
    [
      "another signature",
      (request) =>
        (request.headers.authorization = request.headers.authorization.replace(/.$/, (last: string) =>
          last === "0" ? "1" : "0",
        )),
      "verify aksk signature fail",
    ],
    [
      "a signed header that is missing",
      (request) => delete request.headers["x-project-id"],
      "x-project-id is not in the request",
    ],
    [
      "another key",
      (request) =>
        (request.headers.authorization = request.headers.authorization.replace(
          "Access=SANDBOX",
          "Access=OTHER",
        )),
      "ak not exist",
    ],
    ["no signature", (request) => delete request.headers.authorization, "x-auth-token not found"],
    [
      "an Authorization header of another scheme",
      (request) => (request.headers.authorization = "Bearer x"),
      "Authorization header",
    ],
    [
      "an unknown algorithm",
      (request) =>
        (request.headers.authorization = request.headers.authorization.replace(
          "SDK-HMAC-SHA256",
          "SDK-HMAC-SM3",
        )),
      "not supported",
    ],
    [
      "a date that is not signed",
      (request) => (request.headers.authorization = request.headers.authorization.replace(";x-sdk-date", "")),
      "X-Sdk-Date must be sent and signed",
    ],
    [
      "a signed header named like a property of every object",
      (request) =>
        (request.headers.authorization = request.headers.authorization.replace(
          "SignedHeaders=",
          "SignedHeaders=constructor;",
        )),
      "constructor is not in the request",
    ],
    [
      "a header signed twice",
      (request) =>
        (request.headers.authorization = request.headers.authorization.replace(";host;", ";host;host;")),
      "names a header twice",
    ],
    ["an invalid date", (request) => (request.headers["x-sdk-date"] = "yesterday"), "YYYYMMDDTHHMMSSZ"],
  ];
  test.each(tampering)("%s: 401", async (_, tamper, message) => {
    const sandbox = await startSandbox();
    const response = await sendSigned(sandbox, startOf(sandbox), tamper);
    expect(response).toMatchObject({ status: 401, body: gatewayError("APIG.0301", message) });
    expect(sandbox.executions).toEqual([]);
  });

  test("a mismatch echoes the canonical request, with | between its lines", async () => {
    const sandbox = await startSandbox();
    const { body } = await sendSigned(sandbox, startOf(sandbox), (request) => (request.body = "{}"));
    const { host } = new URL(sandbox.url);
    expect(body.error_msg).toContain(
      `canonicalRequest:POST|${pathOf(sandbox)}/||content-type:application/json|host:${host}|x-project-id:${sandbox.projectId}|x-sdk-date:`,
    );
    expect(body.error_msg).toMatch(/\|\|content-type;host;x-project-id;x-sdk-date\|[0-9a-f]{64}$/);
  });

  const minutes = (count: number) => count * 60_000;
  test.each([
    [-15, 200],
    [15, 200],
    [-15.1, 401],
    [15.1, 401],
  ])("a clock that is off by %d minutes: %d", async (off, status) => {
    const now = Date.UTC(2024, 2, 21);
    const sandbox = await startSandbox({ clock: () => now });
    const request = startOf(sandbox);
    const headers = await signedHeaders(sandbox, request, { date: new Date(now + minutes(off)) });
    const response = await send(sandbox.url, { ...request, headers });
    expect(response.status).toBe(status);
    if (status === 401) expect(response.body.error_msg).toContain("signature expired");
    expect(Date.parse(response.headers.date!)).toBe(now);
  });

  test.each(["2026-11-23T09:07:46.000Z", "Mon, 23 Nov 2026 09:07:46 GMT", "20261123T090746", "20261123"])(
    "an X-Sdk-Date in another format is refused, even if signed: %s",
    async (date) => {
      const sandbox = await startSandbox({ clock: () => Date.UTC(2026, 10, 23, 9, 7, 46) });
      const response = await sendIndependentlySigned(sandbox, { "X-Sdk-Date": date });
      expect(response).toMatchObject({ status: 401, body: gatewayError("APIG.0301", "YYYYMMDDTHHMMSSZ") });
    },
  );

  test("headers beyond ASCII are verified as UTF-8", async () => {
    const sandbox = await startSandbox();
    const response = await sendIndependentlySigned(sandbox, { "X-Words": "ü 中" });
    expect(response.status).toBe(200);
  });

  test("UNSIGNED-PAYLOAD leaves the body out", async () => {
    const sandbox = await startSandbox();
    const { status } = await sendIndependentlySigned(
      sandbox,
      { "X-Sdk-Content-Sha256": "UNSIGNED-PAYLOAD" },
      "UNSIGNED-PAYLOAD",
    );
    expect(status).toBe(200);
    // This package's own signer does the same if the caller sets the header.
    const { response } = await clientOf(sandbox).POST(
      "/v2/{project_id}/fgs/workflows/{workflow_id}/executions",
      {
        params: { path: { project_id: sandbox.projectId, workflow_id: "w" } },
        headers: { "X-Sdk-Content-Sha256": "UNSIGNED-PAYLOAD" },
        body: { input: {} },
      },
    );
    expect(response.status).toBe(200);
  });

  test("an IAM token is accepted in place of a signature", async () => {
    const sandbox = await startSandbox();
    await clientOf(sandbox, { credentials: { token: sandbox.token } }).startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
    const error = await rejection(
      clientOf(sandbox, { credentials: { token: "wrong" } }).startWorkflowExecution(example),
    );
    expect(error).toMatchObject({ status: 401, code: "APIG.0301" });
  });

  /** Signs as the guide says, without this package, and sends headers in UTF-8. */
  function sendIndependentlySigned(sandbox: Sandbox, headers: Record<string, string>, payloadHash?: string) {
    const request = startOf(sandbox);
    const date = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const all = Object.entries({ "X-Sdk-Date": date, ...headers }).sort(([a], [b]) => (a < b ? -1 : 1));
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    const names = all.map(([name]) => name.toLowerCase()).join(";");
    const lines = all.map(([name, value]) => `${name.toLowerCase()}:${value}\n`).join("");
    const hash = payloadHash ?? sha256(String(request.body));
    const canonical = `POST\n${request.path}/\n\n${lines}\n${names}\n${hash}`;
    const signedDate = Object.fromEntries(all)["X-Sdk-Date"];
    const signature = createHmac("sha256", sandbox.credentials.sk)
      .update(`SDK-HMAC-SHA256\n${signedDate}\n${sha256(canonical)}`)
      .digest("hex");
    const inLatin1 = all.map(([name, value]) => [name, Buffer.from(value).toString("latin1")]);
    return send(sandbox.url, {
      ...request,
      headers: {
        ...Object.fromEntries(inLatin1),
        Authorization: `SDK-HMAC-SHA256 Access=${sandbox.credentials.ak}, SignedHeaders=${names}, Signature=${signature}`,
      },
    });
  }
});
