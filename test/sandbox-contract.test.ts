/** Operations that the contract does not have, but a later version may. */
import { describe, expect, onTestFinished, test } from "vitest";
import type { SchemaObject, Schemas } from "../generated/contract.js";
import type { Operation } from "../src/sandbox/contract.js";
import { createGateway } from "../src/sandbox/gateway.js";
import { readOptions, sandboxDefaults } from "../src/sandbox/options.js";
import { serve } from "../src/sandbox/server.js";
import { sendSigned } from "./sandbox-requests.js";
import { send } from "./wire.js";

interface Shape {
  operationId?: string;
  /** By place and name. */
  parameters?: { path?: Schemas; query?: Schemas; header?: Schemas };
  /** What the query has to be, beside its parameters' own schemas. */
  query?: SchemaObject;
  success?: Operation["success"];
}

function operationAt(path: string, shape: Shape = {}): Operation {
  const { operationId = "Show", parameters, query, success = { status: 200, body: path } } = shape;
  const group = (properties: Schemas = {}) => ({ type: "object", properties });
  return {
    descriptor: {
      operationId,
      method: "GET",
      path,
      defaultsFromClient: {},
      body: "none",
      request: {
        path: group(parameters?.path),
        query: { ...group(parameters?.query), ...query },
        header: group(parameters?.header),
      },
      success: {},
    },
    success,
  };
}

async function startGateway(...operations: Operation[]) {
  const gateway = createGateway(readOptions(), { operations });
  const { url, close } = await serve(gateway, 0, "127.0.0.1");
  onTestFinished(close);
  return {
    ...sandboxDefaults,
    url,
    get: (path: string, headers = {}) =>
      send(url, { method: "GET", path, headers: { "X-Auth-Token": sandboxDefaults.token, ...headers } }),
  };
}

describe("a literal segment matches whether or not it arrives encoded", () => {
  test.each([
    ["/v2/things:stop", "/v2/things:stop", "/v2/things%3Astop", "/v2/things%3astop"],
    ["/v2/all things", "/v2/all%20things"],
    ["/v2/all%20things", "/v2/all%20things"],
    ["/v2/c++", "/v2/c++", "/v2/c%2B%2B", "/v2/c%2b+"],
    ["/v2/工作流", "/v2/%E5%B7%A5%E4%BD%9C%E6%B5%81", "/v2/%e5%b7%a5%e4%bd%9c%e6%b5%81"],
    ["/v2/100%", "/v2/100%", "/v2/100%25"],
  ])("%s", async (template, ...paths) => {
    const gateway = await startGateway(operationAt(template));
    for (const path of paths) {
      expect(await gateway.get(path), path).toMatchObject({ status: 200, body: template });
    }
    expect((await gateway.get("/v2/another")).status).toBe(404);
  });

  test("an encoded literal is verified as the client signs it", async () => {
    const gateway = await startGateway(operationAt("/v2/工作 流:a+b"));
    const path = `/v2/${encodeURIComponent("工作 流:a+b")}`;
    expect((await sendSigned(gateway, { method: "GET", path })).status).toBe(200);
  });

  test("an encoded slash does not divide segments", async () => {
    const gateway = await startGateway(
      operationAt("/v2/{id}", { parameters: { path: { id: { const: "a/b" } } } }),
    );
    expect((await gateway.get("/v2/a%2Fb")).status).toBe(200);
    expect((await gateway.get("/v2/a%2Fc")).status).toBe(400);
  });

  test("a literal segment takes precedence over a parameter", async () => {
    const gateway = await startGateway(operationAt("/v2/{id}"), operationAt("/v2/latest"));
    expect((await gateway.get("/v2/latest")).body).toBe("/v2/latest");
    expect((await gateway.get("/v2/another")).body).toBe("/v2/{id}");
  });
});

