/** Operations that the contract does not have, but a later version may. */
import { describe, expect, onTestFinished, test } from "vitest";
import type { Operation } from "../src/sandbox/contract.js";
import { createGateway } from "../src/sandbox/gateway.js";
import { readOptions, sandboxDefaults } from "../src/sandbox/options.js";
import { serve } from "../src/sandbox/server.js";
import { sendSigned } from "./sandbox-requests.js";
import { send } from "./wire.js";

interface Seen {
  path?: unknown;
  query?: unknown;
  header?: unknown;
}

interface Shape {
  operationId?: string;
  parameters?: Partial<Operation["descriptor"]["parameters"]>;
  wireTypes?: Operation["wireTypes"];
  success?: Operation["success"];
}

/** An operation, and the values passed to its validators. */
function operationAt(
  path: string,
  {
    operationId = "Show",
    parameters,
    wireTypes = new Map(),
    success = { status: 200, body: path },
  }: Shape = {},
) {
  const seen: Seen = {};
  const see = (place: keyof Seen) => (value: unknown) => {
    // Spread, since it has no prototype.
    seen[place] = { ...(value as object) };
    return true;
  };
  const descriptor: Operation["descriptor"] = {
    operationId,
    method: "GET",
    path,
    parameters: { path: [], query: [], header: [], ...parameters },
    defaultsFromClient: {},
    body: "none",
    validate: { path: see("path"), query: see("query"), header: see("header") },
    success: {},
    documentedIn: {},
  };
  return { operation: { descriptor, wireTypes, success } satisfies Operation, seen };
}

async function startGateway(...operations: Operation[]) {
  const gateway = createGateway(readOptions(), operations);
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
    const gateway = await startGateway(operationAt(template).operation);
    for (const path of paths) {
      expect(await gateway.get(path), path).toMatchObject({ status: 200, body: template });
    }
    expect((await gateway.get("/v2/another")).status).toBe(404);
  });

  test("an encoded literal is verified as the client signs it", async () => {
    const gateway = await startGateway(operationAt("/v2/工作 流:a+b").operation);
    const path = `/v2/${encodeURIComponent("工作 流:a+b")}`;
    expect((await sendSigned(gateway, { method: "GET", path })).status).toBe(200);
  });

  test("an encoded slash does not divide segments", async () => {
    const { operation, seen } = operationAt("/v2/{id}", { parameters: { path: ["id"] } });
    const gateway = await startGateway(operation);
    expect((await gateway.get("/v2/a%2Fb")).status).toBe(200);
    expect(seen.path).toEqual({ id: "a/b" });
  });

  test("a literal segment takes precedence over a parameter", async () => {
    const [any, latest] = [operationAt("/v2/{id}"), operationAt("/v2/latest")];
    const gateway = await startGateway(any.operation, latest.operation);
    expect((await gateway.get("/v2/latest")).body).toBe("/v2/latest");
    expect((await gateway.get("/v2/another")).body).toBe("/v2/{id}");
  });
});

describe("names that every object has", () => {
  const names = ["toString", "constructor", "valueOf", "hasOwnProperty", "__proto__"];

  test.each(names)("an operation named %s", async (operationId) => {
    const gateway = await startGateway(operationAt("/v2/things", { operationId }).operation);
    expect(await gateway.get("/v2/things")).toMatchObject({ status: 200, body: "/v2/things" });
  });

  test.each(names)("parameters named %s", async (name) => {
    const shape = { parameters: { path: [name], query: [name], header: [name] } };
    const { operation, seen } = operationAt(`/v2/{${name}}`, shape);
    const gateway = await startGateway(operation);
    expect((await gateway.get(`/v2/a?${name}=b`, JSON.parse(`{"${name}": "c"}`))).status).toBe(200);
    expect(entriesOf(seen.path)).toEqual([[name, "a"]]);
    expect(entriesOf(seen.query)).toEqual([[name, "b"]]);
    expect(entriesOf(seen.header)).toEqual([[name, "c"]]);

    expect((await gateway.get("/v2/a")).status).toBe(200);
    expect(entriesOf(seen.query)).toEqual([]);
    expect(entriesOf(seen.header)).toEqual([]);
  });
});

const entriesOf = (value: unknown) => Object.entries(value as object);

test("parameters are converted to the types that the contract gives them", async () => {
  const type = (...types: string[]) => ({ types, items: ["integer"] });
  const wireTypes = new Map(
    Object.entries({ limit: type("integer"), all: type("boolean"), ids: type("array"), none: type("null") }),
  );
  const query = ["limit", "all", "ids", "none", "text"];
  const { operation, seen } = operationAt("/v2/things", {
    parameters: { query, header: ["ids"] },
    wireTypes,
  });
  const gateway = await startGateway(operation);
  await gateway.get("/v2/things?limit=10&all=true&ids=1&ids=x&none=&text=5+%C3%BC", { ids: "1, 2" });
  expect(seen.query).toEqual({ limit: 10, all: true, ids: [1, "x"], none: null, text: "5 ü" });
  expect(seen.header).toEqual({ ids: [1, 2] });
  const twice = await gateway.get("/v2/things?limit=1&limit=2");
  expect(twice).toMatchObject({ status: 400, body: { error_msg: expect.stringContaining("query.limit") } });
});

test("a response that is a string is sent as JSON", async () => {
  const success = { status: 200, body: "started" };
  const gateway = await startGateway(operationAt("/v2/things", { success }).operation);
  const response = await fetch(`${gateway.url}/v2/things`, { headers: { "X-Auth-Token": gateway.token } });
  expect(await response.text()).toBe('"started"');
  expect(response.headers.get("content-type")).toBe("application/json");
});

test("a request with more issues than a function takes arguments: 400", async () => {
  const { operation } = operationAt("/v2/things");
  const issue = { keyword: "pattern", instancePath: "", params: {} };
  const refuse = Object.assign(() => false, { errors: Array.from({ length: 200_000 }, () => issue) });
  operation.descriptor.validate.query = refuse;
  const gateway = await startGateway(operation);
  expect((await gateway.get("/v2/things")).status).toBe(400);
});
