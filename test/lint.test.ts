/**
 * The rules, held by mutation: each edit of the contract has to trip the one rule that it breaks, at
 * the place where it breaks it, and nothing else. All mutants go through one run of the real linter.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { contractPath, copyProject, project, runNode } from "./project.js";

const contract = readFileSync(join(project, contractPath), "utf8");
const ruleset = join(project, "openapi/rules/spectral.yaml");

const path = "/v2/{project_id}/fgs/workflows/{workflow_id}/executions";
const operation = ["paths", path, "post"];
const schemas = ["components", "schemas"];

interface Mutant {
  name: string;
  mutate: (document: any) => void;
  rule: string;
  /** A second rule that the same edit breaks. */
  also?: string;
  /** Where the finding has to be; several where the same mistake shows in several places. */
  at: (string | number)[][];
}

const limits: { field: string; at: string[]; min: number; max: number }[] = [
  { field: "project_id", at: ["components", "parameters", "ProjectId", "schema"], min: 1, max: 64 },
  { field: "workflow_id", at: ["components", "parameters", "WorkflowId", "schema"], min: 1, max: 512 },
  {
    field: "execution_id",
    at: [...schemas, "StartedExecution", "properties", "execution_id"],
    min: 1,
    max: 64,
  },
  { field: "error_code", at: [...schemas, "ServiceError", "properties", "error_code"], min: 1, max: 36 },
  { field: "error_msg", at: [...schemas, "ServiceError", "properties", "error_msg"], min: 2, max: 512 },
];

const get = (document: any, at: (string | number)[]) => at.reduce((node, key) => node[key], document);

/** Every documented length: removed, one less, one more, and moved into allOf. */
const limitMutants: Mutant[] = limits.flatMap(({ field, at, min, max }) => [
  ...[
    ["minLength", min],
    ["maxLength", max],
  ].flatMap(([limit, value]): Mutant[] => [
    {
      name: `${field}: ${limit} one more`,
      mutate: (document) => (get(document, at)[limit!] = Number(value) + 1),
      rule: "documented-limit",
      at: [[...at, String(limit)]],
    },
    {
      name: `${field}: ${limit} one less`,
      mutate: (document) => (get(document, at)[limit!] = Number(value) - 1),
      rule: "documented-limit",
      at: [[...at, String(limit)]],
    },
  ]),
  {
    name: `${field}: no minLength`,
    mutate: (document) => delete get(document, at).minLength,
    rule: "documented-limit",
    at: [at],
  },
  {
    name: `${field}: no maxLength, with an excuse`,
    mutate: (document) => {
      delete get(document, at).maxLength;
      get(document, at)["x-undocumented-length"] = "somebody thought so";
    },
    rule: "documented-limit",
    at: [at],
  },
  {
    name: `${field}: limits moved into allOf`,
    mutate: (document) => {
      const schema = get(document, at);
      schema.allOf = [{ type: "string", minLength: schema.minLength, maxLength: schema.maxLength }];
      schema["x-undocumented-length"] = "in allOf";
      delete schema.minLength;
      delete schema.maxLength;
    },
    rule: "documented-limit",
    // That something stands in allOf is a finding of its own.
    also: "documented-extra",
    at: [at],
  },
]);

const invented = {
  get: {
    operationId: "ShowSomething",
    summary: "Show something",
    description: "Shows something.",
    tags: ["Workflow executions"],
    responses: {
      "200": { description: "Done." },
      "400": { $ref: "#/components/responses/BadRequest" },
      "500": { $ref: "#/components/responses/InternalServerError" },
      default: { $ref: "#/components/responses/GatewayRefusal" },
    },
  },
};
const inventedAt = ["paths", "/v2/invented", "get"];
const withInvented = (change: (operation: any) => void) => (document: any) => {
  document.paths["/v2/invented"] = structuredClone(invented);
  change(document.paths["/v2/invented"].get);
};

