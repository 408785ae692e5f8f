/** Whatever a middleware does, a method rejects with one of this package's errors, within its time. */
import { FunctionGraphError, TimeoutError } from "functiongraph-workflow";
import type { Middleware } from "openapi-fetch";
import { describe, expect, test } from "vitest";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";

const trap = () => {
  throw new Error("no");
};
const before: [string, Middleware][] = [
  ["throws", { onRequest: trap }],
  [
    "throws an object that throws when read",
    { onRequest: () => Promise.reject(new Proxy({}, { get: trap, getPrototypeOf: trap })) },
  ],
  ["returns junk", { onRequest: () => "junk" as never }],
];
const after: [string, Middleware][] = [
  ["throws", { onResponse: trap }],
  ["rejects with nothing", { onResponse: () => Promise.reject(undefined) }],
  ["returns junk", { onResponse: () => ({}) as never }],
  [
    "returns a response that is not JSON",
    { onResponse: () => new Response("<html>", { headers: { "content-length": "6" } }) },
  ],
];

describe("before the request is sent, one that", () => {
  test.each(before)("%s: nothing was started", async (_, middleware) => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    functiongraph.use(middleware);
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toBeInstanceOf(FunctionGraphError);
    expect(error).toMatchObject({ attempts: 0, mayHaveStarted: false });
    expect("cause" in error).toBe(true);
    expect(sandbox.executions).toEqual([]);
  });

  test("never returns: the call ends in time", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox, { timeoutMs: 200 });
    functiongraph.use({ onRequest: () => new Promise<never>(() => {}) });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ attempts: 0, mayHaveStarted: false });
  });
});

describe("after the response, one that", () => {
  test.each(after)("%s: the workflow was started", async (_, middleware) => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    functiongraph.use(middleware);
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toBeInstanceOf(FunctionGraphError);
    expect(error).toMatchObject({ attempts: 1, mayHaveStarted: true });
    expect(sandbox.executions).toHaveLength(1);
  });

  test("never returns: the call ends in time, and says that the workflow may have started", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox, { timeoutMs: 400 });
    functiongraph.use({ onResponse: () => new Promise<never>(() => {}) });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ attempts: 1, mayHaveStarted: true });
  });

  test("turns an error into a response: its data is what the method resolves to", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    functiongraph.use({ onError: () => Response.json({ execution_id: "from the middleware" }) });
    sandbox.failNext({ drop: true });
    expect(await functiongraph.startWorkflowExecution(example)).toEqual({
      execution_id: "from the middleware",
    });
  });
});

test("a verb passes a middleware's own error on", async () => {
  const sandbox = await startSandbox();
  const functiongraph = clientOf(sandbox);
  functiongraph.use({ onRequest: trap });
  const call = functiongraph.POST("/v2/{project_id}/fgs/workflows/{workflow_id}/executions", {
    params: { path: { project_id: sandbox.projectId, workflow_id: "w" } },
    body: { input: {} },
  });
  expect((await rejection(call)).message).toBe("no");
});
