import type { Schema, SchemaObject, Schemas } from "../../generated/contract.js";
import { requestSchemas } from "../../generated/schemas.js";
import type { RequestIssue } from "../errors.js";
import { withArticle } from "../foreign.js";
import { formatOf } from "./formats.js";
import { validate, type Finding } from "./validate.js";
import { lengthOf } from "./values.js";

/** What is wrong with a part of a request, in words: the field, the limit, and what was found instead. */
export function requestIssues(place: string, schema: Schema, value: unknown): RequestIssue[] {
  return validate(schema, value, requestSchemas).map((finding) => {
    const issue = describe(place, finding);
    const source = sourceOf(schema, keysOf(finding), requestSchemas);
    if (source === undefined) return issue;
    return { ...issue, message: `${issue.message}: see ${source}`, documentedIn: source };
  });
}

/** To the field that a finding is about, which may be missing. */
function keysOf({ path, params }: Finding): string[] {
  const inner = params["missingProperty"] ?? params["additionalProperty"] ?? params["propertyName"];
  return inner === undefined ? [...path] : [...path, String(inner)];
}

/** Where the source documents a field. */
function sourceOf(schema: Schema, [key, ...rest]: string[], schemas: Schemas): string | undefined {
  if (typeof schema === "boolean") return undefined;
  const target: SchemaObject = { ...targetOf(schema, schemas), ...schema };
  if (key === undefined) return target["x-documented-in"];
  const { properties = {}, items = false } = target;
  return sourceOf(Object.hasOwn(properties, key) ? properties[key]! : items, rest, schemas);
}

function targetOf({ $ref }: SchemaObject, schemas: Schemas): SchemaObject | undefined {
  const target = $ref === undefined ? undefined : schemas[$ref];
  return typeof target === "object" ? { ...targetOf(target, schemas), ...target } : undefined;
}

export function describe(place: string, finding: Finding): RequestIssue {
  const field = [place, ...keysOf(finding)].join(".");
  const { text, ...rest } = explain(finding);
  return { field, message: `${field} ${text}`, ...rest };
}

interface Explanation {
  text: string;
  limit?: unknown;
  actual?: unknown;
}

/** Common keywords in words; the others by name, with their parameters. */
function explain({ keyword, params, value }: Finding): Explanation {
  const limit = params["limit"];
  const bound = keyword.startsWith("min") ? "at least" : "at most";
  switch (keyword) {
    case "required":
      return { text: "is required" };
    case "dependentRequired":
      return { text: `is required beside ${String(params["property"])}` };
    case "additionalProperties":
      return { text: "is not known to this operation: check its name" };
    case "type": {
      const [type, actual] = [params["type"], typeOf(value)];
      const wanted = withArticle(String(type).replaceAll(",", " or "));
      return { text: `must be ${wanted}, not ${withArticle(actual)}`, limit: type, actual };
    }
    case "minLength":
    case "maxLength": {
      const actual = lengthOf(String(value));
      return { text: `must have ${bound} ${limit} characters, but has ${actual}`, limit, actual };
    }
    case "items":
    case "minItems":
    case "maxItems": {
      const actual = (value as unknown[]).length;
      return { text: `must have ${bound} ${limit} items, but has ${actual}`, limit, actual };
    }
    case "minProperties":
    case "maxProperties": {
      const actual = Object.keys(value as object).length;
      return { text: `must have ${bound} ${limit} fields, but has ${actual}`, limit, actual };
    }
    case "propertyNames":
      return { text: "is not a name that is allowed here" };
    case "uniqueItems":
      return { text: `has the same item at ${String(params["i"])} and ${String(params["j"])}` };
    case "multipleOf": {
      const of = params["multipleOf"];
      return { text: `must be a multiple of ${String(of)}, but is ${value}`, limit: of, actual: value };
    }
    case "exclusiveMinimum":
    case "exclusiveMaximum": {
      const than = keyword === "exclusiveMinimum" ? "more than" : "less than";
      return { text: `must be ${than} ${limit}, but is ${value}`, limit, actual: value };
    }
    case "minimum":
    case "maximum":
      return { text: `must be ${bound} ${limit}, but is ${value}`, limit, actual: value };
    case "format": {
      const { form } = formatOf(params["format"])!;
      return { text: `must be a Date, or ${form}, not ${JSON.stringify(value)}`, limit: form, actual: value };
    }
    case "enum":
    case "const": {
      const allowed = (params["allowedValues"] as unknown[] | undefined) ?? [params["allowedValue"]];
      return { text: `must be ${allowed.map((one) => JSON.stringify(one)).join(" or ")}`, limit: allowed };
    }
    case "depth":
      return { text: `is nested more than ${limit} levels deep`, limit };
    default: {
      const asked = Object.values(params).map((one) => JSON.stringify(one));
      const text = `does not match ${[keyword, ...asked].join(" ")}`;
      return { text, ...(limit !== undefined && { limit }) };
    }
  }
}

export function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
