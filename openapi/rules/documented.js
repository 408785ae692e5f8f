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
 * @param {{ aspect: Aspect }} options
 */
export default function documented(document, { aspect }) {
  return documentedOperations
    .flatMap((operation) => [...compare(document, operation)])
    .filter((finding) => finding.aspect === aspect)
    .map(({ message, path }) => ({ message, path }));
}

/**
 * @typedef {"operation" | "response" | "field" | "type" | "limit" | "required" | "extra" | "table"} Aspect
 * @typedef {(string | number)[]} Path
 * @typedef {{ aspect: Aspect, message: string, path: Path }} Finding
 * @typedef {import("../documented-limits.js").DocumentedOperation} DocumentedOperation
 * @typedef {import("../documented-limits.js").DocumentedField} DocumentedField
 */

/** Keywords that say nothing of which values are valid. */
const annotations = ["title", "description", "example", "examples", "deprecated", "externalDocs", "$comment"];

/**
 * @param {any} document
 * @param {DocumentedOperation} documented
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

  const parameters = parametersOf(document, path, operation, at);
  const bodies = bodiesOf(operation, at);
  yield* nothingMore(fields, parameters, bodies);
  for (const row of fields) {
    const places =
      row.where === "path" || row.where === "header"
        ? [parameterPlace(row, parameters, at)]
        : bodyPlaces(row, bodies, nearest(document, [...at, "requestBody"]));
    for (const place of places) yield* compareField(row, place);
  }
}

/**
 * The operation's parameters: its own, and its path's, which the own ones go before.
 *
 * @typedef {{ parameter: any, path: Path }} FoundParameter
 *
 * @param {any} document
 * @param {string} path
 * @param {any} operation
 * @param {Path} at
 * @returns {FoundParameter[]}
 */
function parametersOf(document, path, operation, at) {
  /** @type {[any[], Path][]} */
  const lists = [
    [operation.parameters ?? [], [...at, "parameters"]],
    [document.paths[path].parameters ?? [], ["paths", path, "parameters"]],
  ];
  return lists.flatMap(([list, listPath]) =>
    list.map((parameter, index) => ({ parameter, path: [...listPath, index] })),
  );
}

/**
 * Each body of the operation, once for each of its media types.
 *
 * @typedef {{ where: "request" | "response", status?: string, schema: any, required: boolean, path: Path }} FoundBody
 *
 * @param {any} operation
 * @param {Path} at
 * @returns {FoundBody[]}
 */
function bodiesOf(operation, at) {
  /** @type {[any, Omit<FoundBody, "schema">][]} */
  const bodies = [
    [
      operation.requestBody,
      { where: "request", required: operation.requestBody?.required === true, path: [...at, "requestBody"] },
    ],
    ...Object.entries(operation.responses ?? {}).map(
      ([status, response]) =>
        /** @type {[any, Omit<FoundBody, "schema">]} */ ([
          response,
          { where: "response", status, required: true, path: [...at, "responses", status] },
        ]),
    ),
  ];
  return bodies.flatMap(([body, found]) =>
    Object.entries(body?.content ?? {}).map(([mediaType, { schema }]) => ({
      ...found,
      schema: schema ?? {},
      path: [...found.path, "content", mediaType, "schema"],
    })),
  );
}

/**
 * Where a documented field stands; without `owner` it does not.
 *
 * @typedef {{ owner?: any, schema?: any, required?: boolean, path: Path, schemaPath?: Path }} Place
 *
 * @param {DocumentedField} row
 * @param {FoundParameter[]} parameters
 * @param {Path} at
 * @returns {Place}
 */
function parameterPlace(row, parameters, at) {
  const found = parameters.find(
    ({ parameter }) => parameter?.in === row.where && parameter?.name === row.field,
  );
  if (!found) return { path: [...at, "parameters"] };
  const { parameter, path } = found;
  const required = parameter.required === true;
  return {
    owner: parameter,
    schema: parameter.schema ?? {},
    required,
    path,
    schemaPath: [...path, "schema"],
  };
}

/**
 * @param {DocumentedField} row
 * @param {FoundBody[]} bodies
 * @param {Path} nowhere where a body that is missing altogether is reported
 * @returns {Place[]}
 */
function bodyPlaces(row, bodies, nowhere) {
  const own = bodies.filter(({ where, status }) => where === row.where && status === row.status);
  // A response that is gone is reported once, as a response, and not again for each of its fields.
  if (own.length === 0) return row.where === "request" ? [{ path: nowhere }] : [];
  return own.map(({ schema, required, path }) => {
    const property = schema.properties?.[row.field];
    if (!property) return { path };
    const place = [...path, "properties", row.field];
    const isRequired = (schema.required ?? []).includes(row.field) && required;
    return { owner: property, schema: property, required: isRequired, path: place, schemaPath: place };
  });
}

/**
 * @param {DocumentedField} row
 * @param {Place} place
 * @returns {Generator<Finding>}
 */
function* compareField(row, { owner, schema, required, path, schemaPath }) {
  const where = row.where === "response" ? `response ${row.status}` : row.where;
  const name = `${row.field} (${where})`;
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
  for (const keyword of extraKeywords(schema, ["type", "minLength", "maxLength"])) {
    if (keyword === "additionalProperties" && row.type === "object" && schema[keyword] === true) continue;
    yield {
      aspect: "extra",
      message: `${name} has no ${keyword} in ${row.table}: the contract may not ask for more than the service`,
      path: [...schemaPath, keyword],
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

/**
 * Nothing is asked for that the page does not ask for: no further required parameter or field, and no
 * keyword on a body that narrows it.
 *
 * @param {DocumentedField[]} fields
 * @param {FoundParameter[]} parameters
 * @param {FoundBody[]} bodies
 * @returns {Generator<Finding>}
 */
function* nothingMore(fields, parameters, bodies) {
  for (const { parameter, path } of parameters) {
    const known = fields.some(({ where, field }) => where === parameter?.in && field === parameter?.name);
    if (known || parameter?.required !== true) continue;
    const message = `${parameter.name} (${parameter.in}) is required, but no table has it`;
    yield { aspect: "extra", message, path: [...path, "required"] };
  }
  for (const { where, status, schema, path } of bodies) {
    const rows = fields.filter((row) => row.where === where && row.status === status);
    // Other responses than the documented ones are not the page's.
    if (rows.length === 0) continue;
    for (const keyword of extraKeywords(schema, ["type", "properties", "required"])) {
      // Without the fields themselves it is they that are reported.
      if (!rows.every(({ field }) => schema.properties?.[field])) continue;
      const message = `the body of the ${where}${status ? ` ${status}` : ""} has no ${keyword} in ${rows[0]?.table}`;
      yield { aspect: "extra", message, path: [...path, keyword] };
    }
    if (where === "response") continue;
    for (const name of schema.required ?? []) {
      if (rows.some(({ field }) => field === name)) continue;
      const message = `${name} (${where}) is required, but no table has it`;
      yield { aspect: "extra", message, path: [...path, "required"] };
    }
  }
}

/** @param {any} schema @param {string[]} expected */
function extraKeywords(schema, expected) {
  return Object.keys(schema).filter(
    (keyword) => !expected.includes(keyword) && !annotations.includes(keyword) && !keyword.startsWith("x-"),
  );
}

/** @param {unknown} value */
function show(value) {
  return value === undefined ? "none" : JSON.stringify(value);
}

/**
 * The longest part of `path` that the document has: a finding needs a place that exists.
 *
 * @param {any} document
 * @param {Path} path
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
