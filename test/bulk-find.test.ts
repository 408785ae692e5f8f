/** Finding out what became of unknown inputs. */
import {
  JournalError,
  findUnknown,
  markStarted,
  readJournal,
  resend,
  type Search,
} from "functiongraph-workflow/bulk";
import { expect, test } from "vitest";
import { listOf, newJournal, run } from "./bulk-helpers.js";
import { clientOf, rejection, startSandbox } from "./helpers.js";

/** Three inputs of five have become unknown: the first two were started, the third was not. */
async function withUnknown() {
  const sandbox = await startSandbox();
  const journal = newJournal();
  sandbox.failNext({ status: 500, started: true });
  sandbox.failNext({ drop: true, started: true });
  sandbox.failNext({ status: 503 });
  const { summary } = await run(clientOf(sandbox), listOf(5), { journal, concurrency: 1 });
  expect(summary).toMatchObject({ started: 2, unknown: 3 });
  return { sandbox, journal, functiongraph: clientOf(sandbox) };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const keysOf = async (journal: string, wanted: string): Promise<string[]> =>
  (await all(readJournal(journal))).filter(({ outcome }) => outcome === wanted).map(({ key }) => key);

test("finds those that were started among the executions of that time, by their input", async () => {
  const { sandbox, journal, functiongraph } = await withUnknown();
  // Not of this journal: with the same input as the third, but long before.
  const found = await all(findUnknown(functiongraph, journal));
  const idOf = (n: number) =>
    sandbox.executions.find(({ body }) => (body as any).input.n === n)!.execution_id;
  expect(
    found.map(({ outcome, candidates }) => [outcome.key, candidates.map((one) => one.executionId)]),
  ).toEqual([
    ["k1", [idOf(1)]],
    ["k2", [idOf(2)]],
    ["k3", []],
  ]);
  expect(found[0]!.candidates[0]).toMatchObject({
    status: "success",
    beganAt: expect.stringMatching(/^\d{4}-/),
  });
  expect(found[0]!.outcome).toMatchObject({ outcome: "unknown", error: { status: 500 } });

  const isStarted = ({ candidates }: Search) => candidates.length === 1;
  await markStarted(
    journal,
    found.filter(isStarted).map(({ outcome: { key }, candidates: [one] }) => ({ key, ...one! })),
  );
  await resend(journal, ["k3"]);
  expect(await keysOf(journal, "unknown")).toEqual([]);
  expect(await keysOf(journal, "unsent")).toEqual(["k3"]);
  const { summary, outcomes } = await run(functiongraph, listOf(5), { journal });
  expect(summary).toMatchObject({ started: 5, unknown: 0 });
  expect(outcomes.get("k1")).toMatchObject({ executionId: idOf(1), earlier: true });
  expect(sandbox.executions).toHaveLength(5);
  expect(await all(findUnknown(functiongraph, journal))).toEqual([]);
});

test("finds them among more executions than a page has", async () => {
  const { sandbox, journal, functiongraph } = await withUnknown();
  const path = { workflow_id: "w" };
  await Promise.all(
    Array.from({ length: 220 }, (_, n) =>
      functiongraph.startWorkflowExecution({ path, body: { input: { other: n } } }),
    ),
  );
  await functiongraph.startWorkflowExecution({ path, body: { input: { n: 3 } } });
  const found = await all(findUnknown(functiongraph, journal));
  expect(found.map(({ candidates }) => candidates.length)).toEqual([1, 1, 1]);
  expect(found[2]!.candidates[0]!.executionId).toBe(sandbox.executions.at(-1)!.execution_id);
});

test("changes nothing that is certain, and only what there is", async () => {
  const { sandbox, journal, functiongraph } = await withUnknown();
  expect(await rejection(resend(journal, ["k1", "k4"]))).toMatchObject({
    name: "JournalError",
    message: expect.stringMatching(/"k4" was started, as [\w-]+, by the journal/),
  });
  expect(await rejection(markStarted(journal, [{ key: "k9", executionId: "e" }]))).toBeInstanceOf(
    JournalError,
  );
  expect(await keysOf(journal, "unknown")).toEqual(["k1", "k2", "k3"]);
  expect(await rejection(resend(newJournal(), ["k1"]))).toBeInstanceOf(JournalError);
  const elsewhere = clientOf(await startSandbox());
  expect(await rejection(all(findUnknown(elsewhere, journal)))).toBeInstanceOf(JournalError);

  sandbox.failNext({ status: 403 });
  expect(await rejection(all(findUnknown(functiongraph, journal)))).toMatchObject({ status: 403 });
  const aborted = { signal: AbortSignal.abort() };
  expect(await rejection(all(findUnknown(functiongraph, journal, aborted)))).toMatchObject({
    name: "AbortError",
  });
});