const mutants: Mutant[] = [
  ...limitMutants,
  {
    name: "a limit on a header that has none",
    mutate: (document) => (document.components.parameters.CreateTime.schema.maxLength = 10),
    rule: "documented-limit",
    at: [["components", "parameters", "CreateTime", "schema", "maxLength"]],
  },
  {
    name: "a limit that is changed in an inline copy of the parameter",
    mutate: (document) => {
      const inline = structuredClone(document.components.parameters.WorkflowId);
      inline.schema.maxLength = 513;
      get(document, operation).parameters[1] = inline;
      document.paths["/v2/invented/{workflow_id}"] = structuredClone(invented);
      document.paths["/v2/invented/{workflow_id}"].parameters = [
        { $ref: "#/components/parameters/WorkflowId" },
      ];
    },
    rule: "documented-limit",
    at: [[...operation, "parameters", 1, "schema", "maxLength"]],
  },
  {
    name: "another version of OpenAPI",
    mutate: (document) => (document.openapi = "3.2.0"),
    rule: "openapi-3-1",
    at: [["openapi"]],
  },
  {
    name: "the path is renamed",
    mutate: (document) => {
      const renamed = path.replace("executions", "runs");
      document.paths[renamed] = document.paths[path];
      delete document.paths[path];
    },
    rule: "documented-operation",
    at: [["paths"]],
  },
  {
    name: "the method is another",
    mutate: (document) => (document.paths[path] = { put: document.paths[path].post }),
    rule: "documented-operation",
    at: [["paths", path]],
  },
  {
    name: "the operationId is another",
    mutate: (document) => (get(document, operation).operationId = "StartWorkflow"),
    rule: "documented-operation",
    at: [[...operation, "operationId"]],
  },
  ...["200", "400", "404", "500"].map((status): Mutant => ({
    name: `the response ${status} is gone`,
    mutate: (document) => {
      const { responses } = get(document, operation);
      // Kept in use, so that nothing else is wrong.
      responses[status === "200" ? "201" : "418"] = responses[status];
      delete responses[status];
    },
    rule: "documented-response",
    at: [[...operation, "responses"]],
  })),
  ...["X-Create-Time", "X-WorkflowRun-ID", "X-WorkflowRun-MergeFnParameters"].map((name, index): Mutant => ({
    name: `the header ${name} is renamed`,
    mutate: (document) => {
      const { $ref } = get(document, operation).parameters[index + 2];
      get(document, $ref.slice(2).split("/")).name = `${name}s`;
    },
    rule: "documented-field",
    at: [[...operation, "parameters"]],
  })),
  {
    name: "a header parameter is gone",
    mutate: (document) => {
      get(document, operation).parameters.splice(4, 1);
      delete document.components.parameters.MergeFnParameters;
    },
    rule: "documented-field",
    at: [[...operation, "parameters"]],
  },
  {
    name: "a header has become a query parameter",
    mutate: (document) => (document.components.parameters.CreateTime.in = "query"),
    rule: "documented-field",
    at: [[...operation, "parameters"]],
  },
  {
    name: "execution_id is renamed",
    mutate: (document) => {
      const schema = document.components.schemas.StartedExecution;
      schema.properties = { id: schema.properties.execution_id };
      schema.required = ["id"];
      document.components.examples.ExecutionStarted.value = { id: "x" };
    },
    rule: "documented-field",
    at: [[...schemas, "StartedExecution"]],
  },
  {
    name: "the body's headers are gone",
    mutate: (document) => {
      delete document.components.schemas.ExecutionInput.properties.headers;
      delete document.components.schemas.ExecutionHeaders;
    },
    rule: "documented-field",
    at: [[...schemas, "ExecutionInput"]],
  },
  {
    name: "the body's fields have moved into allOf",
    mutate: (document) => {
      const { description, ...schema } = document.components.schemas.ExecutionInput;
      document.components.schemas.ExecutionInput = { description, allOf: [schema] };
    },
    rule: "documented-field",
    at: [
      [...schemas, "ExecutionInput"],
      [...schemas, "ExecutionInput"],
    ],
  },
  {
    name: "the request has no body",
    mutate: (document) => {
      delete get(document, operation).requestBody;
      for (const name of ["ExecutionInput", "ExecutionHeaders", "ExecutionArguments"])
        delete document.components.schemas[name];
      delete document.components.examples.StartAnExecution;
    },
    rule: "documented-field",
    at: [operation, operation],
  },
  {
    name: "a second media type without the fields",
    mutate: (document) =>
      (get(document, operation).requestBody.content["text/plain"] = {
        schema: { type: "string", maxLength: 9, description: "Text." },
      }),
    rule: "documented-field",
    at: [
      [...operation, "requestBody", "content", "text/plain", "schema"],
      [...operation, "requestBody", "content", "text/plain", "schema"],
    ],
  },
  {
    name: "a type is another",
    mutate: (document) => {
      document.components.schemas.ExecutionArguments.type = ["object", "string"];
      document.components.schemas.ExecutionArguments["x-undocumented-length"] = "free";
    },
    rule: "documented-type",
    at: [[...schemas, "ExecutionArguments", "type"]],
  },
  {
    name: "a type is missing",
    mutate: (document) => delete document.components.parameters.WorkflowId.schema.type,
    rule: "documented-type",
    at: [["components", "parameters", "WorkflowId", "schema"]],
  },
  {
    name: "input is optional",
    mutate: (document) => delete document.components.schemas.ExecutionInput.required,
    rule: "documented-required",
    at: [[...schemas, "ExecutionArguments"]],
  },
  {
    name: "headers are required",
    mutate: (document) => document.components.schemas.ExecutionInput.required.push("headers"),
    rule: "documented-required",
    at: [[...schemas, "ExecutionHeaders"]],
  },
  {
    name: "the body is optional",
    mutate: (document) => (get(document, operation).requestBody.required = false),
    rule: "documented-required",
    at: [[...schemas, "ExecutionArguments"]],
  },
  {
    name: "a header is required",
    mutate: (document) => (document.components.parameters.WorkflowRunId.required = true),
    rule: "documented-required",
    at: [["components", "parameters", "WorkflowRunId"]],
  },
  ...(
    [
      ["WorkflowId", ["schema", "pattern"], "^.{1,36}$"],
      ["WorkflowId", ["schema", "enum"], ["48aff955-ea10-4ffd-b426-190bc192dc14"]],
      ["WorkflowId", ["schema", "format"], "uuid"],
      ["WorkflowId", ["schema", "not"], { minLength: 100 }],
      ["WorkflowId", ["schema", "allOf"], [{ maxLength: 100 }]],
      ["MergeFnParameters", ["schema", "enum"], ["true", "false"]],
      ["CreateTime", ["schema", "allOf"], [{ maxLength: 10 }]],
    ] as [string, string[], unknown][]
  ).map(([name, place, value]): Mutant => {
    const at = ["components", "parameters", name, ...place];
    return {
      name: `${name} is narrowed by ${place.at(-1)}`,
      mutate: (document) => (get(document, at.slice(0, -1))[at.at(-1)!] = value),
      rule: "documented-extra",
      at: [at],
    };
  }),
  ...(
    [
      ["ServiceError", ["properties", "error_code", "enum"], ["FGS.3002", "FGS.5002"]],
      ["ExecutionArguments", ["maxProperties"], 2],
      ["ExecutionArguments", ["additionalProperties"], { type: "string", maxLength: 64 }],
      ["ExecutionInput", ["additionalProperties"], false],
      ["ExecutionInput", ["dependentRequired"], { input: ["headers"] }],
      ["ExecutionInput", ["patternProperties"], { "^input$": { minProperties: 1, maxProperties: 9 } }],
      ["ServiceError", ["minProperties"], 1],
    ] as [string, string[], unknown][]
  ).map(([name, place, value]): Mutant => {
    const at = [...schemas, name, ...place];
    return {
      name: `${name} is narrowed by ${place.at(-1)}`,
      mutate: (document) => (get(document, at.slice(0, -1))[at.at(-1)!] = value),
      rule: "documented-extra",
      at: [at],
    };
  }),
  {
    name: "a body field that no table has is required",
    mutate: (document) => {
      const schema = document.components.schemas.ExecutionInput;
      schema.properties.priority = { type: "integer", description: "Invented." };
      schema.required.push("priority");
      document.components.examples.StartAnExecution.value.priority = 1;
    },
    rule: "documented-extra",
    at: [[...schemas, "ExecutionInput", "required"]],
  },
  {
    name: "a header that no table has is required",
    mutate: (document) =>
      get(document, operation).parameters.push({
        name: "X-Invented",
        in: "header",
        required: true,
        description: "Invented.",
        schema: { type: "string", maxLength: 9 },
      }),
    rule: "documented-extra",
    at: [[...operation, "parameters", "5", "required"]],
  },
  {
    name: "a field names no table",
    mutate: (document) => delete document.components.parameters.ProjectId["x-documented-in"],
    rule: "documented-table",
    at: [["components", "parameters", "ProjectId"]],
  },
  {
    name: "a field names another table",
    mutate: (document) =>
      (document.components.schemas.StartedExecution.properties.execution_id["x-documented-in"] = "Table 9"),
    rule: "documented-table",
    at: [[...schemas, "StartedExecution", "properties", "execution_id"]],
  },
  {
    name: "a limit is weakened beside a $ref",
    mutate: (document) => (document.components.schemas.ExecutionInput.properties.input.minProperties = 0),
    rule: "no-ref-siblings",
    at: [[...schemas, "ExecutionInput", "properties", "input", "minProperties"]],
  },
  {
    name: "a bare object deep in a schema",
    mutate: withInvented((operation) => {
      const properties = { deep: { type: "array", items: { type: "object", properties: {} } } };
      operation.responses["200"].content = { "application/json": { schema: { type: "object", properties } } };
    }),
    rule: "no-bare-object",
    at: [
      [
        ...inventedAt,
        "responses",
        "200",
        "content",
        "application/json",
        "schema",
        "properties",
        "deep",
        "items",
      ],
    ],
  },
  {
    name: "a bare object inline in an operation",
    mutate: withInvented((operation) => {
      operation.responses["200"].content = { "application/json": { schema: { type: "object" } } };
    }),
    rule: "no-bare-object",
    at: [[...inventedAt, "responses", "200", "content", "application/json", "schema"]],
  },
  {
    name: "a string without a limit",
    mutate: (document) => (document.components.schemas.GatewayError.properties.hint = { type: "string" }),
    rule: "string-length",
    at: [[...schemas, "GatewayError", "properties", "hint"]],
  },
  {
    name: "a string without a limit in a parameter of another operation",
    mutate: withInvented((operation) => {
      operation.parameters = [
        { name: "q", in: "query", description: "Words.", schema: { type: ["string", "null"] } },
      ];
    }),
    rule: "string-length",
    at: [[...inventedAt, "parameters", "0", "schema"]],
  },
  {
    name: "an excuse without a reason",
    mutate: (document) => (document.components.parameters.CreateTime.schema["x-undocumented-length"] = ""),
    rule: "string-length",
    at: [["components", "parameters", "CreateTime", "schema"]],
  },
  ...["400", "500", "default"].map((status): Mutant => ({
    name: `an operation without the response ${status}`,
    mutate: withInvented((operation) => {
      if (status === "400") operation.responses["409"] = operation.responses["400"];
      delete operation.responses[status];
    }),
    rule: "error-envelope",
    at: [[...inventedAt, "responses"]],
  })),
  {
    name: "the documented operation without the gateway's answers",
    mutate: (document) => {
      const { responses } = get(document, operation);
      responses["429"] = { ...responses["400"] };
      delete responses.default;
      withInvented(() => {})(document);
    },
    rule: "error-envelope",
    at: [[...operation, "responses"]],
  },
  {
    name: "an error without the envelope",
    mutate: withInvented((operation) => (operation.responses["500"] = { description: "Failed." })),
    rule: "error-envelope",
    at: [
      [...inventedAt, "responses", "500"],
      [...inventedAt, "responses", "500"],
    ],
  },
  {
    name: "an error envelope with a shorter message",
    mutate: withInvented((operation) => {
      const properties = {
        error_code: { type: "string", minLength: 1, maxLength: 36 },
        error_msg: { type: "string", minLength: 2, maxLength: 100 },
      };
      operation.responses["409"] = {
        description: "Conflict.",
        content: { "application/json": { schema: { type: "object", properties } } },
      };
    }),
    rule: "error-envelope",
    at: [[...inventedAt, "responses", "409", "content", "application/json", "schema"]],
  },
  {
    name: "a default response that does not say whose it is",
    mutate: (document) => (document.components.responses.GatewayRefusal.description = "Any other answer."),
    rule: "error-envelope",
    at: [["components", "responses", "GatewayRefusal", "description"]],
  },
];

