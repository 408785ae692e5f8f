/**
 * The fault table, on real sockets: what goes wrong, the resulting error, whether the workflow may have
 * started, and how many attempts were made.
 */
import { once } from "node:events";
import {
  AbortError,
  ApiError,
  ConfigurationError,
  ConnectionError,
  CredentialsError,
  createFunctionGraphClient,
  FunctionGraphError,
  TimeoutError,
  UnexpectedResponseError,
  type ClientOptions,
  type StartWorkflowExecutionRequest,
} from "functiongraph-workflow";
import { describe, expect, test, vi } from "vitest";
import { always, scriptedServer, type Peer } from "./faults.js";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";

const options = { projectId: "p", credentials: { ak: "AK", sk: "SK" } };
const clientAt = (endpoint: string, more: Partial<ClientOptions> = {}) =>
  createFunctionGraphClient({ endpoint, ...options, ...more });
const started = '{"execution_id":"e1"}';
const large = { ...example, body: { input: { text: "x".repeat(5_000_000) } } };
const documented = (code: string) => JSON.stringify({ error_code: code, error_msg: "Words." });
const id = { "X-Request-Id": "r1" };

interface Row {
  fault: string;
  /** What the server does with each connection; none if there is no server. */
  scripts?: ((peer: Peer) => unknown)[];
  endpoint?: (url: string) => string;
  client?: Partial<ClientOptions>;
  request?: StartWorkflowExecutionRequest;
  error: new (...rest: any[]) => FunctionGraphError;
  mayHaveStarted: boolean;
  attempts: number;
  facts?: object;
  /** How many connections reach the server, if that is known. */
  connections?: number;
  /** What Math.random() returns: near 0, so that a pause is short. */
  random?: number;
}

const refused: Row[] = [
  {
    fault: "name not resolved",
    connections: 0,
    endpoint: () => "https://functiongraph.invalid",
    error: ConnectionError,
    mayHaveStarted: false,
    attempts: 3,
  },
  {
    fault: "connection refused",
    connections: 0,
    endpoint: (url) => url,
    error: ConnectionError,
    mayHaveStarted: false,
    attempts: 3,
    facts: { cause: { code: "ECONNREFUSED" } },
  },
  {
    fault: "TLS handshake answered with something else",
    scripts: [(peer) => peer.write("HTTP/1.1 400 Bad Request\r\n\r\n")],
    endpoint: (url) => url.replace("http:", "https:"),
    error: ConnectionError,
    mayHaveStarted: false,
    attempts: 3,
  },
  {
    fault: "TLS handshake reset",
    scripts: [(peer) => peer.read(1).then(peer.reset)],
    endpoint: (url) => url.replace("http:", "https:"),
    error: ConnectionError,
    mayHaveStarted: false,
    attempts: 3,
  },
];

const broken: Row[] = [
  {
    fault: "reset before the body",
    scripts: [(peer) => peer.read(1).then(peer.reset)],
    request: large,
    error: ConnectionError,
    mayHaveStarted: true,
    attempts: 1,
  },
  {
    fault: "reset during the body",
    scripts: [(peer) => peer.read(1_000_000).then(peer.reset)],
    request: large,
    error: ConnectionError,
    mayHaveStarted: true,
    attempts: 1,
  },
  {
    fault: "reset after the body",
    scripts: [(peer) => peer.readRequest().then(peer.reset)],
    error: ConnectionError,
    mayHaveStarted: true,
    attempts: 1,
    facts: { cause: { code: "ECONNRESET" } },
  },
  {
    fault: "reset in the middle of the response",
    scripts: [
      async (peer) => {
        await peer.readRequest();
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        setTimeout(peer.reset, 100);
      },
    ],
    error: ConnectionError,
    mayHaveStarted: true,
    attempts: 1,
  },
  {
    fault: "closed in the middle of the response",
    scripts: [
      async (peer) => {
        await peer.readRequest();
        peer.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"execution_id":"e1"}');
        peer.socket.end();
      },
    ],
    error: ConnectionError,
    mayHaveStarted: true,
    attempts: 1,
  },
  {
    fault: "something that is not HTTP",
    scripts: [(peer) => peer.readRequest().then(() => peer.write("220 smtp\r\n"))],
    error: ConnectionError,
    mayHaveStarted: true,
    attempts: 1,
  },
  {
    fault: "an idle connection closed just as a call is sent",
    scripts: [
      async (peer) => {
        await peer.readRequest();
        peer.answer(200, started);
        await peer.read(1);
        peer.reset();
      },
    ],
    error: ConnectionError,
    mayHaveStarted: true,
    attempts: 1,
  },
];

