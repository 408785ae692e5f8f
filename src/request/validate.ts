/**
 * JSON Schema 2020-12, as much of it as a contract needs; the generator refuses all other keywords. Finds
 * everything that is wrong with a value, not only the first.
 */
import type { Schema, SchemaObject, Schemas } from "../../generated/contract.js";
import { formatOf } from "./formats.js";
import { isMultiple, isObject, isSame, lengthOf, repetition, TooDeep } from "./values.js";

/** One place where a value does not fit its schema. */
export interface Finding {
  keyword: string;
  /** Keys that lead to the value. */
  path: readonly string[];
  params: Readonly<Record<string, unknown>>;
  value: unknown;
}

/** Values come from others: neither their depth nor the number of their mistakes may exhaust memory. */
const maxDepth = 500;
const maxFindings = 1_000;

interface Run {
  schemas: Schemas;
  findings: Finding[];
  /** To the value at hand. */
  path: string[];
  depth: number;
}

/** What is wrong with a value; `schemas` are those that `$ref` names. */
export function validate(schema: Schema, value: unknown, schemas: Schemas): Finding[] {
  const run: Run = { schemas, findings: [], path: [], depth: 0 };
  try {
    check(schema, value, run);
    return run.findings;
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return [{ keyword: "depth", path: [], params: { limit: maxDepth }, value }];
  }
}

function check(schema: Schema, value: unknown, run: Run): void {
  if (schema === true) return;
  if (schema === false) return report(run, "false schema", {}, value);
  if (run.depth === maxDepth) throw new TooDeep();
  run.depth++;
  for (const keyword in schema) {
    const limit = schema[keyword as keyof SchemaObject] as never;
    const params = assertions[keyword as keyof typeof assertions]?.(value, limit);
    if (params) report(run, keyword, params, value);
    applicators[keyword as keyof typeof applicators]?.(value, limit, run, schema);
  }
  run.depth--;
}

function checkAt(key: string, schema: Schema, value: unknown, run: Run): void {
  if (schema === true) return;
  run.path.push(key);
  check(schema, value, run);
  run.path.pop();
}

function report(run: Run, keyword: string, params: Finding["params"], value: unknown): void {
  if (run.findings.length < maxFindings) run.findings.push({ keyword, path: [...run.path], params, value });
}

