/** JSON Schema 2020-12, as much of it as the guard understands. */
export type Schema = boolean | SchemaObject;

export interface SchemaObject {
  /** The name of another schema. */
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** `utc-time` or `epoch-ms`. */
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly properties?: Schemas;
  readonly patternProperties?: Schemas;
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  /** Where the source documents it. */
  readonly "x-documented-in"?: string;
}

export type Schemas = Readonly<Record<string, Schema>>;

/** Parameters of one kind, by name, as they appear on the wire. */
export interface ParametersSchema extends SchemaObject {
  readonly properties: Schemas;
}

/** An operation of the contract, as the client and the sandbox need it at run time. */
export interface Descriptor {
  operationId: string;
  method: string;
  /** Path template. */
  path: string;
  /** For a parameter that the client can fill in: the name of the client option it comes from. */
  defaultsFromClient: Readonly<Record<string, string>>;
  body: "required" | "optional" | "none";
  /** Of a list that is read in pages, by the query parameter `offset`. */
  paging?: Paging;
  /** What a request must match. */
  request: { path: ParametersSchema; query: ParametersSchema; header: ParametersSchema; body?: Schema };
  /** By status (`200`, `2XX`): what a response's body must at least match, or null if there is no body. */
  success: Readonly<Record<string, Schema | null>>;
}

/** What a list's response has where: its items, what tells items apart, and the number of all items. */
export interface Paging {
  items: string;
  key: string;
  total?: string;
  /** The most items that a page has, and how many it has without a limit. */
  size?: number;
}

/** What a method returns: a promise of the response body. */
export interface ResponsePromise<Data> extends Promise<Data> {
  /** Resolves to the body, the response with its status and headers, and the gateway's request id. */
  withResponse(): Promise<{ data: Data; response: Response; requestId: string | undefined }>;
}

/**
 * What a method that lists returns: a promise of one page, which can also be iterated over. `for await` yields
 * the items of this page and then of the next ones, each fetched by a call of its own when it is needed.
 */
export interface PagedPromise<Data, Item> extends ResponsePromise<Data>, AsyncIterable<Item> {}

/**
 * A response's type with `string` in place of `"a" | "b" | (string & {})`, and the same for numbers:
 * openapi-fetch's types take `string & {}` for an object.
 */
export type PlainEnums<Type> = Type extends string
  ? string extends Type
    ? string
    : Type
  : Type extends number
    ? number extends Type
      ? number
      : Type
    : Type extends object
      ? { [Key in keyof Type]: PlainEnums<Type[Key]> }
      : Type;

/**
 * Any JSON object: an object literal, or a value whose type is an interface or a class. Not an array, a
 * function or a promise, nor a Map, a Set or a Date, which JSON loses.
 */
export type FreeFormObject =
  | { readonly [key: string]: unknown }
  | (object & {
      readonly [Symbol.iterator]?: never;
      readonly [Symbol.hasInstance]?: never;
      readonly [Symbol.toPrimitive]?: never;
      readonly [Symbol.toStringTag]?: never;
    });
