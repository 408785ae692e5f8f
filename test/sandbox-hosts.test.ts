/** Names that a web page has led to this machine open nothing. */
import { json } from "node:stream/consumers";
import { expect, test } from "vitest";
import { clientOf, example, startSandbox } from "./helpers.js";
import { ask } from "./sandbox-page.js";
import { gatewayError, pathOf } from "./sandbox-requests.js";
import type { Sandbox, SandboxOptions } from "functiongraph-workflow/sandbox";

async function start(sandbox: Sandbox, host: string) {
  const headers = {
    Host: host,
    Origin: `http://${host}`,
    "Content-Type": "application/json",
    "X-Auth-Token": sandbox.token,
  };
  const response = await ask(sandbox, "POST", pathOf(sandbox), headers, JSON.stringify(example.body));
  return { status: response.statusCode, body: await json(response) };
}

test.each([
  "evil.example",
  "evil.example:4010",
  "127.0.0.1.evil.example",
  "localhost.evil.example",
  "evil@127.0.0.1",
  "127.0.0.1:80:90",
  "[::1].evil.example",
])("a loopback sandbox refuses %s", async (host) => {
  const sandbox = await startSandbox();
  sandbox.failNext({ status: 503, body: {} });
  expect(await start(sandbox, host)).toEqual({
    status: 403,
    body: gatewayError("APIG.0302", `does not answer to the host "${host}"`),
  });
  expect(sandbox.executions).toEqual([]);
  // It has not used up the failure.
  expect((await start(sandbox, "localhost")).status).toBe(503);
});

test.each([
  ["GET", "/v3/projects?name=cn-north-4"],
  ["PUT", "/meta-data/latest/api/token"],
  ["GET", "/openstack/latest/securitykey"],
  ["GET", "/nothing"],
])("so do its other services: %s %s", async (method, path) => {
  const sandbox = await startSandbox();
  const headers = { Host: "evil.example", "X-Metadata-Token-Ttl-Seconds": "60" };
  expect((await ask(sandbox, method, path, headers)).statusCode).toBe(403);
});

test.each(["127.0.0.1", "localhost:4010", "LOCALHOST", "[::1]:4010", "192.0.2.7:80", "169.254.169.254"])(
  "it answers to %s",
  async (host) => {
    const sandbox = await startSandbox();
    expect((await start(sandbox, host)).status).toBe(200);
  },
);

test.each<[string, SandboxOptions]>([
  ["localhost", { host: "localhost" }],
  ["IPv6", { host: "::1" }],
])("its own URL is among them: %s", async (_, options) => {
  const sandbox = await startSandbox(options);
  await clientOf(sandbox).startWorkflowExecution(example);
  expect((await start(sandbox, "evil.example")).status).toBe(403);
});

test("one that others can reach answers to any name, but for its page", async () => {
  const sandbox = await startSandbox({ host: "0.0.0.0" });
  expect((await start(sandbox, "sandbox.internal:4010")).status).toBe(200);
  expect((await ask(sandbox, "GET", "/executions", { Host: "sandbox.internal" })).statusCode).toBe(403);
});
