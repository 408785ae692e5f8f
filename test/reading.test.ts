/** Everything that a caller passes is read and copied before the method returns. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { runsTimes } from "./seed.js";

const path = "/v2/{project_id}/fgs/workflows/{workflow_id}/executions";

test("one request object, changed in a loop, starts each workflow once", async () => {
  const sandbox = await startSandbox();
  const functiongraph = clientOf(sandbox);
  const ids = ["w0", "w1", "w2"];

  const request = { path: { workflow_id: "" }, body: { input: { n: 0 } } };
  const calls = ids.map((id, n) => {
    request.path.workflow_id = id;
    request.body.input.n = n;
    return functiongraph.startWorkflowExecution(request);
  });
  await Promise.all(calls);
  const started = sandbox.executions.map(({ path, body }) => [path["workflow_id"], body]);
  expect(new Map(started as [string, unknown][])).toEqual(
    new Map(ids.map((id, n) => [id, { input: { n } }])),
  );
  expect(started).toHaveLength(ids.length);
});

test("the same with an openapi-fetch verb, its headers and its middlewares", async () => {
  const sandbox = await startSandbox();
  const functiongraph = clientOf(sandbox);
  const params = { path: { project_id: sandbox.projectId, workflow_id: "" } };
  const init = { params, headers: { "X-Create-Time": "" }, body: { input: {} }, middleware: [] as object[] };
  const calls = ["w0", "w1"].map((id) => {
    params.path.workflow_id = id;
    init.headers["X-Create-Time"] = id;
    return functiongraph.POST(path, init as never);
  });
  init.middleware.push({ onRequest: () => expect.unreachable("it was not there when the calls were made") });
  await Promise.all(calls);
  const started = sandbox.executions.map(({ path, header }) => [
    path["workflow_id"],
    header["X-Create-Time"],
  ]);
  expect(new Map(started as [string, unknown][])).toEqual(
    new Map([
      ["w0", "w0"],
      ["w1", "w1"],
    ]),
  );
});

test("a timeout and a signal, too", async () => {
  const sandbox = await startSandbox();
  const functiongraph = clientOf(sandbox);
  sandbox.failNext({ delayMs: 2_000 });
  const options: { timeoutMs: number; signal?: AbortSignal } = { timeoutMs: 200 };
  const call = functiongraph.startWorkflowExecution(example, options);
  options.timeoutMs = 60_000;
  options.signal = AbortSignal.abort();
  expect(await rejection(call)).toMatchObject({ name: "TimeoutError" });
});

describe("whatever is changed afterwards", () => {
  test("what was passed arrives (property)", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    const inputs = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(inputs, fc.boolean(), async (given, observed) => {
        const before = sandbox.executions.length;
        const middleware = { onRequest: () => undefined };
        if (observed) functiongraph.use(middleware);
        const body: { input: Record<string, unknown> } = { input: {} };
        const request = { path: { workflow_id: "w" }, header: { "X-Create-Time": "" }, body };
        const calls = given.map((input, index) => {
          request.body.input = structuredClone(input) as Record<string, unknown>;
          request.header["X-Create-Time"] = String(index);
          const call = functiongraph.startWorkflowExecution(request);
          for (const key of Object.keys(request.body.input)) delete request.body.input[key];
          return call;
        });
        request.path.workflow_id = "changed";
        await Promise.all(calls);
        functiongraph.eject(middleware);
        const started = sandbox.executions.slice(before);
        expect(new Set(started.map(({ path }) => path["workflow_id"]))).toEqual(new Set(["w"]));
        const sorted = started.sort(
          (a, b) => Number(a.header["X-Create-Time"]) - Number(b.header["X-Create-Time"]),
        );
        expect(JSON.stringify(sorted.map(({ body }) => body))).toBe(
          JSON.stringify(given.map((input) => ({ input }))),
        );
      }),
      runsTimes(1 / 10),
    );
  });
});
