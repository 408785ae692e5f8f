/**
 * Edits of the contract that contradict the vendor's pages, derived from the pages' rows: no limit is written here.
 */
import { gateway, pages } from "../openapi/documented/index.js";
import type { Page } from "../openapi/documented/page.js";
import { expectedOperation, type Node } from "../openapi/rules/compare/expected.js";
import { at, deref, type Path } from "../openapi/rules/compare/tree.js";
import { compare } from "../openapi/rules/documented.js";

export interface Mutant {
  name: string;
  page: Page;
  /** What is edited. A finding is there, above it, or inside it. */
  place: Path;
  edit: (document: any) => any;
  /** What a finding has to name. */
  names: string[];
}

/** A copy of the document in which the value at a path is another one; `undefined` removes it. */
export function change(document: any, [key, ...rest]: Path, edit: (value: any) => any): any {
  if (key === undefined) return edit(document);
  const value = change(document?.[key], rest, edit);
  if (Array.isArray(document))
    return value === undefined
      ? document.filter((_, index) => index !== key)
      : document.with(Number(key), value);
  const { [key]: _old, ...others } = document ?? {};
  return value === undefined ? others : { ...document, [key]: value };
}

const rename = (object: any, from: string, to: string) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));

/** Keywords that narrow, widen or redirect a schema, each with a value that no row has. */
const strangers: Record<string, unknown> = {
  pattern: "^odd$",
  format: "uuid",
  const: "odd",
  enum: ["odd"],
  default: "odd",
  not: { const: "odd" },
  minLength: 7777,
  maxLength: 7777,
  minimum: 7777,
  maximum: 7777,
  exclusiveMinimum: 7777,
  multipleOf: 7777,
  minItems: 7777,
  maxItems: 7777,
  uniqueItems: true,
  minProperties: 7777,
  maxProperties: 7777,
  allOf: [{ minLength: 7777 }],
  anyOf: [{ maxLength: 7777 }],
  oneOf: [{ maxLength: 7777 }],
  if: { const: "odd" },
  dependentRequired: { odd: ["even"] },
  patternProperties: { "^odd$": {} },
  propertyNames: { maxLength: 7777 },
  unevaluatedProperties: false,
  contentEncoding: "base64",
  deprecated: true,
  readOnly: true,
  writeOnly: true,
  nullable: true,
  "x-odd": true,
};

/** Other values for a keyword that a row has. */
function others(keyword: string, value: unknown): unknown[] {
  if (keyword === "type")
    return [...["string", "integer", "object", "array"].filter((type) => type !== value), [value, "null"]];
  if (keyword === "additionalProperties") return [false, { type: "string" }];
  if (typeof value === "number") return [value + 1, value - 1, value * 10 + 5];
  if (Array.isArray(value)) return [value.slice(1), [...value, "odd"]];
  if (typeof value === "boolean") return [!value];
  return [`${String(value)}odd`];
}

function* schemaMutants(page: Page, { label, source, keywords }: Node, path: Path): Generator<Mutant> {
  const mutant = (what: string, edit: (schema: any) => any, names = [label, source.table]): Mutant => ({
    name: `${label}, ${source.table}: ${what}`,
    page,
    place: path,
    names,
    edit: (document) => change(document, path, edit),
  });
  for (const [keyword, value] of Object.entries(keywords)) {
    yield mutant(`${keyword} removed`, ({ [keyword]: _, ...rest }) => rest, [label, keyword]);
    for (const other of others(keyword, value))
      yield mutant(
        `${keyword} ${JSON.stringify(value)} is ${JSON.stringify(other)}`,
        (schema) => ({ ...schema, [keyword]: other }),
        [label, keyword, JSON.stringify(value), source.table],
      );
  }
  for (const [keyword, value] of Object.entries(strangers))
    if (!(keyword in keywords))
      yield mutant(`${keyword} added`, (schema) => ({ ...schema, [keyword]: value }), [label, keyword]);
  for (const keyword of ["allOf", "anyOf", "oneOf"])
    yield mutant(`hidden in ${keyword}`, (schema) => ({ description: "Hidden.", [keyword]: [schema] }));
  yield mutant("hidden in if and then", (schema) => ({ if: true, then: schema }));
  yield mutant("hidden in $defs", (schema) => ({ $ref: "#/$defs/Hidden", $defs: { Hidden: schema } }));
  yield mutant("hidden in another file", () => ({ $ref: "other.yaml#/Hidden" }));
  if (Object.keys(keywords).length > 0) yield mutant("anything", () => ({}));
  yield mutant("true", () => true);
  yield mutant("no schema", () => undefined, []);
}

