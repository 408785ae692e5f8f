import fc from "fast-check";
import { expect, test } from "vitest";
import { compareContracts } from "../scripts/codegen/changes.js";
import type { Document } from "../scripts/codegen/openapi.js";
import { contract as before } from "./changes/contract.js";
import { edits, isWhole, renamed, type Apply, type Loose } from "./changes/edits.js";
import { typeErrors } from "./changes/types.js";
import { valueOracle } from "./changes/values.js";
import { runsTimes } from "./seed.js";

const findBroken = valueOracle(before);

function edited(...changes: Apply[]): Document {
  const copy = structuredClone(before);
  for (const change of changes) change(copy);
  return copy;
}

const things = "/v2/{project_id}/things";
const list = (c: Loose) => c.paths[things].get;
const create = (c: Loose) => c.paths[things].post;
const update = (c: Loose) => c.paths[`${things}/{thing_id}`].put;
const ping = (c: Loose) => c.paths["/v2/ping"].get;
const fields = (c: Loose, name: string) => c.components.schemas[name].properties;

const body = { content: { "application/json": { schema: { $ref: "#/components/schemas/Options" } } } };

/**
 * Edits that can break callers, with what the report says and who else sees it: JSON Schema by a value, TypeScript
 * by a program, or nobody, where callers only lose what they were told.
 */
