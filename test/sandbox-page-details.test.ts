/** How much the page is told of executions, and when it is told again. */
import type { WorkflowContext } from "functiongraph-workflow/sandbox";
import { expect, test } from "vitest";
import { details, state } from "./sandbox-page.js";
import { sandboxFor } from "./sandbox-workflows.js";

const lengthOf = (value: unknown) => JSON.stringify(value).length;

/** Runs 100 nodes, each `runs` times. */
const many = async ({ runs, own }: { runs: number; own?: object }, { step }: WorkflowContext) => {
  for (let node = 0; node < 100; node++)
    for (let run = 0; run < runs; run++) await step(`n${node}`, () => ({}), own && { ...own, run });
};

test.each([
  ["the execution's own input", undefined],
  ["an input of their own", { text: "x".repeat(20_000) }],
])("no more is sent than can be read of 5,000 runs with %s", async (_, own) => {
  const { sandbox, start, statusIs } = await sandboxFor(many);
  const id = await start({ runs: 50, ...(own && { own }), text: '"'.repeat(20_000) });
  await statusIs(id, "success");
  const shown = await details(sandbox, id);
  expect(lengthOf(shown)).toBeLessThan(1_500_000);
  expect(shown.runs).toHaveLength(1_000);
  expect(shown.runs[50]).toMatchObject({ name: "n1, run 1", status: "success" });
  const leftOut = own ? /^4000 runs of nodes and \d+ values\. See sandbox\.executions\.$/ : /^4000 runs/;
  expect(shown.values.at(-1)).toEqual({ name: "Left out", text: expect.stringMatching(leftOut) });
  expect(lengthOf(await state(sandbox))).toBeLessThan(1_000);
});

test("the list of many executions does not grow with what each of them did", async () => {
  const { sandbox, start, statusIs } = await sandboxFor(many);
  for (let i = 0; i < 100; i++) await start({ runs: 1 });
  for (const { execution_id } of sandbox.executions) await statusIs(execution_id, "success");
  expect(lengthOf(await state(sandbox))).toBeLessThan(100 * 250);
});

test("a value that fits is indented; a longer one is not, however it is nested", async () => {
  const { sandbox, start } = await sandboxFor(undefined);
  let nested: unknown = Array(200_000).fill(1);
  for (let i = 0; i < 400; i++) nested = [nested];
  const [short, long] = [await start({ a: { b: 1 } }), await start({ nested })];
  const inputOf = async (id: string) => (await details(sandbox, id)).values[0];
  expect(await inputOf(short)).toEqual({ name: "Input", text: '{\n  "a": {\n    "b": 1\n  }\n}' });
  expect((await inputOf(long)).text).toMatch(/^\{"nested":\[{401}1,1,.*… \(400812 characters\)$/);
});

test("each change counts, also when the time stands still", async () => {
  const { sandbox, start, callBack, statusIs, retry } = await sandboxFor(async (_, { step, callback }) => {
    await step("first", () => ({}));
    await callback("go");
    await step("second", () => ({}));
    await callback("never");
  });
  const id = await start();
  const seen: number[] = [];
  const look = async (nodes: number) => {
    await expect.poll(() => sandbox.executions[0]!.nodes.length).toBe(nodes);
    const [{ changes }] = (await state(sandbox)).executions;
    expect((await details(sandbox, id)).changes).toBe(changes);
    seen.push(changes);
  };
  await look(2);
  await callBack(id, "go", { result: "success", output: {} });
  await look(4);
  await callBack(id, "never", { result: "fail", output: {} });
  await statusIs(id, "fail");
  await look(4);
  await retry(id);
  await look(4);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
});
