import type { Descriptor, ParametersSchema } from "../../generated/contract.js";
import { InvalidRequestError, type RequestIssue } from "../errors.js";
import { printableAscii } from "../signing/canonical.js";
import { writeDate } from "./formats.js";
import { requestIssues, typeOf } from "./issues.js";
import { isObject } from "./values.js";

/** A request as the caller passed it, grouped as in the contract. */
export interface GivenRequest {
  path?: unknown;
  query?: unknown;
  header?: unknown;
  body?: unknown;
}

type Place = "path" | "query" | "header";

/** Copies of the parameters, by place. */
export type Parameters = Record<Place, Record<string, unknown>>;

/**
 * Validates a request: rejects what the contract forbids, and what would not arrive unchanged.
 *
 * @returns copies of the parameters, and the body as the JSON text that was checked
 * @throws {InvalidRequestError} with every issue
 */
export function guard(
  operation: Descriptor,
  request: GivenRequest,
): { params: Parameters; text: string | undefined } {
  const path = checkParameters("path", operation, request.path, pathIssue);
  const query = checkParameters("query", operation, request.query, queryIssue);
  const header = checkParameters("header", operation, request.header, headerIssue);
  const body = operation.body === "none" ? noBody(request.body) : serialize(request.body, operation);
  const issues = [path, query, header, body].flatMap((part) => part.issues);
  if (issues.length > 0) throw new InvalidRequestError(operation.operationId, issues);
  return { params: { path: path.values, query: query.values, header: header.values }, text: body.text };
}

function checkParameters(
  place: Place,
  operation: Descriptor,
  given: unknown,
  unsendable: (value: string) => string | undefined,
): { values: Record<string, unknown>; issues: RequestIssue[] } {
  const schema = operation.request[place];
  // Without a prototype, so that __proto__ is a key like any other.
  const values: Record<string, unknown> = Object.create(null);
  if (given !== undefined && (given === null || typeof given !== "object")) {
    const message = `${place} must be an object of parameters, not ${typeOf(given)}`;
    return { values, issues: [{ field: place, message, actual: typeOf(given) }] };
  }
  for (const [name, value] of Object.entries(given ?? {})) {
    // undefined means left out.
    if (value !== undefined) values[name] = copyOf(writeDate(value, formatNamed(name, schema)));
  }
  const issues = requestIssues(place, schema, values);
  for (const name in values) {
    for (const each of partsOf(values[name])) {
      const inner = typeof each === "object" && each !== null && nested;
      const message = typeof each === "string" ? unsendable(each) : inner;
      if (message) issues.push({ field: `${place}.${name}`, message: `${place}.${name} ${message}` });
    }
  }
  return { values, issues };
}

function formatNamed(name: string, { properties }: ParametersSchema): string | undefined {
  const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return typeof schema === "object" ? schema.format : undefined;
}

/** Copies arrays and plain objects, as the caller may change them later. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}

/** What is written by itself: an array's items, an object's keys and values. */
function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.entries(value).flat() : [value];
}

const nested =
  "holds an array or an object inside another, which a parameter cannot carry: pass plain values";

/** Why a path cannot hold a value, if so. */
export function pathIssue(value: string): string | undefined {
  if (value === "." || value === "..")
    return `is ${JSON.stringify(value)}, which would change the URL: pass an id`;
  if (value.includes("/"))
    return 'has a "/", which would change the URL or the signature: pass an id without one';
  return queryIssue(value);
}

const queryIssue = (value: string): string | undefined =>
  /\p{Surrogate}/u.test(value)
    ? "has a lone surrogate, which cannot be encoded: pass well-formed text"
    : undefined;

const headerIssue = (value: string): string | undefined =>
  printableAscii.test(value)
    ? undefined
    : "has a character that a signed header cannot carry: use printable ASCII without line breaks";

interface Serialized {
  text: string | undefined;
  issues: RequestIssue[];
}

const noBody = (body: unknown): Serialized =>
  body === undefined
    ? { text: undefined, issues: [] }
    : bodyIssue("must be left out: this operation takes no body");

/** Validates the text that will be sent, since `toJSON` can change a value. */
function serialize(body: unknown, operation: Descriptor): Serialized {
  if (body === undefined) {
    return operation.body === "required" ? bodyIssue("is required") : { text: undefined, issues: [] };
  }
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    return bodyIssue(`cannot be written as JSON (${why}): pass plain data`);
  }
  if (text === undefined) return bodyIssue(`must be plain data: JSON has no ${typeof body}`);
  return { text, issues: requestIssues("body", operation.request.body ?? true, JSON.parse(text)) };
}

const bodyIssue = (message: string): Serialized => ({
  text: undefined,
  issues: [{ field: "body", message: `body ${message}` }],
});