function* objectMutants(page: Page, node: Node, path: Path): Generator<Mutant> {
  for (const [name, field] of node.properties) {
    const mutant = (what: string, edit: (schema: any) => any): Mutant => ({
      name: `${field.label}, ${field.source.table}: ${what}`,
      page,
      place: path,
      names: [name],
      edit: (document) => change(document, path, edit),
    });
    yield mutant("removed", (schema) => change(schema, ["properties", name], () => undefined));
    yield mutant("renamed", (schema) => ({
      ...schema,
      properties: rename(schema.properties, name, `${name}s`),
    }));
    yield mutant("in another case", (schema) => ({
      ...schema,
      properties: rename(
        schema.properties,
        name,
        name.toUpperCase() === name ? name.toLowerCase() : name.toUpperCase(),
      ),
    }));
    yield mutant(field.required ? "optional" : "required", ({ required = [], ...schema }) => ({
      ...schema,
      required: field.required ? required.filter((one: string) => one !== name) : [...required, name],
    }));
  }
  const root = (what: string, edit: (schema: any) => any): Mutant => ({
    name: `${node.label}, ${node.source.table}: ${what}`,
    page,
    place: path,
    names: ["odd"],
    edit: (document) => change(document, path, edit),
  });
  yield root("a field added", (schema) => change(schema, ["properties", "odd"], () => ({ type: "string" })));
  yield root("a field added and required", (schema) => ({
    ...schema,
    properties: { ...schema.properties, odd: { type: "string" } },
    required: [...(schema.required ?? []), "odd"],
  }));
  yield root("a field required that is nowhere", (schema) => ({
    ...schema,
    required: [...(schema.required ?? []), "odd"],
  }));
}

/** Of a parameter or a header, whose own place is above its schema's. */
function* parameterMutants(page: Page, { label }: Node, path: Path, isHeader: boolean): Generator<Mutant> {
  const mutant = (what: string, edit: (parameter: any) => any, names = [label]): Mutant => ({
    name: `${label}, ${path.join("/")}: ${what}`,
    page,
    place: path,
    names,
    edit: (document) => change(document, path, edit),
  });
  yield mutant("required flipped", (one) => ({ ...one, required: !one.required }));
  yield mutant("x-default-from-client flipped", ({ "x-default-from-client": given, ...one }) =>
    given ? one : { ...one, "x-default-from-client": "projectId" },
  );
  yield mutant("content in place of a schema", ({ schema, ...one }) => ({
    ...one,
    content: { "application/json": { schema } },
  }));
  for (const [key, value] of Object.entries({
    style: "label",
    explode: false,
    deprecated: true,
    allowReserved: true,
    allowEmptyValue: true,
    "x-odd": 1,
  }))
    yield mutant(`${key} added`, (one) => ({ ...one, [key]: value }), [label, key]);
  if (isHeader) return;
  yield mutant("renamed", (one) => ({ ...one, name: `${one.name}s` }));
  yield mutant("in another case", (one) => ({
    ...one,
    name: one.name === one.name.toLowerCase() ? one.name.toUpperCase() : one.name.toLowerCase(),
  }));
  for (const place of ["path", "query", "header", "cookie"])
    yield mutant(`in ${place}`, (one) => ({ ...one, in: one.in === place ? "cookie" : place }));
}

