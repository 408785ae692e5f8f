import { createHash, createHmac } from "node:crypto";
import { connect } from "node:net";
import { once } from "node:events";
import Ajv2020 from "ajv/dist/2020.js";
import { ConfigurationError } from "functiongraph-workflow";
import { createSandbox, type Sandbox } from "functiongraph-workflow/sandbox";
import { describe, expect, test } from "vitest";
import contract from "../generated/openapi.json" with { type: "json" };
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { send, signedHeaders, type WireRequest } from "./wire.js";

const pathOf = ({ projectId }: Sandbox, workflow = example.path.workflow_id) =>
  `/v2/${projectId}/fgs/workflows/${workflow}/executions`;

const startOf = (sandbox: Sandbox): WireRequest => ({
  method: "POST",
  path: pathOf(sandbox),
  headers: { "content-type": "application/json" },
  body: JSON.stringify(example.body),
});

/** Signs a request, lets the test tamper with it, and sends it. */
async function sendSigned(
  sandbox: Sandbox,
  request: WireRequest,
  tamper: (request: WireRequest) => void = () => {},
) {
  const signed = { ...request, headers: await signedHeaders(sandbox, request) };
  tamper(signed);
  return send(sandbox.url, signed);
}

const envelope = (code: string, message: string) => ({
  error_code: code,
  error_msg: expect.stringContaining(message),
  request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
});

