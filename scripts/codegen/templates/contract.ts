/** One place where a value does not fit its schema, as Ajv reports it. */
export interface SchemaFinding {
  keyword: string;
  /** JSON pointer into the value. */
  instancePath: string;
  params: Record<string, unknown>;
}

/** Returns whether the value is valid; sets `errors` on failure. */
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaFinding[] | null;
}

/** An operation of the contract, as the client and the sandbox need it at run time. */
export interface Descriptor {
  operationId: string;
  method: string;
  /** Path template. */
  path: string;
  /** Names by place, as they appear on the wire. */
  parameters: { path: readonly string[]; query: readonly string[]; header: readonly string[] };
  /** For a parameter that the client can fill in: the name of the client option it comes from. */
  defaultsFromClient: Readonly<Record<string, string>>;
  body: "required" | "optional" | "none";
  validate: { path: Validator; query: Validator; header: Validator; body?: Validator };
  /** By status (`200`, `2XX`): the validator of the response body, or null if there is no body. */
  success: Readonly<Record<string, Validator | null>>;
  /** By field (`path.project_id`, `body.parts.*.name`): where the source documents it. */
  documentedIn: Readonly<Record<string, string>>;
}

/** What the sandbox needs to know about an operation beyond its descriptor. */
export interface SandboxOperation {
  /** By name: the types of the parameters that are not plain strings. */
  wireTypes: Readonly<Record<string, WireType>>;
  /** The response to a valid request: the contract's own example. */
  success: { status: number; body?: unknown };
}

/** The JSON types that a parameter's text on the wire can represent. */
export interface WireType {
  types: readonly string[];
  /** The same, for the items of an array. */
  items: readonly string[];
}

/** What a method returns: a promise of the response body. */
export interface ResponsePromise<Data> extends Promise<Data> {
  /** Resolves to the body, the response with its status and headers, and the gateway's request id. */
  withResponse(): Promise<{ data: Data; response: Response; requestId: string | undefined }>;
}

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