const slow: Row[] = (
  [
    { fault: "no response", scripts: [(peer) => peer.readRequest()] },
    {
      fault: "headers but never a body",
      scripts: [
        (peer: Peer) =>
          peer.readRequest().then(() => peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")),
      ],
    },
    {
      fault: "a body that trickles",
      scripts: [
        async (peer: Peer) => {
          await peer.readRequest();
          peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
          const timer = setInterval(() => peer.write(" "), 50);
          peer.socket.on("close", () => clearInterval(timer));
        },
      ],
    },
  ] as Pick<Row, "fault" | "scripts">[]
).map((row) => ({
  ...row,
  client: { timeoutMs: 500 },
  error: TimeoutError,
  mayHaveStarted: true,
  attempts: 1,
}));

const statuses: Row[] = [
  ...[301, 302, 303, 307, 308].map((status): Row => ({
    fault: `${status}`,
    scripts: [always(status, "", { Location: "/elsewhere" })],
    error: UnexpectedResponseError,
    mayHaveStarted: true,
    attempts: 1,
    facts: { status },
  })),
  ...[400, 401, 403, 404, 409, 413].map((status): Row => ({
    fault: `${status}`,
    scripts: [always(status, documented("FGS.3002"), id)],
    error: ApiError,
    mayHaveStarted: false,
    attempts: 1,
    facts: { status, code: "FGS.3002", requestId: "r1" },
  })),
  {
    fault: "408",
    scripts: [always(408, documented("FSS.0408"))],
    error: ApiError,
    mayHaveStarted: true,
    attempts: 1,
  },
  {
    fault: "429 without Retry-After",
    random: 0.001,
    scripts: [always(429, documented("APIG.0308"))],
    error: ApiError,
    mayHaveStarted: false,
    attempts: 3,
    facts: { status: 429, code: "APIG.0308" },
  },
  {
    fault: "429 with Retry-After",
    scripts: [always(429, documented("APIG.0308"), { "Retry-After": "0" })],
    error: ApiError,
    mayHaveStarted: false,
    attempts: 3,
  },
  {
    fault: "429 with a Retry-After beyond the call's time",
    scripts: [always(429, documented("APIG.0308"), { "Retry-After": "31" })],
    error: ApiError,
    mayHaveStarted: false,
    attempts: 1,
  },
  {
    fault: "500 as documented",
    scripts: [always(500, documented("FGS.3002"), id)],
    error: ApiError,
    mayHaveStarted: true,
    attempts: 1,
    facts: { status: 500, code: "FGS.3002", requestId: "r1" },
  },
  {
    fault: "500 with an empty body",
    scripts: [always(500)],
    error: ApiError,
    mayHaveStarted: true,
    attempts: 1,
    facts: { status: 500, code: undefined, body: undefined },
  },
  {
    fault: "500 with HTML",
    scripts: [always(500, "<html>", { "Content-Type": "text/html" })],
    error: ApiError,
    mayHaveStarted: true,
    attempts: 1,
    facts: { body: "<html>" },
  },
  ...[502, 503, 504].map((status): Row => ({
    fault: `${status}`,
    scripts: [always(status, documented("APIG.0201"), { "Retry-After": "0" })],
    error: ApiError,
    mayHaveStarted: true,
    attempts: 1,
    facts: { status },
  })),
  {
    fault: "401 every time",
    scripts: [always(401, documented("APIG.0301"))],
    error: ApiError,
    mayHaveStarted: false,
    attempts: 1,
  },
  ...(
    [
      ["errorCode and errorMsg", { errorCode: "X.1", errorMsg: "Words." }],
      ["code and message", { code: "X.1", message: "Words." }],
      ["a nested error", { error: { code: "X.1", message: "Words.", title: "T" } }],
      ["a number for a code", { error: { code: 401, message: "Words." } }, "401"],
    ] as [string, object, string?][]
  ).map(([fault, body, code = "X.1"]): Row => ({
    fault: `an error body with ${fault}`,
    scripts: [always(400, JSON.stringify({ ...body, request_id: "r2" }))],
    error: ApiError,
    mayHaveStarted: false,
    attempts: 1,
    facts: { code, requestId: "r2", message: expect.stringContaining(`${code}: Words.`) },
  })),
];

const lying: Row[] = [
  ["with HTML", "<html>"],
  ["with an empty body", ""],
  ["with truncated JSON", '{"execution_id":"e'],
  ["with null", "null"],
  ["with an array", "[]"],
  ["with no execution_id", "{}"],
  ["with an execution_id that is a number", '{"execution_id":1}'],
].map(([fault, body]) => ({
  fault: `200 ${fault}`,
  scripts: [always(200, body, id)],
  error: UnexpectedResponseError,
  mayHaveStarted: true,
  attempts: 1,
  facts: { status: 200, body, requestId: "r1" },
}));
lying.push(
  {
    fault: "a status of 999",
    scripts: [always(999, started)],
    error: UnexpectedResponseError,
    mayHaveStarted: true,
    attempts: 1,
  },
  {
    fault: "a response of 100 MB",
    scripts: [
      async (peer) => {
        await peer.readRequest();
        peer.write(`HTTP/1.1 200 OK\r\nContent-Length: ${100_000_000}\r\n\r\n`);
        for (let i = 0; i < 100 && !peer.socket.destroyed; i++) {
          if (!peer.socket.write(Buffer.alloc(1_000_000, "x")))
            await Promise.race([once(peer.socket, "drain"), once(peer.socket, "close")]);
        }
      },
    ],
    error: UnexpectedResponseError,
    mayHaveStarted: true,
    attempts: 1,
    facts: { status: 200, message: expect.stringContaining("more than 10485760 bytes") },
  },
);

type Surface = "method" | "openapi-fetch call" | "method over a passed fetch";

async function check(row: Row, surface: Surface) {
  const {
    endpoint = (url: string) => url,
    client = {},
    request = example,
    error: type,
    mayHaveStarted,
    attempts,
    facts,
  } = row;
  const server = await scriptedServer(...(row.scripts ?? [() => {}]));
  if (!row.scripts) server.close();
  const overFetch = surface === "method over a passed fetch" && { fetch: globalThis.fetch };
  const functiongraph = clientAt(endpoint(server.url), { ...client, ...overFetch });
  if (row.fault.startsWith("an idle")) await functiongraph.startWorkflowExecution(example);

  const { path, body } = request;
  const call =
    surface !== "openapi-fetch call"
      ? functiongraph.startWorkflowExecution(request)
      : functiongraph.POST("/v2/{project_id}/fgs/workflows/{workflow_id}/executions", {
          params: { path },
          body,
        } as never);
  if (surface === "openapi-fetch call" && type === ApiError) {
    const { response, data } = await (call as Promise<{ response: Response; data: unknown }>);
    expect(response.ok).toBe(false);
    expect(data).toBeUndefined();
    return;
  }
  const error = await rejection(call);
  expect(error).toBeInstanceOf(type);
  expect(error).toBeInstanceOf(FunctionGraphError);
  expect(error.name).toBe(type.name);
  expect({ mayHaveStarted: error.mayHaveStarted, attempts: error.attempts }).toEqual({
    mayHaveStarted,
    attempts,
  });
  if (facts) expect(error).toMatchObject(facts);
  if (type === ConnectionError || type === TimeoutError) expect(error.cause).toBeInstanceOf(Error);
  expect(error.message.includes("check before you send it again")).toBe(mayHaveStarted);
  if (row.connections !== undefined) expect(server.connections()).toBe(row.connections);
}

const tables: [string, Row[]][] = [
  ["the connection is never made", refused],
  ["the connection breaks", broken],
  ["no response arrives", slow],
  ["the response is an error", statuses],
  ["the response is unusable", lying],
];
describe.each(tables)("%s", (_, rows) => {
  test.each(rows)(
    "$fault: $error.name, may have started: $mayHaveStarted, attempts: $attempts",
    async (row) => {
      if (row.random !== undefined) vi.spyOn(Math, "random").mockReturnValue(row.random);
      await check(row, "method");
      vi.restoreAllMocks();
    },
  );
  test.each(rows.filter(({ attempts }) => attempts === 1))(
    "$fault, as an openapi-fetch call",
    async (row) => {
      await check(row, "openapi-fetch call");
    },
  );
});

/** A `fetch` proves nothing about connections, and some resend a request if an idle one was closed. */
const overFetch = [broken, slow, statuses, lying]
  .flat()
  .filter(({ fault, attempts }) => attempts === 1 && !fault.startsWith("an idle"))
  // Its errors are different.
  .map((row) => (row.error === ConnectionError ? { ...row, facts: {} } : row));
describe("over a passed fetch", () => {
  test.each(overFetch)("$fault: $error.name, may have started: $mayHaveStarted", async (row) => {
    await check(row, "method over a passed fetch");
  });
  test.each(refused)("$fault: it may have sent something anyway", async (row) => {
    await check({ ...row, mayHaveStarted: true, attempts: 1, facts: {} }, "method over a passed fetch");
  });
});

describe("the caller aborts", () => {
  const abortable = (
    functiongraph: ReturnType<typeof clientAt>,
    request: StartWorkflowExecutionRequest = example,
  ) => {
    const controller = new AbortController();
    const outcome = rejection(functiongraph.startWorkflowExecution(request, { signal: controller.signal }));
    return { outcome, abort: () => controller.abort(new Error("enough")) };
  };

  test("before the call", async () => {
    const { url, connections } = await scriptedServer(always(200, started));
    const signal = AbortSignal.abort("never mind");
    const error = await rejection(clientAt(url).startWorkflowExecution(example, { signal }));
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ mayHaveStarted: false, attempts: 0, cause: "never mind" });
    expect(connections()).toBe(0);
  });

  test("while credentials are fetched", async () => {
    const { url, connections } = await scriptedServer(always(200, started));
    const { outcome, abort } = abortable(clientAt(url, { credentials: () => new Promise(() => {}) }));
    setTimeout(abort, 50);
    expect(await outcome).toMatchObject({
      name: "AbortError",
      mayHaveStarted: false,
      attempts: 0,
      cause: { message: "enough" },
    });
    expect(connections()).toBe(0);
  });

  test("while sending", async () => {
    let abort = () => {};
    const { url } = await scriptedServer(async (peer) => {
      await peer.read(100_000);
      peer.socket.pause();
      abort();
    });
    const running = abortable(clientAt(url), large);
    abort = running.abort;
    expect(await running.outcome).toMatchObject({
      name: "AbortError",
      mayHaveStarted: true,
      attempts: 1,
      cause: { message: "enough" },
    });
  });

  test("after sending", async () => {
    let abort = () => {};
    const closed = new Promise<void>((resolve) => {
      void scriptedServer(async (peer) => {
        peer.socket.on("close", () => resolve());
        await peer.readRequest();
        abort();
      }).then(async ({ url }) => {
        const running = abortable(clientAt(url));
        abort = running.abort;
        expect(await running.outcome).toMatchObject({
          name: "AbortError",
          mayHaveStarted: true,
          attempts: 1,
        });
      });
    });
    await closed;
  });

  test("between two attempts", async () => {
    const { url, connections } = await scriptedServer(always(429, "", { "Retry-After": "20" }));
    const { outcome, abort } = abortable(clientAt(url));
    setTimeout(abort, 300);
    expect(await outcome).toMatchObject({ name: "AbortError", mayHaveStarted: false, attempts: 1 });
    expect(connections()).toBe(1);
  });
});

