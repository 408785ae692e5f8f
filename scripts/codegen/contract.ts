import { readFile } from "node:fs/promises";
import { parse } from "yaml";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Schema = { [key: string]: Json };

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description: string | undefined;
  schema: Schema;
  /** The schema behind a `$ref`: where its limits stand. */
  limits: Schema;
  /** JSON types that the wire's text can stand for. */
  wireTypes: string[];
  /** The same, of an array's items. */
  itemTypes: string[];
  /** The option of the client that fills the parameter in when a call leaves it out. */
  defaultFromClient: string | undefined;
  documentedIn: string | undefined;
  example: Json | undefined;
}

export interface Response {
  description: string;
  /** `undefined` for a response without a body. */
  schema: Schema | undefined;
  /** The first named example of the body. */
  example: Json | undefined;
}

export interface Operation {
  operationId: string;
  /** The operationId in lower camel case: the name of its method. */
  name: string;
  method: string;
  path: string;
  summary: string | undefined;
  description: string | undefined;
  parameters: Parameter[];
  requestBody: { required: boolean; schema: Schema; example: Json | undefined } | undefined;
  /** By status: `200`, `2XX`, `default`. */
  responses: Record<string, Response>;
}

export interface Contract {
  /** The document as JSON. */
  document: Schema;
  servers: { url: string; variables: Record<string, { default: string; enum: string[] }> }[];
  operations: Operation[];
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const json = "application/json";

/** Reads the contract and lays its operations out flat, in the order in which they stand. */
export async function readContract(file: string): Promise<Contract> {
  // Merge keys (<<) are applied, as the linters apply them.
  const document = parse(await readFile(file, "utf8"), { merge: true }) as Schema;
  if (document["webhooks"]) throw new Error("webhooks are not supported");
  const resolve = resolver(document);

  const operations = Object.entries((document["paths"] ?? {}) as Record<string, any>).flatMap(
    ([path, item]) =>
      methods
        .filter((method) => item[method])
        .map((method) => readOperation(method, path, item[method], item.parameters ?? [], resolve)),
  );
  checkNames(operations);

  const servers = ((document["servers"] ?? []) as any[]).map(({ url, variables = {} }) => ({
    url,
    variables: Object.fromEntries(
      Object.entries(variables as Record<string, any>).map(([name, variable]) => [
        name,
        { default: variable.default, enum: variable.enum ?? [] },
      ]),
    ),
  }));
  return { document, servers, operations };
}

/** Names that the client has already: openapi-fetch's, and those that a promise looks for. */
const taken = ["request", "use", "eject", "then", "constructor"];

function checkNames(operations: Operation[]): void {
  const seen = new Set<string>(taken);
  for (const { name, operationId } of operations) {
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(operationId)) {
      throw new Error(
        `operationId ${operationId}: it names a method, so it can only have letters and digits`,
      );
    }
    if (seen.has(name))
      throw new Error(`operationId ${operationId}: the client has a method ${name} already`);
    seen.add(name);
  }
}

type Resolve = (value: any) => any;

function readOperation(
  method: string,
  path: string,
  operation: any,
  shared: any[],
  resolve: Resolve,
): Operation {
  const operationId = String(operation.operationId);
  if (operation.callbacks) throw new Error(`${operationId}: callbacks are not supported`);
  if (/\{[^}]*\}[^/]|[^/]\{/.test(path)) {
    throw new Error(`${operationId}: ${path}: a path parameter has to be a whole segment`);
  }
  const own = ((operation.parameters ?? []) as any[]).map(resolve);
  const inherited = shared
    .map(resolve)
    .filter((one) => !own.some((other) => other.name === one.name && other.in === one.in));
  return {
    operationId,
    name: operationId[0]!.toLowerCase() + operationId.slice(1),
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    parameters: [...own, ...inherited].map((parameter) => readParameter(operationId, parameter, resolve)),
    requestBody:
      operation.requestBody && readRequestBody(operationId, resolve(operation.requestBody), resolve),
    responses: Object.fromEntries(
      Object.entries((operation.responses ?? {}) as Record<string, any>).map(([status, response]) => [
        status,
        readResponse(operationId, status, resolve(response), resolve),
      ]),
    ),
  };
}