type BreakingEdit = [
  edit: string,
  apply: Apply,
  text: string,
  seenBy: "values" | "types" | "both" | "nobody",
];
const breakingEdits: BreakingEdit[] = [
  [
    "a required body added",
    (c) => (ping(c).requestBody = { ...body, required: true }),
    "GET /v2/ping body: required body added",
    "both",
  ],
  [
    "a body becomes required",
    (c) => (update(c).requestBody.required = true),
    `PUT ${things}/{thing_id} body: now required`,
    "both",
  ],
  [
    "a path parameter renamed",
    (c) => {
      const item = c.paths[`${things}/{thing_id}`];
      item.put.parameters[1].name = "id";
      delete c.paths[`${things}/{thing_id}`];
      c.paths[`${things}/{id}`] = item;
    },
    `PUT ${things}/{thing_id}: removed`,
    "both",
  ],
  [
    "a header renamed in case",
    (c) => (c.components.parameters.CreateTime.name = "x-create-time"),
    `GET ${things} header X-Create-Time: removed`,
    "both",
  ],
  [
    "a header's length lowered",
    (c) => (c.components.parameters.CreateTime.schema.maxLength = 32),
    `GET ${things} header X-Create-Time (CreateTime): maxLength 64 -> 32`,
    "values",
  ],
  [
    "patternProperties",
    (c) => (c.components.schemas.ThingInput.patternProperties = { "^x": { type: "number" } }),
    `POST ${things} body (ThingInput): patternProperties none -> {"^x":{"type":"number"}}`,
    "both",
  ],
  [
    "a free object given typed properties",
    (c) => (c.components.schemas.Arguments.properties = { extra: { type: "string" } }),
    `POST ${things} body.input.extra (Arguments): optional field added, where requests could hold any value`,
    "values",
  ],
  [
    "a free object given typed properties, in a response",
    (c) =>
      (ping(c).responses["200"].content["application/json"].schema.properties = {
        extra: { type: "string" },
      }),
    "GET /v2/ping response 200 body.extra: optional field added",
    "nobody",
  ],
  [
    "an optional field added to a request that could hold it already",
    (c) => (fields(c, "ThingInput").extra = { type: "string" }),
    `POST ${things} body.extra (ThingInput): optional field added, where requests could hold any value`,
    "values",
  ],
  [
    "an optional field added with a default",
    (c) => (fields(c, "Options").extra = { type: "string", default: "x" }),
    `POST ${things} body.options.extra (Options): optional field with a default added`,
    "nobody",
  ],
  [
    "an optional parameter added with a default",
    (c) => list(c).parameters.push({ name: "extra", in: "query", schema: { type: "string", default: "x" } }),
    `GET ${things} query extra: optional parameter with a default added`,
    "nobody",
  ],
  [
    "an optional field added under a name that all objects have",
    (c) => (fields(c, "Options").constructor = { type: "string" }),
    `POST ${things} body.options.constructor (Options): optional field added, under a name that all objects have`,
    "types",
  ],
  [
    "an optional parameter added under a name that all objects have",
    (c) => list(c).parameters.push({ name: "toString", in: "query", schema: { type: "string" } }),
    `GET ${things} query toString: optional parameter added, under a name that all objects have`,
    "types",
  ],
  [
    "a default added",
    (c) => (list(c).parameters[0].schema.default = 10),
    `GET ${things} query limit: default none -> 10`,
    "nobody",
  ],
  [
    "a required parameter added",
    (c) =>
      list(c).parameters.push({ name: "extra", in: "query", required: true, schema: { type: "string" } }),
    `GET ${things} query extra: required parameter added`,
    "both",
  ],
  ...["202", "204", "2XX"].map((status): BreakingEdit => [
    `${status} added`,
    (c) => (create(c).responses[status] = { description: "Nothing." }),
    `POST ${things} response ${status}: added`,
    "types",
  ]),
  [
    "an error status added that has another body than the default",
    (c) => (update(c).responses["404"] = { $ref: "#/components/responses/Refused" }),
    `PUT ${things}/{thing_id} response 404: added`,
    "types",
  ],
  [
    "a parameter component renamed",
    renamed("parameters", "CreateTime"),
    "components/parameters/CreateTime: removed",
    "types",
  ],
  [
    "a response component renamed",
    renamed("responses", "Failed"),
    "components/responses/Failed: removed",
    "types",
  ],
  [
    "a schema component renamed",
    renamed("schemas", "GatewayError"),
    "components/schemas/GatewayError: removed",
    "types",
  ],
  [
    "a field becomes required in a request",
    (c) => c.components.schemas.ThingInput.required.push("note"),
    `POST ${things} body.note (ThingInput): now required`,
    "both",
  ],
  [
    "a field becomes required in a response",
    (c) => c.components.schemas.Thing.required.push("time"),
    `GET ${things} response 200 body[].time (Thing): now required`,
    "values",
  ],
  [
    "a field becomes optional in a response",
    (c) => (c.components.schemas.Thing.required = ["id"]),
    `GET ${things} response 200 body[].status (Thing): now optional`,
    "both",
  ],
  [
    "an enum value taken away in a request",
    (c) => fields(c, "Options").mode.enum.pop(),
    `POST ${things} body.options.mode (Options): enum value "slow" removed`,
    "both",
  ],
  [
    "an enum value taken away in a response",
    (c) => fields(c, "Thing").status.enum.pop(),
    `GET ${things} response 200 body[].status (Thing): enum value "done" removed`,
    "values",
  ],
  [
    "an enum value added in a response",
    (c) => fields(c, "Thing").status.enum.push("lost"),
    `GET ${things} response 200 body[].status (Thing): enum value "lost" added`,
    "both",
  ],
  [
    "an enum value added in a schema of requests and responses",
    (c) => fields(c, "Label").color.enum.push("green"),
    `GET ${things} response 200 body[].label.color (Label): enum value "green" added`,
    "both",
  ],
  [
    "a length taken away in a response",
    (c) => delete fields(c, "Thing").id.maxLength,
    `GET ${things} response 200 body[].id (Thing): maxLength 64 -> none`,
    "values",
  ],
  [
    "a length lowered in a response",
    (c) => (fields(c, "Thing").id.maxLength = 32),
    `GET ${things} response 200 body[].id (Thing): maxLength 64 -> 32`,
    "values",
  ],
  [
    "pattern added in a response",
    (c) => (fields(c, "Thing").time.pattern = "^[0-9-]+$"),
    `GET ${things} response 200 body[].time (Thing): pattern none -> "^[0-9-]+$"`,
    "values",
  ],
  [
    "format added in a response",
    (c) => (fields(c, "Thing").time.format = "date-time"),
    `GET ${things} response 200 body[].time (Thing): format none -> "date-time"`,
    "values",
  ],
  [
    "additionalProperties: false added in a response",
    (c) => (c.components.schemas.Thing.additionalProperties = false),
    `GET ${things} response 200 body[] (Thing): additionalProperties none -> false`,
    "nobody",
  ],
  [
    "anything becomes an object in a response",
    (c) => (fields(c, "Thing").anything = { type: "object", additionalProperties: true }),
    `GET ${things} response 200 body[].anything (Thing): type none -> "object"`,
    "values",
  ],
  [
    "a field read-only in a response",
    (c) => (fields(c, "Thing").time.readOnly = true),
    `GET ${things} response 200 body[].time (Thing): readOnly none -> true`,
    "nobody",
  ],
  [
    "a looser limit under oneOf",
    (c) => (c.components.schemas.Weight.minimum = -5),
    `POST ${things} body.choice oneOf (Weight): minimum 0 -> -5`,
    "nobody",
  ],
  [
    "a type that no operation uses",
    (c) => (fields(c, "Unused").size.type = "string"),
    'components/schemas/Unused.size: type "integer" -> "string"',
    "types",
  ],
  [
    "the client no longer fills a parameter in",
    (c) => delete c.components.parameters.ProjectId["x-default-from-client"],
    `GET ${things} path project_id (ProjectId): x-default-from-client "projectId" -> none`,
    "types",
  ],
  [
    "an operation renamed",
    (c) => (ping(c).operationId = "Pong"),
    'GET /v2/ping: operationId "Ping" -> "Pong"',
    "both",
  ],
  [
    "other servers",
    (c) => (c.servers[0].url = "https://other.example.com"),
    'contract: servers [{"url":"https://things.example.com"}] -> [{"url":"https://other.example.com"}]',
    "nobody",
  ],
  ["security", (c) => (c.security = []), 'contract: security [{"Token":[]}] -> []', "nobody"],
];

test.each(breakingEdits)("%s can break callers", (_, apply, text) => {
  const changes = compareContracts(before, edited(apply));
  expect(changes[0]).toMatchObject({ breaking: true });
  expect(changes.filter(({ breaking }) => breaking).map((change) => change.text)).toContain(text);
});

