import openapiTS, { astToString } from "openapi-typescript";
import type ts from "typescript";
import { describeSchema } from "./comments.js";
import type { Contract } from "./contract.js";
import type { Document, Resolve, Schema, SchemaObject } from "./openapi.js";
import { mapSchemas, mapValues, reachable, schemaObject } from "./schemas.js";

/** generated/types.ts: the contract's own types, `paths`, `components` and `operations`. */
export async function generateTypes({ document, resolve }: Contract): Promise<string> {
  const types = printTypes(await convertToTypes(describeEverySchema(document, resolve)));
  return Object.values(openTypes).reduce((text, type) => text.replaceAll(`"${type}"`, type), types);
}

/** openapi-typescript's syntax tree of a document's types. */
export const convertToTypes = (
  document: Document,
  transform: (schema: SchemaObject) => ts.TypeNode | undefined = () => undefined,
): Promise<ts.Node[]> =>
  openapiTS(JSON.stringify(document), {
    ...{ defaultNonNullable: false, silent: true },
    transform: (schema) => transform(schema as SchemaObject),
  });

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
    const { deprecated, default: usual, examples, ...described } = { ...schemaObject(one, resolve), ...one };
    const title = describeSchema(described);
    // The guard does not look at a discriminator; its types would ask for the schema's name.
    return {
      ...one,
      title,
      description: undefined,
      deprecated,
      default: usual,
      examples,
      discriminator: undefined,
    };
  }) as Target;
}

/** A copy of the document with `withDocs` applied to each schema in it, and with open enums in responses. */
function describeEverySchema(document: Document, resolve: Resolve): Document {
  const { components: { schemas = {}, ...components } = {}, ...rest } = document;
  const inResponses: Schema[] = [];
  const walk = (value: unknown, key: string, within: string[]): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (key === "example" || key === "examples" || key.startsWith("x-")) return value;
    if (key === "schema" && within.includes("responses")) {
      inResponses.push(value as SchemaObject);
      return withOpenEnums(withDocs(value as SchemaObject, resolve));
    }
    if (key === "schema") return withDocs(value as SchemaObject, resolve);
    if (Array.isArray(value)) return value.map((item) => walk(item, "", within));
    return mapValues(value as Record<string, unknown>, (inner, name) => walk(inner, name, [...within, name]));
  };
  const others = walk(rest, "", []) as Document;
  const otherComponents = walk(components, "", []) as object;
  const open = reachable(inResponses, schemas);
  const described = mapValues(schemas, (schema, name) => {
    const documented = withDocs(schema, resolve);
    return Object.hasOwn(open, name) ? withOpenEnums(documented) : documented;
  });
  return { ...others, components: { ...otherComponents, schemas: described } };
}

/** Stand among an enum's values for those that the service may add; editors go on offering the known ones. */
const openTypes = { string: "(string & {})", number: "(number & {})" };

const withOpenEnums = (schema: Schema): Schema =>
  mapSchemas(schema, (one) => {
    const kinds = Object.entries(openTypes).filter(([type]) =>
      one.enum?.some((value) => typeof value === type),
    );
    return one.enum ? { ...one, enum: [...one.enum, ...kinds.map(([, value]) => value)] } : one;
  });
