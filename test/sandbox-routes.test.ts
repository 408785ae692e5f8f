import { once } from "node:events";
import { connect } from "node:net";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import contract from "../generated/openapi.json" with { type: "json" };
import { maxSignedBodyBytes } from "../src/signing/sign.js";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { gatewayError, pathOf, sendSigned, startOf } from "./sandbox-requests.js";
import { send } from "./wire.js";

describe("routes", () => {
  test("an unknown path: 404 from the gateway", async () => {
    const { url } = await startSandbox();
    const response = await send(url, { method: "GET", path: "/v2/p/fgs/elsewhere" });
    expect(response).toMatchObject({ status: 404, body: gatewayError("APIG.0101", "does not exist") });
  });

  test("another method: 405, with the allowed ones", async () => {
    const sandbox = await startSandbox();
    const response = await send(sandbox.url, { method: "PUT", path: pathOf(sandbox) });
    expect(response).toMatchObject({
      status: 405,
      headers: { allow: "GET, POST" },
      body: gatewayError("APIG.0101", "PUT"),
    });
  });

  test("another project: 403", async () => {
    const sandbox = await startSandbox();
    const error = await rejection(
      clientOf(sandbox, { projectId: "another" }).startWorkflowExecution(example),
    );
    expect(error).toMatchObject({ status: 403, code: "APIG.0302", mayHaveStarted: false });
  });

  test("an unknown workflow: 404 from the service", async () => {
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

  test("a body over 12 MB: 413, before it is read", async () => {
    const sandbox = await startSandbox();
    const path = pathOf(sandbox);
    const body = Buffer.alloc(maxSignedBodyBytes + 1, "x");
    const announced = await send(sandbox.url, { method: "POST", path, body }).catch(() => undefined);
    // The connection is closed before all bytes are read, which may lose the response. Nothing is started.
    if (announced) expect(announced.status).toBe(413);
    const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n`);
    const [response] = await once(socket, "data");
    expect(String(response)).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
    expect(sandbox.executions).toEqual([]);
  });
});

describe("a request that breaks the contract gets a 400 that names the field", () => {
  const rows: [string, string | object, string][] = [
    ["no body", "", "body"],
    ["not JSON", "{", "body"],
    ["not an object", "[]", "body"],
    ["no input", { headers: {} }, "body.input"],
    ["an input of another type", { input: 1 }, "body.input"],
    ["text that is not JSON", { input: "{" }, "body.input"],
    ["text that is JSON but not an object", { input: "[]" }, "body.input"],
  ];
  test.each(rows)("%s", async (_, body, field) => {
    const sandbox = await startSandbox();
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = await sendSigned(sandbox, { ...startOf(sandbox), body: text });
    expect(response).toMatchObject({
      status: 400,
      body: { error_code: "FGS.3002", error_msg: expect.stringMatching(new RegExp(`^${field} `)) },
    });
    expect(sandbox.executions).toEqual([]);
  });

  test("an id that is too long", async () => {
    const sandbox = await startSandbox();
    const { maxLength } = contract.components.parameters.WorkflowId.schema;
    const path = pathOf(sandbox, "w".repeat(maxLength + 1));
    const response = await sendSigned(sandbox, { ...startOf(sandbox), path });
    expect(response).toMatchObject({ status: 400 });
    for (const words of ["path.workflow_id", maxLength, maxLength + 1])
      expect(response.body.error_msg).toContain(String(words));
  });
});

test("every error fits the contract", async () => {
  const sandbox = await startSandbox({ workflows: [] });
  const ajv = new Ajv2020.default({ strict: false });
  ajv.addSchema({ $id: "contract", ...contract });
  const documented: Record<string, { $ref: string }> =
    contract.paths["/v2/{project_id}/fgs/workflows/{workflow_id}/executions"].post.responses;
  const responses = [
    await send(sandbox.url, startOf(sandbox)),
    await send(sandbox.url, { method: "PUT", path: pathOf(sandbox) }),
    await sendSigned(sandbox, { ...startOf(sandbox), body: "{}" }),
    await sendSigned(sandbox, startOf(sandbox)),
  ];
  expect(responses.map(({ status }) => status)).toEqual([401, 405, 400, 404]);
  for (const { status, body } of responses) {
    const { $ref } = documented[status] ?? documented["default"]!;
    const validate = ajv.compile({ $ref: `contract${$ref}/content/application~1json/schema` });
    expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ error_code: 1 })).toBe(false);
  }
});

describe("a placeholder that was never filled in", () => {
  test.each(["{workflow_id}", "%7Bworkflow_id%7D", "%7bworkflow_id%7d"])("%s is noted", async (id) => {
    const sandbox = await startSandbox();
    const path = pathOf(sandbox, id);
    const { status } = await sendSigned(sandbox, { ...startOf(sandbox), path });
    expect(status).toBe(200);
    expect(sandbox.executions).toMatchObject([
      { path: { workflow_id: "{workflow_id}" }, notes: [expect.stringContaining("path.workflow_id")] },
    ]);
  });

  test.each(["{workflow_id}", "%7Bworkflow_id%7D"])("%s is refused if strict", async (id) => {
    const sandbox = await startSandbox({ strict: true });
    const path = pathOf(sandbox, id);
    const response = await sendSigned(sandbox, { ...startOf(sandbox), path });
    expect(response).toMatchObject({
      status: 400,
      body: { error_code: "FGS.3002", error_msg: expect.stringContaining("never filled in") },
    });
    expect(sandbox.executions).toEqual([]);
  });

  test("an id that only contains braces is an id", async () => {
    const sandbox = await startSandbox({ strict: true });
    await clientOf(sandbox).startWorkflowExecution({ ...example, path: { workflow_id: "a{b}" } });
    expect(sandbox.executions).toMatchObject([{ path: { workflow_id: "a{b}" }, notes: [] }]);
  });
});

test.each([
  ["a project list", {}, 200],
  ["a refusal", { "X-Auth-Token": "another" }, 401],
])("IAM sends its trace id with %s", async (_, headers, status) => {
  const sandbox = await startSandbox();
  const response = await send(sandbox.url, {
    method: "GET",
    path: "/v3/projects?name=cn-north-4",
    headers: { "X-Auth-Token": sandbox.token, ...headers },
  });
  expect(response.status).toBe(status);
  expect(response.headers["x-iam-trace-id"]).toMatch(/^[0-9a-f]{32}$/);
});

test("only IAM sends a trace id", async () => {
  const sandbox = await startSandbox();
  const { headers } = await sendSigned(sandbox, startOf(sandbox));
  expect(headers["x-iam-trace-id"]).toBeUndefined();
});
