import type { IncomingHttpHeaders } from "node:http";
import type { Descriptor, SchemaFinding, WireType } from "../../generated/contract.js";
import { descriptors } from "../../generated/descriptors.js";
import type { OperationName } from "../../generated/operations.js";
import { sandboxOperations } from "../../generated/sandbox.js";
import type { RequestIssue } from "../errors.js";
import { findings, pointerParts } from "../request/issues.js";
import { splitOnce } from "./http.js";

/** A request as the contract groups it. */
export interface ReadRequest {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
  body: unknown;
}

export interface Route {
  name: OperationName;
  operation: Descriptor;
  /** Path parameters, decoded. */
  path: Record<string, string>;
}

/** Templates with more fixed segments go before those with fewer: `/things/latest` before `/things/{id}`. */
const templates = Object.entries(descriptors)
  .map(([name, operation]) => ({
    name: name as OperationName,
    operation,
    segments: operation.path.split("/").map((text) => ({ text, parameter: /^\{(.+)\}$/.exec(text)?.[1] })),
  }))
  .sort((a, b) => parametersIn(a.segments) - parametersIn(b.segments));

interface Segment {
  text: string;
  /** The name of the parameter that it stands for. */
  parameter: string | undefined;
}

function parametersIn(segments: readonly Segment[]): number {
  return segments.filter(({ parameter }) => parameter !== undefined).length;
}

/** The contract's operations at a path, by method; empty when the contract has no such path. */
export function routesOf(url: string): Record<string, Route> {
  const [pathname] = splitOnce(url, "?");
  const wanted = pathname.split("/");
  const routes: Record<string, Route> = {};
  for (const { name, operation, segments } of templates) {
    const path = matchPath(segments, wanted);
    if (path) routes[operation.method] ??= { name, operation, path };
  }
  return routes;
}

function matchPath(template: readonly Segment[], segments: string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  if (template.some(({ text, parameter }, i) => parameter === undefined && text !== segments[i]))
    return undefined;
  const values: Record<string, string> = {};
  template.forEach(({ parameter }, i) => {
    if (parameter !== undefined) values[parameter] = decode(segments[i]!);
  });
  return values;
}

/** Reads a request by its contract; the issues are what the service would answer 400 for. */
export function readRequest(
  { name, operation, path }: Route,
  url: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
  { strict }: { strict: boolean },
): { request: ReadRequest; issues: RequestIssue[]; notes: string[] } {
  const issues: RequestIssue[] = [];
  const notes: string[] = [];
  const types = sandboxOperations[name].wireTypes;
  const search = new URLSearchParams(splitOnce(url, "?")[1] ?? "");
  const query: Record<string, unknown> = {};
  for (const parameter of operation.parameters.query) {
    const given = search.getAll(parameter);
    if (types[parameter]?.types.includes("array")) {
      if (given.length > 0) query[parameter] = given.map((text) => fromWire(text, types[parameter]?.items));
    } else if (given.length > 1) {
      issues.push({
        field: `query.${parameter}`,
        message: `query.${parameter} is given ${given.length} times: pass it once`,
      });
    } else if (given[0] !== undefined) {
      query[parameter] = fromWire(given[0], types[parameter]?.types);
    }
  }
  const header: Record<string, unknown> = {};
  for (const parameter of operation.parameters.header) {
    const given = headers[parameter.toLowerCase()];
    if (given !== undefined) header[parameter] = readHeader(String(given), types[parameter]);
  }
  const typedPath = Object.fromEntries(
    Object.entries(path).map(([parameter, value]) => [parameter, fromWire(value, types[parameter]?.types)]),
  );
  issues.push(
    ...findings("path", operation.validate.path, typedPath, operation.documentedIn),
    ...findings("query", operation.validate.query, query, operation.documentedIn),
    ...findings("header", operation.validate.header, header, operation.documentedIn),
  );
  const parsed = operation.body === "none" ? undefined : readBody(operation, body, strict, issues, notes);
  return { request: { path: typedPath, query, header, body: parsed }, issues, notes };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function readBody(
  operation: Descriptor,
  raw: Buffer,
  strict: boolean,
  issues: RequestIssue[],
  notes: string[],
): unknown {
  if (raw.length === 0) {
    if (operation.body === "required") issues.push({ field: "body", message: "body is missing: pass it" });
    return undefined;
  }
  let body: unknown;
  try {
    body = JSON.parse(utf8.decode(raw));
  } catch {
    issues.push({ field: "body", message: "body is not JSON in UTF-8" });
    return undefined;
  }
  const validate = operation.validate.body;
  if (!validate) return body;
  if (!strict) {
    for (const field of acceptJsonText(body, validate(body) ? [] : (validate.errors ?? []))) {
      notes.push(
        `body.${field} came as JSON text, as in the vendor's SDK samples; the contract asks for an object`,
      );
    }
  }
  issues.push(...findings("body", validate, body, operation.documentedIn));
  return body;
}

/**
 * The vendor's SDK samples send an object's JSON text where its tables say Object. Puts the object in
 * the text's place, and names the fields.
 */
function acceptJsonText(body: unknown, findings: SchemaFinding[]): string[] {
  return findings.flatMap(({ keyword, instancePath, params }) => {
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

/** What text stands for: the first of its types that it can be. */
function fromWire(text: string, types: readonly string[] = ["string"]): unknown {
  const numeric = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
  if (numeric && (types.includes("integer") || types.includes("number"))) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.includes("null") && (text === "" || text === "null")) return null;
  return text;
}

/** The default style of a header writes an array's items with commas. */
const readHeader = (text: string, type: WireType | undefined): unknown =>
  type?.types.includes("array")
    ? text.split(",").map((item) => fromWire(item.trim(), type.items))
    : fromWire(text, type?.types);

/** A segment that is no percent-encoded UTF-8 stays as it is, and fits or does not. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
