/** What the generator reads of an OpenAPI 3.1 document. The linters check that a document has this shape. */
export interface Document {
  paths?: Record<string, PathItem>;
  servers?: { url: string }[];
  components?: { schemas?: Record<string, Schema>; [kind: string]: unknown };
  [field: string]: unknown;
}

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export type PathItem = { parameters?: (ParameterObject | Reference)[] } & {
  [Method in (typeof methods)[number]]?: OperationObject;
};

export interface OperationObject {
  operationId: string;
  summary?: string;
  description?: string;
  parameters?: (ParameterObject | Reference)[];
  requestBody?: RequestBodyObject | Reference;
  responses?: Record<string, ResponseObject | Reference>;
  callbacks?: unknown;
}

export interface ParameterObject {
  name: string;
  in: string;
  required?: boolean;
  deprecated?: boolean;
  description?: string;
  schema?: SchemaObject;
  style?: string;
  explode?: boolean;
  example?: unknown;
  examples?: Record<string, ExampleObject | Reference>;
  "x-default-from-client"?: string;
  "x-documented-in"?: string;
}

export interface RequestBodyObject {
  description?: string;
  required?: boolean;
  content: Record<string, MediaTypeObject>;
}

export interface ResponseObject {
  description?: string;
  content?: Record<string, MediaTypeObject>;
}

export interface MediaTypeObject {
  schema?: SchemaObject;
  example?: unknown;
  examples?: Record<string, ExampleObject | Reference>;
}

export interface ExampleObject {
  value?: unknown;
}

export interface Reference {
  $ref: string;
}

export type Schema = boolean | SchemaObject;

export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string | undefined;
  deprecated?: boolean | undefined;
  default?: unknown;
  examples?: unknown[] | undefined;
  const?: unknown;
  enum?: unknown[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  prefixItems?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  "x-documented-in"?: string;
  "x-undocumented-length"?: string;
  [keyword: string]: unknown;
}

export type Resolve = <Value>(value: Value | Reference) => Value;

/** Follows each `$ref` of a document to what it stands for. */
export function resolver(document: Document): Resolve {
  return function resolve<Value>(value: Value | Reference): Value {
    // The linters check that a reference leads to something of the right kind.
    return isReference(value) ? resolve(lookUp(document, value.$ref) as Value) : value;
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isReference = (value: unknown): value is Reference =>
  isObject(value) && typeof value["$ref"] === "string";

function lookUp(document: Document, pointer: string): unknown {
  if (!pointer.startsWith("#/")) {
    throw new Error(`${pointer}: the contract is a single file; move the target into it`);
  }
  const target = pointer
    .slice(2)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), document);
  if (target === undefined) throw new Error(`${pointer}: there is nothing at this reference`);
  return target;
}
