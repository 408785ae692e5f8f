import { once } from "node:events";
import { connect } from "node:net";
import { ConfigurationError, ConnectionError } from "functiongraph-workflow";
import { createSandbox, type SandboxOptions, type Workflow } from "functiongraph-workflow/sandbox";
import { describe, expect, test } from "vitest";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { sendSigned, startOf } from "./sandbox-requests.js";

/** What a caller in plain JavaScript, or with a value from the environment, may pass. */
const untyped = (options: unknown) => options as SandboxOptions;

test("credentials, project and port can be chosen", async () => {
  const free = await startSandbox();
  const port = Number(new URL(free.url).port);
  await free.close();
  const sandbox = await startSandbox({ credentials: { ak: "AK", sk: "SK" }, projectId: "mine", port });
  expect(sandbox).toMatchObject({ url: `http://127.0.0.1:${port}`, projectId: "mine" });
  await clientOf(sandbox).startWorkflowExecution(example);
  expect(sandbox.executions).toHaveLength(1);
});

test.each([[undefined], [null], [""]])(
  "host %j counts as not given: only this machine is served",
  async (host) => {
    const { url } = await startSandbox(untyped({ host }));
    expect(new URL(url).hostname).toBe("127.0.0.1");
  },
);

test.each([[undefined], [null], [""]])("%j leaves every option at its default", async (value) => {
  const defaults = await startSandbox();
  const names = ["credentials", "token", "projectId", "projects", "workflows", "temporaryKeyLifetimeMs"];
  names.push("keepExecutions", "port", "host", "clock", "newId", "strict");
  const sandbox = await startSandbox(untyped(Object.fromEntries(names.map((name) => [name, value]))));
  const { credentials, token, projectId } = defaults;
  expect(sandbox).toMatchObject({ credentials, token, projectId });
  await clientOf(sandbox).startWorkflowExecution(example);
  expect(sandbox.executions).toHaveLength(1);
});

describe("an unusable option is refused before anything listens", () => {
  const rows: [string, unknown, string][] = [
    ["host", 7, "pass an address"],
    ["host", ["127.0.0.1"], "pass an address"],
    ["port", 99_999, "65535"],
    ["port", -1, "65535"],
    ["port", 1.5, "65535"],
    ["port", NaN, "65535"],
    ["port", "abc", "65535"],
    ["port", "8080", "65535"],
    ["credentials", "AK:SK", "{ ak, sk }"],
    ["credentials", { token: "t" }, "{ ak, sk }"],
    ["credentials", {}, "ak"],
    ["credentials", { ak: "AK", sk: "S K" }, "sk"],
    ["token", 1, "pass a string"],
    ["token", "a b", "token"],
    ["projectId", 1, "pass text of"],
    ["projectId", "a/b", "pass text of"],
    ["projectId", "x".repeat(65), "pass text of"],
    ["projects", {}, "pass an array"],
    ["projects", [{ id: "x" }], "pass an array"],
    ["workflows", "w", "pass an array"],
    ["workflows", ["x".repeat(65)], "make each id text of 1 to 64"],
    ["workflows", { ["x".repeat(65)]: {} }, "make each id text of 1 to 64"],
    ["workflows", ["a/b"], "make each id text of 1 to 64"],
    ["workflows", { "..": {} }, "make each id text of 1 to 64"],
    ["workflows", { flow: 7 }, '"flow"'],
    ["workflows", { flow: { run: "later" } }, "pass a function"],
    ["workflows", { flow: { mode: "FAST" } }, '"EXPRESS"'],
    ["workflows", { flow: { timeoutMs: 0 } }, "pass a whole number"],
    ["workflows", { flow: { timeout: 5 } }, "check its name"],
    ["workflows", ["w", 1], "pass an array"],
    ["workflows", Array(2), "pass an array"],
    ["temporaryKeyLifetimeMs", Infinity, "pass a whole number"],
    ["temporaryKeyLifetimeMs", "1000", "pass a whole number"],
    ["keepExecutions", 0, "at least 1"],
    ["clock", 0, "pass a function"],
    ["newId", "e1", "pass a function"],
    ["strict", "false", "pass true or false"],
    ["workflow", ["w"], "check its name"],
  ];
  test.each(rows)("%s: %j", async (name, value, advice) => {
    const error = await rejection(createSandbox(untyped({ [name]: value })));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain(name);
    expect(error.message).toContain(advice);
  });

  test.each([[null], ["port"], [[]]])("%j in place of the options", async (options) => {
    expect(await rejection(createSandbox(untyped(options)))).toBeInstanceOf(ConfigurationError);
  });

  test("a getter that throws", async () => {
    const trap = new Proxy({}, { get: () => { throw new Error("trap"); } }); // prettier-ignore
    for (const options of [trap, { credentials: trap }, { projects: [trap] }])
      expect(await rejection(createSandbox(untyped(options)))).toBeInstanceOf(ConfigurationError);
  });

  test("a secret is not in the message", async () => {
    for (const credentials of [[{ ak: "AK", sk: "SECRET" }], "AK:SECRET", { ak: "AK", sk: "SECRET\n" }]) {
      const error = await rejection(createSandbox(untyped({ credentials })));
      expect(error.message).not.toContain("SECRET");
    }
  });
});

