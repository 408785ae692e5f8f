import { renamed, type Apply } from "./edits.js";
import { body, create, fields, list, ping, things, update } from "./places.js";

type Witness = "values" | "types";

/**
 * Edits that can break callers, with what the report says and who has to see it, too: JSON Schema by a value,
 * TypeScript by a program; neither of them, where callers only lose what they were told.
 */
type BreakingEdit = [edit: string, apply: Apply, text: string, witnesses: Witness[]];
export const breakingEdits: BreakingEdit[] = [
  [
    "a required body added",
    (c) => (ping(c).requestBody = { ...body, required: true }),
    "POST /v2/ping body: required body added",
    ["values", "types"],
  ],
  [
    "a body becomes required",
    (c) => (update(c).requestBody.required = true),
    `PUT ${things}/{thing_id} body: now required`,
    ["values", "types"],
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
    ["values", "types"],
  ],
  [
    "a header renamed in case",
    (c) => (c.components.parameters.CreateTime.name = "x-create-time"),
    `GET ${things} header X-Create-Time: removed`,
    ["values", "types"],
  ],
  [
    "a header's length lowered",
    (c) => (c.components.parameters.CreateTime.schema.maxLength = 32),
    `GET ${things} header X-Create-Time (CreateTime): maxLength 64 -> 32`,
    ["values"],
  ],
  [
    "patternProperties",
    (c) => (c.components.schemas.ThingInput.patternProperties = { "^x": { type: "number" } }),
    `POST ${things} body (ThingInput): patternProperties none -> {"^x":{"type":"number"}}`,
    ["values", "types"],
  ],
  [
    "a free object given typed properties",
    (c) => (c.components.schemas.Arguments.properties = { extra: { type: "string" } }),
    `POST ${things} body.input.extra (Arguments): optional field added, where requests could hold any value`,
    ["values"],
  ],
  [
    "a free object given typed properties, in a response",
    (c) =>
      (ping(c).responses["200"].content["application/json"].schema.properties = {
        extra: { type: "string" },
      }),
    "POST /v2/ping response 200 body.extra: optional field added",
    [],
  ],
  [
    "an optional field added to a request that could hold it already",
    (c) => (fields(c, "ThingInput").extra = { type: "string" }),
    `POST ${things} body.extra (ThingInput): optional field added, where requests could hold any value`,
    ["values"],
  ],
  [
    "an optional field added with a default",
    (c) => (fields(c, "Options").extra = { type: "string", default: "x" }),
    `POST ${things} body.options.extra (Options): optional field with a default added`,
    [],
  ],
  [
    "an optional parameter added with a default",
    (c) => list(c).parameters.push({ name: "extra", in: "query", schema: { type: "string", default: "x" } }),
    `GET ${things} query extra: optional parameter with a default added`,
    [],
  ],
  [
    "an optional field added under a name that all objects have",
    (c) => (fields(c, "Options").constructor = { type: "string" }),
    `POST ${things} body.options.constructor (Options): optional field added, under a name that all objects have`,
    ["types"],
  ],
  [
    "an optional parameter added under a name that all objects have",
    (c) => list(c).parameters.push({ name: "toString", in: "query", schema: { type: "string" } }),
    `GET ${things} query toString: optional parameter added, under a name that all objects have`,
    ["types"],
  ],
  [
    "a default added",
    (c) => (list(c).parameters[0].schema.default = 10),
    `GET ${things} query limit: default none -> 10`,
    [],
  ],
  [
    "a required parameter added",
    (c) =>
      list(c).parameters.push({ name: "extra", in: "query", required: true, schema: { type: "string" } }),
    `GET ${things} query extra: required parameter added`,
    ["values", "types"],
  ],
  ...["202", "204", "2XX"].map((status): BreakingEdit => [
    `${status} added`,
    (c) => (create(c).responses[status] = { description: "Nothing." }),
    `POST ${things} response ${status}: added`,
    ["types"],
  ]),
  [
    "an error status added that has another body than the default",
    (c) => (update(c).responses["404"] = { $ref: "#/components/responses/Refused" }),
    `PUT ${things}/{thing_id} response 404: added`,
    ["types"],
  ],
  [
    "a parameter component renamed",
    renamed("parameters", "CreateTime"),
    "components/parameters/CreateTime: removed",
    ["types"],
  ],
  [
    "a response component renamed",
    renamed("responses", "Failed"),
    "components/responses/Failed: removed",
    ["types"],
  ],
  [
    "a schema component renamed",
    renamed("schemas", "GatewayError"),
    "components/schemas/GatewayError: removed",
    ["types"],
  ],
  [
    "a field becomes required in a request",
    (c) => c.components.schemas.ThingInput.required.push("note"),
    `POST ${things} body.note (ThingInput): now required`,
    ["values", "types"],
  ],
  [
    "a field becomes required in a response",
    (c) => c.components.schemas.Thing.required.push("time"),
    `GET ${things} response 200 body[].time (Thing): now required`,
    ["values"],
  ],
  [
    "a field becomes optional in a response",
    (c) => (c.components.schemas.Thing.required = ["id"]),
    `GET ${things} response 200 body[].status (Thing): now optional`,
    ["values", "types"],
  ],
  [
    "an enum value taken away in a request",
    (c) => fields(c, "Options").mode.enum.pop(),
    `POST ${things} body.options.mode (Options): enum value "slow" removed`,
    ["values", "types"],
  ],
  [
    "an enum value taken away in a response",
    (c) => fields(c, "Thing").status.enum.pop(),
    `GET ${things} response 200 body[].status (Thing): enum value "done" removed`,
    ["values"],
  ],
  [
    "an enum value added in a response",
    (c) => fields(c, "Thing").status.enum.push("lost"),
    `GET ${things} response 200 body[].status (Thing): enum value "lost" added`,
    ["values"],
  ],
  [
    "an enum value added in a schema of requests and responses",
    (c) => fields(c, "Label").color.enum.push("green"),
    `GET ${things} response 200 body[].label.color (Label): enum value "green" added`,
    ["values"],
  ],
  [
    "an enum added in a request",
    (c) => (fields(c, "ThingInput").note.enum = ["2024-01-01"]),
    `POST ${things} body.note (ThingInput): enum none -> ["2024-01-01"]`,
    ["values", "types"],
  ],
  [
    "an enum taken away in a response",
    (c) => delete fields(c, "Thing").status.enum,
    `GET ${things} response 200 body[].status (Thing): enum ["running","done"] -> none`,
    ["values"],
  ],
  [
    "a field added in a response to an object that had none",
    (c) => (fields(c, "Thing").nothing.properties = { extra: { type: "string" } }),
    `GET ${things} response 200 body[].nothing.extra (Thing): optional field added`,
    ["types"],
  ],
  [
    "a field added in a response to an object whose fields match a pattern",
    (c) => (fields(c, "Thing").matched.properties["x-extra"] = { type: "string" }),
    `GET ${things} response 200 body[].matched.x-extra (Thing): optional field added`,
    [],
  ],
  [
    "a header becomes optional in a response",
    (c) => delete list(c).responses["200"].headers["X-Request-Id"].required,
    `GET ${things} response 200 header X-Request-Id: now optional`,
    ["types"],
  ],
  [
    "a length taken away in a response",
    (c) => delete fields(c, "Thing").id.maxLength,
    `GET ${things} response 200 body[].id (Thing): maxLength 64 -> none`,
    ["values"],
  ],
  [
    "a length lowered in a response",
    (c) => (fields(c, "Thing").id.maxLength = 32),
    `GET ${things} response 200 body[].id (Thing): maxLength 64 -> 32`,
    ["values"],
  ],
  [
    "pattern added in a response",
    (c) => (fields(c, "Thing").time.pattern = "^[0-9-]+$"),
    `GET ${things} response 200 body[].time (Thing): pattern none -> "^[0-9-]+$"`,
    ["values"],
  ],
  [
    "format added in a response",
    (c) => (fields(c, "Thing").time.format = "date-time"),
    `GET ${things} response 200 body[].time (Thing): format none -> "date-time"`,
    ["values"],
  ],
  [
    "additionalProperties: false added in a response",
    (c) => (c.components.schemas.Thing.additionalProperties = false),
    `GET ${things} response 200 body[] (Thing): additionalProperties none -> false`,
    [],
  ],
  [
    "anything becomes an object in a response",
    (c) => (fields(c, "Thing").anything = { type: "object", additionalProperties: true }),
    `GET ${things} response 200 body[].anything (Thing): type none -> "object"`,
    ["values"],
  ],
  [
    "a field read-only in a response",
    (c) => (fields(c, "Thing").time.readOnly = true),
    `GET ${things} response 200 body[].time (Thing): readOnly none -> true`,
    [],
  ],
  [
    "a looser limit under oneOf",
    (c) => (c.components.schemas.Weight.minimum = -5),
    `POST ${things} body.choice oneOf (Weight): minimum 0 -> -5`,
    [],
  ],
  [
    "a type that no operation uses",
    (c) => (fields(c, "Unused").size.type = "string"),
    'components/schemas/Unused.size: type "integer" -> "string"',
    ["types"],
  ],
  [
    "the client no longer fills a parameter in",
    (c) => delete c.components.parameters.ProjectId["x-default-from-client"],
    `GET ${things} path project_id (ProjectId): x-default-from-client "projectId" -> none`,
    ["types"],
  ],
  [
    "an operation renamed",
    (c) => (ping(c).operationId = "Pong"),
    'POST /v2/ping: operationId "Ping" -> "Pong"',
    ["values", "types"],
  ],
  [
    "other servers",
    (c) => (c.servers[0].url = "https://other.example.com"),
    'contract: servers [{"url":"https://things.example.com"}] -> [{"url":"https://other.example.com"}]',
    [],
  ],
  ["security", (c) => (c.security = []), 'contract: security [{"Token":[]}] -> []', []],
];
