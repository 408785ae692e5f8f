import type { Document, SchemaObject } from "../../scripts/codegen/openapi.js";

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
const schema = (name: string) => ref("schemas", name);
const json = (body: SchemaObject) => ({ content: { "application/json": { schema: body } } });
const text = (limits: object = {}) => ({ type: "string", ...limits });

/** A contract with one of everything that the change report looks at. */
export const contract: Document = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1.0.0" },
  servers: [{ url: "https://things.example.com" }],
  security: [{ Token: [] }],
  paths: {
    "/v2/{project_id}/things": {
      parameters: [ref("parameters", "ProjectId")],
      get: {
        operationId: "ListThings",
        summary: "List things",
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100 } },
          { name: "status", in: "query", schema: text({ enum: ["running", "done"] }) },
          {
            name: "tag",
            in: "query",
            required: true,
            schema: { type: "array", maxItems: 2, items: text({ maxLength: 5, pattern: "^[a-z]+$" }) },
          },
          ref("parameters", "CreateTime"),
        ],
        responses: {
          "200": {
            description: "The things.",
            headers: { "X-Request-Id": { required: true, schema: text() } },
            ...json({ type: "array", maxItems: 9, items: schema("Thing") }),
          },
          "400": ref("responses", "Refused"),
          default: ref("responses", "Failed"),
        },
      },
      post: {
        operationId: "CreateThing",
        requestBody: { required: true, ...json(schema("ThingInput")) },
        responses: {
          "201": { description: "The new thing.", ...json(schema("Thing")) },
          default: ref("responses", "Failed"),
        },
      },
    },
    "/v2/{project_id}/things/{thing_id}": {
      put: {
        operationId: "UpdateThing",
        parameters: [
          ref("parameters", "ProjectId"),
          { name: "thing_id", in: "path", required: true, schema: text({ minLength: 1, maxLength: 64 }) },
        ],
        requestBody: { required: false, ...json(schema("Options")) },
        responses: {
          "200": { description: "The thing.", ...json(schema("Thing")) },
          default: ref("responses", "Failed"),
        },
      },
    },
    "/v2/ping": {
      post: {
        operationId: "Ping",
        responses: {
          "200": { description: "Anything.", ...json({ type: "object", additionalProperties: true }) },
          default: ref("responses", "Failed"),
        },
      },
    },
  },
  components: {
    securitySchemes: { Token: { type: "apiKey", in: "header", name: "X-Auth-Token" } },
    parameters: {
      ProjectId: {
        name: "project_id",
        in: "path",
        required: true,
        "x-default-from-client": "projectId",
        schema: text({ minLength: 1, maxLength: 64 }),
      },
      CreateTime: { name: "X-Create-Time", in: "header", schema: text({ maxLength: 64 }) },
    },
    responses: {
      Refused: { description: "Refused.", ...json(schema("ServiceError")) },
      Failed: { description: "Failed.", ...json(schema("GatewayError")) },
    },
    schemas: {
      /** Open: a request can hold fields that have no name here. */
      ThingInput: {
        type: "object",
        required: ["input", "label"],
        properties: {
          input: schema("Arguments"),
          label: schema("Label"),
          note: text({ minLength: 2, maxLength: 64, format: "date" }),
          options: schema("Options"),
          choice: { oneOf: [schema("Weight"), text({ maxLength: 9 })] },
        },
      },
      Arguments: { type: "object", additionalProperties: true },
      Options: {
        type: "object",
        required: ["mode"],
        properties: {
          mode: text({ enum: ["fast", "slow"] }),
          size: { type: "integer", minimum: 0, maximum: 9, multipleOf: 3 },
        },
        additionalProperties: false,
      },
      /** In requests and in responses. */
      Label: {
        type: "object",
        required: ["name"],
        properties: { name: text({ minLength: 1, maxLength: 8 }), color: text({ enum: ["red", "blue"] }) },
        additionalProperties: false,
      },
      Weight: { type: "number", minimum: 0 },
      Thing: {
        type: "object",
        description: "A thing.",
        required: ["id", "status"],
        properties: {
          id: text({ minLength: 1, maxLength: 64 }),
          status: text({ enum: ["running", "done"] }),
          time: text(),
          anything: {},
          nothing: { type: "object" },
          maybe: { type: ["object", "null"], properties: { name: text() } },
          untyped: { properties: { name: text() } },
          matched: {
            type: "object",
            properties: { name: text() },
            patternProperties: { "^x": { type: "number" } },
          },
          label: schema("Label"),
          parts: { type: "array", items: schema("Thing") },
        },
      },
      ServiceError: { type: "object", properties: { error_code: text({ maxLength: 36 }) } },
      GatewayError: { type: "object", properties: { request_id: text() } },
      /** An exported type only. */
      Unused: { type: "object", properties: { size: { type: "integer", maximum: 9 } } },
    },
  },
};
