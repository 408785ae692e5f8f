/**
 * What the contract must be, from the documented rows alone: turns the corrected rows of a page into the
 * parameters, bodies and responses of its operation.
 *
 * @typedef {import("../../documented/page.js").Page} Page
 * @typedef {import("../../documented/page.js").Gateway} Gateway
 * @typedef {import("../../documented/page.js").Keywords} Keywords
 * @typedef {import("../../documented/page.js").Row} Row
 * @typedef {import("./report.js").Source} Source
 *
 * @typedef {object} Node a schema, and how findings name it
 * @property {string | undefined} field its name; `undefined` for a body as a whole
 * @property {string} label
 * @property {Source} source
 * @property {boolean} required
 * @property {Record<string, unknown>} keywords
 * @property {Map<string, Node>} properties
 * @property {Node | undefined} items
 *
 * @typedef {{ name: string, in: string, required: boolean, fromClient: string | undefined, schema: Node }} Parameter
 * @typedef {{ required: boolean, schema: Node }} Body
 * @typedef {{ headers: Parameter[], schema: Node | undefined, source: Source }} Response
 * @typedef {{ page: Page, source: Source, parameters: Parameter[], request: Body | undefined, responses: Map<string, Response> }} Operation
 *
 * @typedef {{ key: string, source: Source, within?: string | undefined, rows: Row[] }} Table rows, and the place that corrections name them by
 */

const parameterPlaces = ["path", "query", "header"];

/** Where a field comes from that no table of the page has. */
export const correctionsTable = "the corrections";

/**
 * @param {Page} page
 * @param {Gateway} gateway
 * @returns {Operation}
 */
export function expectedOperation(page, gateway) {
  const sourceOf = (/** @type {string} */ table) => ({ table, page: page.operationId });
  const correct = correctionsOf(page);
  const tables = [...page.tables, ...addedTables(page)].map((given) => {
    const { table, within, rows } = given;
    const key = placeOf(given);
    return { key, source: sourceOf(table), within, rows: rows.map((row) => correct(key, within, row)) };
  });
  const inPlace = (/** @type {string} */ key) => tables.filter((table) => table.key === key);

  const parameters = parameterPlaces.flatMap((place) => {
    const schema = schemaOf(place, inPlace(place));
    return [...(schema?.properties ?? [])].map(([name, schema]) => ({
      ...{ name, in: place, schema, required: schema.required },
      fromClient: gateway.fromClient[`${place}.${name}`],
    }));
  });

  const headersSource = { table: "the gateway's headers", page: "" };
  const headerRows = { key: "response header", source: headersSource, rows: gateway.headers };
  const headers = [...(schemaOf("response header", [headerRows])?.properties ?? [])].map(
    ([name, schema]) => ({
      ...{ name, in: "header", schema, required: schema.required, fromClient: undefined },
    }),
  );
  /** @type {Map<string, Response>} */
  const responses = new Map();
  for (const status of Object.keys(page.statuses)) {
    const schema = schemaOf("response body", inPlace(`response ${status}`));
    responses.set(status, { headers, schema, source: schema?.source ?? sourceOf("the list of statuses") });
  }
  const gatewaySource = { table: "the gateway's responses", page: "" };
  const gatewayRows = { key: "response body", source: gatewaySource, rows: gateway.rows };
  for (const status of Object.keys(gateway.statuses).filter((status) => !responses.has(status)))
    responses.set(status, {
      headers,
      schema: schemaOf("response body", [gatewayRows]),
      source: gatewaySource,
    });

  const request = schemaOf("request body", inPlace("request"));
  const required = correct("request", undefined, { field: "" }).required === true;
  return {
    page,
    source: sourceOf("the page"),
    parameters,
    request: request && { required, schema: request },
    responses,
  };
}

/** The place that corrections name a table's rows by. @param {Page["tables"][number]} table */
const placeOf = ({ in: place, status }) => (place === "response" ? `response ${status}` : place);

/** The rows of the fields that the page's corrections add. @param {Page} page @returns {Page["tables"]} */
function addedTables({ tables, corrections }) {
  const names = tables.flatMap((table) =>
    table.rows.map(({ field }) => [placeOf(table), table.within, field].filter(Boolean).join(".")),
  );
  return corrections
    .flatMap(({ rows }) => Object.keys(rows ?? {}))
    .filter((name) => name !== "request" && !names.includes(name))
    .flatMap((name) => {
      const table = tables.find((one) => name.startsWith(`${placeOf(one)}.`));
      const field = table && name.slice(placeOf(table).length + 1);
      return table && field
        ? [{ ...table, table: correctionsTable, within: undefined, rows: [{ field }] }]
        : [];
    });
}

/** Returns a function that applies the page's corrections to a row. @param {Page} page */
function correctionsOf({ corrections }) {
  /** @type {Map<string, Keywords>} */
  const changes = new Map();
  for (const { rows } of corrections)
    for (const [name, change] of Object.entries(rows ?? {}))
      changes.set(name, { ...changes.get(name), ...change });
  return (/** @type {string} */ key, /** @type {string | undefined} */ within, /** @type {Row} */ row) => {
    const name = [key, within, row.field].filter(Boolean).join(".");
    return { ...row, ...changes.get(name) };
  };
}

/**
 * Builds an object schema from the rows of a place; `undefined` if there are none.
 *
 * @param {string} place
 * @param {Table[]} tables
 */
function schemaOf(place, tables) {
  const [first] = tables;
  if (!first) return undefined;
  const root = newNode(`the ${place}`, first.source);
  for (const { source, within, rows } of tables) {
    for (const { field, required, ...keywords } of rows) {
      const name = within ? `${within}.${field}` : field;
      const label = `${name} (${place})`;
      const steps = name.replaceAll("[]", ".[]").split(".");
      const node = steps.reduce((above, step) => inside(above, step, label, source), root);
      const written = Object.entries(keywords).filter(([, value]) => value !== undefined);
      Object.assign(node, {
        field: name,
        label,
        source,
        required: required === true,
        keywords: Object.fromEntries(written),
      });
    }
  }
  close(root);
  return root;
}

/** @param {string} label @param {Source} source @returns {Node} */
const newNode = (label, source) => ({
  field: undefined,
  label,
  source,
  required: false,
  keywords: {},
  properties: new Map(),
  items: undefined,
});

/** @param {Node} above @param {string} step @param {string} label @param {Source} source */
function inside(above, step, label, source) {
  if (step === "[]") return (above.items ??= newNode(label, source));
  const found = above.properties.get(step) ?? newNode(label, source);
  above.properties.set(step, found);
  return found;
}

/** Whatever has fields is an object; an object without documented fields may hold anything. @param {Node} node */
function close({ properties, items, keywords }) {
  if (properties.size > 0) keywords["type"] = "object";
  else if (keywords["type"] === "object") keywords["additionalProperties"] = true;
  for (const field of properties.values()) close(field);
  if (items) close(items);
}
