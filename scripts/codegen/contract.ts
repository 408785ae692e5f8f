import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import {
  methods,
  resolver,
  type Document,
  type MediaTypeObject,
  type OperationObject,
  type ParameterObject,
  type PathItem,
  type RequestBodyObject,
  type Resolve,
  type ResponseObject,
  type Schema,
  type SchemaObject,
} from "./openapi.js";
import { mapValues, schemaObject } from "./schemas.js";

export const places = ["path", "query", "header"] as const;
export type Place = (typeof places)[number];

export interface Parameter {
  name: string;
  in: Place;
  required: boolean;
  deprecated: boolean;
  description: string | undefined;
  schema: SchemaObject;
  /** The client option that fills the parameter in when a call leaves it out. */
  defaultFromClient: string | undefined;
  documentedIn: string | undefined;
  example: unknown;
}

export interface RequestBody {
  required: boolean;
  description: string | undefined;
  schema: SchemaObject;
  example: unknown;
}

export interface Response {
  description: string;
  /** `undefined` for a response without a body. */
  schema: Schema | undefined;
  /** The first named example of the body. */
  example: unknown;
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
  requestBody: RequestBody | undefined;
  /** By status: `200`, `2XX`, `default`. */
  responses: Record<string, Response>;
}

export interface Contract {
  document: Document;
  resolve: Resolve;
  operations: Operation[];
}

const json = "application/json";

/** Reads the contract; its operations keep their order. */
export async function readContract(file: string): Promise<Contract> {
  // Merge keys (<<) are applied, as the linters apply them.
  const document = parse(await readFile(file, "utf8"), { merge: true }) as Document;
  if (document["webhooks"]) throw new Error("webhooks are not supported");
  const resolve = resolver(document);
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [readOperation(method, path, operation, item.parameters ?? [], resolve)] : [];
    }),
  );
  checkNames(operations);
  return { document, resolve, operations };
}

/** Names that the client already has: openapi-fetch's, and those that a promise looks for. */
const taken = ["request", "use", "eject", "then", "constructor"];

function checkNames(operations: Operation[]): void {
  const seen = new Set<string>(taken);
  for (const { name, operationId } of operations) {
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(operationId)) {
      throw new Error(`operationId ${operationId}: use only letters and digits, because it names a method`);
    }
    if (seen.has(name)) {
      throw new Error(`operationId ${operationId}: the client already has a method named ${name}`);
    }
    seen.add(name);
  }
}

function readOperation(
  method: string,
  path: string,
  operation: OperationObject,
  shared: NonNullable<PathItem["parameters"]>,
  resolve: Resolve,
): Operation {
  const { operationId } = operation;
  if (operation.callbacks) throw new Error(`${operationId}: callbacks are not supported`);
  if (/\{[^}]*\}[^/]|[^/]\{/.test(path)) {
    throw new Error(`${operationId}: ${path}: a path parameter must be a whole segment`);
  }
  const own = (operation.parameters ?? []).map((parameter) => resolve<ParameterObject>(parameter));
  const inherited = shared
    .map((parameter) => resolve<ParameterObject>(parameter))
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
      operation.requestBody &&
      readRequestBody(operationId, resolve<RequestBodyObject>(operation.requestBody), resolve),
    responses: mapValues(operation.responses ?? {}, (response, status) =>
      readResponse(`${operationId}: response ${status}`, resolve<ResponseObject>(response), resolve),
    ),
  };
}

const isPlace = (text: string): text is Place => places.some((place) => place === text);

function readParameter(operationId: string, parameter: ParameterObject, resolve: Resolve): Parameter {
  const { name, in: place, schema } = parameter;
  const where = `${operationId}: ${place} parameter ${name}`;
  if (!isPlace(place)) throw new Error(`${where}: only path, query and header are supported`);
  if (!schema) throw new Error(`${where}: a schema is required (content is not supported)`);
  if (parameter.style !== undefined || parameter.explode !== undefined) {
    throw new Error(`${where}: only the default style is supported; leave style and explode out`);
  }
  const defaultFromClient = parameter["x-default-from-client"];
  if (defaultFromClient !== undefined && (defaultFromClient !== "projectId" || place !== "path")) {
    throw new Error(`${where}: x-default-from-client can only be projectId, on a path parameter`);
  }
  const { examples } = schemaObject(schema, resolve);
  return {
    name,
    in: place,
    required: parameter.required === true,
    deprecated: parameter.deprecated === true,
    description: parameter.description,
    schema,
    defaultFromClient,
    documentedIn: parameter["x-documented-in"],
    example: firstExample(parameter, resolve) ?? examples?.[0],
  };
}

function readRequestBody(operationId: string, body: RequestBodyObject, resolve: Resolve): RequestBody {
  const { content, description, required = false } = body;
  const media = content[json];
  if (!media?.schema || Object.keys(content).length > 1) {
    throw new Error(`${operationId}: only a request body of ${json} is supported`);
  }
  return { required, description, schema: media.schema, example: firstExample(media, resolve) };
}

function readResponse(where: string, response: ResponseObject, resolve: Resolve): Response {
  const { content, description = "" } = response;
  if (content && !content[json]) {
    throw new Error(`${where}: only ${json} is supported`);
  }
  const body = content?.[json];
  return { description, schema: body && (body.schema ?? true), example: body && firstExample(body, resolve) };
}

function firstExample({ example, examples }: MediaTypeObject | ParameterObject, resolve: Resolve): unknown {
  const [named] = Object.values(examples ?? {});
  return example ?? (named && resolve(named).value);
}
