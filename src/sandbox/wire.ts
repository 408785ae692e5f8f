/** What the text of a parameter stands for, by its schema. */
import type { Schema, SchemaObject, Schemas } from "../../generated/contract.js";
import { requestSchemas } from "../../generated/schemas.js";

/** The parameters in a query string, and the names of those that are given more than once without being arrays. */
export function readQuery(search: URLSearchParams, schemas: Schemas) {
  // Without a prototype, so that a parameter may have any name.
  const query: Record<string, unknown> = Object.create(null);
  const repeated: string[] = [];
  const read = (name: string, schema: Schema): unknown => {
    const given = search.getAll(name);
    if (typesOf(schema).includes("array")) return given.map((text) => fromWire(text, itemsOf(schema)));
    if (given.length > 1) repeated.push(name);
    return fromWire(given[0]!, schema);
  };
  for (const [name, schema] of Object.entries(schemas)) {
    if (typesOf(schema).includes("object")) {
      const fields = fieldsOf(schema, search, schemas).map(([field, inner]) => [field, read(field, inner)]);
      if (fields.length > 0) query[name] = Object.fromEntries(fields);
    } else if (search.has(name)) query[name] = read(name, schema);
  }
  return { query, repeated };
}

/** OpenAPI's default style for queries sends an object as if each of its fields were a parameter. */
function fieldsOf(schema: Schema, search: URLSearchParams, parameters: Schemas): [string, Schema][] {
  const { properties = {}, additionalProperties = true } = targetOf(schema);
  return [...new Set(search.keys())].flatMap((name): [string, Schema][] => {
    if (Object.hasOwn(properties, name)) return [[name, properties[name]!]];
    const free = additionalProperties !== false && !Object.hasOwn(parameters, name);
    return free ? [[name, additionalProperties]] : [];
  });
}

/** Headers have OpenAPI's "simple" style: an array's items are separated by commas. */
export const readHeader = (text: string, schema: Schema): unknown =>
  typesOf(schema).includes("array")
    ? text.split(",").map((item) => fromWire(item.trim(), itemsOf(schema)))
    : fromWire(text, schema);

/** Reads text as the first of the types that it fits. */
export function fromWire(text: string, schema: Schema): unknown {
  const types = typesOf(schema);
  const numeric = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
  if (numeric && (types.includes("integer") || types.includes("number"))) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.includes("null") && (text === "" || text === "null")) return null;
  return text;
}

function targetOf(schema: Schema): SchemaObject {
  if (typeof schema === "boolean") return {};
  return schema.$ref === undefined ? schema : targetOf(requestSchemas[schema.$ref]!);
}

const itemsOf = (schema: Schema): Schema => targetOf(schema).items ?? true;

/** Every JSON type that a schema allows, wherever it says so. */
function typesOf(schema: Schema): readonly string[] {
  const { type = [], enum: values, const: value, oneOf = [], anyOf = [], allOf = [] } = targetOf(schema);
  const literals = (values ?? [value]).map((literal) => (literal === null ? "null" : typeof literal));
  return [...[type].flat(), ...literals, ...[...oneOf, ...anyOf, ...allOf].flatMap(typesOf)];
}
