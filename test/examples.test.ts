import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { deref } from "../openapi/rules/compare/tree.js";
import { contractPath, project } from "./project.js";

const contract = parse(readFileSync(join(project, contractPath), "utf8"));
const resolve = (value: unknown) => deref(contract, { value, path: [] }).value;

const operations = Object.values<any>(contract.paths).flatMap((item) => Object.values<any>(item));
const bodies = operations.flatMap(({ operationId, requestBody, responses }) =>
  Object.entries({ request: requestBody, ...responses })
    .map(([name, body]) => ({ name: `${operationId} ${name}`, content: resolve(body)?.content }))
    .filter(({ content }) => content !== undefined),
);

test.each(bodies)(
  "$name has examples that match its schema, by a validator that no linter uses",
  ({ content }) => {
    const ajv = new Ajv2020.default({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "contract", components: contract.components });
    for (const { schema, examples } of Object.values<any>(content)) {
      const text = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
      const validate = ajv.compile(JSON.parse(text));
      const values = Object.values<any>(examples).map((one) => resolve(one).value);
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    }
  },
);

test("every parameter, and every field of a schema, has an example", () => {
  const without: string[] = [];
  for (const [name, parameter] of Object.entries<any>(contract.components.parameters))
    if (parameter.example === undefined) without.push(name);
  const walk = (name: string, schema: any) => {
    for (const [field, property] of Object.entries<any>(schema.properties ?? {}))
      walk(`${name}.${field}`, property);
    if (schema.items) return walk(`${name}[]`, schema.items);
    if (schema.$ref || schema.properties || schema.examples?.length > 0) return;
    without.push(name);
  };
  for (const [name, schema] of Object.entries(contract.components.schemas)) walk(name, schema);
  expect(without).toEqual([]);
});

test("the code samples' TypeScript is compiled by the types' test, and there is one for each operation", () => {
  for (const { operationId, "x-codeSamples": samples } of operations)
    expect(
      samples?.map(({ lang }: { lang: string }) => lang),
      operationId,
    ).toContain("TypeScript");
});