interface Finding {
  code: string;
  path: (string | number)[];
  severity: number;
  source: string;
  message: string;
}

const folder = mkdtempSync(join(tmpdir(), "mutants-"));
afterAll(() => rmSync(folder, { recursive: true }));

const spectral = (...args: string[]) => {
  const cli = join(project, "node_modules/@stoplight/spectral-cli/dist/index.js");
  return runNode([cli, "lint", "--fail-severity=warn", "-r", ruleset, ...args]);
};

let findings: Finding[] = [];
beforeAll(async () => {
  mutants.forEach(({ mutate }, index) => {
    const document = parse(contract);
    mutate(document);
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(document));
  });
  const { code, stdout } = await spectral("-q", "-f", "json", join(folder, "*.json"));
  expect(code).toBe(1);
  findings = JSON.parse(stdout);
});

test.each(mutants.map((mutant, index) => ({ ...mutant, index })))(
  "$rule: $name",
  ({ rule, also, at, index }) => {
    const own = findings.filter(({ source }) => source === join(folder, `${index}.json`));
    expect(new Set(own.map(({ code }) => code))).toEqual(new Set([rule, ...(also ? [also] : [])]));
    const places = new Set(
      own.filter(({ code }) => code === rule).map((finding) => JSON.stringify(finding.path.map(String))),
    );
    expect(places).toEqual(new Set(at.map((place) => JSON.stringify(place.map(String)))));
  },
);

