/** Random edits of a contract, most of them close to one that is harmless. */
import fc from "fast-check";
import { methods } from "../../scripts/codegen/openapi.js";
import { contract } from "./contract.js";
import { fieldNames } from "./values.js";

/** A contract of any form, for edits that do not care whether it stays a good one. */
export type Loose = any;
export type Apply = (contract: Loose) => void;

/** Every object of the test contract, by its path, in which `found` says there is something to edit. */
function pathsTo(found: (value: Loose, path: string[]) => boolean): string[][] {
  const walk = (value: Loose, path: string[]): string[][] => {
    if (typeof value !== "object" || value === null) return [];
    const inner = Object.entries(value).flatMap(([key, one]) => walk(one, [...path, key]));
    return found(value, path) ? [path, ...inner] : inner;
  };
  return walk(contract, []);
}

const at = (value: Loose, path: string[]): Loose => path.reduce((inner, key) => inner?.[key], value);

/** Runs an edit where an earlier one has left something to edit. */
const editAt =
  (path: string[], change: (value: Loose) => void): Apply =>
  (document) => {
    const target = at(document, path);
    if (typeof target === "object" && target !== null) change(target);
  };

const put = (key: string, value: unknown) => (target: Loose) => {
  if (value === undefined) delete target[key];
  else target[key] = value;
};

const holders = ["schema", "items", "properties", "oneOf", "schemas"];
const isSchema = (value: Loose, path: string[]) =>
  !Array.isArray(value) &&
  (holders.includes(path.at(-2) ?? "") || ["schema", "items"].includes(path.at(-1) ?? ""));
const schemas = pathsTo(isSchema);
const objects = pathsTo((value, path) => isSchema(value, path) && value.type === "object");
const operations = pathsTo((value) => typeof value.operationId === "string");
const parameters = pathsTo((value) => typeof value.in === "string" && typeof value.name === "string");

const keywords: Record<string, unknown[]> = {
  minLength: [0, 1, 3, 80],
  maxLength: [3, 40, 64, 100],
  minimum: [-5, 0, 1, 5],
  maximum: [5, 50, 100, 1_000],
  exclusiveMaximum: [5, 2_000],
  minItems: [0, 1],
  maxItems: [1, 9, 50],
  minProperties: [0, 2],
  maxProperties: [1, 9],
  pattern: ["^[a-z]+$", "^.{0,9}$"],
  format: ["date", "uuid"],
  multipleOf: [2, 3],
  uniqueItems: [true, false],
  enum: [
    ["running"],
    ["running", "done", "lost"],
    ["fast", "slow", "new"],
    ["red"],
    ["red", "blue", "green"],
  ],
  const: ["running", 7],
  type: ["string", "integer", "number", "object", ["string", "null"]],
  required: [[], ["id"], ["name"], ["input"], ["id", "status", "time"], ["extra"]],
  additionalProperties: [true, false, { type: "string" }],
  patternProperties: [{ "^x": { type: "number" } }],
  propertyNames: [{ maxLength: 4 }],
  dependentRequired: [{ note: ["options"] }],
  not: [{ maxLength: 2 }, { required: ["extra"] }],
  oneOf: [[{ type: "string" }], [{ minimum: 3 }, { type: "string", maxLength: 9 }]],
  default: ["running", 7],
  readOnly: [true],
  deprecated: [true],
  title: ["A title"],
  description: ["Other words."],
  examples: [["one"]],
};

const fieldSchemas = [
  { type: "string", maxLength: 3 },
  { type: "integer" },
  { type: "object", properties: { a: { type: "string" } }, additionalProperties: false },
  { type: "array", items: { type: "string" } },
  { $ref: "#/components/schemas/Label" },
  { type: "string", default: "x" },
  true,
];

const keywordEdit = fc
  .constantFrom(...Object.keys(keywords))
  .chain((keyword) =>
    fc
      .tuple(fc.constantFrom(...schemas), fc.constantFrom(undefined, ...keywords[keyword]!))
      .map(([path, value]) => editAt(path, put(keyword, value))),
  );

/** Only where the keyword is already: these are the edits that loosen or tighten something. */
const present = schemas.flatMap((path) =>
  Object.keys(at(contract, path))
    .filter((keyword) => keyword in keywords)
    .map((keyword) => ({ path, keyword })),
);
const limitEdit = fc
  .constantFrom(...present)
  .chain(({ path, keyword }) =>
    fc.constantFrom(undefined, ...keywords[keyword]!).map((value) => editAt(path, put(keyword, value))),
  );

const fieldEdit = fc
  .tuple(fc.constantFrom(...objects), fc.constantFrom(...fieldNames), fc.constantFrom(...fieldSchemas))
  .map(([path, name, schema]) =>
    editAt(path, (object) => {
      object.properties = { ...object.properties, [name]: schema };
    }),
  );

const requiredEdit = fc.constantFrom(...objects).map((path) => editAt(path, put("required", undefined)));

