import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FunctionGraphClient } from "functiongraph-workflow";
import { startMany, type BulkInput, type Outcome, type StartManyOptions } from "functiongraph-workflow/bulk";
import { onTestFinished } from "vitest";

/** A folder for one test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "bulk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const newJournal = (): string => join(newFolder(), "starts.journal");

/** `count` inputs: { n: 1 }, { n: 2 }, … with keys k1, k2, … */
export const listOf = (count: number): BulkInput[] =>
  Array.from({ length: count }, (_, index) => ({ key: `k${index + 1}`, input: { n: index + 1 } }));

/** Runs without a limit of the rate worth mentioning, and collects the outcomes by key. */
export async function run(
  functiongraph: FunctionGraphClient,
  inputs: Iterable<BulkInput> | AsyncIterable<BulkInput>,
  options: StartManyOptions,
) {
  const outcomes = new Map<string, Outcome>();
  const onOutcome = (outcome: Outcome) => void outcomes.set(outcome.key, outcome);
  const all = { rate: 10_000, onOutcome, ...options };
  const result = await startMany(functiongraph, "w", inputs, all).then(
    (summary) => ({ summary, error: undefined }),
    (error: any) => ({ summary: error.summary, error }),
  );
  return { ...result, outcomes };
}