test("workflows may be a module's exports", async () => {
  const url = "data:text/javascript,export const double = () => ({ doubled: true })";
  const workflows = await import(url);
  const sandbox = await startSandbox({ workflows });
  await clientOf(sandbox).startWorkflowExecution({ ...example, path: { workflow_id: "double" } });
  await expect.poll(() => sandbox.executions[0]?.output).toEqual({ doubled: true });
});

test("changing the options later has no effect", async () => {
  const workflows: Record<string, Workflow> = { w: { run: () => ({ first: true }) } };
  const credentials = { ak: "AK", sk: "SK" };
  const sandbox = await startSandbox({ workflows, credentials });
  workflows["w"]!.run = () => ({});
  delete workflows["w"];
  credentials.sk = "another";
  await clientOf(sandbox).startWorkflowExecution({ ...example, path: { workflow_id: "w" } });
  expect(sandbox.executions).toMatchObject([{ output: { first: true } }]);
});

test.each([["203.0.113.1"], ["a\0b"]])("an address it cannot listen on is named: %j", async (host) => {
  const error = await rejection(createSandbox({ host }));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.message).toContain(host);
});

test("a port that is taken is named", async () => {
  const { url } = await startSandbox();
  const { port } = new URL(url);
  const error = await rejection(createSandbox({ port: Number(port) }));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.message).toContain("EADDRINUSE");
  expect(error.message).toContain(port);
});

test.each([
  ["returns no date", () => NaN],
  ["throws", () => { throw new Error("no time"); }], // prettier-ignore
])("a clock that %s is reported, and lets nothing through", async (_, clock) => {
  const sandbox = await startSandbox({ clock });
  const response = await sendSigned(sandbox, startOf(sandbox));
  expect(response).toMatchObject({ status: 500, body: expect.stringMatching(/clock|no time/) });
  expect(sandbox.executions).toEqual([]);
});

describe("close", () => {
  test("ends its connections, and can be repeated", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    sandbox.failNext({ delayMs: 600_000 });
    const running = rejection(functiongraph.startWorkflowExecution(example));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await sandbox.close();
    await sandbox.close();
    expect(await running).toBeInstanceOf(ConnectionError);
  });

  test("leaves no timer of a delayed call, and does not carry the call out", async () => {
    const sandbox = await startSandbox();
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const { port } = new URL(sandbox.url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => {});
    const before = timers();
    // Pipelined: the later requests wait behind the first one.
    const count = 20;
    for (let i = 0; i < count; i++) {
      sandbox.failNext({ of: "metadata", delayMs: 600_000 });
      socket.write("GET /openstack/latest/securitykey HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    await expect.poll(timers).toBeGreaterThanOrEqual(before + count);
    const closed = once(socket, "close");
    await sandbox.close();
    await closed;
    await expect.poll(timers).toBeLessThan(before + count / 2);
    expect(sandbox.executions).toEqual([]);
  });
});
