/** A passed `fetch`: any that works like the global one, and whatever a bad one does. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import nodeFetch from "node-fetch";
import {
  ConnectionError,
  createFunctionGraphClient,
  FunctionGraphError,
  TimeoutError,
  UnexpectedResponseError,
  type Fetch,
  type FetchedResponse,
} from "functiongraph-workflow";
import { fetch as fetchOfUndici6 } from "undici-6";
import { fetch as fetchOfUndici7 } from "undici-7";
import { describe, expect, onTestFinished, test } from "vitest";
import { always, scriptedServer } from "./faults.js";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";

const clientWith = (fetch: Fetch, endpoint = "https://host") =>
  createFunctionGraphClient({ endpoint, projectId: "p", credentials: { ak: "AK", sk: "SK" }, fetch });

const fetches: [string, Fetch][] = [
  ["the global one", globalThis.fetch],
  ["npm undici's 6", fetchOfUndici6],
  ["npm undici's 7", fetchOfUndici7],
  ["node-fetch", nodeFetch],
];
// It does not load on older versions.
if (Number(process.versions.node.split(".")[0]) >= 22) {
  const { fetch } = await import("undici-8");
  fetches.push(["npm undici's 8", fetch as Fetch]);
}

describe.each(fetches)("%s", (_, fetch) => {
  test("starts, fails, does not follow redirects", async () => {
    const sandbox = await startSandbox({ workflows: [example.path.workflow_id] });
    const functiongraph = clientOf(sandbox, { fetch });
    const { execution_id } = await functiongraph.startWorkflowExecution(example);
    expect(execution_id).toBe(sandbox.executions[0]!.execution_id);
    const unknown = functiongraph.startWorkflowExecution({ ...example, path: { workflow_id: "other" } });
    expect(await rejection(unknown)).toMatchObject({ status: 404, mayHaveStarted: false });
    sandbox.failNext({ status: 307, headers: { Location: "/elsewhere" } });
    expect(await rejection(functiongraph.startWorkflowExecution(example))).toBeInstanceOf(
      UnexpectedResponseError,
    );
    expect(sandbox.executions).toHaveLength(1);
  });

  test("a response that never ends is given up on in time, and its connection is closed", async () => {
    let closed: Promise<unknown> = Promise.resolve();
    const server = await scriptedServer(async (peer) => {
      closed = once(peer.socket, "close");
      await peer.readRequest();
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    });
    const functiongraph = clientWith(fetch, server.url);
    const error = await rejection(functiongraph.startWorkflowExecution(example, { timeoutMs: 300 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ mayHaveStarted: true, attempts: 1 });
    await closed;
  });

  test("a body over the limit is not read further", async () => {
    const server = createServer((_, response) => {
      response.on("error", () => {});
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1_000_000)));
      };
      response.on("drain", write);
      write();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await rejection(clientWith(fetch, url).startWorkflowExecution(example))).toBeInstanceOf(
      UnexpectedResponseError,
    );
  });
});

test("a refused connection proves nothing: this fetch may have sent the request before", async () => {
  const sandbox = await startSandbox();
  let calls = 0;
  const repeating: Fetch = async (url, init) => {
    calls++;
    await globalThis.fetch(url, init as RequestInit);
    throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  };
  const error = await rejection(clientOf(sandbox, { fetch: repeating }).startWorkflowExecution(example));
  expect(error).toMatchObject({ name: "ConnectionError", mayHaveStarted: true, attempts: 1 });
  expect(calls).toBe(1);
  expect(sandbox.executions).toHaveLength(1);
});

describe("rejects with anything", () => {
  const circle = new Error("round and round");
  circle.cause = circle;
  const trap = () => {
    throw new Error("trap");
  };
  const causes: [string, unknown][] = [
    ["text", "proxy timeout"],
    ["nothing", undefined],
    ["a frozen error", Object.freeze(new Error("cold"))],
    ["an error that is its own cause", circle],
    ["an object without a prototype", Object.create(null)],
    ["an object whose message throws", Object.defineProperty({}, "message", { get: trap })],
    ["a proxy that throws at every touch", new Proxy({}, { get: trap, has: trap, getPrototypeOf: trap })],
    ["a function", () => {}],
    ["a symbol", Symbol("s")],
    ["a megabyte of words", new Error("x".repeat(1_000_000))],
  ];
  test.each(causes)("%s", async (_, cause) => {
    const error = await rejection(clientWith(() => Promise.reject(cause)).startWorkflowExecution(example));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ mayHaveStarted: true, attempts: 1 });
    expect(error.message.length).toBeLessThan(1_500);
  });

  test("or throws at once", async () => {
    const fetch = (() => {
      throw new Error("no");
    }) as Fetch;
    expect(await rejection(clientWith(fetch).startWorkflowExecution(example))).toBeInstanceOf(
      ConnectionError,
    );
  });
});

describe("a body that never ends", () => {
  const endless: [string, () => unknown][] = [
    [
      "of empty chunks, as a web stream",
      () => new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array()) }),
    ],
    [
      "of empty chunks, from a generator",
      async function* () {
        for (;;) yield new Uint8Array();
      },
    ],
    ["of single bytes", () => new ReadableStream({ pull: (to) => to.enqueue(Uint8Array.of(32)) })],
    ["of nothing", () => new ReadableStream({})],
  ];
  test.each(endless)("%s", async (_, body) => {
    const fetch: Fetch = async () => ({ status: 200, headers: [], body: body() }) as never;
    const call = clientWith(fetch).startWorkflowExecution(example, { timeoutMs: 300 });
    expect(await rejection(call)).toMatchObject({ name: "TimeoutError", mayHaveStarted: true });
  });

  test("is not read on when it comes after the call has ended", async () => {
    let pulls = 0;
    let cancelled = false;
    const late = new ReadableStream({
      pull: (to) => {
        pulls++;
        to.enqueue(Uint8Array.of(32));
      },
      cancel: () => void (cancelled = true),
    });
    let arrive = (_: FetchedResponse) => {};
    const fetch: Fetch = () => new Promise((resolve) => (arrive = resolve));
    await rejection(clientWith(fetch).startWorkflowExecution(example, { timeoutMs: 50 }));
    arrive(new Response(late));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(cancelled).toBe(true);
    expect(pulls).toBeLessThan(10);
  });
});

describe("resolves to anything", () => {
  const body = '{"execution_id":"e1"}';
  const stream = (...chunks: unknown[]) =>
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });
  const junk: [string, unknown][] = [
    ["nothing", undefined],
    ["an empty object", {}],
    ["an invalid status", { status: "200", headers: [], body: null }],
    ["no headers", { status: 200, body: null }],
    ["a body with chunks that are not bytes", { status: 200, headers: [], body: stream("text", 7) }],
    ["a body that is locked", { status: 200, headers: [], body: { getReader: () => ({}) } }],
    ["no body and no way to read one", { status: 200, headers: [] }],
    ["Response.error()", Response.error()],
  ];
  test.each(junk)("%s", async (_, response) => {
    const fetch: Fetch = async () => response as FetchedResponse;
    const error = await rejection(clientWith(fetch).startWorkflowExecution(example));
    expect(error).toBeInstanceOf(FunctionGraphError);
    expect(error).toMatchObject({ mayHaveStarted: true, attempts: 1 });
  });

  test("a Content-Length of 0 with a body", async () => {
    const headers = { "content-length": "0" };
    const fetch: Fetch = async () => new Response(body, { headers });
    expect(await clientWith(fetch).startWorkflowExecution(example)).toEqual({ execution_id: "e1" });
    const functiongraph = clientWith(fetch);
    functiongraph.use({ onRequest: () => undefined });
    expect(await functiongraph.startWorkflowExecution(example)).toEqual({ execution_id: "e1" });
  });

  test.each([
    ["text", [body]],
    ["an ArrayBuffer", [new TextEncoder().encode(body).buffer]],
    [
      "DataViews",
      [...new TextEncoder().encode(body)].map((byte) => new DataView(Uint8Array.of(byte).buffer)),
    ],
  ])("a body in chunks of %s", async (_, chunks) => {
    const fetch: Fetch = async () => ({ status: 200, headers: [], body: stream(...chunks) }) as never;
    expect(await clientWith(fetch).startWorkflowExecution(example)).toEqual({ execution_id: "e1" });
  });

  test("headers that have forEach only", async () => {
    const headers = { forEach: (add: (value: string, name: string) => void) => add("r1", "X-Request-Id") };
    const fetch: Fetch = async () => ({ status: 200, headers, body: stream(Buffer.from(body)) }) as never;
    const { requestId } = await clientWith(fetch).startWorkflowExecution(example).withResponse();
    expect(requestId).toBe("r1");
  });

  test("a header that Headers refuses", async () => {
    const response = {
      status: 200,
      headers: [
        ["x y", "1"],
        ["x-request-id", "r1"],
      ],
      body: stream(Buffer.from(body)),
    };
    const fetch: Fetch = async () => response as never;
    const { data, requestId } = await clientWith(fetch).startWorkflowExecution(example).withResponse();
    expect({ data, requestId }).toEqual({ data: { execution_id: "e1" }, requestId: "r1" });
  });
});

test("a single call's fetch gets a Request, as in openapi-fetch", async () => {
  const server = await scriptedServer(always(200, '{"execution_id":"e1"}'));
  const functiongraph = createFunctionGraphClient({
    endpoint: server.url,
    projectId: "p",
    credentials: { ak: "AK", sk: "SK" },
  });
  const seen: unknown[] = [];
  const { data } = await functiongraph.POST("/v2/{project_id}/fgs/workflows/{workflow_id}/executions", {
    params: { path: { project_id: "p", workflow_id: "w" } },
    body: { input: {} },
    fetch: (request: Request) => {
      seen.push(request instanceof Request, request.redirect);
      return globalThis.fetch(request);
    },
  });
  expect(data).toEqual({ execution_id: "e1" });
  expect(seen).toEqual([true, "manual"]);
});

test("a value that is not a function is refused when the client is created", () => {
  expect(() => clientWith("fetch" as never)).toThrow("fetch must be a function");
});
