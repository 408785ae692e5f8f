import { expect, test } from "vitest";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { callsTo, forever } from "./sandbox-workflows.js";
import { send } from "./wire.js";

const start = (sandbox: Parameters<typeof clientOf>[0], workflow_id: string) =>
  clientOf(sandbox).startWorkflowExecution({ ...example, path: { workflow_id } });
const idsOf = ({ executions }: Parameters<typeof clientOf>[0]) =>
  executions.map(({ path }) => path["workflow_id"]);

test("the newest executions are kept, as many as asked for, in the same array", async () => {
  const sandbox = await startSandbox({ keepExecutions: 2 });
  const { executions } = sandbox;
  for (const id of ["a", "b", "c"]) await start(sandbox, id);
  expect(idsOf(sandbox)).toEqual(["b", "c"]);
  expect(sandbox.executions).toBe(executions);
});

test("a test may empty the array between its cases", async () => {
  const sandbox = await startSandbox({ keepExecutions: 2 });
  for (const id of ["a", "b"]) await start(sandbox, id);
  (sandbox.executions as unknown[]).length = 0;
  for (const id of ["c", "d"]) await start(sandbox, id);
  expect(idsOf(sandbox)).toEqual(["c", "d"]);
  await start(sandbox, "e");
  expect(idsOf(sandbox)).toEqual(["d", "e"]);
});

test("an execution that is dropped while it runs is stopped", async () => {
  const sandbox = await startSandbox({ keepExecutions: 1, workflows: { flow: forever } });
  const { start, show } = callsTo(sandbox);
  const id = await start();
  const [first] = sandbox.executions;
  await start();
  expect(sandbox.executions).toHaveLength(1);
  expect(first).toMatchObject({ status: "cancel", error: "The sandbox no longer keeps the execution." });
  expect(await rejection(show(id))).toMatchObject({ status: 404 });
});

test("outputs count towards the memory, and one that is too large is not kept", async () => {
  const megabyte = 2 ** 20;
  const sandbox = await startSandbox({
    workflows: {
      flow: async ({ megabytes }, { step }) => {
        // Two bytes a character.
        const output = () => ({ text: "x".repeat((megabytes * megabyte) / 2) });
        for (let i = 0; i < (megabytes > 100 ? 2 : 1); i++) await step("work", output);
        return megabytes > 100 ? output() : undefined;
      },
    },
  });
  const { start, statusIs } = callsTo(sandbox);
  const run = async (megabytes: number) => statusIs(await start({ megabytes }), "success");
  for (let i = 0; i < 5; i++) await run(40);
  expect(sandbox.executions).toHaveLength(3);
  await run(129);
  const { output, nodes, notes } = sandbox.executions.at(-1)!;
  expect({ output, notes }).toEqual({
    output: undefined,
    notes: ["output of node work is too large to keep", "output is too large to keep"],
  });
  expect(nodes[0]!.executions[0]).not.toHaveProperty("output");
});

test("what a stopped function returns takes no memory", async () => {
  const finish: (() => void)[] = [];
  const sandbox = await startSandbox({
    workflows: {
      flow: async () => {
        await new Promise<void>((resolve) => finish.push(resolve));
        return { text: "x".repeat(40 * 2 ** 19) };
      },
    },
  });
  const { start, stop } = callsTo(sandbox);
  for (let i = 0; i < 5; i++) await stop(await start());
  finish.forEach((end) => end());
  await sandbox.advance(1);
  expect(sandbox.executions).toHaveLength(5);
});

test("a body that is too large to keep still runs, but cannot be retried", async () => {
  const sandbox = await startSandbox({
    workflows: {
      flow: ({ list }) => {
        throw new Error(`${list.length} objects`);
      },
    },
  });
  const { retry } = callsTo(sandbox);
  const request = {
    method: "POST",
    path: `/v2/${sandbox.projectId}/fgs/workflows/flow/executions`,
    headers: { "X-Auth-Token": sandbox.token },
    body: `{"input":{"list":[${"{},".repeat(3_000_000)}{}]}}`,
  };
  const { execution_id } = (await send(sandbox.url, request)).body;
  await expect.poll(() => sandbox.executions[0]?.error).toBe("3000001 objects");
  expect(sandbox.executions[0]).toMatchObject({ body: undefined, notes: ["body is too large to keep"] });
  expect(await rejection(retry(execution_id))).toMatchObject({
    status: 400,
    message: expect.stringContaining("too large"),
  });
});

test("an id that was given before is refused, and starts nothing", async () => {
  const sandbox = await startSandbox({ newId: () => "same" });
  await start(sandbox, "w");
  const error = await rejection(start(sandbox, "w"));
  expect(error).toMatchObject({ status: 500, body: expect.stringContaining("same") });
  expect(sandbox.executions).toHaveLength(1);
});

test.each([[""], [7], ["x".repeat(65)], ["a/b"], ["."], [".."], ["\ud800"]])(
  "an id that no client could use is refused: %j",
  async (id) => {
    const sandbox = await startSandbox({ newId: () => id as string });
    expect(await rejection(start(sandbox, "w"))).toMatchObject({
      status: 500,
      body: expect.stringContaining("newId"),
    });
    expect(sandbox.executions).toEqual([]);
  },
);
