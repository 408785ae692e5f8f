import fc from "fast-check";
import { expect, test } from "vitest";
import { compareContracts } from "../scripts/codegen/changes.js";
import type { Document } from "../scripts/codegen/openapi.js";
import { contract as before } from "./changes/contract.js";
import { breakingEdits } from "./changes/breaking.js";
import { edits, isWhole, type Apply, type Loose } from "./changes/edits.js";
import { harmlessEdits } from "./changes/harmless.js";
import { fields, list, things } from "./changes/places.js";
import { typeErrors } from "./changes/types.js";
import { valueOracle } from "./changes/values.js";
import { runs, shownRuns } from "./seed.js";

const findBroken = valueOracle(before);

function edited(...changes: Apply[]): Document {
  const copy = structuredClone(before);
  for (const change of changes) change(copy);
  return copy;
}

test.each(breakingEdits)("%s can break callers", (_, apply, text) => {
  const changes = compareContracts(before, edited(apply));
  expect(changes[0]).toMatchObject({ breaking: true });
  expect(changes.filter(({ breaking }) => breaking).map((change) => change.text)).toContain(text);
});

test.each(harmlessEdits)("%s cannot break callers", (_, apply, text) => {
  const after = edited(apply);
  expect(compareContracts(before, after)).toEqual([{ breaking: false, text }]);
  expect(findBroken(after)).toBeUndefined();
});

test("a component is rated together with what stands beside its reference", () => {
  const beside = edited(
    (c) => (fields(c, "Thing").label = { ...fields(c, "Thing").label, properties: { extra: {} } }),
  );
  const after = structuredClone(beside);
  fields(after, "Label").extra = { type: "string" };
  expect(compareContracts(beside, after)).toContainEqual({
    breaking: true,
    text: `GET ${things} response 200 body[].label.extra (Label): optional field added`,
  });
});

test("what stays the same is no change, whatever its order", () => {
  const reorder = (value: Loose): Loose =>
    typeof value !== "object" || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, one]) => [key, reorder(one)]),
        );
  const shuffled = edited((c) => {
    list(c).parameters.reverse();
    list(c).parameters[2].schema.enum.reverse();
    c.components.schemas.Thing.required.reverse();
  });
  expect(compareContracts(before, reorder(shuffled))).toEqual([]);
});

test("values and types agree with the list", async () => {
  const later = Object.fromEntries(
    [...breakingEdits, ...harmlessEdits].map(([name, apply]) => [name, edited(apply)]),
  );
  const errors = await typeErrors(before, later);
  const seen = Object.entries(later).map(([name, after]) => {
    const [values, types] = [findBroken(after) !== undefined, errors[name]!.length > 0];
    return [name, values ? (types ? "both" : "values") : types ? "types" : "nobody"];
  });
  expect(Object.fromEntries(seen)).toEqual(
    Object.fromEntries([
      ...breakingEdits.map(([name, , , seenBy]) => [name, seenBy]),
      ...harmlessEdits.map(([name]) => [name, "nobody"]),
    ]),
  );
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
  const later = Object.fromEntries([...harmless].slice(-50));
  expect(await typeErrors(before, later)).toEqual(
    Object.fromEntries(Object.keys(later).map((name) => [name, []])),
  );
});
