import type { Paging } from "./templates/contract.js";

export type { Paging };

/** The parts of an OpenAPI 3.1 document that the generator reads. The linters check its shape. */
export interface Document {
  openapi?: string | undefined;
  security?: unknown;
  webhooks?: Record<string, unknown>;
  paths?: Record<string, PathItem>;
  servers?: { url: string }[];
  components?: { schemas?: Record<string, Schema>; [kind: string]: unknown };
  [field: string]: unknown;
}

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export type PathItem = {
  $ref?: string;
  servers?: unknown;
  parameters?: (ParameterObject | Reference)[];
} & {
  [Method in (typeof methods)[number]]?: OperationObject;
};

export interface OperationObject {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: (ParameterObject | Reference)[];
  requestBody?: RequestBodyObject | Reference;
  responses?: Record<string, ResponseObject | Reference>;
  "x-paging"?: Paging;
  callbacks?: unknown;
  servers?: unknown;
  security?: unknown;
}

export interface ParameterObject {
  name: string;
  in: string;
  required?: boolean;
  deprecated?: boolean;
  description?: string;
  schema?: Schema;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
  example?: unknown;
  examples?: Record<string, ExampleObject | Reference>;
  "x-default-from-client"?: string;
  "x-documented-in"?: string;
}

export interface RequestBodyObject {
  description?: string;
  required?: boolean;
  content?: Record<string, MediaTypeObject>;
}

/** A header of a response: a parameter without a name. */
export type HeaderObject = Omit<ParameterObject, "name" | "in">;

export interface ResponseObject {
  description?: string;
  headers?: Record<string, HeaderObject | Reference>;
  content?: Record<string, MediaTypeObject>;
}

export interface MediaTypeObject {
  schema?: Schema;
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
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
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

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Of a part that the types say is an object: the linters may not have looked yet. */
export const isBroken = (value: unknown): boolean => !isObject(value);

export const isReference = (value: unknown): value is Reference =>
  isObject(value) && typeof value["$ref"] === "string";
