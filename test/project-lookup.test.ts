import { setTimeout } from "node:timers/promises";
import {
  ApiError,
  ConfigurationError,
  createFunctionGraphClient,
  ProjectLookupError,
  TimeoutError,
  type Fetch,
} from "functiongraph-workflow";
import type { Sandbox } from "functiongraph-workflow/sandbox";
import { describe, expect, test } from "vitest";
import { example, rejection, setEnvironment, startSandbox } from "./helpers.js";

/** A client without a project, as in the source page's samples; records its requests. */
function clientWithoutProject(sandbox: Sandbox, more: object = {}) {
  const asked: string[] = [];
  const functiongraph = createFunctionGraphClient({
    region: "cn-north-4",
    endpoint: sandbox.url,
    iamEndpoint: sandbox.url,
    credentials: sandbox.credentials,
    hooks: { onRequest: ({ operation }) => void asked.push(operation) },
    ...more,
  });
  return { functiongraph, asked };
}

test("is made once per client, however many calls wait for it", async () => {
  const sandbox = await startSandbox();
  const { functiongraph, asked } = clientWithoutProject(sandbox);
  await Promise.all(Array.from({ length: 20 }, () => functiongraph.startWorkflowExecution(example)));
  await functiongraph.startWorkflowExecution(example);
  expect(sandbox.executions).toHaveLength(21);
  expect(new Set(sandbox.executions.map(({ path }) => path["project_id"]))).toEqual(
    new Set([sandbox.projectId]),
  );
  expect(asked.filter((operation) => operation === "ProjectLookup")).toHaveLength(1);
});

test("finds the region's project among others, with a token too", async () => {
  const projects = [
    { id: "other", name: "cn-east-3" },
    { id: "mine", name: "cn-north-4" },
  ];
  const sandbox = await startSandbox({ projects, projectId: "mine" });
  const { functiongraph } = clientWithoutProject(sandbox, { credentials: { token: sandbox.token } });
  await functiongraph.startWorkflowExecution(example);
  expect(sandbox.executions[0]!.path["project_id"]).toBe("mine");
});

test("is not made if the client, the call or the environment gives a project", async () => {
  const sandbox = await startSandbox();
  const { projectId } = sandbox;
  const given = clientWithoutProject(sandbox, { projectId });
  await given.functiongraph.startWorkflowExecution(example);
  const perCall = clientWithoutProject(sandbox);
  await perCall.functiongraph.startWorkflowExecution({
    ...example,
    path: { ...example.path, project_id: projectId },
  });
  setEnvironment({ HUAWEICLOUD_SDK_PROJECT_ID: projectId });
  const fromEnvironment = clientWithoutProject(sandbox);
  await fromEnvironment.functiongraph.startWorkflowExecution(example);
  for (const { asked } of [given, perCall, fromEnvironment])
    expect(asked).toEqual(["StartWorkflowExecution"]);
});

test("target() tells where calls go, and looks the project up once", async () => {
  const sandbox = await startSandbox();
  const { functiongraph, asked } = clientWithoutProject(sandbox);
  const target = { endpoint: sandbox.url, projectId: sandbox.projectId };
  expect(await functiongraph.target()).toEqual(target);
  expect(await functiongraph.target()).toEqual(target);
  expect(asked).toEqual(["ProjectLookup"]);
  const given = clientWithoutProject(sandbox, { projectId: "mine" });
  expect(await given.functiongraph.target()).toEqual({ endpoint: sandbox.url, projectId: "mine" });
  expect(given.asked).toEqual([]);

  const nowhere = clientWithoutProject(sandbox, { region: undefined });
  expect(await rejection(nowhere.functiongraph.target())).toBeInstanceOf(ConfigurationError);
  sandbox.failNext({ of: "iam", status: 403 });
  const refused = clientWithoutProject(sandbox);
  expect(await rejection(refused.functiongraph.target())).toBeInstanceOf(ProjectLookupError);
  sandbox.failNext({ of: "iam", delayMs: 60_000 });
  const late = clientWithoutProject(sandbox);
  expect(await rejection(late.functiongraph.target({ timeoutMs: 50 }))).toBeInstanceOf(TimeoutError);
});

test("is not made for a request that the guard refuses", async () => {
  const sandbox = await startSandbox();
  const { functiongraph, asked } = clientWithoutProject(sandbox);
  await rejection(functiongraph.startWorkflowExecution({ ...example, path: { workflow_id: "" } }));
  expect(asked).toEqual([]);
});

