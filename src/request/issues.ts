import type { Descriptor, SchemaFinding, Validator } from "../../generated/contract.js";
import type { RequestIssue } from "../errors.js";

/** A validator's findings in words: the field, the limit, and what was found instead. */
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
    message: `${field} ${text}${source ? `: see ${source}` : ""}`,
    ...rest,
    ...(source !== undefined && { documentedIn: source }),
  };
}

/** The keys in a JSON pointer. */
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

/** Common keywords in words; the others by name, with their parameters. */
function explain(keyword: string, params: Record<string, unknown>, value: unknown): Explanation {
  const limit = params["limit"];
  const bound = keyword.startsWith("min") ? "at least" : "at most";
  switch (keyword) {
    case "required":
      return { text: "is required" };
    case "additionalProperties":
    case "unevaluatedProperties":
      return { text: "is not known to this operation: check its name" };
    case "type": {
      const [type, actual] = [params["type"], typeOf(value)];
      return { text: `must be ${withArticle(type)}, not ${withArticle(actual)}`, limit: type, actual };
    }
    case "minLength":
    case "maxLength": {
      const actual = [...(value as string)].length;
      return { text: `must have ${bound} ${limit} characters, but has ${actual}`, limit, actual };
    }
    case "minItems":
    case "maxItems": {
      const actual = (value as unknown[]).length;
      return { text: `must have ${bound} ${limit} items, but has ${actual}`, limit, actual };
    }
    case "minimum":
    case "maximum":
      return { text: `must be ${bound} ${limit}, but is ${value}`, limit, actual: value };
    case "enum":
    case "const": {
      const allowed = (params["allowedValues"] as unknown[] | undefined) ?? [params["allowedValue"]];
      return { text: `must be ${allowed.map((one) => JSON.stringify(one)).join(" or ")}`, limit: allowed };
    }
    default: {
      const asked = Object.values(params).map((one) => JSON.stringify(one));
      const text = `does not match ${[keyword, ...asked].join(" ")}`;
      return { text, ...(limit !== undefined && { limit }) };
    }
  }
}

const withArticle = (type: unknown): string => {
  const words = String(type).replaceAll(",", " or ");
  return words === "null" ? words : `${/^[aeio]/.test(words) ? "an" : "a"} ${words}`;
};

export function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