function* operationMutants(document: any, page: Page): Generator<Mutant> {
  const method = page.method.toLowerCase();
  const here: Path = ["paths", page.path, method];
  const expected = expectedOperation(page, gateway);
  const mutant = (what: string, place: Path, edit: (value: any) => any, names: string[] = []): Mutant => ({
    name: `${page.operationId}: ${what}`,
    page,
    place,
    names,
    edit: (whole) => change(whole, place, edit),
  });
  const { operationId } = page;
  yield mutant("removed", here, () => undefined, [operationId]);
  yield mutant("another path", ["paths"], (paths) => rename(paths, page.path, `${page.path}s`), [
    operationId,
  ]);
  yield mutant("another method", ["paths", page.path], (item) => rename(item, method, "trace"), [
    operationId,
  ]);
  yield mutant("a second method", ["paths", page.path], (item) => ({ ...item, trace: item[method] }), [
    "TRACE",
  ]);
  yield mutant("servers of its path", ["paths", page.path], (item) => ({ ...item, servers: [] }), [
    "servers",
  ]);
  yield mutant("another operationId", [...here, "operationId"], () => "Odd", [operationId]);
  for (const [key, value] of Object.entries({
    security: [],
    servers: [],
    callbacks: {},
    deprecated: true,
    "x-odd": 1,
    ...(!page.paging && { "x-paging": { items: "odd", key: "odd" } }),
  }))
    yield mutant(`${key} added`, here, (operation) => ({ ...operation, [key]: value }), [key]);
  for (const [key, value] of Object.entries(page.paging ?? {})) {
    const place = [...here, "x-paging", key];
    yield mutant(`x-paging without ${key}`, place, () => undefined, ["x-paging", String(value)]);
    yield mutant(`another ${key} in x-paging`, place, () => "odd", ["x-paging", String(value)]);
  }
  if (page.paging) yield mutant("no x-paging", [...here, "x-paging"], () => undefined, ["x-paging"]);
  yield mutant("no address of its page", [...here, "externalDocs"], () => undefined, [page.address]);
  for (const place of ["path", "query", "header", "cookie"])
    yield mutant(
      `a ${place} parameter added`,
      [...here, "parameters"],
      (list = []) => [...list, { name: "odd", in: place, schema: { type: "string" } }],
      ["odd"],
    );
  yield mutant(
    "a parameter of its path added",
    ["paths", page.path],
    (item) => ({ ...item, parameters: [{ name: "odd", in: "query", schema: {} }] }),
    ["odd"],
  );
  for (const [index] of expected.parameters.entries())
    yield mutant(`parameter ${index} removed`, [...here, "parameters", index], () => undefined, [
      page.operationId,
    ]);

  if (expected.request) {
    const body = deref(document, {
      value: at(document, [...here, "requestBody"]),
      path: [...here, "requestBody"],
    }).path;
    yield mutant("no body", [...here, "requestBody"], () => undefined, ["the request body"]);
    yield mutant("the body required or not", body, (one) => ({ ...one, required: !one.required }), [
      "the request body",
    ]);
    yield mutant("something beside the body's content", body, (one) => ({ ...one, "x-odd": 1 }), ["x-odd"]);
    yield* contentMutants(page, "the request", body);
  } else {
    yield mutant("a body added", here, (one) => ({ ...one, requestBody: { content: {} } }), [
      "the request body",
    ]);
  }

  for (const [status, response] of expected.responses) {
    const own = [...here, "responses", status];
    const { path } = deref(document, { value: at(document, own), path: own });
    yield mutant(`response ${status} removed`, own, () => undefined, [status]);
    yield mutant(`response ${status} is 299`, [...here, "responses"], (all) => rename(all, status, "299"), [
      status,
    ]);
    yield mutant(`links in response ${status}`, path, (one) => ({ ...one, links: {} }), ["links"]);
    yield mutant(
      `a header added to response ${status}`,
      [...path, "headers", "X-Odd"],
      () => ({ schema: {} }),
      ["X-Odd"],
    );
    for (const { name } of response.headers) {
      yield mutant(
        `header ${name} of response ${status} removed`,
        [...path, "headers", name],
        () => undefined,
        [name],
      );
      yield mutant(
        `header ${name} of response ${status} renamed`,
        [...path, "headers"],
        (all) => rename(all, name, `${name}s`),
        [name],
      );
    }
    if (response.schema) yield* contentMutants(page, `response ${status}`, path);
    else
      yield mutant(
        `a body in response ${status}`,
        [...path, "content", "application/json"],
        () => ({ schema: {} }),
        [status],
      );
  }
  for (const status of ["201", "202", "204", "2XX", "302", "409", "4XX"])
    if (!expected.responses.has(status))
      yield mutant(
        `response ${status} added`,
        [...here, "responses", status],
        () => ({ description: "Odd." }),
        [status],
      );
  for (const { in: place, status, value } of page.examples) {
    const own = [...here, ...(place === "request" ? ["requestBody"] : ["responses", String(status)])];
    const { path } = deref(document, { value: at(document, own), path: own });
    const examples = [...path, "content", "application/json", "examples"];
    yield mutant(
      `the example of ${place} ${status ?? ""} changed`,
      examples,
      (all) => ({
        ...all,
        ...Object.fromEntries(
          Object.keys(all).map((name) => [name, { value: { ...(value as object), odd: 1 } }]),
        ),
      }),
      ["example"],
    );
    yield mutant(`the example of ${place} ${status ?? ""} removed`, examples, () => undefined, ["example"]);
  }
}