function readParameter(operationId: string, parameter: any, resolve: Resolve): Parameter {
  const where = `${operationId}: ${parameter.in} parameter ${parameter.name}`;
  if (!["path", "query", "header"].includes(parameter.in))
    throw new Error(`${where}: only path, query and header are supported`);
  if (!parameter.schema) throw new Error(`${where}: needs a schema (content is not supported)`);
  if (parameter.style !== undefined || parameter.explode !== undefined) {
    throw new Error(`${where}: only the default style is supported; leave style and explode out`);
  }
  const defaultFromClient = parameter["x-default-from-client"];
  if (defaultFromClient !== undefined && (defaultFromClient !== "projectId" || parameter.in !== "path")) {
    throw new Error(`${where}: x-default-from-client can only be projectId, on a path parameter`);
  }
  const target = resolve(parameter.schema);
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.required === true,
    description: parameter.description,
    schema: parameter.schema,
    limits: target,
    wireTypes: wireTypesOf(target, resolve),
    itemTypes: target.items ? wireTypesOf(resolve(target.items), resolve) : [],
    defaultFromClient,
    documentedIn: parameter["x-documented-in"],
    example: firstExample(parameter, resolve) ?? target.examples?.[0],
  };
}

/** Every type that a schema allows, wherever it says so. */
function wireTypesOf(schema: any, resolve: Resolve): string[] {
  const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  const types = schema.type ? [schema.type].flat() : values.map((value: unknown) => typeof value);
  return [...new Set([...types, ...branches.flatMap((branch) => wireTypesOf(resolve(branch), resolve))])];
}

function readRequestBody(operationId: string, body: any, resolve: Resolve): Operation["requestBody"] {
  const schema = body.content?.[json]?.schema;
  if (!schema || Object.keys(body.content).length > 1) {
    throw new Error(`${operationId}: only a request body of ${json} is supported`);
  }
  return { required: body.required === true, schema, example: firstExample(body.content[json], resolve) };
}

function readResponse(operationId: string, status: string, response: any, resolve: Resolve): Response {
  const content = response.content;
  if (content && !content[json])
    throw new Error(`${operationId}: response ${status}: only ${json} is supported`);
  const body = content?.[json];
  return {
    description: response.description ?? "",
    schema: body?.schema,
    example: firstExample(body, resolve),
  };
}

function firstExample(body: any, resolve: Resolve): Json | undefined {
  const [named] = Object.values((body?.examples ?? {}) as Record<string, any>).map(resolve);
  return body?.example ?? named?.value;
}

function resolver(document: any): Resolve {
  return (value) => {
    if (typeof value?.$ref !== "string") return value;
    const pointer: string = value.$ref;
    if (!pointer.startsWith("#/"))
      throw new Error(`${pointer}: the contract is one file; move the target into it`);
    const target = pointer
      .slice(2)
      .split("/")
      .reduce((node, key) => node?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
    if (target === undefined) throw new Error(`${pointer}: there is nothing there`);
    return resolver(document)(target);
  };
}

const annotations = [
  "title",
  "description",
  "example",
  "examples",
  "externalDocs",
  "deprecated",
  "xml",
  "$comment",
];
const byName = ["properties", "patternProperties", "$defs", "dependentSchemas"];
const literal = ["const", "enum", "default", "required", "dependentRequired"];

/**
 * Where each field of a request is documented: `path.project_id`, `body.input`, `body.parts.*.name`. A
 * schema inside itself is gone through once.
 */
export function documentedFields(
  { parameters, requestBody }: Operation,
  document: Schema,
): Record<string, string> {
  const resolve = resolver(document);
  const found: Record<string, string> = {};
  const walk = (field: string, schema: any, above: unknown[]): void => {
    const target = resolve(schema);
    if (!target || above.includes(target)) return;
    const documentedIn = target["x-documented-in"];
    if (documentedIn) found[field] = documentedIn;
    for (const [name, inner] of Object.entries(target.properties ?? {}))
      walk(`${field}.${name}`, inner, [...above, target]);
    if (target.items) walk(`${field}.*`, target.items, [...above, target]);
  };
  for (const { in: place, name, documentedIn, schema } of parameters) {
    walk(`${place}.${name}`, schema, []);
    if (documentedIn) found[`${place}.${name}`] = documentedIn;
  }
  if (requestBody) walk("body", requestBody.schema, []);
  return found;
}

/** A schema with what validates, and without what only describes. */
export function bareSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(bareSchema);
  if (schema === null || typeof schema !== "object") return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !annotations.includes(key) && !key.startsWith("x-"))
      .map(([key, value]) => {
        if (literal.includes(key)) return [key, value];
        if (!byName.includes(key)) return [key, bareSchema(value)];
        return [
          key,
          Object.fromEntries(
            Object.entries(value as Schema).map(([name, inner]) => [name, bareSchema(inner)]),
          ),
        ];
      }),
  );
}
