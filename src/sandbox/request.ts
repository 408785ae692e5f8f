import type { RequestIssue } from "../errors.js";
import { findings, pointerParts } from "../request/issues.js";
import type { Descriptor, Route, WireType } from "./contract.js";
import type { Call } from "./http.js";

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
  const { descriptor, wireTypes } = operation;
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
    request.path[name] = fromWire(text, wireTypes.get(name)?.types);
    if (/^\{[^{}]*\}$/.test(text)) {
      const message = `path.${name} is the placeholder ${text}, which was never filled in`;
      if (strict) issues.push({ field: `path.${name}`, message: `${message}: pass a value` });
      else notes.push(message);
    }
  }

  const search = new URLSearchParams(call.search);
  for (const name of descriptor.parameters.query) {
    const given = search.getAll(name);
    const type = wireTypes.get(name);
    if (given.length === 0) continue;
    if (type?.types.includes("array")) request.query[name] = given.map((text) => fromWire(text, type.items));
    else if (given.length === 1) request.query[name] = fromWire(given[0]!, type?.types);
    else {
      const message = `query.${name} is given ${given.length} times: pass it once`;
      issues.push({ field: `query.${name}`, message });
    }
  }

  for (const name of descriptor.parameters.header) {
    const given = call.headers.get(name.toLowerCase());
    if (given !== undefined) request.header[name] = readHeader(given, wireTypes.get(name));
  }

  for (const place of ["path", "query", "header"] as const) {
    append(issues, findings(place, descriptor.validate[place], request[place], descriptor.documentedIn));
  }
  if (descriptor.body !== "none") request.body = readBody(descriptor, call.body, { strict, issues, notes });
  return { request, issues, notes };
}

/** Not push(...): there can be more issues than a call takes arguments. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function readBody(
  { body: wanted, validate: { body: validate }, documentedIn }: Descriptor,
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
  if (!validate) return body;
  if (!strict) {
    for (const field of parseJsonText(body, validate)) {
      notes.push(
        `body.${field} came as JSON text, as in the vendor's SDK samples; the contract asks for an object`,
      );
    }
  }
  append(issues, findings("body", validate, body, documentedIn));
  return body;
}

/**
 * The vendor's SDK samples send JSON text where the documentation asks for an object. Replaces such text
 * by the object it holds, and returns the names of those fields.
 */
function parseJsonText(body: unknown, validate: NonNullable<Descriptor["validate"]["body"]>): string[] {
  if (validate(body)) return [];
  return (validate.errors ?? []).flatMap(({ keyword, instancePath, params }) => {
    const [field, ...deeper] = pointerParts(instancePath);
    if (keyword !== "type" || params["type"] !== "object" || field === undefined || deeper.length > 0)
      return [];
    const fields = body as Record<string, unknown>;
    const text = fields[field];
    if (typeof text !== "string") return [];
    try {
      fields[field] = JSON.parse(text);
      return [field];
    } catch {
      return [];
    }
  });
}

/** Reads text as the first of the types that it fits. */
function fromWire(text: string, types: readonly string[] = ["string"]): unknown {
  const numeric = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
  if (numeric && (types.includes("integer") || types.includes("number"))) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.includes("null") && (text === "" || text === "null")) return null;
  return text;
}

/** Headers have OpenAPI's "simple" style: an array's items are separated by commas. */
const readHeader = (text: string, type: WireType | undefined): unknown =>
  type?.types.includes("array")
    ? text.split(",").map((item) => fromWire(item.trim(), type.items))
    : fromWire(text, type?.types);
