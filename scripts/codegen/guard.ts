/** What requests and responses are held to at run time. */
import { formatOf } from "../../src/request/formats.js";
import { isKeyword } from "../../src/request/validate.js";
import { places, type Contract, type Operation } from "./contract.js";
import { schemaName } from "./keywords.js";
import type { Schema, SchemaObject } from "./openapi.js";
import { mapSchemas, mapValues, reachable } from "./schemas.js";

export const successes = ({ responses }: Operation) =>
  Object.entries(responses).filter(([status]) => status.startsWith("2"));

/** generated/schemas.ts: the contract's schemas that requests and successful responses refer to. */
export function generateSchemas({ document, operations }: Contract): string {
  const named = document.components?.schemas ?? {};
  const requests = operations.flatMap((operation) => Object.values(requestSchemas(operation)));
  const responses = operations.flatMap((operation) => Object.values(successSchemas(operation)));
  return `
    import type { Schemas } from "./contract.js";

    /** What requests must match. */
    export const requestSchemas: Schemas = ${JSON.stringify(reachable(requests, mapValues(named, guarded)))};

    /** What responses must at least match. */
    export const responseSchemas: Schemas = ${JSON.stringify(reachable(responses, mapValues(named, lenient)))};`;
}

/** By part of a request: what it must match. */
export function requestSchemas({ parameters, requestBody }: Operation): Record<string, Schema> {
  const groups = places.map((place): [string, Schema] => {
    const group = parameters.filter((parameter) => parameter.in === place);
    const required = group.filter((parameter) => parameter.required).map(({ name }) => name);
    const properties = group.map(({ name, schema, documentedIn }) => [
      name,
      guarded({ ...schema, ...(documentedIn && { "x-documented-in": documentedIn }) }),
    ]);
    return [
      place,
      {
        type: "object",
        ...(required.length > 0 && { required }),
        properties: Object.fromEntries(properties),
        additionalProperties: false,
      },
    ];
  });
  return { ...Object.fromEntries(groups), ...(requestBody && { body: guarded(requestBody.schema) }) };
}

/** By status: what the body of a successful response must at least match. */
export const successSchemas = (operation: Operation): Record<string, Schema> =>
  Object.fromEntries(
    successes(operation).flatMap(([status, { schema }]) =>
      schema === undefined ? [] : [[status, lenient(schema)]],
    ),
  );

/** A schema with only the keywords that validate. */
export const guarded = (schema: Schema): Schema =>
  mapSchemas(schema, (one) => ({
    ...Object.fromEntries(
      Object.entries(one).filter(
        ([name, value]) =>
          (isKeyword(name) && (name !== "format" || formatOf(value))) || name === "x-documented-in",
      ),
    ),
    ...shortRef(one),
  }));

/** At run time schemas are found by name. */
const shortRef = ({ $ref }: SchemaObject) => ($ref === undefined ? {} : { $ref: schemaName($ref)! });

/**
 * As much of a schema as a program relies on: JSON types, and the fields that are always there. The service
 * may add fields and enum values, or send longer texts.
 */
function lenient(schema: Schema): Schema {
  if (typeof schema === "boolean") return true;
  const { required, properties = {}, items = true, prefixItems, allOf = [], anyOf, oneOf } = schema;
  const fields = (required ?? []).flatMap((name) => {
    const field = lenient(properties[name] ?? true);
    return field === true ? [] : [[name, field]];
  });
  const unions = [anyOf, oneOf].flatMap((branches) => (branches ? [{ anyOf: branches.map(lenient) }] : []));
  const parts = [
    ...allOf.map(lenient).filter((one) => one !== true),
    ...unions.filter((union) => !union.anyOf.includes(true)),
  ];
  const type = jsonTypes(schema);
  const rest = lenient(items);
  const kept: SchemaObject = {
    ...shortRef(schema),
    ...(type && { type }),
    ...(required?.length && { required }),
    ...(fields.length > 0 && { properties: Object.fromEntries(fields) }),
    ...(prefixItems && { prefixItems: prefixItems.map(lenient) }),
    ...(rest !== true && { items: rest }),
    ...(parts.length > 0 && { allOf: parts }),
  };
  return Object.keys(kept).length === 0 ? true : kept;
}

/** The JSON types that a schema gives a value; JSON knows no integers. */
function jsonTypes({ type, enum: values, const: value }: SchemaObject): string | string[] | undefined {
  const literals = values ?? (value === undefined ? [] : [value]);
  const named = type === undefined ? literals.map(jsonType) : [type].flat();
  const types = [...new Set(named.map((one) => (one === "integer" ? "number" : one)))];
  return types.length > 1 ? types : types[0];
}

function jsonType(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
