import openapiTS, { astToString } from "openapi-typescript";
import type ts from "typescript";
import { describeSchema } from "./comments.js";
import type { Contract } from "./contract.js";
import type { Document, Resolve, Schema, SchemaObject } from "./openapi.js";
import { mapSchemas, mapValues, schemaObject } from "./schemas.js";

/** generated/types.ts: the contract's own types, `paths`, `components` and `operations`. */
export async function generateTypes({ document, resolve }: Contract): Promise<string> {
  return printTypes(await convertToTypes(describeEverySchema(document, resolve)));
}

/** openapi-typescript's syntax tree of a document's types. */
export const convertToTypes = (document: Document): Promise<ts.Node[]> =>
  openapiTS(JSON.stringify(document), { defaultNonNullable: false, silent: true });

/** Prints types without the indentation that openapi-typescript gives comments: editors show it as code. */
export const printTypes = (nodes: ts.Node[]): string =>
  astToString(nodes)
    .replace(/^( *\*) {5}/gm, "$1 ")
    .replace(/^( *\*) +$/gm, "$1");

/**
 * Moves the text of the doc comment into each schema's title: openapi-typescript prints titles as they are,
 * but omits limits, and any comment on a property that is a `$ref`.
 */
export function withDocs<Target extends Schema>(schema: Target, resolve: Resolve): Target {
  return mapSchemas(schema, (one) => {
    const target = schemaObject(one, resolve);
    return {
      ...one,
      title: describeSchema({ ...target, description: one.description ?? target.description }),
      description: undefined,
      deprecated: target.deprecated,
      default: target.default,
      examples: target.examples,
    };
  }) as Target;
}

/** A copy of the document with `withDocs` applied to each schema in it. */
function describeEverySchema(document: Document, resolve: Resolve): Document {
  const describe = (schema: Schema) => withDocs(schema, resolve);
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (key === "schema") return describe(value as SchemaObject);
    if (key === "example" || key === "examples" || key.startsWith("x-")) return value;
    if (Array.isArray(value)) return value.map((item) => walk(item, ""));
    return mapValues(value as Record<string, unknown>, walk);
  };
  const { components: { schemas = {}, ...components } = {}, ...rest } = document;
  return {
    ...mapValues(rest, walk),
    components: { ...mapValues(components, walk), schemas: mapValues(schemas, describe) },
  };
}
