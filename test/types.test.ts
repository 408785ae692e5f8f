/** The types of generated operations, as a caller's compiler and editor see them. */
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { contractPath, copyProject, project, runNode, type ProjectCopy } from "./project.js";

const text = { type: "string", minLength: 1, maxLength: 8 };

const schemas = {
  NewThing: {
    type: "object",
    description: "A thing to create.",
    required: ["name", "tags"],
    properties: {
      name: { ...text, description: "What it is called." },
      tags: { type: "array", description: "Its tags.", maxItems: 9, items: text },
      grid: {
        type: "array",
        description: "Rows of numbers.",
        items: { type: "array", items: { type: "integer" } },
      },
      kind: { type: "string", description: "What kind it is.", enum: ["plain", "fancy"], default: "plain" },
      size: { type: "integer", description: "How large it is.", minimum: 1, maximum: 20, default: 10 },
      labels: { type: "object", description: "Anything.", additionalProperties: true },
      details: {
        type: "object",
        description: "What is known, and anything else.",
        required: ["weight"],
        properties: { weight: { type: "number", description: "In grams." } },
        additionalProperties: true,
      },
      parts: { $ref: "#/components/schemas/Parts" },
      colour: { ...text, description: "Use labels.", deprecated: true },
    },
  },
  Parts: {
    type: "array",
    description: "The things inside it.",
    minItems: 1,
    items: { $ref: "#/components/schemas/NewThing" },
  },
  Thing: {
    type: "object",
    description: "A thing.",
    required: ["name", "labels"],
    properties: {
      name: { ...text, description: "What it is called." },
      size: { type: "integer", description: "How large it is.", default: 10 },
      labels: { type: "object", description: "Anything.", additionalProperties: true },
      kind: { $ref: "#/components/schemas/Kind", description: "Use labels." },
      sizes: { type: "array", maxItems: 9, description: "Which there are.", items: { enum: [1, 2] } },
    },
  },
  Kind: {
    type: "string",
    description: "What kind it is.",
    enum: ["plain", "fancy"],
    default: "plain",
    deprecated: true,
    "x-documented-in": "Table 8",
  },
};

const okay = (schema: string) => ({
  description: "OK. What was asked for. More about it.",
  content: {
    "application/json": {
      schema: { $ref: `#/components/schemas/${schema}` },
      examples: { One: { value: { name: "one", labels: {} } } },
    },
  },
});

const paths = {
  "/v2/{project_id}/things": {
    get: {
      operationId: "FindThing",
      summary: "Find a thing",
      description: "Finds one thing.",
      tags: ["Start"],
      parameters: [
        { $ref: "#/components/parameters/ProjectId" },
        {
          name: "ids",
          in: "query",
          description: "Only these.",
          deprecated: true,
          schema: { type: "array", maxItems: 5, items: { type: "integer" } },
        },
        {
          name: "limit",
          in: "query",
          description: "How many.",
          example: 10,
          "x-documented-in": "Table 9",
          schema: { type: "integer", minimum: 1, maximum: 100, default: 20 },
        },
      ],
      responses: { "200": okay("Thing") },
    },
    post: {
      operationId: "CreateThing",
      summary: "Create a thing",
      description: "Creates one thing.",
      tags: ["Start"],
      parameters: [{ $ref: "#/components/parameters/ProjectId" }],
      requestBody: {
        description: "The thing.",
        required: true,
        content: {
          "application/json": {
            schema: { $ref: "#/components/schemas/NewThing" },
            examples: { One: { value: { name: "one", tags: [] } } },
          },
        },
      },
      responses: { "200": okay("Thing") },
    },
  },
  "/v2/ping": {
    get: {
      operationId: "Ping",
      summary: "Ping",
      description: "Does nothing.",
      tags: ["Start"],
      responses: { "204": { description: "Nothing was done." } },
    },
  },
};

/** The error responses of the contract's own operation, with another text for 404. */
function failuresIn({ paths, components }: any) {
  const [{ post }] = Object.values<any>(paths);
  const { 200: _success, ...failures } = post.responses;
  const notFound = failures[404].$ref.split("/").at(-1);
  const description = "Not Found. There is no such thing, e.g. after it was deleted. Look elsewhere.";
  return { ...failures, 404: { ...components.responses[notFound], description } };
}

async function generateThings(): Promise<ProjectCopy> {
  const copy = copyProject();
  copy.edit((contract) => {
    const document = parse(contract);
    const failures = failuresIn(document);
    for (const item of Object.values(paths)) {
      for (const operation of Object.values(item)) Object.assign(operation.responses, failures);
    }
    Object.assign(document.paths, paths);
    Object.assign(document.components.schemas, schemas);
    return stringify(document, { aliasDuplicateObjects: false });
  });
  await copy.generateFrom(copy.read(contractPath));
  return copy;
}

