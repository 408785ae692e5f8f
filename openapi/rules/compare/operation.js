import { compareExamples, json } from "./examples.js";
import { compareSchema, requiredness } from "./schema.js";
import { at, deref, isObject, nearest, same, show } from "./tree.js";

/**
 * @typedef {import("./tree.js").Path} Path
 * @typedef {import("./tree.js").Place} Place
 * @typedef {import("./report.js").Source} Source
 * @typedef {import("./report.js").Comparison} Comparison
 */

/**
 * @param {Comparison} comparison
 * @param {import("./expected.js").Operation} expected
 */
export function compareOperation(comparison, expected) {
  const { document, report } = comparison;
  const { page, source, parameters, request, responses } = expected;
  const { path, operationId } = page;
  const method = page.method.toLowerCase();
  const here = ["paths", path, method];
  const operation = at(document, here);
  if (!isObject(operation)) {
    report(
      nearest(document, here),
      source,
      `${page.method} ${path} is documented on {source}, but not in the contract`,
    );
    return;
  }
  if (operation["operationId"] !== operationId) {
    const found = show(operation["operationId"]);
    report(
      [...here, "operationId"],
      source,
      `${page.method} ${path} is ${operationId} on {source}, found ${found}`,
    );
  }
  const known = ["operationId", "tags", "summary", "description", "externalDocs", "x-codeSamples"];
  refuseOthers(
    comparison,
    operationId,
    { value: operation, path: here },
    [...known, "parameters", "requestBody", "responses", "x-paging"],
    source,
  );
  if (!same(operation["x-paging"], page.paging)) {
    const [found, wanted] = [show(operation["x-paging"]), show(page.paging)];
    const message = `x-paging of ${operationId} is ${wanted} in {source}, found ${found}`;
    report(nearest(document, [...here, "x-paging"]), source, message);
  }
  if (operation["externalDocs"]?.url !== page.address) {
    const message = `externalDocs of ${operationId} is not the address of {source}, ${page.address}`;
    report(nearest(document, [...here, "externalDocs", "url"]), source, message);
  }

  compareParameters(comparison, parameters, path, here, source);
  compareBody(
    comparison,
    request,
    { value: operation["requestBody"], path: [...here, "requestBody"] },
    source,
  );
  compareExamples(comparison, page, here, source);
  const found = isObject(operation["responses"]) ? operation["responses"] : {};
  for (const [status, response] of responses) {
    const place = { value: found[status], path: [...here, "responses", status] };
    compareResponse(comparison, response, deref(document, place), `response ${status} of ${operationId}`);
  }
  for (const status of Object.keys(found).filter((status) => !responses.has(status)))
    report([...here, "responses", status], source, `response ${status} of ${operationId} is not on {source}`);
}

/**
 * @param {Comparison} comparison
 * @param {import("./expected.js").Parameter[]} expected
 * @param {string} path
 * @param {Path} here
 * @param {Source} source
 */
function compareParameters(comparison, expected, path, here, source) {
  const { document, report } = comparison;
  const places = [
    [...here, "parameters"],
    ["paths", path, "parameters"],
  ].flatMap((place) => {
    const list = at(document, place);
    return Array.isArray(list)
      ? list.map((value, index) => deref(document, { value, path: [...place, index] }))
      : [];
  });
  for (const parameter of expected) {
    const { name, in: where, schema } = parameter;
    const place = places.find(({ value }) => value?.name === name && value?.in === where);
    if (place) compareParameter(comparison, parameter, place);
    else
      report(
        nearest(document, [...here, "parameters"]),
        schema.source,
        `${schema.label} is in {source}, but not in the contract`,
      );
  }
  for (const { value, path } of places) {
    const known = expected.some(({ name, in: where }) => name === value?.name && where === value?.in);
    if (!known) report(nearest(document, path), source, `${value?.name} (${value?.in}) is not on {source}`);
  }
}

/**
 * A parameter, or a header of a response.
 *
 * @param {Comparison} comparison
 * @param {import("./expected.js").Parameter} expected
 * @param {Place} place
 */