/** Edits that cannot, with what the report says. */
const harmlessEdits: [edit: string, apply: Apply, text: string][] = [
  [
    "words",
    (c) => (c.components.schemas.Thing.description = "One thing."),
    `GET ${things} response 200 body[] (Thing): description "A thing." -> "One thing."`,
  ],
  ["a version", (c) => (c.info.version = "1.0.1"), 'info: version "1.0.0" -> "1.0.1"'],
  [
    "words under oneOf",
    (c) => (fields(c, "ThingInput").choice.oneOf[1].description = "In words."),
    `POST ${things} body.choice (ThingInput): words changed in oneOf`,
  ],
  [
    "an operation added",
    (c) => (c.paths["/v2/ping"].put = { ...ping(c), operationId: "PutPing" }),
    "PUT /v2/ping: added",
  ],
  [
    "a path added",
    (c) => (c.paths["/v2/pong"] = { get: { ...ping(c), operationId: "Pong" } }),
    "GET /v2/pong: added",
  ],
  [
    "a component added",
    (c) => (c.components.schemas.New = { type: "string" }),
    "components/schemas/New: added",
  ],
  [
    "an optional parameter added",
    (c) => list(c).parameters.push({ name: "extra", in: "query", schema: { type: "string" } }),
    `GET ${things} query extra: optional parameter added`,
  ],
  [
    "an optional parameter added to an operation that took nothing",
    (c) => (ping(c).parameters = [{ name: "X-Extra", in: "header", schema: { type: "string" } }]),
    "GET /v2/ping header X-Extra: optional parameter added",
  ],
  ["an optional body added", (c) => (ping(c).requestBody = body), "GET /v2/ping body: optional body added"],
  [
    "an optional field added to a closed object in a request",
    (c) => (fields(c, "Options").extra = { type: "string", maxLength: 9 }),
    `POST ${things} body.options.extra (Options): optional field added`,
  ],
  [
    "an optional field added in a response",
    (c) => (fields(c, "Thing").extra = { $ref: "#/components/schemas/Weight" }),
    `GET ${things} response 200 body[].extra (Thing): optional field added`,
  ],
  [
    "an optional field added to a closed object of requests and responses",
    (c) => (fields(c, "Label").extra = { type: "integer" }),
    `POST ${things} body.label.extra (Label): optional field added`,
  ],
  [
    "a parameter becomes optional",
    (c) => (list(c).parameters[2].required = false),
    `GET ${things} query tag: now optional`,
  ],
  [
    "a body becomes optional",
    (c) => delete create(c).requestBody.required,
    `POST ${things} body: now optional`,
  ],
  [
    "a field becomes optional in a request",
    (c) => (c.components.schemas.ThingInput.required = ["label"]),
    `POST ${things} body.input (ThingInput): now optional`,
  ],
  [
    "a longer header",
    (c) => (c.components.parameters.CreateTime.schema.maxLength = 128),
    `GET ${things} header X-Create-Time (CreateTime): maxLength 64 -> 128`,
  ],
  [
    "a shorter text in a request",
    (c) => (fields(c, "ThingInput").note.minLength = 1),
    `POST ${things} body.note (ThingInput): minLength 2 -> 1`,
  ],
  [
    "a larger number in a request",
    (c) => (list(c).parameters[0].schema.maximum = 1_000),
    `GET ${things} query limit: maximum 100 -> 1000`,
  ],
  [
    "more items in a request",
    (c) => (list(c).parameters[2].schema.maxItems = 5),
    `GET ${things} query tag: maxItems 2 -> 5`,
  ],
  [
    "no pattern in a request",
    (c) => delete list(c).parameters[2].schema.items.pattern,
    `GET ${things} query tag[]: pattern "^[a-z]+$" -> none`,
  ],
  [
    "no format in a request",
    (c) => delete fields(c, "ThingInput").note.format,
    `POST ${things} body.note (ThingInput): format "date" -> none`,
  ],
  [
    "an enum value added in a request",
    (c) => list(c).parameters[1].schema.enum.push("lost"),
    `GET ${things} query status: enum value "lost" added`,
  ],
  [
    "no enum in a request",
    (c) => delete fields(c, "Options").mode.enum,
    `POST ${things} body.options.mode (Options): enum ["fast","slow"] -> none`,
  ],
  [
    "an error status added that has the default's body",
    (c) => (list(c).responses["401"] = { $ref: "#/components/responses/Failed" }),
    `GET ${things} response 401: added`,
  ],
];

test.each(harmlessEdits)("%s cannot break callers", (_, apply, text) => {
  const after = edited(apply);
  expect(compareContracts(before, after)).toEqual([{ breaking: false, text }]);
  expect(findBroken(after)).toBeUndefined();
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

test("random edits that the report calls harmless break neither values nor programs", async () => {
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
    runsTimes(1),
  );
  expect(harmless.size).toBeGreaterThan(50);
  const later = Object.fromEntries([...harmless].slice(-50));
  expect(await typeErrors(before, later)).toEqual(
    Object.fromEntries(Object.keys(later).map((name) => [name, []])),
  );
});
