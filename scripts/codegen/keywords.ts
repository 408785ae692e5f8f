import { isKeyword, types } from "../../src/request/validate.js";
import { isBroken, type Document, type Schema, type SchemaObject } from "./openapi.js";
import type { Source } from "./document.js";

/** Say nothing about whether a value is valid. */
const annotations = [
  ...["title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"],
  ...["format", "externalDocs", "discriminator", "xml", "$comment"],
];

const alternatives: Record<string, string> = {
  nullable: 'it is OpenAPI 3.0\'s: write type: [..., "null"]',
  unevaluatedProperties: "write additionalProperties",
  unevaluatedItems: "write items",
};

/** Refuses what the guard would not understand, in these schemas and in those that they refer to. */
export function checkSchemas(schemas: Schema[], { document, refuse }: Source): void {
  const checked = new Set<object>();

  /** `above` are the schemas that look at the same value as this one. */
  function check(schema: Schema, above: SchemaObject[], holder: object, key: string): void {
    if (typeof schema === "boolean") return;
    if (isBroken(schema) || Array.isArray(schema)) refuse(`${key} must be a schema`, holder, key);
    if (above.includes(schema)) refuse("the schema is part of itself: no value can be checked", schema);
    if (checked.has(schema)) return;
    checked.add(schema);
    for (const keyword of Object.keys(schema)) checkKeyword(schema, keyword, [...above, schema]);
  }

  function checkKeyword(schema: SchemaObject, keyword: string, above: SchemaObject[]): void {
    const value = schema[keyword];
    const all = (list: unknown, same: SchemaObject[]) => {
      if (isBroken(list)) refuse(`${keyword} must hold schemas`, schema, keyword);
      for (const [key, one] of Object.entries(list as object))
        check(one as Schema, same, list as object, key);
    };
    switch (keyword) {
      case "$ref":
        return check(...referred(schema, above, document, refuse));
      case "allOf":
      case "anyOf":
      case "oneOf":
        return all(value, above);
      case "not":
        return check(value as Schema, above, schema, keyword);
      case "patternProperties":
        for (const pattern of Object.keys(value as object)) checkPattern(pattern, schema, keyword);
        return all(value, []);
      case "properties":
      case "prefixItems":
        return all(value, []);
      case "additionalProperties":
      case "propertyNames":
      case "items":
        return check(value as Schema, [], schema, keyword);
      case "pattern":
        return checkPattern(String(value), schema, keyword);
      case "type": {
        const unknown = [value].flat().find((type) => !Object.hasOwn(types, String(type)));
        if (unknown !== undefined) refuse(`type ${String(unknown)}: there is no such type`, schema, keyword);
        return;
      }
      default:
        if (isKeyword(keyword) || annotations.includes(keyword) || keyword.startsWith("x-")) return;
        refuse(
          `${keyword}: the guard does not know this keyword; ${alternatives[keyword] ?? "leave it out"}`,
          schema,
          keyword,
        );
    }
  }

  function checkPattern(pattern: string, schema: SchemaObject, keyword: string): void {
    try {
      new RegExp(pattern, "u");
    } catch {
      refuse(`${keyword} ${pattern} is not a regular expression`, schema, keyword);
    }
  }

  for (const schema of schemas) check(schema, [], document, "paths");
}

function referred(
  schema: SchemaObject,
  above: SchemaObject[],
  document: Document,
  refuse: Source["refuse"],
): [Schema, SchemaObject[], object, string] {
  const name = schemaName(schema.$ref!);
  const named = document.components?.schemas ?? {};
  if (name === undefined)
    return refuse(`${schema.$ref}: a schema can only refer to #/components/schemas/…`, schema, "$ref");
  if (!Object.hasOwn(named, name))
    return refuse(`${schema.$ref}: there is nothing at this reference`, schema, "$ref");
  return [named[name]!, above, named, name];
}

export const schemaName = (reference: string): string | undefined =>
  /^#\/components\/schemas\/([\w.-]+)$/.exec(reference)?.[1];