describe("time", () => {
  test("30 seconds is the default, and covers attempts, pauses and bodies", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { url } = await scriptedServer((peer) => peer.readRequest());
      const outcome = rejection(clientAt(url).startWorkflowExecution(example));
      await vi.advanceTimersByTimeAsync(29_999);
      const early = await Promise.race([
        outcome,
        new Promise((resolve) => setImmediate(() => resolve("running"))),
      ]);
      expect(early).toBe("running");
      await vi.advanceTimersByTimeAsync(1);
      expect((await outcome).message).toContain("after 30000 ms");
    } finally {
      vi.useRealTimers();
    }
  });

  const timeouts = [0, -1, NaN, "5", null, {}, { valueOf: () => 5 }].map((timeoutMs) => ({
    timeoutMs: timeoutMs as number,
  }));
  test.each(timeouts)("timeoutMs $timeoutMs is refused", async ({ timeoutMs }) => {
    const { url, connections } = await scriptedServer(always(200, started));
    const error = await rejection(
      clientAt(url).startWorkflowExecution(example, { timeoutMs: timeoutMs as number }),
    );
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain("timeoutMs");
    expect(connections()).toBe(0);
  });

  test("an infinite one does not shorten a long delay", async () => {
    const { url, connections } = await scriptedServer(always(429, "", { "Retry-After": "3000000" }));
    const functiongraph = clientAt(url, { timeoutMs: Infinity });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toMatchObject({ status: 429, attempts: 1 });
    expect(connections()).toBe(1);
  });

  test("as the call says, if it does: by a method or a verb", async () => {
    const { url } = await scriptedServer(always(503));
    const functiongraph = clientAt(url, { retry: { attempts: 2, mayStartTwice: true } });
    const retry = { attempts: 1 };
    const error = await rejection(functiongraph.startWorkflowExecution(example, { retry }));
    expect(error).toMatchObject({ status: 503, attempts: 1 });
    const attempts: number[] = [];
    const counting = clientAt(url, { hooks: { onRequest: ({ attempt }) => void attempts.push(attempt) } });
    const path = "/v2/{project_id}/fgs/workflows/{workflow_id}/executions";
    const init = {
      params: { path: example.path },
      body: example.body,
      retry: { ...retry, mayStartTwice: true },
    };
    await counting.POST(path, init);
    expect(attempts).toEqual([1]);
    const invalid = await rejection(counting.startWorkflowExecution(example, { retry: { attempts: 0 } }));
    expect(invalid).toBeInstanceOf(ConfigurationError);
  });

  test("an invalid signal is refused", async () => {
    const { url } = await scriptedServer(always(200, started));
    const error = await rejection(
      clientAt(url).startWorkflowExecution(example, { signal: {} as AbortSignal }),
    );
    expect(error).toBeInstanceOf(ConfigurationError);
  });
});