const removeField = fc.tuple(fc.constantFrom(...objects), fc.nat(9)).map(([path, index]) =>
  editAt(path, ({ properties = {} }) => {
    const names = Object.keys(properties);
    delete properties[names[index % names.length] ?? ""];
  }),
);

const parameterEdit = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...operations),
      fc.constantFrom("query", "header"),
      fc.constantFrom("limit", "extra", "X-Extra", "x-create-time", "valueOf"),
      fc.constantFrom(...fieldSchemas.slice(0, 2), fieldSchemas[5]),
      fc.boolean(),
    )
    .map(([path, place, name, schema, required]) =>
      editAt(path, (operation) => {
        const others = (operation.parameters ?? []).filter((one: Loose) => one.name !== name);
        operation.parameters = [...others, { name, in: place, required, schema }];
      }),
    ),
  fc
    .tuple(
      fc.constantFrom(...parameters),
      fc.constantFrom(
        ...[put("required", false), put("required", true), put("name", "x-create-time"), put("in", "header")],
        ...[put("deprecated", true), put("description", "Words."), put("x-default-from-client", undefined)],
      ),
    )
    .map(([path, change]) => editAt(path, change)),
  fc.constantFrom(...operations).map((path) => editAt(path, put("parameters", undefined))),
);

const bodyOf = (name: string, required: boolean) => ({
  required,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});
const bodyEdit = fc
  .tuple(
    fc.constantFrom(...operations.filter((path) => path.at(-1) !== "get")),
    fc.constantFrom(
      undefined,
      bodyOf("Options", false),
      bodyOf("Options", true),
      bodyOf("ThingInput", false),
    ),
  )
  .map(([path, body]) => editAt(path, put("requestBody", body)));

const responseEdit = fc
  .tuple(
    fc.constantFrom(...operations),
    fc.constantFrom("200", "202", "204", "2XX", "400", "401", "503", "default"),
    fc.constantFrom<unknown>(
      undefined,
      { $ref: "#/components/responses/Failed" },
      { $ref: "#/components/responses/Refused" },
      { description: "Nothing." },
      { description: "A label.", ...bodyOf("Label", false) },
    ),
  )
  .map(([path, status, response]) =>
    editAt(path, ({ responses }) => {
      const { required: _, ...rest } = (response ?? {}) as Loose;
      put(status, response && rest)(responses);
    }),
  );

const operationEdit = fc.oneof(
  fc.constantFrom(...operations).map((path) => editAt(path, put("operationId", "Renamed"))),
  fc.constantFrom(...operations).map((path) => editAt(path.slice(0, -1), put(path.at(-1)!, undefined))),
  fc
    .tuple(fc.constantFrom("/v2/ping", "/v2/new"), fc.constantFrom(...methods))
    .map(([path, method]): Apply => ({ paths }) => {
      paths[path] ??= {};
      const operationId = `New${path.length}${method}`;
      paths[path][method] ??= { operationId, responses: { 204: { description: "Done." } } };
    }),
  fc.constantFrom(...operations).map((path) => editAt(path, put("description", "Other words."))),
);

/** Gives a component another name, and to all that refers to it. */
export const renamed =
  (kind: string, name: string): Apply =>
  (document) => {
    const reference = (to: string) => `"#/components/${kind}/${to}"`;
    const text = JSON.stringify(document).replaceAll(reference(name), reference(`New${name}`));
    Object.assign(document, JSON.parse(text));
    const components = document.components[kind];
    if (!(name in components)) return;
    components[`New${name}`] = components[name];
    delete components[name];
  };

/** Whether everything in a contract that is referred to is there. */
export const isWhole = (document: Loose): boolean =>
  [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)].every(
    ([, kind = "", name = ""]) => name in document.components[kind],
  );

const renameEdit = fc
  .constantFrom(
    ...["schemas Thing", "schemas Label", "schemas Unused", "parameters CreateTime", "responses Failed"],
  )
  .map((component) => renamed(...(component.split(" ") as [string, string])));

const addComponent = fc.constantFrom<Apply>(
  ({ components }) => (components.schemas.Added = { type: "string" }),
  ({ components }) =>
    (components.parameters.Added = { name: "added", in: "query", schema: { type: "string" } }),
);

export const edits: fc.Arbitrary<Apply[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: limitEdit },
    { weight: 4, arbitrary: keywordEdit },
    { weight: 4, arbitrary: fieldEdit },
    { weight: 1, arbitrary: requiredEdit },
    { weight: 1, arbitrary: removeField },
    { weight: 4, arbitrary: parameterEdit },
    { weight: 2, arbitrary: bodyEdit },
    { weight: 3, arbitrary: responseEdit },
    { weight: 2, arbitrary: operationEdit },
    { weight: 1, arbitrary: renameEdit },
    { weight: 1, arbitrary: addComponent },
  ),
  { minLength: 1, maxLength: 2 },
);
