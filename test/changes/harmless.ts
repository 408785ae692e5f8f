import type { Apply } from "./edits.js";
import { body, create, fields, list, ping, things } from "./places.js";

/** Edits that cannot, with what the report says. */
export const harmlessEdits: [edit: string, apply: Apply, text: string][] = [
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
    "POST /v2/ping header X-Extra: optional parameter added",
  ],
  ["an optional body added", (c) => (ping(c).requestBody = body), "POST /v2/ping body: optional body added"],
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
    "an optional field added in a response to an object that can be null",
    (c) => (fields(c, "Thing").maybe.properties.extra = { type: "string" }),
    `GET ${things} response 200 body[].maybe.extra (Thing): optional field added`,
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
