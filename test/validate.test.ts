/** The guard's validator, held to Ajv; both read JSON Schema 2020-12. */
import Ajv from "ajv/dist/core.js";
import vocabularies from "ajv/dist/vocabularies/draft2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Schema, Schemas } from "../generated/contract.js";
import { validate, type Finding } from "../src/request/validate.js";
import { runsTimes } from "./seed.js";

/** What Ajv finds wrong. */
function ajvErrors(schema: Schema, value: unknown, schemas: Schemas) {
  const ajv = new Ajv.default({
    ...{ allErrors: true, strict: false, ownProperties: true, validateFormats: false },
    // Draft 2020-12, without keywords that the guard does not have.
    ...{ next: true, unevaluated: false, meta: false, validateSchema: false },
  } as ConstructorParameters<typeof Ajv.default>[0]);
  for (const vocabulary of vocabularies.default) ajv.addVocabulary(vocabulary);
  const { root, ...named } = pointIntoComponents({ root: schema, ...schemas }) as Record<string, Schema>;
  ajv.addSchema({ $id: "contract", components: { schemas: named } });
  const check = ajv.compile(root as object);
  return check(value) ? [] : (check.errors ?? []);
}

const pointIntoComponents = (schemas: Schemas): unknown =>
  JSON.parse(JSON.stringify(schemas), (key, value) =>
    key === "$ref" ? `contract#/components/schemas/${value}` : value,
  );

const pointer = (path: readonly string[]) =>
  path.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** In one order, as neither promises one. */
const comparable = (findings: { keyword: string; instancePath: string; params: object }[]) =>
  findings.map(({ keyword, instancePath, params }) => JSON.stringify([keyword, instancePath, params])).sort();
const ours = (findings: Finding[]) =>
  comparable(findings.map(({ path, ...rest }) => ({ ...rest, instancePath: pointer(path) })));

// Not names like toString: Ajv's comparison fails on them.
const names = fc.constantFrom("a", "b", "c~/");
const texts = fc.oneof(
  names,
  fc.string({ maxLength: 4, unit: "binary" }),
  fc.constantFrom("", "😀", "\ud800", "7"),
);
// Not larger ones: of those Ajv takes no multiples.
const numbers = fc.oneof(
  fc.integer({ min: -4, max: 12 }),
  fc.constantFrom(0.5, -0, 2 ** 53),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
);
const scalars = fc.oneof(texts, numbers, fc.boolean(), fc.constant(null));

const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    scalars,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(names, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const types = fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object");
const sizes = fc.nat(4);
const patterns = fc.constantFrom("^a", "[b-z]$", "^\\p{L}*$", "");
/** Keywords that requests use, and with `rare` those that say yes or no to other schemas. */
function schemasOf(rare: boolean) {
  const limits = {
    type: fc.oneof(types, fc.uniqueArray(types, { minLength: 2, maxLength: 3 })),
    enum: fc.array(values, { minLength: 1, maxLength: 4 }),
    const: values,
    minLength: sizes,
    maxLength: sizes,
    pattern: patterns,
    minimum: numbers,
    maximum: numbers,
    exclusiveMinimum: fc.integer({ min: -4, max: 12 }),
    exclusiveMaximum: fc.integer({ min: -4, max: 12 }),
    multipleOf: fc.integer({ min: 1, max: 5 }),
    minItems: sizes,
    maxItems: sizes,
    minProperties: sizes,
    maxProperties: sizes,
    required: fc.uniqueArray(names, { maxLength: 2 }),
  };
  return fc.letrec<{ schema: Schema; object: Schema }>((tie) => {
    const inner = tie("schema");
    const list = fc.array(inner, { minLength: 1, maxLength: 3 });
    const parts = {
      properties: fc.dictionary(names, inner, { maxKeys: 3, noNullPrototype: true }),
      patternProperties: fc.dictionary(patterns, inner, { maxKeys: 2, noNullPrototype: true }),
      additionalProperties: fc.oneof(fc.constant(false), inner),
      prefixItems: list,
      items: inner,
      allOf: list,
    };
    const choices = {
      anyOf: list,
      oneOf: list,
      not: inner,
      propertyNames: inner,
      uniqueItems: fc.boolean(),
      dependentRequired: fc.dictionary(names, fc.uniqueArray(names, { maxLength: 2 }), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    };
    return {
      object: fc
        .subarray(
          Object.entries({ ...limits, ...parts, ...(rare && choices) }) as [string, fc.Arbitrary<any>][],
          {
            maxLength: 4,
          },
        )
        .chain((some) => fc.record(Object.fromEntries(some))),
      schema: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        fc.oneof(
          fc.constant(true),
          types.map((type) => ({ type })),
          fc.constantFrom("A", "B").map(($ref) => ({ properties: { a: { $ref } }, items: { $ref } })),
        ),
        ...(rare ? [fc.constant(false)] : []),
        tie("object"),
      ),
    };
  }).object;
}

describe("held to Ajv", () => {
  const seeded = runsTimes(0.6);

  test("the same verdict, whatever the schema and the value (property)", () => {
    const schemas = schemasOf(true);
    fc.assert(
      fc.property(schemas, schemas, schemas, values, (schema, A, B, value) => {
        const theirs = ajvErrors(schema, value, { A, B });
        expect(validate(schema, value, { A, B }).length > 0).toBe(theirs.length > 0);
      }),
      seeded,
    );
  });

  test("the same findings, for schemas as requests have them (property)", () => {
    const schemas = schemasOf(false);
    let wrong = 0;
    fc.assert(
      fc.property(schemas, schemas, schemas, values, (schema, A, B, value) => {
        const theirs = comparable(ajvErrors(schema, value, { A, B }));
        expect(ours(validate(schema, value, { A, B }))).toEqual(theirs);
        if (theirs.length > 0) wrong++;
      }),
      seeded,
    );
    expect(wrong).toBeGreaterThan(seeded.numRuns / 4);
  });
});

test("multipleOf is exact in decimals (property)", () => {
  const fits = (value: number, multipleOf: number) => validate({ multipleOf }, value, {}).length === 0;
  expect(fits(0.07, 0.01)).toBe(true);
  expect(fits(1e21, 1)).toBe(true);
  expect(fits(0.075, 0.01)).toBe(false);
  expect(fits(1e-7, 1)).toBe(false);
  expect(fits(5e-324, 1e308)).toBe(false);
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (whole, places) => {
      const step = Number(`1e-${places}`);
      const multiple = Number(`${whole % 1e9}e-${places}`);
      expect(fits(multiple, step)).toBe(true);
      expect(fits(Number(`${whole % 1e9}5e-${places + 1}`), step)).toBe(false);
    }),
  );
});

