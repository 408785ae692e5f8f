/** Whatever a middleware does, a method rejects with one of this package's errors, within its time. */
import {
  ApiError,
  createFunctionGraphClient,
  CredentialsError,
  FunctionGraphError,
  InvalidRequestError,
  TimeoutError,
} from "functiongraph-workflow";
import type { Middleware } from "openapi-fetch";
import { describe, expect, test } from "vitest";
import { always, scriptedServer } from "./faults.js";
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
  ["returns a response without a body", { onResponse: () => new Response(null, { status: 204 }) }],
  ["returns a response without the id", { onResponse: () => Response.json({ nothing: 1 }) }],
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

describe("sends requests of its own", () => {
  /** The function that openapi-fetch sends with. */
  type Send = (request: Request) => Promise<Response>;
  const sendOf = (options: object) => (options as { fetch: Send }).fetch;

  test("a request that it does not wait for does not leave after the call has failed", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    let sent: Promise<unknown> = Promise.resolve();
    functiongraph.use({
      onRequest: ({ request, options }) => {
        sent = rejection(sendOf(options)(request.clone()));
        throw new Error("the cache is down");
      },
    });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toMatchObject({ mayHaveStarted: false, attempts: 0 });
    expect(await sent).toBeInstanceOf(FunctionGraphError);
    expect(sandbox.executions).toEqual([]);
  });

  test("one that hangs ends with the call", async () => {
    let closed = () => {};
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const server = await scriptedServer(({ socket }) => void socket.on("close", closed));
    const functiongraph = createFunctionGraphClient({
      endpoint: server.url,
      projectId: "p",
      credentials: { ak: "AK", sk: "SK" },
    });
    functiongraph.use({
      onRequest: ({ request, options }) =>
        Promise.race([
          sendOf(options)(request),
          new Promise<Response>((resolve) =>
            setTimeout(() => resolve(Response.json({ execution_id: "fallback" })), 100),
          ),
        ]),
    });
    expect(await functiongraph.startWorkflowExecution(example)).toEqual({ execution_id: "fallback" });
    await gone;
  });

  test.each([
    [500, 404],
    [200, 403],
  ])("after a %d, one that gets %d proves nothing of the first", async (first, second) => {
    const body = '{"execution_id":"e1"}';
    const server = await scriptedServer(async (peer) => {
      await peer.readRequest();
      peer.answer(first, body);
      await always(second, '{"error_msg":"no"}')(peer);
    });
    const functiongraph = createFunctionGraphClient({
      endpoint: server.url,
      projectId: "p",
      credentials: { ak: "AK", sk: "SK" },
    });
    let copy: Request;
    functiongraph.use({
      onRequest: ({ request }) => void (copy = request.clone()),
      onResponse: ({ options }) => sendOf(options)(copy),
    });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toMatchObject({ name: "ApiError", status: second, mayHaveStarted: true, attempts: 2 });
  });
});

describe("throws an error that tells of another call", () => {
  const another = (facts: object) =>
    new ApiError("another call failed.", { status: 403, code: undefined, body: undefined }, facts);

  test("after the workflow was started: what is thrown is the cause", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    const cause = another({ attempts: 1, mayHaveStarted: false });
    functiongraph.use({ onResponse: () => Promise.reject(cause) });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toMatchObject({ name: "FunctionGraphError", mayHaveStarted: true, attempts: 1 });
    expect(error.cause).toBe(cause);
  });

  test("before anything was sent: nothing was started", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    functiongraph.use({
      onRequest: () => Promise.reject(another({ attempts: 3, mayHaveStarted: true })),
    });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toMatchObject({ mayHaveStarted: false, attempts: 0 });
  });

  test("an InvalidRequestError after the response is not called one of credentials", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    functiongraph.use({ onResponse: () => Promise.reject(new InvalidRequestError("mine", [])) });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).not.toBeInstanceOf(CredentialsError);
    expect(error).toMatchObject({ mayHaveStarted: true, attempts: 1 });
  });

  test("a source of credentials that lies", async () => {
    const sandbox = await startSandbox();
    sandbox.failNext({ status: 500 });
    let asked = 0;
    const functiongraph = clientOf(sandbox, {
      retry: { mayStartTwice: true },
      credentials: () => {
        if (asked++ === 0) return sandbox.credentials;
        throw new CredentialsError("no key", { attempts: 1, mayHaveStarted: false });
      },
    });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toMatchObject({ name: "CredentialsError", mayHaveStarted: true, attempts: 1 });
  });
});