describe("signatures", () => {
  test("a good one is accepted, and every answer has a request id and a date", async () => {
    const sandbox = await startSandbox();
    const answer = await sendSigned(sandbox, startOf(sandbox));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ execution_id: sandbox.executions[0]!.execution_id });
    expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f]{32}$/);
    expect(Date.parse(answer.headers.date!)).toBeGreaterThan(Date.now() - 10_000);
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
      "another method's signature",
      (request) =>
        (request.headers.authorization = request.headers.authorization.replace(/.$/, (last: string) =>
          last === "0" ? "1" : "0",
        )),
      "verify aksk signature fail",
    ],
    [
      "a signed header that is gone",
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
      "a signature in words",
      (request) => (request.headers.authorization = "Bearer x"),
      "Authorization header",
    ],
    [
      "an algorithm of the future",
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
      "X-Sdk-Date has to be sent and signed",
    ],
    [
      "a signed header that only every object has",
      (request) =>
        (request.headers.authorization = request.headers.authorization.replace(
          "SignedHeaders=",
          "SignedHeaders=constructor;",
        )),
      "constructor is not in the request",
    ],
    ["a date in words", (request) => (request.headers["x-sdk-date"] = "yesterday"), "YYYYMMDDTHHMMSSZ"],
  ];
  test.each(tampering)("%s: 401", async (_, tamper, message) => {
    const sandbox = await startSandbox();
    const answer = await sendSigned(sandbox, startOf(sandbox), tamper);
    expect(answer).toMatchObject({ status: 401, body: envelope("APIG.0301", message) });
    expect(sandbox.executions).toEqual([]);
  });

  test("a mismatch echoes the canonical request, its lines joined by |", async () => {
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
  ])("a clock that is %d minutes off: %d", async (off, status) => {
    const now = Date.UTC(2024, 2, 21);
    const sandbox = await startSandbox({ clock: () => now });
    const request = startOf(sandbox);
    const headers = await signedHeaders(sandbox, request, { date: new Date(now + minutes(off)) });
    const answer = await send(sandbox.url, { ...request, headers });
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.body.error_msg).toContain("signature expired");
    expect(Date.parse(answer.headers.date!)).toBe(now);
  });

  test.each(["2026-11-23T09:07:46.000Z", "Mon, 23 Nov 2026 09:07:46 GMT", "20261123T090746", "20261123"])(
    "X-Sdk-Date is held to its form, signed or not: %s",
    async (date) => {
      const sandbox = await startSandbox({ clock: () => Date.UTC(2026, 10, 23, 9, 7, 46) });
      const answer = await sendIndependentlySigned(sandbox, { "X-Sdk-Date": date });
      expect(answer).toMatchObject({ status: 401, body: envelope("APIG.0301", "YYYYMMDDTHHMMSSZ") });
    },
  );

  test("a header's bytes are verified as they arrived, whatever they are in", async () => {
    const sandbox = await startSandbox();
    const answer = await sendIndependentlySigned(sandbox, { "X-Words": "ü 中" });
    expect(answer.status).toBe(200);
  });

  test("UNSIGNED-PAYLOAD leaves the body out", async () => {
    const sandbox = await startSandbox();
    const answer = await sendIndependentlySigned(
      sandbox,
      { "X-Sdk-Content-Sha256": "UNSIGNED-PAYLOAD" },
      "UNSIGNED-PAYLOAD",
    );
    expect(answer.status).toBe(200);
    // And so does this package's own signer, for whoever sends the header.
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

  test("an IAM token is taken in place of a signature", async () => {
    const sandbox = await startSandbox();
    await clientOf(sandbox, { credentials: { token: sandbox.token } }).startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
    const error = await rejection(
      clientOf(sandbox, { credentials: { token: "wrong" } }).startWorkflowExecution(example),
    );
    expect(error).toMatchObject({ status: 401, code: "APIG.0301" });
  });

  /** Signs by the guide, without this package, and writes the bytes of headers in UTF-8. */
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

describe("routes", () => {
  test("an unknown path: 404 by the gateway", async () => {
    const { url } = await startSandbox();
    const answer = await send(url, { method: "GET", path: "/v2/p/fgs/elsewhere" });
    expect(answer).toMatchObject({ status: 404, body: envelope("APIG.0101", "does not exist") });
  });

  test("another method: 405, with those that there are", async () => {
    const sandbox = await startSandbox();
    const answer = await send(sandbox.url, { method: "PUT", path: pathOf(sandbox) });
    expect(answer).toMatchObject({
      status: 405,
      headers: { allow: "POST" },
      body: envelope("APIG.0101", "PUT"),
    });
  });

  test("another project: 403", async () => {
    const sandbox = await startSandbox();
    const error = await rejection(
      clientOf(sandbox, { projectId: "another" }).startWorkflowExecution(example),
    );
    expect(error).toMatchObject({ status: 403, code: "APIG.0302", mayHaveStarted: false });
  });

  test("a workflow that it was not given: 404 by the service", async () => {
    const sandbox = await startSandbox({ workflows: ["known"] });
    const functiongraph = clientOf(sandbox);
    await functiongraph.startWorkflowExecution({ ...example, path: { workflow_id: "known" } });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toMatchObject({
      status: 404,
      code: "FGS.5002",
      body: { error_msg: "Function flow not found." },
    });
  });

  test("a body over 12 MB: 413, announced or not", async () => {
    const sandbox = await startSandbox();
    const path = pathOf(sandbox);
    const body = Buffer.alloc(12 * 1024 * 1024 + 1, "x");
    const announced = await send(sandbox.url, { method: "POST", path, body }).catch(() => undefined);
    // The connection is closed with bytes unread: the answer may be lost with it, but nothing runs.
    if (announced) expect(announced.status).toBe(413);
    const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
    expect(sandbox.executions).toEqual([]);
  });
});

describe("a request that does not fit the contract: 400 that names the field", () => {
  const rows: [string, string | object, string][] = [
    ["no body", "", "body is missing"],
    ["no JSON", "{", "body is not JSON"],
    ["no object", "[]", "body is array: pass object"],
    ["no input", { headers: {} }, "body.input is missing"],
    ["an input of another type", { input: 1 }, "body.input is number: pass object"],
    ["text that is no JSON", { input: "{" }, "body.input is string: pass object"],
    ["text that is JSON but no object", { input: "[]" }, "body.input is array: pass object"],
  ];
  test.each(rows)("%s", async (_, body, message) => {
    const sandbox = await startSandbox();
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const answer = await sendSigned(sandbox, { ...startOf(sandbox), body: text });
    expect(answer).toMatchObject({
      status: 400,
      body: { error_code: "FGS.3002", error_msg: expect.stringContaining(message) },
    });
    expect(sandbox.executions).toEqual([]);
  });

  test("an id that is too long, in the words of at most 512 characters", async () => {
    const sandbox = await startSandbox();
    const path = pathOf(sandbox, "w".repeat(513));
    const answer = await sendSigned(sandbox, { ...startOf(sandbox), path });
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.body.error_msg).toContain("path.workflow_id has 513 characters: pass at most 512");
  });
});

test("every error fits what the contract says of it", async () => {
  const sandbox = await startSandbox({ workflows: [] });
  const ajv = new Ajv2020.default({ strict: false }).addSchema({ ...contract, $id: "contract" });
  const { post } = contract.paths["/v2/{project_id}/fgs/workflows/{workflow_id}/executions"];
  const responses: Record<string, { $ref: string }> = post.responses;
  const unsigned = await send(sandbox.url, startOf(sandbox));
  const another = await send(sandbox.url, { method: "PUT", path: pathOf(sandbox) });
  const invalid = await sendSigned(sandbox, { ...startOf(sandbox), body: "{}" });
  const unknown = await sendSigned(sandbox, startOf(sandbox));
  const bodies = [unsigned, another, invalid, unknown];
  expect(bodies.map(({ status }) => status)).toEqual([401, 405, 400, 404]);
  for (const { status, body } of bodies) {
    const { $ref } = responses[status] ?? responses["default"]!;
    const validate = ajv.compile({ $ref: `contract${$ref}/content/application~1json/schema` });
    expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ error_code: 1 })).toBe(false);
  }
});