function compareParameter(comparison, { required, fromClient, schema }, { value, path }) {
  const { document, report } = comparison;
  const { label, source } = schema;
  compareRequired(comparison, label, { value, path }, required, source);
  const key = "x-default-from-client";
  if (value?.[key] !== fromClient) {
    const common = { table: "openapi/documented/gateway.js", page: "" };
    report(
      nearest(document, [...path, key]),
      common,
      `${label} has ${key} ${show(fromClient)} in {source}, found ${show(value?.[key])}`,
    );
  }
  const known = ["name", "in", "required", "schema", "description", "example", "examples", key];
  refuseOthers(comparison, label, { value, path }, known, source);
  compareSchema(comparison, schema, { value: value?.schema, path: [...path, "schema"] });
}

/**
 * @param {Comparison} comparison
 * @param {import("./expected.js").Body | undefined} expected
 * @param {Place} given
 * @param {Source} source
 */
function compareBody(comparison, expected, given, source) {
  const { document, report } = comparison;
  const name = "the request body";
  const { value, path } = deref(document, given);
  if (!expected) {
    if (value !== undefined) report(path, source, `${name} is not on {source}`);
    return;
  }
  const { required, schema } = expected;
  if (value === undefined) {
    report(nearest(document, path), schema.source, `${name} is in {source}, but not in the contract`);
    return;
  }
  compareRequired(comparison, name, { value, path }, required, schema.source);
  refuseOthers(comparison, name, { value, path }, ["description", "required", "content"], source);
  compareContent(comparison, schema, { value, path }, name, schema.source);
}

/**
 * @param {Comparison} comparison
 * @param {import("./expected.js").Response} expected
 * @param {Place} place
 * @param {string} name
 */
function compareResponse(comparison, { headers, schema, source }, { value, path }, name) {
  const { document, report } = comparison;
  if (!isObject(value)) {
    report(nearest(document, path), source, `${name} is in {source}, but not in the contract`);
    return;
  }
  refuseOthers(comparison, name, { value, path }, ["description", "headers", "content"], source);
  const found = isObject(value["headers"]) ? value["headers"] : {};
  for (const header of headers) {
    const place = deref(document, { value: found[header.name], path: [...path, "headers", header.name] });
    if (isObject(place.value)) compareParameter(comparison, header, place);
    else
      report(
        nearest(document, place.path),
        header.schema.source,
        `header ${header.name} of ${name} is in {source}, but not in the contract`,
      );
  }
  for (const other of Object.keys(found).filter((key) => !headers.some(({ name }) => name === key)))
    report([...path, "headers", other], source, `header ${other} of ${name} is not in {source}`);
  compareContent(comparison, schema, { value, path }, name, source);
}

/**
 * @param {Comparison} comparison
 * @param {import("./expected.js").Node | undefined} expected
 * @param {Place} place
 * @param {string} name
 * @param {Source} source
 */
function compareContent(comparison, expected, { value, path }, name, source) {
  const { document, report } = comparison;
  const content = isObject(value?.content) ? value.content : {};
  const documented = expected ? json : "no body";
  for (const type of Object.keys(content).filter((type) => !expected || type !== json))
    report([...path, "content", type], source, `${name} has ${documented} in {source}, found ${type}`);
  if (!expected) return;
  const here = [...path, "content", json];
  if (!(json in content)) {
    report(nearest(document, here), source, `${name} has ${json} in {source}, but not in the contract`);
    return;
  }
  const known = ["schema", "example", "examples"];
  refuseOthers(comparison, `${json} of ${name}`, { value: content[json], path: here }, known, source);
  compareSchema(comparison, expected, { value: content[json]?.schema, path: [...here, "schema"] });
}

/**
 * @param {Comparison} comparison
 * @param {string} name
 * @param {Place} place
 * @param {boolean} required
 * @param {Source} source
 */
function compareRequired({ document, report }, name, { value, path }, required, source) {
  const is = value?.required === true;
  if (is === required) return;
  const message = `${name} is ${requiredness(required)} by {source}, found ${requiredness(is)}`;
  report(nearest(document, [...path, "required"]), source, message);
}

/**
 * @param {Comparison} comparison
 * @param {string} name
 * @param {Place} place
 * @param {string[]} known
 * @param {Source} source
 */
function refuseOthers({ report }, name, { value, path }, known, source) {
  for (const key of Object.keys(isObject(value) ? value : {}).filter((key) => !known.includes(key)))
    report([...path, key], source, `${key} of ${name} is not in {source}`);
}
