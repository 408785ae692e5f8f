import type { Resolve, Schema, SchemaObject } from "./openapi.js";
import { mapValues, schemaObject } from "./schemas.js";

/** Deeper than any schema that does not need itself. */
const maxDepth = 30;

/** A small value in the shape of a schema. It may still break a limit, such as a pattern. */
export function minimalValue(schema: Schema, resolve: Resolve, depth = 0): unknown {
  const target = schemaObject(schema, resolve);
  const { examples, default: usual, const: only, enum: values, anyOf, oneOf, allOf } = target;
  const given = [examples?.[0], usual, only, values?.[0]].find((value) => value !== undefined);
  if (given !== undefined || depth === maxDepth) return given;
  const inner = (one: Schema) => minimalValue(one, resolve, depth + 1);
  const parts = [...(allOf ?? []), ...[anyOf?.[0], oneOf?.[0]].filter((one) => one !== undefined)].map(inner);
  const own = plainValue(target, inner);
  const objects = [...parts, own].filter((one) => typeof one === "object" && one !== null);
  if (objects.length > 1 && !objects.some(Array.isArray)) return Object.assign({}, ...objects);
  return own ?? parts[0];
}

function plainValue(schema: SchemaObject, inner: (schema: Schema) => unknown): unknown {
  const { type, properties = {}, required, prefixItems = [], items = true } = schema;
  const { minItems = 0, minLength = 1, minimum, exclusiveMinimum, maximum = 0 } = schema;
  switch ([type].flat()[0] ?? (required || schema.properties ? "object" : "any")) {
    case "string":
      return "x".repeat(minLength);
    case "integer":
    case "number":
      return minimum ?? (exclusiveMinimum === undefined ? Math.min(0, maximum) : exclusiveMinimum + 1);
    case "boolean":
      return false;
    case "null":
      return null;
    case "array":
      return Array.from({ length: minItems }, (_, i) => inner(prefixItems[i] ?? items));
    case "object":
      return mapValues(
        Object.fromEntries((required ?? []).map((name) => [name, properties[name] ?? true])),
        inner,
      );
    default:
      return undefined;
  }
}