const consumer = `
import {
  createFunctionGraphClient,
  type CreateThingRequest,
  type FindThingRequest,
  type components,
  type paths,
} from "functiongraph-workflow";

const client = createFunctionGraphClient({ region: "cn-north-4" });
const workflow = "/v2/{project_id}/fgs/workflows/{workflow_id}/executions";
const things = "/v2/{project_id}/things";

interface Order {
  id: number;
  lines: readonly string[];
}
class Parcel {
  readonly weight = 7;
  describe() {
    return this.weight + " g";
  }
}
declare const order: Order;
declare const frozen: readonly string[];
declare const maybe: string | undefined;
const parcel = new Parcel();
const constant = { name: "a", tags: ["b", "c"], grid: [[1], [2]], kind: "fancy" } as const;

// Free-form objects: literals, interfaces, class instances.
for (const input of [order, parcel, { order, parcel }, {}]) {
  client.startWorkflowExecution({ path: { workflow_id: "w" }, body: { input, headers: input } });
  client.POST(workflow, { params: { path: { workflow_id: "w" } }, body: { input, headers: input } });
}
client.createThing({ body: { ...constant, labels: order, details: parcel } });
client.POST(things, { body: { ...constant, labels: order, details: parcel } });
client.createThing({ body: { ...constant, details: { weight: 1, other: order } } });

// Readonly arrays, also nested, and nested requests.
client.createThing({ body: { name: "a", tags: frozen, parts: [constant, { name: "b", tags: frozen }] } });
client.POST(things, { body: { name: "a", tags: frozen, parts: [constant, { name: "b", tags: frozen }] } });
client.findThing({ query: { ids: [1, 2] as const } });
client.GET(things, { params: { query: { ids: [1, 2] as const } } });

// Undefined wherever something can be left out.
client.startWorkflowExecution({
  path: { workflow_id: "w", project_id: maybe },
  header: { "X-Create-Time": maybe },
  body: { input: {}, headers: undefined },
});
client.startWorkflowExecution({ path: { workflow_id: "w" }, header: undefined, body: { input: {} } });
client.POST(workflow, {
  params: { path: { workflow_id: "w", project_id: maybe }, header: { "X-Create-Time": maybe } },
  body: { input: {}, headers: undefined },
});
client.findThing({ path: undefined, query: undefined });
client.findThing();
client.ping();
client.ping({});

// What the client fills in, and what has a default, can be left out.
client.GET(things);
client.GET(things, { params: { query: { limit: 3 } } });
client.GET("/v2/ping");
client.POST(things, { body: { name: "a", tags: [] } });

// A request can be built step by step.
const request: CreateThingRequest = { body: { name: "a", tags: [] } };
request.body.name = "b";
request.path = { project_id: "p" };

// Responses are the contract's own.
const thing = await client.createThing(request);
export const labels: { [key: string]: unknown } = thing.labels;
export const label: unknown = thing.labels["any"];
export const size: number | undefined = thing.size;
// @ts-expect-error: a default in the schema is not a promise by the service
export const certain: number = thing.size;
// What the service may add is no mistake, and what is known is still offered.
export const kind: "plain" | "fancy" | (string & {}) | undefined = thing.kind;
export const isNew: boolean = thing.kind === "new";
// @ts-expect-error: there may be other kinds
export const closedKind: "plain" | "fancy" | undefined = thing.kind;
export const sizes: (1 | 2 | (number & {}))[] | undefined = thing.sizes;
// @ts-expect-error: there may be other sizes
export const closedSizes: (1 | 2)[] | undefined = thing.sizes;
const { data } = await client.POST(things, { body: request.body });
export const same: components["schemas"]["Thing"] | undefined = data;
export const plainKind: string | undefined = data?.kind;
export const plainSize: number | undefined = data?.sizes?.[0];
export const nothing: undefined = await client.ping();
export const contracts: paths[typeof things]["post"]["parameters"]["path"]["project_id"] = "p";

// Mistakes are still mistakes.
const path = { workflow_id: "w" };
// @ts-expect-error: JSON text is not an object
client.startWorkflowExecution({ path, body: { input: "{}" } });
// @ts-expect-error: nor is a number
client.startWorkflowExecution({ path, body: { input: 7 } });
// @ts-expect-error: nor is null
client.startWorkflowExecution({ path, body: { input: null } });
// @ts-expect-error: nor is an array
client.startWorkflowExecution({ path, body: { input: frozen } });
// @ts-expect-error: nor is a function
client.startWorkflowExecution({ path, body: { input: () => order } });
// @ts-expect-error: a Map is {} as JSON
client.startWorkflowExecution({ path, body: { input: new Map([["a", 1]]) } });
// @ts-expect-error: a Date is a string as JSON
client.startWorkflowExecution({ path, body: { input: new Date() } });
// @ts-expect-error: await is missing
client.startWorkflowExecution({ path, body: { input: Promise.resolve(order) } });
// @ts-expect-error: input is missing
client.startWorkflowExecution({ path, body: {} });
// @ts-expect-error: required, so not undefined
client.startWorkflowExecution({ path, body: { input: undefined } });
// @ts-expect-error: required, so not undefined
client.startWorkflowExecution({ path: { workflow_id: maybe }, body: { input: {} } });
// @ts-expect-error: only project_id comes from the client
client.startWorkflowExecution({ path: {}, body: { input: {} } });
// @ts-expect-error: not one of the enum's values
client.createThing({ body: { name: "a", tags: [], kind: "odd" } });
// @ts-expect-error: not one of the contract's fields
client.createThing({ body: { name: "a", tags: [], nmae: "b" } });
// @ts-expect-error: weight is missing
client.createThing({ body: { name: "a", tags: [], details: order } });
// @ts-expect-error: an item of a readonly array is checked too
client.createThing({ body: { name: "a", tags: [1] } });
// @ts-expect-error: it takes nothing
client.ping({ path: {} });
// @ts-expect-error: JSON text is not an object
client.POST(workflow, { params: { path }, body: { input: "{}" } });
// @ts-expect-error: nor is an array
client.POST(workflow, { params: { path }, body: { input: frozen } });
// @ts-expect-error: workflow_id is missing
client.POST(workflow, { body: { input: {} } });
// @ts-expect-error: an item of a readonly array is checked too
client.POST(things, { body: { name: "a", tags: [1] } });
// @ts-expect-error: there is no such path
client.POST("/v2/ping", {});
export type { FindThingRequest };
`;

