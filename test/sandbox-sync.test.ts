/** Synchronous starts of express workflows. */
import { connect } from "node:net";
import type { Sandbox, WorkflowFunction } from "functiongraph-workflow/sandbox";
import { expect, test } from "vitest";
import { ConnectionError } from "functiongraph-workflow";
import { rejection } from "./helpers.js";
import { callsTo, forever, sandboxFor } from "./sandbox-workflows.js";

const path = { workflow_id: "flow" };

async function expressFor(run?: WorkflowFunction) {
  const all = await sandboxFor(undefined, { workflows: { flow: { run, mode: "EXPRESS" }, standard: {} } });
  const startSync = (input: object = {}) =>
    all.functiongraph.startSyncWorkflowExecution({ path, body: { input: { ...input } } });
  return { ...all, startSync };
}

const running = async (sandbox: Sandbox) => {
  await expect.poll(() => sandbox.executions).toMatchObject([{ status: "running" }]);
};

test("responds with the output once the execution has ended", async () => {
  const { sandbox, startSync } = await expressFor(async ({ a }, { sleep }) => {
    await sleep(1_000);
    return { b: a + 1 };
  });
  let responded = false;
  const response = startSync({ a: 1 }).finally(() => (responded = true));
  await running(sandbox);
  await sandbox.advance(999);
  expect(responded).toBe(false);
  await sandbox.advance(1);
  expect(await response).toEqual({
    execution_id: "e1",
    status: "success",
    output: { b: 2 },
    begin_time: "2026-01-31T12:00:00.000Z",
    end_time: "2026-01-31T12:00:01.000Z",
  });
});

test("a failure comes with the nodes that failed", async () => {
  const { startSync } = await expressFor(async (_, { step }) => {
    await step("fine", () => {});
    await step("charge", () => Promise.reject(new Error("declined")));
  });
  const at = "2026-01-31T12:00:00.000Z";
  expect(await startSync()).toEqual({
    execution_id: "e1",
    status: "fail",
    errors: [{ node_id: "charge", error_message: "declined", begin_time: at, end_time: at }],
    begin_time: at,
    end_time: at,
  });
});

test("has at most 200 errors", async () => {
  const { startSync } = await expressFor(async (_, { step }) => {
    for (const name of ["a", "b"]) {
      for (let i = 0; i < 150; i++)
        await step(name, () => Promise.reject(new Error(`${name}${i}`))).catch(() => {});
    }
    throw new Error("last");
  });
  const { errors } = await startSync();
  expect(errors).toHaveLength(200);
  expect(errors!.at(-1)).toMatchObject({ node_id: "flow", error_message: "last" });
});

test("a timeout is reported", async () => {
  const { sandbox, startSync } = await expressFor(forever);
  const response = startSync();
  await running(sandbox);
  await sandbox.advance(300_000);
  expect(await response).toMatchObject({ status: "timeout" });
});

test("an execution that is stopped has failed, as no other status is documented", async () => {
  const { sandbox, startSync, stop } = await expressFor(forever);
  const response = startSync();
  await running(sandbox);
  await stop("e1");
  const errors = [{ node_id: "never", error_message: "The execution was stopped." }];
  expect(await response).toMatchObject({ status: "fail", errors });
  expect(sandbox.executions).toMatchObject([{ status: "cancel" }]);
});

test("is refused for a standard workflow", async () => {
  const { sandbox, functiongraph } = await expressFor();
  const call = functiongraph.startSyncWorkflowExecution({
    path: { workflow_id: "standard" },
    body: { input: {} },
  });
  expect(await rejection(call)).toMatchObject({ status: 400, message: expect.stringContaining("standard") });
  expect(sandbox.executions).toEqual([]);
});

test("an express workflow can be started asynchronously, too", async () => {
  const { sandbox, start } = await expressFor();
  await start({ a: 1 });
  expect(sandbox.executions).toMatchObject([{ status: "success", output: { a: 1 } }]);
});

test("goes on when its client hangs up", async () => {
  const { sandbox } = await expressFor((_, { sleep }) => sleep(1_000));
  const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
  const body = '{"input":{}}';
  socket.write(
    `POST /v2/${sandbox.projectId}/fgs/workflows/flow/sync-executions HTTP/1.1\r\nHost: localhost\r\n` +
      `X-Auth-Token: ${sandbox.token}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  await running(sandbox);
  socket.destroy();
  await sandbox.advance(1_000);
  expect(sandbox.executions).toMatchObject([{ status: "success" }]);
});

test("ends without a response when the sandbox closes", async () => {
  const { sandbox, startSync } = await expressFor(forever);
  const response = rejection(startSync());
  await running(sandbox);
  await sandbox.close();
  expect(await response).toBeInstanceOf(ConnectionError);
  expect(sandbox.executions).toMatchObject([{ status: "cancel" }]);
});

test("failNext reaches every operation, whether or not it is carried out", async () => {
  const { sandbox, startSync, stop, retry, callBack, show, statusIs } = await expressFor(
    async (_, { callback }) => callback("go"),
  );
  const id = "e1";
  const go = { result: "success", output: { gone: true } } as const;
  for (const call of [
    startSync,
    () => stop(id),
    () => retry(id),
    () => callBack(id, "go", go),
    () => show(id),
  ]) {
    sandbox.failNext({ status: 418 });
    expect(await rejection(call())).toMatchObject({ status: 418 });
  }
  expect(sandbox.executions).toEqual([]);
  sandbox.failNext({ status: 502, started: true });
  const started = rejection(startSync());
  await running(sandbox);
  sandbox.failNext({ drop: true, started: true });
  expect(await rejection(callBack(id, "go", go))).toBeInstanceOf(ConnectionError);
  await statusIs(id, "success");
  expect(await started).toMatchObject({ status: 502, mayHaveStarted: true });
  const standard = callsTo(sandbox, "standard");
  sandbox.failNext({ status: 500, started: true });
  await rejection(standard.start());
  expect(sandbox.executions).toMatchObject([{ status: "success" }, { status: "success" }]);
});
