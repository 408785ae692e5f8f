import { ConfigurationError } from "functiongraph-workflow";
import type { Failure } from "functiongraph-workflow/sandbox";
import { describe, expect, test } from "vitest";
import { rejection, startSandbox } from "./helpers.js";
import { sendSigned, startOf } from "./sandbox-requests.js";
import { send } from "./wire.js";

describe("failNext", () => {
  test("status, body and headers", async () => {
    const sandbox = await startSandbox();
    sandbox.failNext({
      status: 503,
      body: "busy",
      headers: { "Retry-After": "7", "Content-Type": "text/plain" },
    });
    const response = await sendSigned(sandbox, startOf(sandbox));
    expect(response).toMatchObject({ status: 503, body: "busy", headers: { "retry-after": "7" } });
    expect(sandbox.executions).toEqual([]);
    expect((await sendSigned(sandbox, startOf(sandbox))).status).toBe(200);
  });

  test("failures are used in turn", async () => {
    const sandbox = await startSandbox();
    for (const status of [500, 502]) sandbox.failNext({ status });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await sendSigned(sandbox, startOf(sandbox))).status);
    expect(statuses).toEqual([500, 502, 200]);
  });

  test("a dropped connection, whether or not the call is carried out", async () => {
    const sandbox = await startSandbox();
    sandbox.failNext({ drop: true });
    expect(await rejection(sendSigned(sandbox, startOf(sandbox)))).toMatchObject({ code: "ECONNRESET" });
    expect(sandbox.executions).toHaveLength(0);
    sandbox.failNext({ drop: true, started: true });
    expect(await rejection(sendSigned(sandbox, startOf(sandbox)))).toMatchObject({ code: "ECONNRESET" });
    expect(sandbox.executions).toHaveLength(1);
  });

  test("a delay alone only makes the call late", async () => {
    const sandbox = await startSandbox();
    sandbox.failNext({ delayMs: 300 });
    const start = performance.now();
    expect((await sendSigned(sandbox, startOf(sandbox))).status).toBe(200);
    // Timers count whole milliseconds, and may fire one early.
    expect(performance.now() - start).toBeGreaterThan(298);
  });

  test("the body can be any JSON value", async () => {
    const sandbox = await startSandbox();
    for (const body of [null, 0, false, [], { a: "b" }]) {
      sandbox.failNext({ body });
      const response = await sendSigned(sandbox, startOf(sandbox));
      expect(response).toMatchObject({ status: 500, body, headers: { "content-type": "application/json" } });
    }
    sandbox.failNext({ body: "" });
    expect(await sendSigned(sandbox, startOf(sandbox))).toMatchObject({ status: 500, body: "" });
  });

  test("headers override the sandbox's own", async () => {
    const sandbox = await startSandbox();
    const headers = { date: "yesterday", "x-request-id": "mine", "content-type": "application/problem+json" };
    sandbox.failNext({ headers, body: {} });
    const response = await sendSigned(sandbox, startOf(sandbox));
    expect(response.headers).toMatchObject(headers);
  });

  test("each service has its own failures", async () => {
    const sandbox = await startSandbox();
    sandbox.failNext({ of: "metadata", status: 503 });
    sandbox.failNext({ of: "iam", status: 502 });
    expect((await sendSigned(sandbox, startOf(sandbox))).status).toBe(200);
    const request = { method: "GET", path: "/v3/projects", headers: { "X-Auth-Token": sandbox.token } };
    const failed = await send(sandbox.url, request);
    expect(failed).toMatchObject({ status: 502, headers: { "x-iam-trace-id": expect.any(String) } });
    expect((await send(sandbox.url, request)).status).toBe(200);
    const path = "/openstack/latest/securitykey";
    expect((await send(sandbox.url, { method: "GET", path })).status).toBe(503);
  });

  test("a failure that changes later stays as it was", async () => {
    const sandbox = await startSandbox();
    const failure = { status: 503, body: { a: 1 } };
    sandbox.failNext(failure);
    failure.status = 200;
    failure.body.a = 2;
    const response = await sendSigned(sandbox, startOf(sandbox));
    expect(response).toMatchObject({ status: 503, body: { a: 1 } });
  });
});

describe("an unusable failure is refused at once", () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;
  const rows: [string, unknown][] = [
    ["status", 0],
    ["status", 99],
    ["status", 1000],
    ["status", 200.5],
    ["status", "503"],
    ["delayMs", -1],
    ["delayMs", NaN],
    // A Node timer would fire at once.
    ["delayMs", 2 ** 31],
    ["delayMs", "100"],
    ["of", "obs"],
    ["of", "toString"],
    ["headers", "Retry-After: 1"],
    ["headers", { "Retry After": "1" }],
    ["headers", { "Retry-After": "1\r\nX: y" }],
    ["headers", { "Retry-After": 1 }],
    ["body", circular],
    ["body", 1n],
    ["body", () => {}],
    ["drop", "yes"],
    ["started", 1],
    ["statuss", 503],
  ];
  test.each(rows)("%s: %s", async (name, value) => {
    const sandbox = await startSandbox();
    const failNext = () => sandbox.failNext({ [name]: value } as Failure);
    expect(failNext).toThrow(ConfigurationError);
    expect(failNext).toThrow(name);
    // It is not queued.
    expect((await sendSigned(sandbox, startOf(sandbox))).status).toBe(200);
  });

  test.each([[undefined], [null], ["drop"]])("%j in place of a failure", async (failure) => {
    const sandbox = await startSandbox();
    expect(() => sandbox.failNext(failure as unknown as Failure)).toThrow(ConfigurationError);
  });
});
