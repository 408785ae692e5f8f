import {
  type Document,
  isBroken,
  methods,
  type OperationObject,
  type Paging,
  type PathItem,
  type Resolve,
  type ResponseObject,
  type Schema,
  type SchemaObject,
} from "./openapi.js";
import { checkSchemas } from "./keywords.js";
import { checkPaging } from "./paging.js";
import { readParameters } from "./parameters.js";
import { mapValues } from "./schemas.js";
import { readSource, type Source } from "./document.js";

export const places = ["path", "query", "header"] as const;
export type Place = (typeof places)[number];

export interface Parameter {
  name: string;
  in: Place;
  required: boolean;
  deprecated: boolean;
  description: string | undefined;
  schema: SchemaObject;
  /** The client option to use when a call omits the parameter. */
  defaultFromClient: string | undefined;
  documentedIn: string | undefined;
  example: unknown;
}

export interface RequestBody {
  required: boolean;
  description: string | undefined;
  schema: Schema;
  example: unknown;
}

export interface Response {
  description: string;
  /** Of the body; `undefined` for a response without one. */
  schema: Schema | undefined;
  /** The first named example of the body. */
  example: unknown;
  /** As it stands in the document. */
  given: ResponseObject;
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
  paging: Paging | undefined;
  /** By status: `200`, `2XX`, `default`. */
  responses: Record<string, Response>;
}

export interface Contract extends Source {
  operations: Operation[];
}

export const json = "application/json";

/**
 * Reads the contract; its operations keep their order.
 *
 * @param prepare may add to the document before it is read
 * @throws {ContractError} naming, with line and column, what the generator cannot do
 */
export function readContract(
  text: string,
  file: string,
  prepare: (document: Document) => void = () => {},
): Contract {
  const source = readSource(text, file);
  const { document, refuse } = source;
  prepare(document);
  if (!document.openapi?.startsWith("3.1."))
    refuse("openapi must be 3.1.x: convert the document", document, "openapi");
  if (document.webhooks) {
    const names = Object.keys(document.webhooks).join(", ");
    refuse(`webhooks are not supported (${names}): leave them out`, document, "webhooks");
  }
  if (!document.servers?.[0]) refuse("servers is missing: name the service's URL", document, "servers");
  const operations: Operation[] = [];
  const names = new Set<string>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    checkPathItem(path, item, source);
    for (const method of methods) {
      if (!(method in item)) continue;
      const operation = readOperation(method, path, item, source);
      if (names.has(operation.name)) {
        const { operationId, name } = operation;
        const message = `operationId ${operationId}: another operation has a method named ${name}`;
        refuse(message, item[method]!, "operationId");
      }
      names.add(operation.name);
      operations.push(operation);
    }
  }
  if (operations.length === 0) refuse("paths holds no operation", document, "paths");
  checkSchemas(operations.flatMap(schemasOf), source);
  for (const operation of operations) checkPaging(operation, source);
  return { ...source, operations };
}

/** Those that values are held to at run time. */
const schemasOf = ({ parameters, requestBody, responses }: Operation): Schema[] =>
  [
    ...parameters.map(({ schema }) => schema),
    requestBody?.schema,
    ...Object.entries(responses).map(([status, { schema }]) => (status.startsWith("2") ? schema : undefined)),
  ].filter((schema) => schema !== undefined);

function checkPathItem(path: string, item: PathItem, { document, refuse }: Source): void {
  if (isBroken(item)) refuse(`${path} must be an object of operations`, document.paths!, path);
  if (item.$ref !== undefined)
    refuse(`${path}: $ref is not supported: write the operations here`, item, "$ref");
  if (item.servers) refuse(`${path}: servers are only supported for the whole document`, item, "servers");
  if (/\{[^}]*\}[^/]|[^/]\{/.test(path))
    refuse(`${path}: a path parameter must be a whole segment`, document.paths!, path);
}