describe("a passed fetch may reject with anything", () => {
  const circle = new Error("round and round");
  circle.cause = circle;
  const causes: [string, unknown][] = [
    ["text", "proxy timeout"],
    ["nothing", undefined],
    ["a frozen error", Object.freeze(Object.assign(new Error("cold"), { data: "bytes" }))],
    ["an error that is its own cause", circle],
  ];
  test.each(causes)("%s", async (_, cause) => {
    const fetch = () => Promise.reject(cause);
    const error = await rejection(clientAt("https://host", { fetch }).startWorkflowExecution(example));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ mayHaveStarted: true, attempts: 1 });
  });
});

describe("a request is retried", () => {
  test("until a connection is made", async () => {
    const { url, connections } = await scriptedServer(
      (peer) => peer.read(1).then(peer.reset),
      (peer) => peer.read(1).then(peer.reset),
      (peer) => peer.read(1).then(peer.reset),
    );
    await rejection(clientAt(url.replace("http:", "https:")).startWorkflowExecution(example));
    expect(connections()).toBe(3);
  });

  test("after 429, with a new signature", async () => {
    const requests: string[] = [];
    const { url } = await scriptedServer(async (peer) => {
      requests.push(await peer.readRequest());
      peer.answer(429, "", { "Retry-After": "1" });
      requests.push(await peer.readRequest());
      peer.answer(200, started);
    });
    const { execution_id } = await clientAt(url).startWorkflowExecution(example);
    expect(execution_id).toBe("e1");
    const dates = requests.map((request) => /x-sdk-date: (\S+)/i.exec(request)![1]);
    expect(dates[0]).not.toBe(dates[1]);
    const bodies = requests.map((request) => request.split("\r\n\r\n")[1]);
    expect(bodies[0]).toBe(bodies[1]);
  });

  test("with Retry-After as a date", async () => {
    const sandbox = await startSandbox();
    const pauses: number[] = [];
    sandbox.failNext({ status: 429, headers: { "Retry-After": new Date(Date.now() + 2_000).toUTCString() } });
    const hooks = { onRetry: ({ delayMs }: { delayMs: number }) => void pauses.push(delayMs) };
    await clientOf(sandbox, { hooks }).startWorkflowExecution(example);
    expect(pauses[0]).toBeGreaterThan(500);
    expect(pauses[0]).toBeLessThanOrEqual(2_000);
  });

  test("with full jitter, from 0 to the bound", async () => {
    const { retryDelayMs } = await import("../src/exchange/retry.js");
    const draw = (attempts: number) =>
      Array.from({ length: 2_000 }, () => retryDelayMs("throttled", attempts, undefined));
    for (const [attempts, bound] of [
      [1, 4_000],
      [2, 8_000],
      [3, 16_000],
      [10, 20_000],
    ] as const) {
      const delays = draw(attempts);
      expect(Math.max(...delays)).toBeLessThan(bound);
      expect(Math.max(...delays)).toBeGreaterThan(bound * 0.9);
      expect(Math.min(...delays)).toBeLessThan(bound * 0.1);
    }
  });

  test("never, if only one attempt is allowed", async () => {
    const { url, connections } = await scriptedServer(always(429));
    const error = await rejection(clientAt(url, { retry: { attempts: 1 } }).startWorkflowExecution(example));
    expect(error).toMatchObject({ status: 429, attempts: 1 });
    expect(connections()).toBe(1);
  });

  test("as the call says, if it does: by a method or a verb", async () => {
    const { url } = await scriptedServer(always(503));
    const functiongraph = clientAt(url, { retry: { attempts: 2, mayStartTwice: true } });
    const retry = { attempts: 1 };
    const error = await rejection(functiongraph.startWorkflowExecution(example, { retry }));
    expect(error).toMatchObject({ status: 503, attempts: 1 });
    const attempts: number[] = [];
    const counting = clientAt(url, { hooks: { onRequest: ({ attempt }) => void attempts.push(attempt) } });
    const path = "/v2/{project_id}/fgs/workflows/{workflow_id}/executions";
    const init = {
      params: { path: example.path },
      body: example.body,
      retry: { ...retry, mayStartTwice: true },
    };
    await counting.POST(path, init);
    expect(attempts).toEqual([1]);
    const invalid = await rejection(counting.startWorkflowExecution(example, { retry: { attempts: 0 } }));
    expect(invalid).toBeInstanceOf(ConfigurationError);
  });

  test.each([
    ["500", [always(500), always(500)]],
    ["503", [always(503), always(503)]],
    ["a reset", [(peer: Peer) => peer.readRequest().then(peer.reset)]],
  ] as [string, ((peer: Peer) => unknown)[]][])(
    "with mayStartTwice, after %s too; a later refusal does not tell what the first attempt did",
    async (_, scripts) => {
      let asked = 0;
      const { url } = await scriptedServer(async (peer) => {
        asked++;
        await scripts[0]!(peer);
      });
      const functiongraph = clientAt(url, { retry: { attempts: 2, mayStartTwice: true } });
      const error = await rejection(functiongraph.startWorkflowExecution(example));
      expect(error).toMatchObject({ attempts: 2, mayHaveStarted: true });
      expect(asked).toBeGreaterThan(0);
    },
  );

  test("with mayStartTwice, a refused second attempt does not clear the first", async () => {
    const sandbox = await startSandbox({ workflows: [] });
    sandbox.failNext({ status: 500 });
    const functiongraph = clientOf(sandbox, { retry: { mayStartTwice: true } });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toMatchObject({ status: 404, attempts: 2, mayHaveStarted: true });
  });

  test("with mayStartTwice, nor does a failure to send the second", async () => {
    const sandbox = await startSandbox();
    sandbox.failNext({ status: 503 });
    let asked = 0;
    const credentials = () => {
      if (asked++ > 0) throw new Error("the vault is closed");
      return sandbox.credentials;
    };
    const functiongraph = clientOf(sandbox, { credentials, retry: { mayStartTwice: true } });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error).toMatchObject({ attempts: 1, mayHaveStarted: true });
    expect(error.message).toContain("check before you send it again");
  });

  test("with mayStartTwice, nor does a middleware that replaces the response", async () => {
    const sandbox = await startSandbox({ workflows: [] });
    sandbox.failNext({ status: 500 });
    const functiongraph = clientOf(sandbox, { retry: { mayStartTwice: true } });
    functiongraph.use({ onResponse: ({ response }) => response.clone() });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toMatchObject({ status: 404, attempts: 2, mayHaveStarted: true });
  });

  const wrongAttempts: unknown[] = [0, -1, 1.5, "3", NaN];
  test.each(wrongAttempts)("retry.attempts %s is refused", (attempts) => {
    expect(() => clientAt("https://host", { retry: { attempts: attempts as number } })).toThrow(
      ConfigurationError,
    );
  });
});

