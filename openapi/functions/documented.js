import { documentedOperations } from "../documented-limits.js";

/**
 * Compares the contract with the source page's tables (../documented-limits.js), from the documented
 * side: it starts at each row and looks for its place, so that a field which is gone or renamed is a
 * finding and not a rule that matches nothing. Limits count only where they stand on the field's own
 * schema: inside `allOf` a tool may or may not see them, so there they are missing.
 *
 * `aspect` picks what is reported, so that each kind of departure is a rule of its own.
 *
 * @param {any} document the contract, its `$ref`s resolved
 * @param {{ aspect: "operation" | "response" | "field" | "type" | "limit" | "required" | "table" }} options
 */
export default function documented(document, { aspect }) {
  return documentedOperations
    .flatMap((operation) => [...compare(document, operation)])
    .filter((finding) => finding.aspect === aspect)
    .map(({ message, path }) => ({ message, path }));
}

/** @typedef {{ aspect: string, message: string, path: (string | number)[] }} Finding */

/**
 * @param {any} document
 * @param {import("../documented-limits.js").DocumentedOperation} documented
 * @returns {Generator<Finding>}
 */
function* compare(document, { operationId, method, path, statuses, fields }) {
  const operation = document?.paths?.[path]?.[method];
  const at = ["paths", path, method];
  if (!operation) {
    yield {
      aspect: "operation",
      message: `${method.toUpperCase()} ${path} is documented (${operationId}), but not in the contract`,
      path: nearest(document, at),
    };
    return;
  }
  if (operation.operationId !== operationId) {
    yield {
      aspect: "operation",
      message: `${method.toUpperCase()} ${path} is documented as operationId ${operationId}, found ${show(operation.operationId)}`,
      path: [...at, "operationId"],
    };
  }
  for (const status of statuses) {
    if (!operation.responses?.[status]) {
      yield {
        aspect: "response",
        message: `the response ${status} of ${operationId} is documented, but not in the contract`,
        path: [...at, "responses"],
      };
    }
  }
  for (const field of fields) {
    for (const place of places(document, operation, at, path, field)) yield* compareField(field, place);
  }
}

/**
 * Where a documented field stands in the contract: once, or once for each media type of its body.
 *
 * @typedef {{ parent: any, schema: any, required: boolean, owner: any, path: (string | number)[], schemaPath: (string | number)[] }} Place
 *
 * @param {any} document
 * @param {any} operation
 * @param {(string | number)[]} at
 * @param {string} path
 * @param {import("../documented-limits.js").DocumentedField} row
 * @returns {Generator<Partial<Place> & { path: (string | number)[] }>}
 */
function* places(document, operation, at, path, row) {
  if (row.where === "path" || row.where === "header") {
    const lists = [
      [operation.parameters, [...at, "parameters"]],
      [document.paths[path].parameters, ["paths", path, "parameters"]],
    ];
    for (const [parameters, listPath] of lists) {
      const index = (parameters ?? []).findIndex(
        (/** @type {any} */ parameter) => parameter?.in === row.where && parameter?.name === row.field,
      );
      if (index < 0) continue;
      const parameter = parameters[index];
      yield {
        owner: parameter,
        schema: parameter.schema ?? {},
        required: parameter.required === true,
        path: [...listPath, index],
        schemaPath: [...listPath, index, "schema"],
      };
      return;
    }
    yield { path: [...at, "parameters"] };
    return;
  }

  const body = row.where === "request" ? operation.requestBody : operation.responses?.[row.status ?? ""];
  // A response that is gone is reported once, as a response, and not again for each of its fields.
  if (!body && row.where === "response") return;
  const bodyPath = row.where === "request" ? [...at, "requestBody"] : [...at, "responses", row.status ?? ""];
  const content = Object.entries(body?.content ?? {});
  if (content.length === 0) yield { path: nearest(document, bodyPath) };
  for (const [mediaType, { schema }] of content) {
    const schemaPath = [...bodyPath, "content", mediaType, "schema"];
    const property = schema?.properties?.[row.field];
    if (!property) {
      yield { path: schemaPath };
      continue;
    }
    yield {
      owner: property,
      schema: property,
      required:
        (schema.required ?? []).includes(row.field) && (row.where === "response" || body.required === true),
      path: [...schemaPath, "properties", row.field],
      schemaPath: [...schemaPath, "properties", row.field],
    };
  }
}

/**
 * @param {import("../documented-limits.js").DocumentedField} row
 * @param {Partial<Place> & { path: (string | number)[] }} place
 * @returns {Generator<Finding>}
 */
function* compareField(row, place) {
  const where = row.where === "response" ? `response ${row.status}` : row.where;
  const name = `${row.field} (${where})`;
  const { owner, schema, required, path, schemaPath } = place;
  if (!owner || !schemaPath) {
    yield {
      aspect: "field",
      message: `${name} is documented in ${row.table}, but not in the contract`,
      path,
    };
    return;
  }
  if (schema.type !== row.type) {
    yield {
      aspect: "type",
      message: `${name} is documented as ${row.type} in ${row.table}, found ${show(schema.type)}`,
      path: "type" in schema ? [...schemaPath, "type"] : schemaPath,
    };
  }
  for (const limit of /** @type {const} */ (["minLength", "maxLength"])) {
    if (row[limit] !== schema[limit]) {
      const documented = row[limit] === undefined ? `no ${limit}` : `${limit} ${row[limit]}`;
      yield {
        aspect: "limit",
        message: `${name} has ${documented} in ${row.table}, found ${show(schema[limit])}`,
        path: limit in schema ? [...schemaPath, limit] : schemaPath,
      };
    }
  }
  if (row.required !== undefined && row.required !== required) {
    const should = row.required ? "required" : "optional";
    yield {
      aspect: "required",
      message: `${name} is ${should} by ${row.table}, found ${required ? "required" : "optional"}`,
      path,
    };
  }
  if (owner["x-documented-in"] !== row.table) {
    yield {
      aspect: "table",
      message: `${name} comes from ${row.table}, found x-documented-in: ${show(owner["x-documented-in"])}`,
      path,
    };
  }
}

/** @param {unknown} value */
function show(value) {
  return value === undefined ? "none" : JSON.stringify(value);
}

/**
 * The longest part of `path` that the document has: a finding needs a place that exists.
 *
 * @param {any} document
 * @param {(string | number)[]} path
 */
function nearest(document, path) {
  let value = document;
  const found = [];
  for (const key of path) {
    if (value === null || typeof value !== "object" || !(key in value)) break;
    value = value[key];
    found.push(key);
  }
  return found;
}