/** What one schema alone finds. */
function findingsOf(schema: Schema, value: unknown, run: Run): Finding[] {
  const own = { ...run, findings: [] };
  check(schema, value, own);
  return own.findings;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => Number.isFinite(value);

/** The JSON types, and whether a value is of one. */
export const types: Record<string, (value: unknown) => boolean> = {
  array: Array.isArray,
  boolean: (value) => typeof value === "boolean",
  integer: Number.isInteger,
  null: (value) => value === null,
  number: isNumber,
  object: isObject,
  string: isText,
};

type Keyword<Name extends keyof SchemaObject> = NonNullable<SchemaObject[Name]>;

/** Keywords that look at the value itself: what was asked for, if it was not met. */
const assertions: {
  [Name in keyof SchemaObject]?: (value: unknown, limit: Keyword<Name>) => Finding["params"] | false;
} = {
  type: (value, type) => !(isText(type) ? [type] : type).some((one) => types[one]?.(value)) && { type },
  enum: (value, allowedValues) => !allowedValues.some((one) => isSame(one, value)) && { allowedValues },
  const: (value, allowedValue) => !isSame(value, allowedValue) && { allowedValue },

  minLength: (value, limit) => isText(value) && lengthOf(value) < limit && { limit },
  maxLength: (value, limit) => isText(value) && value.length > limit && lengthOf(value) > limit && { limit },
  pattern: (value, pattern) => isText(value) && !compiled(pattern).test(value) && { pattern },

  format: (value, name) => isText(value) && formatOf(name)?.matches(value) === false && { format: name },

  minimum: (value, limit) => isNumber(value) && value < limit && { comparison: ">=", limit },
  maximum: (value, limit) => isNumber(value) && value > limit && { comparison: "<=", limit },
  exclusiveMinimum: (value, limit) => isNumber(value) && value <= limit && { comparison: ">", limit },
  exclusiveMaximum: (value, limit) => isNumber(value) && value >= limit && { comparison: "<", limit },
  multipleOf: (value, multipleOf) => isNumber(value) && !isMultiple(value, multipleOf) && { multipleOf },

  minItems: (value, limit) => Array.isArray(value) && value.length < limit && { limit },
  maxItems: (value, limit) => Array.isArray(value) && value.length > limit && { limit },
  uniqueItems: (value, unique) => unique && Array.isArray(value) && repetition(value),

  minProperties: (value, limit) => isObject(value) && Object.keys(value).length < limit && { limit },
  maxProperties: (value, limit) => isObject(value) && Object.keys(value).length > limit && { limit },
};

/** Keywords that look at parts of the value, or hold other schemas. */
const applicators: {
  [Name in keyof SchemaObject]?: (
    value: unknown,
    limit: Keyword<Name>,
    run: Run,
    schema: SchemaObject,
  ) => void;
} = {
  $ref: (value, name, run) => check(run.schemas[name]!, value, run),

  required: (value, names, run) => {
    if (!isObject(value)) return;
    for (const missingProperty of names)
      if (!Object.hasOwn(value, missingProperty)) report(run, "required", { missingProperty }, value);
  },
  dependentRequired: (value, dependents, run) => {
    if (!isObject(value)) return;
    for (const property of Object.keys(dependents).filter((name) => Object.hasOwn(value, name)))
      for (const missingProperty of dependents[property]!)
        if (!Object.hasOwn(value, missingProperty))
          report(run, "dependentRequired", { property, missingProperty }, value);
  },
  properties: (value, properties, run) => {
    if (!isObject(value)) return;
    for (const name in properties)
      if (Object.hasOwn(value, name)) checkAt(name, properties[name]!, value[name], run);
  },
  patternProperties: (value, patterns, run) => {
    if (!isObject(value)) return;
    for (const pattern in patterns)
      for (const name of Object.keys(value))
        if (compiled(pattern).test(name)) checkAt(name, patterns[pattern]!, value[name], run);
  },
  additionalProperties: (value, schema, run, { properties = {}, patternProperties = {} }) => {
    if (schema === true || !isObject(value)) return;
    const patterns = Object.keys(patternProperties).map(compiled);
    for (const name of Object.keys(value)) {
      if (Object.hasOwn(properties, name) || patterns.some((pattern) => pattern.test(name))) continue;
      if (schema) checkAt(name, schema, value[name], run);
      else report(run, "additionalProperties", { additionalProperty: name }, value);
    }
  },
  propertyNames: (value, schema, run) => {
    if (!isObject(value)) return;
    for (const propertyName of Object.keys(value))
      if (findingsOf(schema, propertyName, run).length > 0)
        report(run, "propertyNames", { propertyName }, value);
  },

  prefixItems: (value, schemas, run) => {
    if (!Array.isArray(value)) return;
    for (const [i, schema] of schemas.slice(0, value.length).entries())
      checkAt(String(i), schema, value[i], run);
  },
  items: (value, schema, run, { prefixItems = [] }) => {
    if (schema === true || !Array.isArray(value)) return;
    const limit = prefixItems.length;
    if (schema) for (let i = limit; i < value.length; i++) checkAt(String(i), schema, value[i], run);
    else if (value.length > limit) report(run, "items", { limit }, value);
  },

  allOf: (value, schemas, run) => {
    for (const schema of schemas) check(schema, value, run);
  },
  anyOf: (value, schemas, run) => {
    const found = schemas.map((schema) => findingsOf(schema, value, run));
    if (found.every((findings) => findings.length > 0)) reportBranches(run, "anyOf", found, {}, value);
  },
  oneOf: (value, schemas, run) => {
    const found = schemas.map((schema) => findingsOf(schema, value, run));
    const [first, second] = [...found.keys()].filter((i) => found[i]!.length === 0);
    if (first === undefined) reportBranches(run, "oneOf", found, { passingSchemas: null }, value);
    else if (second !== undefined) report(run, "oneOf", { passingSchemas: [first, second] }, value);
  },
  not: (value, schema, run) => {
    if (findingsOf(schema, value, run).length === 0) report(run, "not", {}, value);
  },
};

export const isKeyword = (name: string): boolean =>
  Object.hasOwn(assertions, name) || Object.hasOwn(applicators, name);

function reportBranches(
  run: Run,
  keyword: string,
  found: Finding[][],
  params: Finding["params"],
  value: unknown,
): void {
  for (const finding of found.flat()) if (run.findings.length < maxFindings) run.findings.push(finding);
  report(run, keyword, params, value);
}

const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  let expression = patterns.get(pattern);
  if (!expression) patterns.set(pattern, (expression = new RegExp(pattern, "u")));
  return expression;
}