test("every rule of the house is proven by a mutant", () => {
  const { rules } = parse(readFileSync(ruleset, "utf8"));
  const own = Object.entries(rules).filter(([, rule]) => typeof rule === "object");
  expect(new Set(mutants.map(({ rule }) => rule))).toEqual(new Set(own.map(([name]) => name)));
});

test("a finding names the field, the documented limit, its table and what was found", () => {
  const index = mutants.findIndex(({ name }) => name === "workflow_id: maxLength one less");
  expect(findings.find(({ source }) => source === join(folder, `${index}.json`))!.message).toBe(
    "workflow_id (path) has maxLength 512 in Table 1 (path parameters), found 511",
  );
});

test("the contract itself is clean", async () => {
  expect(await spectral(join(project, contractPath))).toMatchObject({ code: 0 });
});

describe("npm run lint", () => {
  function lintOf(text: string) {
    const copy = copyProject();
    copy.write(contractPath, text);
    return copy.script("lint.ts");
  }

  test("says where a limit is wrong: file, line and column", async () => {
    const broken = contract.replace("maxLength: 512", "maxLength: 511");
    const line = broken.split("\n").findIndex((text) => text.includes("maxLength: 511")) + 1;
    const { code, stderr } = await lintOf(broken);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `openapi/functiongraph-workflow.yaml:${line}:20  error  workflow_id (path) has maxLength 512`,
    );
  });

  test("refuses an example that does not fit its schema", async () => {
    const { code, stderr } = await lintOf(
      contract.replace(/^( +)execution_id: 48aff955.*$/m, "$1execution_id: 7"),
    );
    expect(code).toBe(1);
    expect(stderr).toContain("no-invalid-media-type-examples");
  });

  test.each([
    ["a file that is not OpenAPI", "hello: world\n"],
    ["a file that is not YAML", "a: [\n"],
    ["an empty file", ""],
    ["OpenAPI 3.0", contract.replace("openapi: 3.1.0", "openapi: 3.0.3")],
  ])("refuses %s", async (_, text) => {
    expect((await lintOf(text)).code).toBe(1);
  });
});
