import type { Resolve, Schema, SchemaObject } from "./openapi.js";

const holdsSchema = [
  "additionalProperties",
  "contains",
  "contentSchema",
  "else",
  "if",
  "items",
  "not",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
];
const holdsSchemas = ["allOf", "anyOf", "oneOf", "prefixItems"];
const holdsNamedSchemas = ["$defs", "dependentSchemas", "patternProperties", "properties"];

/** A copy of a schema with `change` applied to every schema inside it, and then to itself. */
export function mapSchemas(schema: Schema, change: (schema: SchemaObject) => SchemaObject): Schema {
  if (typeof schema === "boolean") return schema;
  const map = (inner: Schema) => mapSchemas(inner, change);
  return change(
    Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) => {
        if (holdsSchema.includes(keyword)) return [keyword, map(value as Schema)];
        if (holdsSchemas.includes(keyword)) return [keyword, (value as Schema[]).map(map)];
        if (!holdsNamedSchemas.includes(keyword)) return [keyword, value];
        return [keyword, mapValues(value as Record<string, Schema>, map)];
      }),
    ),
  );
}

export const mapValues = <Before, After>(
  record: Record<string, Before>,
  change: (value: Before, key: string) => After,
): Record<string, After> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

/** A schema as an object, with its `$ref` resolved. */
export function schemaObject(schema: Schema, resolve: Resolve): SchemaObject {
  const target = resolve<Schema>(schema);
  return typeof target === "boolean" ? {} : target;
}

const annotations = [
  "title",
  "description",
  "example",
  "examples",
  "externalDocs",
  "deprecated",
  "xml",
  "$comment",
];

/** A schema with only the keywords that validate. */
export const bareSchema = (schema: Schema): Schema =>
  mapSchemas(
    schema,
    (one) =>
      Object.fromEntries(
        Object.entries(one).filter(([key]) => !annotations.includes(key) && !key.startsWith("x-")),
      ) as SchemaObject,
  );

/** Every JSON type that a schema allows, directly or in its branches. */
export function typesOf(schema: Schema, resolve: Resolve): string[] {
  const { type, enum: values, const: value, oneOf, anyOf, allOf } = schemaObject(schema, resolve);
  const literals = values ?? (value === undefined ? [] : [value]);
  const own = type ? [type].flat() : literals.map((literal) => typeof literal);
  const branches = [oneOf, anyOf, allOf].flatMap((list) => list ?? []);
  return [...new Set([...own, ...branches.flatMap((branch) => typesOf(branch, resolve))])];
}
