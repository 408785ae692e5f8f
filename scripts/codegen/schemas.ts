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

/** The named schemas that these refer to, directly or through each other. */
export function reachable(from: Schema[], named: Record<string, Schema>): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const follow = (schema: Schema): Schema =>
    mapSchemas(schema, (one) => {
      const name = one.$ref?.split("/").at(-1);
      const target = name === undefined ? undefined : named[name];
      if (name !== undefined && target !== undefined && !Object.hasOwn(found, name)) {
        found[name] = target;
        follow(target);
      }
      return one;
    });
  from.forEach(follow);
  return found;
}

/** Every JSON type that a schema allows, directly or in its branches. */
export function typesOf(schema: Schema, resolve: Resolve): string[] {
  const { type, oneOf, anyOf, allOf, properties } = schemaObject(schema, resolve);
  const own = [type ?? (properties ? "object" : [])].flat();
  const branches = [oneOf, anyOf, allOf].flatMap((list) => list ?? []);
  return [...own, ...branches.flatMap((branch) => typesOf(branch, resolve))];
}