function readOperation(method: string, path: string, item: PathItem, source: Source): Operation {
  const { document, refuse } = source;
  const operation = (item as Record<string, OperationObject>)[method]!;
  if (isBroken(operation)) refuse(`${method} ${path} must be an operation`, item, method);
  const { operationId, summary, description, security, responses = {} } = operation;
  if (!operationId)
    return refuse(`${method} ${path} needs an operationId: it names the method`, item, method);
  for (const field of ["callbacks", "servers"] as const)
    if (operation[field]) refuse(`${operationId}: ${field} are not supported`, operation, field);
  if (security !== undefined && JSON.stringify(security) !== JSON.stringify(document.security)) {
    const message = `${operationId}: security differs from the document's, which every request is sent with`;
    refuse(message, operation, "security");
  }
  return {
    operationId,
    name: methodName(operation, source),
    method: method.toUpperCase(),
    path,
    summary,
    description,
    parameters: readParameters(operation, path, item, source),
    requestBody: readRequestBody(operation, method, source),
    paging: operation["x-paging"],
    responses: mapValues(responses, (_, status) => readResponse(operation, status, source)),
  };
}

/** openapi-fetch's own, and those that JavaScript calls by itself. */
const taken = [
  "request",
  "use",
  "eject",
  "start",
  "execution",
  "then",
  "toJSON",
  ...Object.getOwnPropertyNames(Object.prototype),
];

/** `list-things`, `list_things` and `ListThings` all become `listThings`. */
function methodName(operation: OperationObject, { refuse }: Source): string {
  const { operationId = "" } = operation;
  if (!/^[A-Za-z][A-Za-z0-9]*([-_]+[A-Za-z0-9]+)*$/.test(operationId)) {
    const message = `operationId ${operationId}: use letters, digits, - and _, because it names a method`;
    refuse(message, operation, "operationId");
  }
  const words = operationId.split(/[-_]+/).map((word) => word[0]!.toUpperCase() + word.slice(1));
  const name = operationId[0]!.toLowerCase() + words.join("").slice(1);
  if (taken.includes(name)) {
    const message = `operationId ${operationId}: every client has a method named ${name}; choose another id`;
    refuse(message, operation, "operationId");
  }
  return name;
}

function readRequestBody(
  operation: OperationObject,
  method: string,
  { resolve, refuse }: Source,
): RequestBody | undefined {
  const { operationId } = operation;
  if (!operation.requestBody) return undefined;
  if (method === "get" || method === "head")
    refuse(`${operationId}: a ${method} request cannot have a body`, operation, "requestBody");
  const body = resolve(operation.requestBody);
  const { content = {}, description, required = false } = body;
  const media = content[json];
  if (!media || isBroken(media))
    return refuse(
      `${operationId}: the request body must be ${json}, not ${mediaTypes(content)}`,
      body,
      "content",
    );
  return { required, description, schema: media.schema ?? true, example: firstExample(media, resolve) };
}

function readResponse(operation: OperationObject, status: string, { resolve, refuse }: Source): Response {
  const where = `${operation.operationId}: response ${status}`;
  const response = resolve(operation.responses![status]!);
  if (isBroken(response)) refuse(`${where} must be a response`, operation.responses!, status);
  const { content = {}, description = "" } = response;
  const media = content[json];
  if (media === undefined) {
    // Bodies of errors are read as whatever they hold.
    if (status.startsWith("2") && Object.keys(content).length > 0)
      refuse(`${where} must be ${json}, not ${mediaTypes(content)}`, response, "content");
    return { description, schema: undefined, example: undefined, given: response };
  }
  if (isBroken(media)) return refuse(`${where}: ${json} must be an object`, content, json);
  const example = firstExample(media, resolve);
  return { description, schema: media.schema ?? true, example, given: response };
}

const mediaTypes = (content: object): string => Object.keys(content).join(" or ") || "nothing";

export function firstExample(
  {
    example,
    examples,
  }: { example?: unknown; examples?: Record<string, { value?: unknown } | { $ref: string }> },
  resolve: Resolve,
): unknown {
  const [named] = Object.values(examples ?? {});
  return example ?? (named && resolve<{ value?: unknown }>(named).value);
}