describe("a clock that is off", () => {
  test("is corrected by the gateway's, for later calls too, and reported", async () => {
    const offMs = 3_600_000;
    const sandbox = await startSandbox({ clock: () => Date.now() + offMs });
    const events: object[] = [];
    const functiongraph = clientOf(sandbox, { hooks: { onRetry: (event) => void events.push(event) } });
    const first = await functiongraph.startWorkflowExecution(example).withResponse();
    expect(first.response.status).toBe(200);
    await functiongraph.startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(2);
    expect(events).toMatchObject([{ reason: "clock corrected", attempt: 1 }]);
    const { clockOffsetMs } = events[0] as { clockOffsetMs: number };
    expect(Math.abs(clockOffsetMs - offMs)).toBeLessThan(5_000);
  });

  test("but only once per call", async () => {
    const expired = JSON.stringify({ error_code: "APIG.0301", error_msg: "signature expired" });
    const { url } = await scriptedServer(
      always(401, expired, { Date: new Date(Date.now() + 3_600_000).toUTCString() }),
    );
    const error = await rejection(clientAt(url).startWorkflowExecution(example));
    expect(error).toMatchObject({ status: 401, attempts: 2, mayHaveStarted: false });
  });

  test("but not by a date that no request could carry", async () => {
    const expired = JSON.stringify({ error_code: "APIG.0301", error_msg: "signature expired" });
    const { url } = await scriptedServer(
      always(401, expired, { Date: "Fri, 31 Dec 275000 23:59:59 GMT", Connection: "close" }),
      always(200, started),
    );
    const functiongraph = clientAt(url);
    expect(await rejection(functiongraph.startWorkflowExecution(example))).toMatchObject({
      status: 401,
      attempts: 1,
    });
    expect(await functiongraph.startWorkflowExecution(example)).toEqual({ execution_id: "e1" });
  });

  test("but not if the clocks agree", async () => {
    const expired = JSON.stringify({ error_code: "APIG.0301", error_msg: "signature expired" });
    const { url } = await scriptedServer(always(401, expired, { Date: new Date().toUTCString() }));
    expect(await rejection(clientAt(url).startWorkflowExecution(example))).toMatchObject({
      status: 401,
      attempts: 1,
    });
  });
});

