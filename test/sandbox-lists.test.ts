/** Lists of executions, and their history. */
import type { WorkflowFunction } from "functiongraph-workflow/sandbox";
import { describe, expect, test } from "vitest";
import { rejection } from "./helpers.js";
import { forever, sandboxFor } from "./sandbox-workflows.js";

const day = 86_400_000;
const path = { workflow_id: "flow" };

/** One execution each minute, ending as asked for, or never. */
async function withExecutions(count: number, end: (index: number) => string = () => "success") {
  const run: WorkflowFunction = ({ end }, context) => {
    if (end === "running") return forever({}, context);
    if (end === "fail") throw new Error("bad");
    return undefined;
  };
  const all = await sandboxFor(run);
  for (let i = 0; i < count; i++) {
    await all.start({ end: end(i) });
    await all.sandbox.advance(60_000);
  }
  return {
    ...all,
    list: async (query: object = {}) => {
      const { executions } = await all.functiongraph.listWorkflowExecutions({ path, query });
      return executions.map(({ execution_id }) => execution_id);
    },
    history: (offset: number, limit: number, times: object = {}) =>
      all.functiongraph.showWorkflowExecutionForPage({ path, query: { offset, limit, ...times } }),
  };
}

test("the newest come first", async () => {
  const { list, history } = await withExecutions(3);
  expect(await list()).toEqual(["e3", "e2", "e1"]);
  const { total, size, executions } = await history(0, 10);
  expect({ total, size }).toEqual({ total: 3, size: 10 });
  expect(executions.map(({ execution_id }) => execution_id)).toEqual(["e3", "e2", "e1"]);
});

test("each says what the execution says", async () => {
  const { functiongraph, history, show } = await withExecutions(2, (i) => ["fail", "running"][i]!);
  const { executions } = await functiongraph.listWorkflowExecutions({ path });
  for (const [index, id] of ["e2", "e1"].entries()) {
    const shown = await show(id);
    expect(shown).toMatchObject(executions[index]!);
    expect(executions[index]).toEqual((await history(index, 1)).executions[0]);
  }
  expect(executions[0]).not.toHaveProperty("end_time");
});

test("status, limit and offset", async () => {
  const { list, history } = await withExecutions(4, (i) => (i % 2 ? "fail" : "running"));
  expect(await list({ status: "fail" })).toEqual(["e4", "e2"]);
  expect(await list({ status: "running", offset: 1 })).toEqual(["e1"]);
  expect(await list({ status: "timeout" })).toEqual([]);
  expect(await list({ limit: 2, offset: 1 })).toEqual(["e3", "e2"]);
  expect(await list({ limit: 0 })).toEqual([]);
  expect(await list({ offset: 9 })).toEqual([]);
  expect((await history(3, 2)).executions).toMatchObject([{ execution_id: "e1" }]);
  expect(await history(9, 2)).toMatchObject({ total: 4, size: 2, executions: [] });
});

test("a list has 200 unless it is asked for fewer", async () => {
  const { start, list } = await withExecutions(0);
  for (let i = 0; i < 203; i++) await start();
  for (const query of [{}, { limit: 200 }, { limit: 201 }, { limit: 500 }])
    expect(await list(query)).toHaveLength(200);
  expect(await list({ limit: 500, offset: 200 })).toEqual(["e3", "e2", "e1"]);
});

describe("times are in UTC, to the second, and stand for the last three days unless given", () => {
  const rows: [string, object, string[]][] = [
    ["from", { start_time: "2026-01-31 12:01:00" }, ["e3", "e2"]],
    ["to", { end_time: "2026-01-31 12:01:00" }, ["e2", "e1"]],
    ["from and to", { start_time: "2026-01-31 12:01:00", end_time: "2026-01-31 12:01:00" }, ["e2"]],
    ["from, for three days", { start_time: "2026-01-28 12:01:30" }, ["e2", "e1"]],
    ["to, for three days", { end_time: "2026-02-03 12:01:00" }, ["e3", "e2"]],
    ["nothing between", { start_time: "2026-02-01 12:00:00", end_time: "2026-01-01 12:00:00" }, []],
  ];
  test.each(rows)("%s", async (_, times, ids) => {
    const { list, history } = await withExecutions(3);
    expect(await list(times)).toEqual(ids);
    const { total, executions } = await history(0, 100, times);
    expect(executions.map(({ execution_id }) => execution_id)).toEqual(ids);
    expect(total).toBe(ids.length);
  });

  test("the last three days", async () => {
    const { sandbox, list } = await withExecutions(3);
    await sandbox.advance(3 * day - 2 * 60_000);
    expect(await list()).toEqual(["e3", "e2"]);
    expect(await list({ start_time: "2026-01-31 12:00:00" })).toEqual(["e3", "e2", "e1"]);
  });

  test("a part of a second counts as the whole one", async () => {
    const { sandbox, start, list } = await withExecutions(0);
    await sandbox.advance(500);
    await start();
    expect(await list({ end_time: "2026-01-31 12:00:00" })).toHaveLength(1);
    expect(await list({ end_time: "2026-01-31 11:59:59" })).toHaveLength(0);
  });
});

test("an execution that is retried is `retrying` in the history only", async () => {
  const { functiongraph, retry, start, show } = await sandboxFor((_, { attempt, callback }) => {
    if (attempt === 1) throw new Error("busy");
    return callback("never");
  });
  const id = await start();
  await retry(id);
  const query = { offset: 0, limit: 1 };
  const { executions } = await functiongraph.showWorkflowExecutionForPage({ path, query });
  expect(executions).toMatchObject([{ execution_id: id, status: "retrying" }]);
  expect((await functiongraph.listWorkflowExecutions({ path })).executions).toMatchObject([
    { status: "running" },
  ]);
  expect(await show(id)).toMatchObject({ status: "running" });
});

test("an express workflow has no history, but its executions can be stopped", async () => {
  const workflows = { flow: { run: forever, mode: "EXPRESS" as const } };
  const { functiongraph, start, show, stop, statusIs } = await sandboxFor(undefined, { workflows });
  const id = await start();
  expect((await functiongraph.listWorkflowExecutions({ path })).executions).toEqual([]);
  const query = { offset: 0, limit: 10 };
  expect(await functiongraph.showWorkflowExecutionForPage({ path, query })).toMatchObject({
    total: 0,
    executions: [],
  });
  expect(await rejection(show(id))).toMatchObject({ status: 404, code: "FGS.5002" });
  await stop(id);
  await statusIs(id, "cancel");
});
