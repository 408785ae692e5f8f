/** The contract, held against the requests and the models of the vendor's Node SDK. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import openapi from "../../generated/openapi.json" with { type: "json" };
import { deref } from "../../openapi/rules/compare/tree.js";

const require = createRequire(import.meta.url);
const client = "@huaweicloud/huaweicloud-sdk-functiongraph/v2/FunctionGraphClient.js";
const models = join(dirname(require.resolve(client)), "model");

const emptyMode = "states action_mode: sequential|parallel| in the contract, sequential|parallel in the SDK";
const emptyModeReason = "the definitions' own example has an empty one";

/** Where the contract differs from the SDK, and why. Nothing else may differ. */
const differences: Record<string, string> = {
  "ShowWorkflowExecution response node_execution_details executions error_message: undefined in the contract, object in the SDK":
    "the vendor's examples have text there, and objects",
  [`CreateWorkflow request ${emptyMode}`]: emptyModeReason,
  [`UpdateWorkFlow request ${emptyMode}`]: emptyModeReason,
  [`ShowWorkFlow response definition ${emptyMode}`]: emptyModeReason,
};

const resolve = (value: unknown): any => deref(openapi, { value, path: [] }).value;

const operations = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries<any>(item).map(([method, operation]) => ({
    ...operation,
    ...{ method: method.toUpperCase(), path },
    parameters: operation.parameters.map(resolve),
  })),
);

interface Field {
  type: string;
  isArray: boolean;
}

/** The fields of a model by their names on the wire, read from its declarations. */
function fieldsOf(model: string): Map<string, Field> {
  const text = readFileSync(join(models, `${model}.d.ts`), "utf8");
  const body = text.slice(text.indexOf("export declare class"), text.indexOf("constructor("));
  const fields = new Map<string, Field>();
  for (const [, quoted, plain, type] of body.matchAll(/^ {4}(?:private '([^']+)'|(\w+))\?(?:: (.+))?;$/gm)) {
    const name = (quoted ?? plain)!;
    const camel = name.toLowerCase().replaceAll(/[^a-z]/g, "");
    const getter = [...text.matchAll(/^ {4}get (\w+)\(\): (.+) \| undefined;$/gm)].find(
      ([, each]) => each!.toLowerCase().replace("_", "") === camel,
    );
    const declared = type ?? getter?.[2] ?? "unknown";
    const item = /^Array<(.+)>$/.exec(declared)?.[1];
    fields.set(name, { type: item ?? declared, isArray: item !== undefined });
  }
  return fields;
}

/** The values of an enumeration that a model declares: `FooStatusEnum | string`. */
function valuesOf(model: string, type: string): string[] | undefined {
  const name = /^(\w+Enum) \| string$/.exec(type)?.[1];
  if (!name) return undefined;
  const text = readFileSync(join(models, `${model}.d.ts`), "utf8");
  const body = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(text)?.[1] ?? "";
  return [...body.matchAll(/= "([^"]*)"/g)].map(([, value]) => value!);
}

/** Types of JSON, as the SDK declares them. */
const scalars: Record<string, string[]> = { integer: ["number"], string: ["string", "Date"] };

/** Compares a schema with a model, field by field, however deep. */
function compareModel(place: string, given: unknown, model: string): string[] {
  const schema = resolve(given);
  const fields = fieldsOf(model);
  const found: string[] = [];
  for (const name of Object.keys(schema.properties ?? {}))
    if (!fields.has(name)) found.push(`${place} ${name}: not in the SDK`);
  for (const [name, { type, isArray }] of fields) {
    const here = `${place} ${name}`;
    let property = schema.properties?.[name] && resolve(schema.properties[name]);
    if (!property) {
      found.push(`${here}: not in the contract`);
      continue;
    }
    if (isArray !== (property.type === "array")) found.push(`${here}: an array in only one of them`);
    if (property.type === "array") property = resolve(property.items);
    const values = valuesOf(model, type);
    if (property.properties) found.push(...compareModel(here, property, type));
    else if (String(values?.toSorted()) !== String(property.enum?.toSorted()))
      found.push(`${here}: ${property.enum?.join("|")} in the contract, ${values?.join("|")} in the SDK`);
    else if (!values && !(scalars[property.type] ?? [property.type]).includes(type))
      found.push(`${here}: ${property.type} in the contract, ${type} in the SDK`);
  }
  return found;
}

let sdk: Record<string, any>;
beforeAll(async () => {
  sdk = (await import(client)) as Record<string, any>;
});

/** What the SDK would send for a request in which every field is set. */
function sentBy(operationId: string) {
  const { [`${operationId}Request`]: Request } = require(join(models, `${operationId}Request.js`)) as any;
  const request = new Request();
  for (const name of Object.getOwnPropertyNames(Request.prototype))
    if (name.startsWith("with")) request[name](`{${name}}`);
  const create = sdk["ParamCreater"]()[operationId[0]!.toLowerCase() + operationId.slice(1)];
  return create(request) as Record<string, any>;
}

const names = (given: object | undefined) =>
  Object.keys(given ?? {}).filter((name) => name !== "Content-Type");

function compareRequest({ operationId, method, path, parameters, requestBody }: any): string[] {
  const sent = sentBy(operationId);
  const found: string[] = [];
  if (sent["method"] !== method || sent["url"] !== path)
    found.push(`${operationId}: ${sent["method"]} ${sent["url"]} in the SDK`);
  const theirs = {
    path: ["project_id", ...names(sent["pathParams"])],
    query: names(sent["queryParams"]),
    header: names(sent["headers"]),
  };
  for (const [place, list] of Object.entries(theirs)) {
    const ours = parameters.filter((one: any) => one.in === place).map((one: any) => one.name);
    for (const name of ours)
      if (!list.includes(name)) found.push(`${operationId} ${place} ${name}: not in the SDK`);
    for (const name of list)
      if (!ours.includes(name)) found.push(`${operationId} ${place} ${name}: not in the contract`);
  }
  if ("data" in sent !== (requestBody !== undefined))
    found.push(`${operationId}: a body in only one of them`);
  return found;
}

/** Those that the SDK has; it has at least all that its paths name, as the last test shows. */
const known = operations.filter(({ operationId }) => existsSync(join(models, `${operationId}Request.js`)));

test.each(known)("$operationId is what the SDK sends and reads", (operation) => {
  const { operationId, requestBody, responses } = operation;
  const found = compareRequest(operation);
  const body = fieldsOf(`${operationId}Request`).get("body");
  if (body && requestBody)
    found.push(
      ...compareModel(
        `${operationId} request`,
        resolve(requestBody).content["application/json"].schema,
        body.type,
      ),
    );
  const success = resolve(responses[200] ?? responses[201]);
  const schema = success.content?.["application/json"].schema ?? {};
  found.push(...compareModel(`${operationId} response`, schema, `${operationId}Response`));
  expect(found.filter((one) => !(one in differences))).toEqual([]);
  const listed = Object.keys(differences).filter((one) => one.startsWith(`${operationId} `));
  expect(listed.filter((one) => !found.includes(one))).toEqual([]);
});

test("the contract has every workflow operation of the SDK", () => {
  const theirs = Object.values<any>(sdk["ParamCreater"]()).map(String);
  const paths = theirs.flatMap((text) => /url: "([^"]*\/fgs\/workflow[^"]*)"/.exec(text)?.[1] ?? []);
  expect(paths.length).toBeGreaterThan(10);
  expect(Object.keys(openapi.paths)).toEqual(expect.arrayContaining([...new Set(paths)]));
});