function* contentMutants(page: Page, name: string, path: Path): Generator<Mutant> {
  const json = "application/json";
  const mutant = (what: string, edit: (value: any) => any, names = [name]): Mutant => ({
    name: `${page.operationId}, ${name}: ${what}`,
    page,
    place: path,
    names,
    edit: (document) => change(document, [...path, "content"], edit),
  });
  yield mutant("no content", () => undefined);
  yield mutant("empty content", () => ({}));
  for (const type of [
    "application/*",
    "application/json;charset=utf-8",
    "application/problem+json",
    "text/json",
    "*/*",
  ])
    yield mutant(`${type} in place of ${json}`, (content) => rename(content, json, type), [type]);
  yield mutant("a second media type", (content) => ({ ...content, "text/plain": content[json] }), [
    "text/plain",
  ]);
  yield mutant("encoding added", (content) => change(content, [json, "encoding"], () => ({})), ["encoding"]);
  yield mutant("no schema", (content) => change(content, [json, "schema"], () => undefined), []);
}

function* documentMutants(page: Page): Generator<Mutant> {
  const mutant = (what: string, place: Path, edit: (value: any) => any, names: string[]): Mutant => ({
    name: `the document: ${what}`,
    page,
    place,
    names,
    edit: (document) => change(document, place, edit),
  });
  for (const version of ["3.0.3", "3.1.1", "3.2.0"])
    yield mutant(`OpenAPI ${version}`, ["openapi"], () => version, ["openapi"]);
  for (const key of ["webhooks", "jsonSchemaDialect", "x-odd"])
    yield mutant(`${key} added`, [], (document) => ({ ...document, [key]: {} }), [key]);
  yield mutant("another path", ["paths", "/odd"], () => ({ get: { responses: {} } }), ["GET /odd"]);
  yield mutant("no servers", ["servers"], () => undefined, ["servers"]);
  for (const [index, { url, variables }] of gateway.servers.entries()) {
    const place = ["servers", index];
    yield mutant(`server ${url} removed`, place, () => undefined, ["servers"]);
    yield mutant(`server ${url} changed`, [...place, "url"], () => `${url}/odd`, ["servers"]);
    for (const [name, variable] of Object.entries(variables)) {
      const at = [...place, "variables", name];
      yield mutant(`${name} removed`, at, () => undefined, ["servers"]);
      yield mutant(`${name} of another default`, [...at, "default"], () => "odd", ["servers"]);
      yield mutant(`${name} odd added`, [...at, "enum"], (list) => [...list, "odd"], ["servers"]);
      for (const [which, value] of variable.enum.entries())
        yield mutant(`${name} ${value} removed`, [...at, "enum", which], () => undefined, ["servers"]);
    }
  }
  yield mutant("another server", ["servers"], (list) => [...list, { url: "https://odd.example" }], [
    "servers",
  ]);
  yield mutant("no security", ["security"], () => undefined, ["security"]);
  yield mutant("anonymous calls", ["security"], (list) => [...list, {}], ["security"]);
  for (const [index] of gateway.security.entries())
    yield mutant(`security ${index} removed`, ["security", index], () => undefined, ["security"]);
  for (const [name, scheme] of Object.entries(gateway.securitySchemes)) {
    const place = ["components", "securitySchemes", name];
    yield mutant(`scheme ${name} removed`, place, () => undefined, [name]);
    for (const key of Object.keys(scheme))
      yield mutant(`${key} of scheme ${name}`, [...place, key], () => "odd", [name]);
  }
  yield mutant(
    "another scheme",
    ["components", "securitySchemes", "Odd"],
    () => ({ type: "http", scheme: "basic" }),
    ["Odd"],
  );
}

/** Every mutant of the contract, each edit of a shared place once. */
export function mutantsOf(document: any): Mutant[] {
  const mutants = pages.flatMap((page) => {
    const found: Mutant[] = [...operationMutants(document, page)];
    const collect = (node: Node, path: Path) => {
      found.push(...schemaMutants(page, node, path), ...objectMutants(page, node, path));
      const isHeader = path[1] === "headers";
      if (path.at(-1) === "schema" && path[0] === "components")
        found.push(...parameterMutants(page, node, path.slice(0, -1), isHeader));
    };
    compare(document, collect, [page]);
    return found;
  });
  const [first] = pages;
  const all = [...(first ? documentMutants(first) : []), ...mutants];
  const seen = new Set<string>();
  return all.filter(({ name, place, page }) => {
    const shared = place[0] === "components" || place.length === 0;
    const key = JSON.stringify([shared ? "" : page.operationId, place, name.slice(name.indexOf(": "))]);
    return !seen.has(key) && seen.add(key);
  });
}