describe("failNext", () => {
  test("a status that is none is refused at once", async () => {
    const sandbox = await startSandbox();
    for (const status of [0, 99, 1000, 200.5])
      expect(() => sandbox.failNext({ status })).toThrow(ConfigurationError);
  });

  test("status, body and headers", async () => {
    const sandbox = await startSandbox();
    sandbox.failNext({
      status: 503,
      body: "busy",
      headers: { "Retry-After": "7", "Content-Type": "text/plain" },
    });
    const answer = await sendSigned(sandbox, startOf(sandbox));
    expect(answer).toMatchObject({ status: 503, body: "busy", headers: { "retry-after": "7" } });
    expect(sandbox.executions).toEqual([]);
    expect((await sendSigned(sandbox, startOf(sandbox))).status).toBe(200);
  });

  test("several are taken in turn", async () => {
    const sandbox = await startSandbox();
    for (const status of [500, 502]) sandbox.failNext({ status });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await sendSigned(sandbox, startOf(sandbox))).status);
    expect(statuses).toEqual([500, 502, 200]);
  });

  test("a dropped connection, with the call carried out or not", async () => {
    const sandbox = await startSandbox();
    sandbox.failNext({ drop: true });
    expect(await rejection(sendSigned(sandbox, startOf(sandbox)))).toMatchObject({ code: "ECONNRESET" });
    expect(sandbox.executions).toHaveLength(0);
    sandbox.failNext({ drop: true, started: true });
    expect(await rejection(sendSigned(sandbox, startOf(sandbox)))).toMatchObject({ code: "ECONNRESET" });
    expect(sandbox.executions).toHaveLength(1);
  });

  test("a delay alone makes a call late, not wrong", async () => {
    const sandbox = await startSandbox();
    sandbox.failNext({ delayMs: 300 });
    const start = performance.now();
    expect((await sendSigned(sandbox, startOf(sandbox))).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(290);
  });
});

describe("options", () => {
  test("own credentials and project, on a chosen port", async () => {
    const free = await startSandbox();
    const port = Number(new URL(free.url).port);
    await free.close();
    const sandbox = await startSandbox({ credentials: { ak: "AK", sk: "SK" }, projectId: "mine", port });
    expect(sandbox).toMatchObject({ url: `http://127.0.0.1:${port}`, projectId: "mine" });
    await clientOf(sandbox).startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
  });

  test("a port that is taken is named", async () => {
    const { url } = await startSandbox();
    const error = await rejection(createSandbox({ port: Number(new URL(url).port) }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain("EADDRINUSE");
  });

  test("closing ends its connections, and can be repeated", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    sandbox.failNext({ delayMs: 10_000 });
    const running = rejection(functiongraph.startWorkflowExecution(example));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await sandbox.close();
    await sandbox.close();
    expect(await running).toMatchObject({ name: "ConnectionError", mayHaveStarted: true });
  });
});
