import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { documentedOperations } from "../openapi/documented-limits.js";
import { contractPath, project } from "./project.js";

const contract = parse(readFileSync(join(project, contractPath), "utf8"));
const source = readFileSync(join(project, "openapi/SOURCE.md"), "utf8");

const at = (pointer: string) =>
  pointer
    .slice(2)
    .split("/")
    .reduce((node, key) => node?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], contract);

const rows = source
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")))
  .filter((cells) => cells[4]?.startsWith("#/"))
  .map(([, table, row, documented, pointer]) => ({
    table: table!,
    row: row!,
    documented: documented!,
    pointer: pointer!,
  }));

describe("SOURCE.md", () => {
  test.each(rows)("$table: $row stands at $pointer", ({ row, documented, pointer }) => {
    const place = at(pointer);
    expect(place).toBeDefined();
    const limits = /(\d+) to (\d+)$/.exec(documented);
    const schema = place.schema ?? place;
    if (limits) expect(schema).toMatchObject({ minLength: Number(limits[1]), maxLength: Number(limits[2]) });
    if (pointer.startsWith("#/components/parameters/")) expect(place.name).toBe(row);
  });

  test("has a line for each documented field, with its limits", () => {
    for (const { fields, path, method } of documentedOperations) {
      expect(rows.map(({ row }) => row)).toContain(`${method.toUpperCase()} ${path}`);
      for (const { field, where, status, minLength, maxLength } of fields) {
        const table = where === "response" ? `status ${status}` : where === "request" ? "body" : where;
        const line = rows.find((one) => one.row === field && one.table.endsWith(table));
        expect(line, `${field} (${table})`).toBeDefined();
        if (maxLength) expect(line!.documented).toBe(`String, ${minLength} to ${maxLength}`);
      }
    }
  });
});

test("the source page's request and response are the contract's examples, word for word", () => {
  const { StartAnExecution, ExecutionStarted } = contract.components.examples;
  expect(StartAnExecution.value).toEqual({
    headers: { tenantId: "user1" },
    input: { arg1: "argument_1", arg2: "argument_2" },
  });
  expect(ExecutionStarted.value).toEqual({ execution_id: "48aff955-ea10-4ffd-b426-190bc192dc14" });
});

test("every named example fits its schema, by a validator that no linter uses", () => {
  const ajv = new Ajv2020.default({ strict: false });
  ajv.addSchema({ $id: "contract", components: contract.components });
  const resolve = (node: any) => (node?.$ref ? at(node.$ref) : node);
  let checked = 0;
  for (const item of Object.values<any>(contract.paths)) {
    for (const operation of Object.values<any>(item)) {
      const bodies = [operation.requestBody, ...Object.values(operation.responses)].map(resolve);
      for (const { schema, examples } of bodies.flatMap((body) => Object.values<any>(body.content ?? {}))) {
        const validate = ajv.compile({ $ref: `contract${schema.$ref}` });
        for (const example of Object.values(examples).map(resolve)) {
          expect(validate(example.value), JSON.stringify(validate.errors)).toBe(true);
          checked++;
        }
      }
    }
  }
  expect(checked).toBe(7);
});

test("every parameter, field and response has a description of its own and an example", () => {
  const seen = new Map<string, string>();
  const describe = (name: string, description: string) => {
    expect(description?.length, name).toBeGreaterThan(15);
    expect(seen.get(description), `${name} has the description of ${seen.get(description)}`).toBeUndefined();
    seen.set(description, name);
  };
  for (const [name, parameter] of Object.entries<any>(contract.components.parameters)) {
    describe(name, parameter.description);
    expect(parameter.example, name).toBeDefined();
  }
  for (const [name, response] of Object.entries<any>(contract.components.responses))
    describe(name, response.description);
  for (const [schemaName, schema] of Object.entries<any>(contract.components.schemas)) {
    describe(schemaName, schema.description);
    for (const [field, property] of Object.entries<any>(schema.properties ?? {})) {
      if (property.$ref) continue;
      describe(`${schemaName}.${field}`, property.description);
      expect(property.examples?.length, field).toBeGreaterThan(0);
    }
  }
});