describe("names that every object has", () => {
  const names = ["toString", "constructor", "valueOf", "hasOwnProperty", "__proto__"];

  test.each(names)("an operation named %s", async (operationId) => {
    const gateway = await startGateway(operationAt("/v2/things", { operationId }));
    expect(await gateway.get("/v2/things")).toMatchObject({ status: 200, body: "/v2/things" });
  });

  test.each(names)("parameters named %s", async (name) => {
    const named = (value: string): Schemas => Object.fromEntries([[name, { const: value }]]);
    const parameters = { path: named("a"), query: named("b"), header: named("c") };
    const gateway = await startGateway(operationAt(`/v2/{${name}}`, { parameters }));
    const headers = JSON.parse(`{"${name}": "c"}`);
    expect((await gateway.get(`/v2/a?${name}=b`, headers)).status).toBe(200);
    expect((await gateway.get("/v2/a")).status).toBe(200);
    expect((await gateway.get(`/v2/x?${name}=b`, headers)).status).toBe(400);
    expect((await gateway.get(`/v2/a?${name}=x`, headers)).status).toBe(400);
    expect((await gateway.get(`/v2/a?${name}=b`, JSON.parse(`{"${name}": "x"}`))).status).toBe(400);
  });
});

describe("parameters are converted to the types that the contract gives them", () => {
  const type = (type: string): SchemaObject => ({ type });
  const list = (item: string): SchemaObject => ({ type: "array", items: type(item) });
  const filter: SchemaObject = { type: "object", properties: { least: type("integer") } };
  const scalars = {
    limit: type("integer"),
    all: type("boolean"),
    none: { type: ["string", "null"] },
    text: type("string"),
    either: { anyOf: [type("number"), type("string")] },
    two: { enum: [1, 2] },
  };
  const rows: [string, Schemas, string, unknown][] = [
    [
      "scalars",
      scalars,
      "limit=10&all=true&none=&text=5+%C3%BC",
      { limit: 10, all: true, none: null, text: "5 ü" },
    ],
    ["a choice of types", scalars, "either=1e3&two=2&text=7", { either: 1000, two: 2, text: "7" }],
    ["an array", { ids: list("integer") }, "ids=1&ids=2", { ids: [1, 2] }],
    ["an array of one", { ids: list("string") }, "ids=1", { ids: ["1"] }],
    ["an object, each field by itself", { filter }, "least=1&name=a", { filter: { least: 1, name: "a" } }],
    [
      "an object beside another parameter",
      { filter, limit: type("integer") },
      "limit=3&least=1",
      { filter: { least: 1 }, limit: 3 },
    ],
    [
      "an object with no other fields",
      { filter: { ...filter, additionalProperties: false } },
      "least=1&name=a",
      { filter: { least: 1 } },
    ],
    ["none of an object's fields", { filter }, "", {}],
  ];
  test.each(rows)("%s", async (_, query, search, value) => {
    const gateway = await startGateway(
      operationAt("/v2/things", { parameters: { query }, query: { const: value } }),
      operationAt("/v2/others", { parameters: { query }, query: { not: { const: value } } }),
    );
    expect(await gateway.get(`/v2/things?${search}`)).toMatchObject({ status: 200 });
    expect(await gateway.get(`/v2/others?${search}`)).toMatchObject({ status: 400 });
  });

  test("an array in a header", async () => {
    const header = { ids: { ...list("integer"), const: [1, 2] } };
    const gateway = await startGateway(operationAt("/v2/things", { parameters: { header } }));
    expect((await gateway.get("/v2/things", { ids: "1, 2" })).status).toBe(200);
    expect((await gateway.get("/v2/things", { ids: "1,x" })).status).toBe(400);
  });

  test("a parameter that is no array is taken once", async () => {
    const gateway = await startGateway(operationAt("/v2/things", { parameters: { query: scalars } }));
    const twice = await gateway.get("/v2/things?limit=1&limit=2");
    expect(twice).toMatchObject({ status: 400, body: { error_msg: expect.stringContaining("query.limit") } });
  });
});

test("a response that is a string is sent as JSON", async () => {
  const success = { status: 200, body: "started" };
  const gateway = await startGateway(operationAt("/v2/things", { success }));
  const response = await fetch(`${gateway.url}/v2/things`, { headers: { "X-Auth-Token": gateway.token } });
  expect(await response.text()).toBe('"started"');
  expect(response.headers.get("content-type")).toBe("application/json");
});
