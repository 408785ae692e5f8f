import fc from "fast-check";
import { expect, test } from "vitest";
import { compareContracts } from "../../scripts/codegen/changes.js";
import type { Document } from "../../scripts/codegen/openapi.js";
import { contract as before } from "../changes/contract.js";
import { breakingEdits } from "../changes/breaking.js";
import { edits, isWhole, type Apply } from "../changes/edits.js";
import { harmlessEdits } from "../changes/harmless.js";
import { typeErrors } from "../changes/types.js";
import { valueOracle } from "../changes/values.js";
import { copyProject } from "../project.js";
import { runs, shownRuns } from "../seed.js";

const findBroken = valueOracle(before);

function edited(...changes: Apply[]): Document {
  const copy = structuredClone(before);
  for (const change of changes) change(copy);
  return copy;
}

test("generating reports the changes, breaking ones first", async () => {
  const copy = copyProject();
  // The contract has to stay as it is documented, so it is the old one that differs.
  const change = (schema: object) =>
    copy.edit((text) => {
      const old = JSON.parse(text);
      const workflow = old.components.parameters.WorkflowId;
      Object.assign(workflow, { description: "An id." });
      Object.assign(workflow.schema, schema);
      return JSON.stringify(old);
    }, "generated/openapi.json");
  const report = async () => (await copy.script("generate.ts")).stdout.split("\n").slice(1, -1);
  const words = expect.stringMatching(/POST \S+ path workflow_id \(WorkflowId\): description "An id\." -> "/);

  change({ maxLength: 513 });
  expect(await report()).toEqual([
    expect.stringMatching(/^breaking {2}POST \S+ path workflow_id \(WorkflowId\): maxLength 513 -> 512$/),
    words,
    "1 of these can break callers.",
  ]);
  change({});
  expect(await report()).toEqual([words, "None of these can break callers."]);
});

test("values and types agree with the list", async () => {
  const later = Object.fromEntries(
    [...breakingEdits, ...harmlessEdits].map(([name, apply]) => [name, edited(apply)]),
  );
  const errors = await typeErrors(before, later);
  const witnessesOf = (name: string) => [
    ...(findBroken(later[name]!) === undefined ? [] : ["values"]),
    ...(errors[name]!.length === 0 ? [] : ["types"]),
  ];
  for (const [name, , , witnesses] of breakingEdits) {
    const expected = witnesses.length === 0 ? [] : expect.arrayContaining(witnesses);
    expect(witnessesOf(name), name).toEqual(expected);
  }
  for (const [name] of harmlessEdits) expect(witnessesOf(name), name).toEqual([]);
});

test(`random edits that are called harmless break neither values nor programs (${shownRuns})`, async () => {
  const harmless = new Map<string, Document>();
  fc.assert(
    fc.property(edits, (changes) => {
      const after = edited(...changes);
      // Of two edits, the second can refer to what the first renamed.
      fc.pre(isWhole(after));
      const report = compareContracts(before, after);
      if (report.length === 0 || report.some(({ breaking }) => breaking)) return;
      const said = report.map(({ text }) => text).join("\n");
      expect(findBroken(after), said).toBeUndefined();
      harmless.set(said, after);
    }),
    runs,
  );
  expect(harmless.size).toBeGreaterThan(50);
  const later = Object.fromEntries([...harmless].slice(-30));
  expect(await typeErrors(before, later)).toEqual(
    Object.fromEntries(Object.keys(later).map((name) => [name, []])),
  );
});