test("lengths count code points", () => {
  expect(validate({ maxLength: 2 }, "😀😀", {})).toEqual([]);
  expect(validate({ minLength: 2 }, "😀", {})).toMatchObject([{ keyword: "minLength" }]);
});

test("what no value matches and what has the same item twice is named", () => {
  expect(validate({ properties: { a: false } }, { a: 1 }, {})).toMatchObject([{ path: ["a"] }]);
  const items = [{ a: 1, b: [1] }, 1, "1", { b: [1], a: 1 }];
  expect(validate({ uniqueItems: true }, items, {})).toMatchObject([{ params: { i: 0, j: 3 } }]);
  expect(validate({ uniqueItems: true }, items.slice(1), {})).toEqual([]);
});

test("properties are own ones, whatever their names", () => {
  const schema = { required: ["toString", "__proto__"], properties: { constructor: { type: "string" } } };
  expect(validate(schema, {}, {})).toHaveLength(2);
  expect(validate(schema, JSON.parse('{"toString":1,"__proto__":1,"constructor":"x"}'), {})).toEqual([]);
  const closed = { properties: {}, additionalProperties: false };
  expect(validate(closed, { toString: 1 }, {})).toMatchObject([
    { params: { additionalProperty: "toString" } },
  ]);
});

describe("bounded, whatever others send", () => {
  /** As deep as a 10 MB body can be. */
  function deep(wrap: (value: unknown) => unknown): unknown {
    let value: unknown = 1;
    for (let i = 0; i < 100_000; i++) value = wrap(value);
    return value;
  }
  const objects = deep((a) => ({ a }));
  const arrays = deep((item) => [item]);
  const nodes: Schemas = {
    Node: { properties: { a: { $ref: "Node" } }, items: { $ref: "Node" } },
    Choice: { anyOf: [{ type: "string" }, { items: { $ref: "Choice" } }] },
    Itself: { $ref: "Itself" },
    Both: { allOf: [{ type: "string" }, { $ref: "Both" }] },
  };
  test.each([
    ["a schema in itself, and objects", "Node", objects],
    ["a schema in itself, and arrays", "Node", arrays],
    ["a choice in itself", "Choice", arrays],
    ["a schema that is itself", "Itself", arrays],
    ["a schema that is part of itself", "Both", objects],
  ])("%s", (_, $ref, value) => {
    const found = validate({ $ref }, value, nodes);
    expect(found).toMatchObject([{ keyword: "depth", path: [] }]);
  });

  test("what is not looked into may be as deep as it likes", () => {
    expect(validate({ type: "object", additionalProperties: true }, objects, {})).toEqual([]);
  });

  test("deep values are compared as far as the bound", () => {
    const value = [arrays, arrays];
    expect(validate({ uniqueItems: true }, value, {})).toMatchObject([{ keyword: "depth" }]);
    expect(validate({ enum: [["a"]] }, value, {})).toMatchObject([{ keyword: "depth" }]);
  });

  test("millions of mistakes, and a wide array of different items, take linear time", () => {
    const wide = Array.from({ length: 500_000 }, (_, i) => i);
    const start = performance.now();
    expect(validate({ items: { type: "string" } }, wide, {}).length).toBeLessThan(10_000);
    expect(validate({ items: { anyOf: [{ type: "string" }, false] } }, wide, {}).length).toBeLessThan(10_000);
    expect(validate({ uniqueItems: true }, wide, {})).toEqual([]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
