import { expect, test } from "vitest";
import { clientOf, example, startSandbox } from "./helpers.js";

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
