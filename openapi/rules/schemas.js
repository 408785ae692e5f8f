/**
 * House rules for every schema of the contract, each a rule of its own (`check`). Given a schema
 * object; walks into the schemas inside it.
 *
 * @param {any} schema
 * @param {{ check: "bareObject" | "stringLength" }} options
 * @param {{ path: (string | number)[] }} context
 */
export default function schemas(schema, { check }, context) {
  return [...walk(schema, context.path)].flatMap(([each, path]) =>
    (checks[check]?.(each) ?? []).map((message) => ({ message, path })),
  );
}

/** @type {Record<string, (schema: any) => string[]>} */
const checks = {
  bareObject: (schema) =>
    has(schema, "object") &&
    isEmpty(schema.properties) &&
    isEmpty(schema.patternProperties) &&
    schema.additionalProperties === undefined &&
    !schema.allOf
      ? [
          "an object needs properties or additionalProperties: without them its type comes out as an empty object",
        ]
      : [],

  stringLength: (schema) => {
    const reason = schema["x-undocumented-length"];
    if (reason !== undefined) {
      return typeof reason === "string" && reason.length > 0
        ? []
        : ["x-undocumented-length has to say why the string has no length limit"];
    }
    const bounded = schema.maxLength !== undefined || schema.enum || schema.const !== undefined;
    return has(schema, "string") && !bounded
      ? ["a string needs maxLength, or x-undocumented-length with the reason why the source gives none"]
      : [];
  },
};

/** @param {object | undefined} value */
function isEmpty(value) {
  return Object.keys(value ?? {}).length === 0;
}

/** @param {any} schema @param {string} type */
function has(schema, type) {
  return [schema.type].flat().includes(type);
}

/**
 * @param {any} schema
 * @param {(string | number)[]} path
 * @returns {Generator<[any, (string | number)[]]>}
 */
function* walk(schema, path) {
  if (schema === null || typeof schema !== "object") return;
  yield [schema, path];
  for (const key of ["properties", "patternProperties", "$defs", "dependentSchemas"]) {
    for (const [name, inner] of Object.entries(schema[key] ?? {})) yield* walk(inner, [...path, key, name]);
  }
  for (const key of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
    for (const [index, inner] of Object.entries(schema[key] ?? []))
      yield* walk(inner, [...path, key, Number(index)]);
  }
  for (const key of [
    "items",
    "additionalProperties",
    "propertyNames",
    "contains",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedProperties",
    "unevaluatedItems",
  ]) {
    yield* walk(schema[key], [...path, key]);
  }
}
