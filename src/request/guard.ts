import type { Descriptor, SchemaFinding, Validator } from "../../generated/operations.js";
import { InvalidRequestError, type RequestIssue } from "../errors.js";
import { printableAscii } from "../signing/canonical.js";

/** A request, grouped as the contract groups it. */
export interface OperationRequest {
  path?: Record<string, unknown> | undefined;
  query?: Record<string, unknown> | undefined;
  header?: Record<string, unknown> | undefined;
  body?: unknown;
}

/** What may be sent: copies of the checked parameters, and the body as the JSON text that was checked. */
export interface GuardedRequest {
  params: Record<Place, Record<string, unknown>>;
  text: string | undefined;
}

/**
 * Refuses what the contract forbids, and what would not arrive as it was given.
 *
 * @throws {InvalidRequestError} naming every field that is wrong
 */
export function guard(operation: Descriptor, request: OperationRequest): GuardedRequest {
  const path = checkParameters("path", operation, request.path, pathIssue);
  const query = checkParameters("query", operation, request.query, queryIssue);
  const header = checkParameters("header", operation, request.header, headerIssue);
  const body = operation.body === "none" ? noBody(request.body) : serialize(request.body, operation);
  const issues = [path, query, header, body].flatMap((part) => part.issues);
  if (issues.length > 0) throw new InvalidRequestError(operation.operationId, issues);
  return { params: { path: path.values, query: query.values, header: header.values }, text: body.text };
}

type Place = "path" | "query" | "header";

function checkParameters(
  place: Place,
  operation: Descriptor,
  given: unknown,
  unsendable: (value: string) => string | undefined,
): { values: Record<string, unknown>; issues: RequestIssue[] } {
  // Without a prototype, so that a key named __proto__ is a key like any other.
  const values: Record<string, unknown> = Object.create(null);
  if (given !== undefined && (given === null || typeof given !== "object")) {
    const message = `${place} is ${typeOf(given)}: pass an object of parameters`;
    return { values, issues: [{ field: place, message, actual: typeOf(given) }] };
  }
  for (const [name, value] of Object.entries(given ?? {})) {
    // An undefined parameter is one that was left out.
    if (value !== undefined) values[name] = Array.isArray(value) ? [...value] : value;
  }
  const issues = findings(place, operation.validate[place], values, operation.documentedIn);
  for (const name in values) {
    const value = values[name];
    for (const each of Array.isArray(value) ? value : [value]) {
      const message = typeof each === "string" && unsendable(each);
      if (message) issues.push({ field: `${place}.${name}`, message: `${place}.${name} ${message}` });
    }
  }
  return { values, issues };
}

function pathIssue(value: string): string | undefined {
  if (value === "." || value === "..")
    return `is ${JSON.stringify(value)}, which would change the URL: pass an id`;
  if (value.includes("/"))
    return 'holds "/", which would change the URL or the signature: pass an id without one';
  return queryIssue(value);
}

const queryIssue = (value: string): string | undefined =>
  /\p{Surrogate}/u.test(value)
    ? "holds half of a surrogate pair, which cannot be encoded: pass well-formed text"
    : undefined;

const headerIssue = (value: string): string | undefined =>
  printableAscii.test(value)
    ? undefined
    : "holds a character that a signed header cannot carry: use printable ASCII (no line breaks, nothing beyond ~)";

interface Serialized {
  text: string | undefined;
  issues: RequestIssue[];
}

const noBody = (body: unknown): Serialized =>
  body === undefined
    ? { text: undefined, issues: [] }
    : bodyIssue("is given, but this operation takes none: leave it out");

/** The text is what will be sent, so the text is what is validated: `toJSON` can make another thing of a value. */
function serialize(body: unknown, operation: Descriptor): Serialized {
  if (body === undefined) {
    return operation.body === "required" ? bodyIssue("is missing: pass it") : { text: undefined, issues: [] };
  }
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    return bodyIssue(`cannot be written as JSON (${why}): pass plain data`);
  }
  if (text === undefined) return bodyIssue(`is a ${typeof body}, which JSON does not have: pass plain data`);
  const validate = operation.validate.body;
  return {
    text,
    issues: validate ? findings("body", validate, JSON.parse(text), operation.documentedIn) : [],
  };
}

const bodyIssue = (message: string): Serialized => ({
  text: undefined,
  issues: [{ field: "body", message: `body ${message}` }],
});

/** What a validator finds, in this package's words: what it is, the limit, and what to do. */
export function findings(
  place: string,
  validate: Validator,
  value: unknown,
  documentedIn: Descriptor["documentedIn"] = {},
): RequestIssue[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((finding) => describe(place, finding, value, documentedIn));
}

function describe(
  place: string,
  { keyword, instancePath, params }: SchemaFinding,
  value: unknown,
  documentedIn: Descriptor["documentedIn"],
): RequestIssue {
  const within = pointerParts(instancePath);
  const inner = params["missingProperty"] ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
  const field = [place, ...within, ...(inner === undefined ? [] : [String(inner)])].join(".");
  const source = documentedIn[field.replace(/\.\d+(?=\.|$)/g, ".*")];
  const { text, ...rest } = explain(keyword, params, valueAt(value, within));
  return {
    field,
    message: `${field} ${text}${source ? ` (${source})` : ""}`,
    ...rest,
    ...(source !== undefined && { documentedIn: source }),
  };
}

/** The keys that a JSON pointer leads through. */
export const pointerParts = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

const valueAt = (value: unknown, keys: string[]): unknown =>
  keys.reduce((inner, key) => (inner as Record<string, unknown>)?.[key], value);

interface Explanation {
  text: string;
  limit?: unknown;
  actual?: unknown;
}

/** The keywords that requests break most, in words; the others by their name and what they ask for. */
function explain(keyword: string, params: Record<string, unknown>, value: unknown): Explanation {
  const limit = params["limit"];
  const bound = keyword.startsWith("min") ? "at least" : "at most";
  switch (keyword) {
    case "required":
      return { text: "is missing: pass it" };
    case "additionalProperties":
    case "unevaluatedProperties":
      return { text: "is not known to this operation: check its name" };
    case "type":
      return {
        text: `is ${typeOf(value)}: pass ${params["type"]}`,
        limit: params["type"],
        actual: typeOf(value),
      };
    case "minLength":
    case "maxLength": {
      const actual = [...(value as string)].length;
      return { text: `has ${actual} characters: pass ${bound} ${limit}`, limit, actual };
    }
    case "minItems":
    case "maxItems": {
      const actual = (value as unknown[]).length;
      return { text: `has ${actual} items: pass ${bound} ${limit}`, limit, actual };
    }
    case "minimum":
    case "maximum":
      return { text: `is ${value}: pass ${bound} ${limit}`, limit, actual: value };
    case "enum":
    case "const": {
      const allowed = (params["allowedValues"] as unknown[] | undefined) ?? [params["allowedValue"]];
      const words = allowed.map((one) => JSON.stringify(one)).join(" or ");
      return { text: `is none of the allowed values: pass ${words}`, limit: allowed };
    }
    default: {
      const asked = Object.values(params).map((one) => JSON.stringify(one));
      return { text: `does not fit ${[keyword, ...asked].join(" ")}`, ...(limit !== undefined && { limit }) };
    }
  }
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
