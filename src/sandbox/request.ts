import type { RequestIssue } from "../errors.js";
import type { Descriptor, Schema } from "../../generated/contract.js";
import { requestSchemas } from "../../generated/schemas.js";
import { describe, requestIssues } from "../request/issues.js";
import { validate } from "../request/validate.js";
import type { Route } from "./contract.js";
import type { Call } from "./http.js";
import { isTooDeep, maxDepth } from "./values.js";
import { fromWire, readHeader, readQuery } from "./wire.js";

/** A request's parts, as the contract groups them. */
export interface OperationRequest {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
  body: unknown;
}

/** A request, and what is wrong with it: `issues` get it refused, `notes` are recorded with the execution. */
export interface Reading {
  request: OperationRequest;
  issues: RequestIssue[];
  notes: string[];
}

/** Reads a request and validates it against the contract. */
export function readRequest({ operation, path }: Route, call: Call, strict: boolean): Reading {
  const { descriptor } = operation;
  const { request: schemas } = descriptor;
  // Without prototypes, so that a parameter may have any name.
  const request: OperationRequest = {
    path: Object.create(null),
    query: Object.create(null),
    header: Object.create(null),
    body: undefined,
  };
  const issues: RequestIssue[] = [];
  const notes: string[] = [];

  for (const [name, text] of Object.entries(path)) {
    request.path[name] = fromWire(text, schemas.path.properties[name] ?? true);
    if (/^\{[^{}]*\}$/.test(text)) {
      const message = `path.${name} is the placeholder ${text}, which was never filled in`;
      if (strict) issues.push({ field: `path.${name}`, message: `${message}: pass a value` });
      else notes.push(message);
    }
  }

  const { query, repeated } = readQuery(new URLSearchParams(call.search), schemas.query.properties);
  request.query = query;
  for (const name of repeated) {
    issues.push({ field: `query.${name}`, message: `query.${name} is given more than once: pass it once` });
  }

  for (const [name, schema] of Object.entries(schemas.header.properties)) {
    const given = call.headers.get(name.toLowerCase());
    if (given !== undefined) request.header[name] = readHeader(given, schema);
  }

  for (const place of ["path", "query", "header"] as const) {
    issues.push(...requestIssues(place, schemas[place], request[place]));
  }
  if (descriptor.body !== "none") request.body = readBody(descriptor, call.body, { strict, issues, notes });
  return { request, issues, notes };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function readBody(
  { body: wanted, request: { body: schema = true } }: Descriptor,
  raw: Buffer,
  { strict, issues, notes }: Pick<Reading, "issues" | "notes"> & { strict: boolean },
): unknown {
  if (raw.length === 0) {
    if (wanted === "required") issues.push({ field: "body", message: "body is required" });
    return undefined;
  }
  let body: unknown;
  try {
    body = JSON.parse(utf8.decode(raw));
  } catch {
    issues.push({ field: "body", message: "body must be JSON in UTF-8" });
    return undefined;
  }
  if (!strict) {
    for (const field of parseJsonText(body, schema)) {
      notes.push(
        `body.${field} came as JSON text, as in the vendor's SDK samples; the contract asks for an object`,
      );
    }
  }
  issues.push(...bodyIssues(schema, body));
  return body;
}

/** What is wrong with a body; one that is too deep for the sandbox is not looked at any further. */
export const bodyIssues = (schema: Schema, body: unknown): RequestIssue[] =>
  isTooDeep(body)
    ? [describe("body", { keyword: "depth", path: [], params: { limit: maxDepth }, value: body })]
    : requestIssues("body", schema, body);

/**
 * The vendor's SDK samples send JSON text where the documentation asks for an object. Replaces such text
 * by the object it holds, and returns the names of those fields.
 */
function parseJsonText(body: unknown, schema: Schema): string[] {
  return validate(schema, body, requestSchemas).flatMap(({ keyword, path, params, value: text }) => {
    const [field, ...deeper] = path;
    if (keyword !== "type" || params["type"] !== "object" || field === undefined || deeper.length > 0)
      return [];
    if (typeof text !== "string") return [];
    try {
      (body as Record<string, unknown>)[field] = JSON.parse(text);
      return [field];
    } catch {
      return [];
    }
  });
}