describe("a refused signature explains itself", () => {
  test("by the first line that differs", async () => {
    const sandbox = await startSandbox();
    // Something between us and the gateway rewrites what was signed.
    const { url } = await scriptedServer(async (peer) => {
      const request = await peer.readRequest();
      const [head, body] = request.split("\r\n\r\n") as [string, string];
      const headers = Object.fromEntries(
        head
          .split("\r\n")
          .slice(1)
          .map((line) => line.split(": ") as [string, string]),
      );
      const { send } = await import("./wire.js");
      const path = head.split(" ")[1]!;
      const answer = await send(sandbox.url, {
        method: "POST",
        path,
        headers: { ...headers, "x-workflowrun-id": "changed" },
        body,
      });
      peer.answer(answer.status, JSON.stringify(answer.body));
    });
    const functiongraph = clientAt(url, { credentials: sandbox.credentials, projectId: sandbox.projectId });
    const header = { "X-WorkflowRun-ID": "a-value-that-may-be-secret" };
    const error = await rejection(functiongraph.startWorkflowExecution({ ...example, header }));
    expect(error.message).toContain(
      "Our canonical request first differs from the gateway's in line 8 (headers)",
    );
    expect(error.message).not.toContain("a-value-that-may-be-secret");
    expect(error.message).not.toContain("canonicalRequest:");
  });

  test("or by the secret, when nothing differs", async () => {
    const sandbox = await startSandbox();
    const credentials = { ...sandbox.credentials, sk: "not-this-one" };
    const error = await rejection(clientOf(sandbox, { credentials }).startWorkflowExecution(example));
    expect(error.message).toContain("the secret key does not belong to this access key");
  });
});