/** What an editor shows for a property of an exported type. */
function hover(program: ts.Program, file: string, ...[name, ...properties]: string[]) {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
  let symbol = checker.getExportsOfModule(module).find((one) => one.name === name)!;
  for (const property of properties) {
    const declared = symbol.flags & ts.SymbolFlags.Type;
    const type = declared ? checker.getDeclaredTypeOfSymbol(symbol) : checker.getTypeOfSymbol(symbol);
    symbol = checker.getPropertyOfType(checker.getNonNullableType(type), property)!;
  }
  const tags = symbol
    .getJsDocTags(checker)
    .map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`.trim());
  return [ts.displayPartsToString(symbol.getDocumentationComment(checker)), ...tags]
    .filter(Boolean)
    .join("\n");
}

test("types accept what the guard accepts, and promise what the contract promises", async () => {
  const copy = await generateThings();
  copy.write("src/consumer.ts", consumer);
  copy.write("consumer.json", JSON.stringify({ extends: "./tsconfig.json", include: ["src/consumer.ts"] }));
  for (const compiler of ["typescript", "typescript-7"]) {
    const tsc = join(project, "node_modules", compiler, "bin/tsc");
    const checked = await runNode([tsc, "--project", "consumer.json"], { cwd: copy.folder });
    expect(checked, compiler).toEqual({ code: 0, stdout: "", stderr: "" });
  }

  const file = join(copy.folder, "generated/operations.ts");
  const program = ts.createProgram([file], { module: ts.ModuleKind.NodeNext, strict: true });
  const docs = (...names: string[]) => hover(program, file, ...names);
  expect(docs("FindThingRequest", "query", "limit")).toBe(
    "How many.\n\n1 to 100. See Table 9.\n@default 20\n@example 10",
  );
  expect(docs("FindThingRequest", "query", "ids")).toBe("Only these.\n\nAt most 5 items.\n@deprecated");
  expect(docs("FindThingRequest", "path", "project_id")).toContain("@default the client's `projectId`");
  expect(docs("CreateThingRequest", "body")).toBe("The thing.");
  expect(docs("CreateThingRequest", "body", "name")).toBe("What it is called.\n\n1 to 8 characters.");
  expect(docs("CreateThingRequest", "body", "size")).toBe("How large it is.\n\n1 to 20.\n@default 10");
  expect(docs("CreateThingRequest", "body", "colour")).toBe("Use labels.\n\n1 to 8 characters.\n@deprecated");
  expect(docs("CreateThingRequest", "body", "parts")).toBe("The things inside it.\n\nAt least 1 item.");
  expect(docs("FindThingResponse", "name")).toBe("What it is called.\n\n1 to 8 characters.");
  expect(docs("FindThingResponse", "size")).toBe("How large it is.\n@default 10");
  expect(docs("FindThingResponse", "kind")).toBe("Use labels.\n\nSee Table 8.\n@deprecated\n@default plain");
  expect(docs("FindThingResponse", "sizes")).toBe("Which there are.\n\nAt most 9 items.");
  expect(docs("Operations", "findThing")).toContain("@throws {ApiError} 500: FunctionGraph failed");
  expect(docs("Operations", "findThing")).toContain(
    "@throws {ApiError} 404: There is no such thing, e.g. after it was deleted.",
  );
  expect(docs("Operations", "findThing")).not.toContain("Look elsewhere");
});
