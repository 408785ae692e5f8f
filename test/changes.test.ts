import { expect, test } from "vitest";
import { compareContracts } from "../scripts/codegen/changes.js";
import type { Document } from "../scripts/codegen/openapi.js";
import { contract as before } from "./changes/contract.js";
import { breakingEdits } from "./changes/breaking.js";
import type { Apply, Loose } from "./changes/edits.js";
import { harmlessEdits } from "./changes/harmless.js";
import { fields, list, things } from "./changes/places.js";
import { valueOracle } from "./changes/values.js";

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
