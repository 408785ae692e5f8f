import { deref, isObject } from "./compare/tree.js";

/**
 * Every operation, parameter, response, header, schema and field is described, and not in the words of its
 * neighbour.
 *
 * @param {any} document the contract as written, its `$ref`s not resolved
 */
export default function descriptions(document) {
  /** @type {{ message: string, path: import("./compare/tree.js").Path }[]} */
  const findings = [];

  /** @param {Record<string, any> | any[] | undefined} group @param {import("./compare/tree.js").Path} path */
  function check(group, path) {
    /** @type {Map<string, string>} */
    const seen = new Map();
    for (const [key, value] of Object.entries(group ?? {})) {
      const at = [...path, Array.isArray(group) ? Number(key) : key];
      const target = deref(document, { value, path: at }).value;
      const name = Array.isArray(group) ? (target?.name ?? key) : key;
      const text = String(value?.description ?? target?.description ?? "").trim();
      if (text.length < 10) {
        findings.push({ message: `${name} needs a description of at least 10 characters`, path: at });
        continue;
      }
      const neighbour = seen.get(text);
      if (neighbour !== undefined)
        findings.push({ message: `${name} has the same description as ${neighbour}`, path: at });
      seen.set(text, name);
    }
  }

  /** @param {any} schema @param {import("./compare/tree.js").Path} path */
  function walk(schema, path) {
    if (!isObject(schema) || schema.$ref) return;
    check(schema.properties, [...path, "properties"]);
    for (const [name, property] of Object.entries(schema.properties ?? {}))
      walk(property, [...path, "properties", name]);
    walk(schema.items, [...path, "items"]);
  }

  const { parameters, headers, schemas, responses, securitySchemes } = document?.components ?? {};
  for (const [name, group] of Object.entries({ parameters, headers, schemas, responses, securitySchemes }))
    check(group, ["components", name]);
  for (const [name, schema] of Object.entries(schemas ?? {})) walk(schema, ["components", "schemas", name]);
  check(document?.tags, ["tags"]);

  /** @type {Map<string, string>} */
  const seen = new Map();
  for (const [path, item] of Object.entries(document?.paths ?? {})) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      if (!isObject(operation)) continue;
      const here = ["paths", path, method];
      check({ [operation.operationId]: operation }, here.slice(0, -1));
      const neighbour = seen.get(operation.description);
      if (neighbour)
        findings.push({
          message: `${operation.operationId} has the same description as ${neighbour}`,
          path: here,
        });
      seen.set(operation.description, operation.operationId);
      check(operation.parameters, [...here, "parameters"]);
      check(operation.responses, [...here, "responses"]);
    }
  }
  return findings;
}