describe("goes wrong", () => {
  test("none: says so", async () => {
    const sandbox = await startSandbox({ projects: [{ id: "x", name: "cn-east-3" }] });
    const error = await rejection(
      clientWithoutProject(sandbox).functiongraph.startWorkflowExecution(example),
    );
    expect(error).toBeInstanceOf(ProjectLookupError);
    expect(error.message).toContain("IAM has no project named cn-north-4");
    expect(sandbox.executions).toEqual([]);
  });

  test.each([
    ["a project with another name", { projects: [{ id: "x", name: "cn-east-3" }] }, "has no project named"],
    [
      "a list with more pages",
      { projects: [{ id: "x", name: "cn-north-4" }], links: { next: "/v3/projects?page=2" } },
      "more than one project",
    ],
  ])("%s is not taken for the region's project", async (_, body, message) => {
    const sandbox = await startSandbox();
    sandbox.failNext({ of: "iam", status: 200, body });
    const error = await rejection(
      clientWithoutProject(sandbox).functiongraph.startWorkflowExecution(example),
    );
    expect(error).toBeInstanceOf(ProjectLookupError);
    expect(error.message).toContain(message);
    expect(sandbox.executions).toEqual([]);
  });

  test("several: lists them, and picks and creates none", async () => {
    const projects = ["p1", "p2"].map((id) => ({ id, name: "cn-north-4" }));
    const sandbox = await startSandbox({ projects });
    const error = await rejection(
      clientWithoutProject(sandbox).functiongraph.startWorkflowExecution(example),
    );
    expect(error.message).toContain("pass one of these as projectId: p1, p2");
    expect(error).toMatchObject({ mayHaveStarted: false });
  });

  test.each([
    [
      "a refusal",
      { status: 403, body: { error: { code: 403, message: "Forbidden", title: "No" } } },
      "403: Forbidden",
    ],
    ["HTML", { status: 200, body: "<html>" }, "did not respond with a list of projects"],
    [
      "a list of something else",
      { status: 200, body: { projects: [{ id: "../.." }] } },
      "did not respond with a list of projects",
    ],
    ["a redirect", { status: 302, headers: { Location: "/" } }, "could not be looked up"],
  ])("%s: an error with its cause; the next call asks again", async (_, failure, message) => {
    const sandbox = await startSandbox();
    const { functiongraph, asked } = clientWithoutProject(sandbox);
    sandbox.failNext({ of: "iam", ...failure });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toBeInstanceOf(ProjectLookupError);
    expect(error.message).toContain(message);
    if (failure.status === 403) expect(error.cause).toBeInstanceOf(ApiError);
    await functiongraph.startWorkflowExecution(example);
    expect(asked).toEqual(["ProjectLookup", "ProjectLookup", "StartWorkflowExecution"]);
  });

  test("a temporary failure is retried, since a lookup starts nothing", async () => {
    const sandbox = await startSandbox();
    const { functiongraph, asked } = clientWithoutProject(sandbox);
    sandbox.failNext({ of: "iam", status: 503, headers: { "Retry-After": "0" } });
    sandbox.failNext({ of: "iam", drop: true });
    await functiongraph.startWorkflowExecution(example);
    expect(asked).toEqual(["ProjectLookup", "ProjectLookup", "ProjectLookup", "StartWorkflowExecution"]);
  });

  test("it hangs: the call ends in time, and one caller's abort does not end it for others", async () => {
    const sandbox = await startSandbox();
    const { functiongraph } = clientWithoutProject(sandbox);
    sandbox.failNext({ of: "iam", delayMs: 800 });
    const controller = new AbortController();
    const aborted = rejection(functiongraph.startWorkflowExecution(example, { signal: controller.signal }));
    const late = rejection(functiongraph.startWorkflowExecution(example, { timeoutMs: 200 }));
    const patient = functiongraph.startWorkflowExecution(example);
    void setTimeout(100).then(() => controller.abort("bored"));
    expect(await aborted).toMatchObject({ name: "AbortError", cause: "bored", mayHaveStarted: false });
    const error = await late;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toContain("timed out after 200 ms, waiting for the project lookup in IAM");
    expect((await patient).execution_id).toBe(sandbox.executions[0]!.execution_id);
  });

  test("it hangs for good: the next call asks again", async () => {
    const sandbox = await startSandbox();
    let lookups = 0;
    const fetch: Fetch = (url, init) =>
      init.method === "GET" && lookups++ === 0
        ? new Promise<Response>(() => {})
        : globalThis.fetch(url, init);
    const { functiongraph } = clientWithoutProject(sandbox, { fetch, timeoutMs: 300 });
    expect(await rejection(functiongraph.startWorkflowExecution(example))).toBeInstanceOf(TimeoutError);
    await setTimeout(100);
    const { execution_id } = await functiongraph.startWorkflowExecution(example);
    expect(execution_id).toBe(sandbox.executions[0]!.execution_id);
    expect(lookups).toBe(2);
  });

  test("no region to look up: says what to pass", async () => {
    const sandbox = await startSandbox();
    const { functiongraph } = clientWithoutProject(sandbox, { region: undefined });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain("pass projectId or region");
  });

  test("IAM over plain http elsewhere is refused when the client is created", async () => {
    const sandbox = await startSandbox();
    expect(() => clientWithoutProject(sandbox, { iamEndpoint: "http://iam.example.com" })).toThrow(
      ConfigurationError,
    );
  });
});
