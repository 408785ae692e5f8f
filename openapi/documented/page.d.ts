/** What one page of the vendor's API reference says, in its own order. Data only; the rules read it. */
export interface Page {
  /** Title of the page, its address, and the date of the edition that was read. */
  title: string;
  address: string;
  date: string;
  /** What was read in place of the page itself. @default the page */
  readFrom?: string;
  operationId: string;
  method: "GET" | "PUT" | "POST" | "DELETE";
  path: string;
  tables: Table[];
  /** What the page calls each status. */
  statuses: Record<string, string>;
  examples: Example[];
  /** Where the contract says something else than the page, and why. */
  corrections: Correction[];
  /** How to read on, if the page documents a list with the parameters `offset` and `limit`. */
  paging?: Paging;
}

export interface Paging {
  /** The field of the response that has the items. */
  items: string;
  /** The field of an item that no two items have in common. */
  key: string;
  /** The field of the response that has the number of all items, if there is one. */
  total?: string;
  /** The most items that a page has, and how many it has without a limit, if that is documented. */
  size?: number;
}

/** One table of a page. */
export interface Table {
  table: string;
  in: "path" | "query" | "header" | "request" | "response";
  /** Of a response. */
  status?: string;
  /** The field that this table's rows are the fields of: `executions[]`. */
  within?: string | undefined;
  rows: Row[];
}

export interface Row extends Keywords {
  /** Name; the items of an array are `name[]`. */
  field: string;
}

/** What a row can say of a field. Absent means that the page does not say it. */
export interface Keywords {
  type?: "string" | "integer" | "number" | "boolean" | "object" | "array" | undefined;
  required?: boolean | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  pattern?: string | undefined;
  format?: string | undefined;
  enum?: unknown[] | undefined;
  default?: unknown;
}

/** An example on the page. The contract has it too, word for word. */
export interface Example {
  in: "request" | "response";
  status?: string;
  value: unknown;
}

export interface Correction {
  /** What the page says. */
  says: string;
  /** What the contract says instead. */
  contract: string;
  evidence: string;
  /**
   * What changes in the rows, by place and field: `path.project_id`, `response 200.execution_id`; `request` is the
   * body itself. `undefined` takes a keyword away. A field that no row has is added to those of its place.
   */
  rows?: Record<string, Keywords>;
}

/** What stands before every operation: servers, authentication, and the gateway's own responses. */
export interface Gateway {
  servers: { url: string; variables: Record<string, { default: string; enum: string[] }> }[];
  security: Record<string, string[]>[];
  securitySchemes: Record<string, Record<string, string>>;
  /** Headers of every response. */
  headers: Row[];
  /** Statuses that the gateway sends, and the rows of their body. */
  statuses: Record<string, string>;
  rows: Row[];
  /** Parameters that the client can fill in, and the client option that has the value. */
  fromClient: Record<string, string>;
  /** Where each of these is documented. */
  corrections: Correction[];
}
