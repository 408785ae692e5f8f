/**
 * Nothing prints a secret: every failure is forced with marked keys, by servers that echo the request, and
 * everything that results is searched.
 */
import { inspect } from "node:util";
import {
  createFunctionGraphClient,
  fromMetadata,
  type CredentialsSource,
  type FunctionGraphClient,
  type Hooks,
  type RequestEvent,
  type ResponseEvent,
} from "functiongraph-workflow";
import { describe, expect, test, vi } from "vitest";
import { scriptedServer, type Peer } from "./faults.js";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";

const marks = {
  sk: 'MARKED-sk-"quoted"\\slashed',
  securityToken: "MARKED-security/token+==",
  token: "MARKED-iam-token",
};
const key = { ak: "AK", sk: marks.sk, securityToken: marks.securityToken };

/** Everything in a value that a program could print. */
function everythingOf(value: unknown): string {
  const seen: string[] = [
    inspect(value, { depth: Infinity, showHidden: true, getters: true, maxStringLength: null }),
  ];
  const walk = (one: unknown, depth: number): void => {
    if (depth > 6 || one === null || typeof one !== "object") return;
    for (const name of Object.getOwnPropertyNames(one)) {
      const inner = (one as Record<string, unknown>)[name];
      seen.push(name, String(typeof inner === "symbol" ? "" : inner));
      walk(inner, depth + 1);
    }
    if (Buffer.isBuffer(one)) seen.push(one.toString("latin1"));
  };
  walk(value, 0);
  for (const print of [
    () => JSON.stringify(value),
    () => String(value),
    () => inspect(structuredClone(value)),
  ]) {
    try {
      seen.push(String(print()));
    } catch (error) {
      seen.push(inspect(error));
    }
  }
  return seen.join("\n");
}

function expectNoSecret(printed: string, secrets: string[]) {
  for (const secret of secrets) {
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), inspect(secret).slice(1, -1)]) {
      expect(printed).not.toContain(form);
    }
  }
}

/** Servers that echo the request in ways that reach errors. */
const echoes: [
  string,
  (request: string) => { status: number; body: string; headers?: Record<string, string> },
][] = [
  [
    "in error_msg",
    (request) => ({ status: 401, body: JSON.stringify({ error_code: "APIG.0301", error_msg: request }) }),
  ],
  [
    "as a canonical request",
    (request) => ({
      status: 401,
      body: JSON.stringify({
        error_code: "APIG.0301",
        error_msg: `verify aksk signature fail,canonicalRequest:${request.replaceAll("\r\n", "|")}`,
      }),
    }),
  ],
  ["as text", (request) => ({ status: 500, body: request, headers: { "Content-Type": "text/plain" } })],
  ["in an invalid success", (request) => ({ status: 200, body: request })],
  [
    "in a success with a field of another type",
    (request) => ({ status: 200, body: JSON.stringify({ execution_id: [request] }) }),
  ],
  ["in a redirect", (request) => ({ status: 302, body: request })],
  [
    "in the request id",
    (request) => ({
      status: 404,
      body: "{}",
      headers: { "X-Request-Id": /x-(?:security|auth)-token: (.*)/i.exec(request)?.[1] ?? "none" },
    }),
  ],
  [
    "in the error code",
    (request) => ({
      status: 400,
      body: JSON.stringify({ error_code: /Signature=\w+/.exec(request)?.[0] ?? request, error_msg: request }),
    }),
  ],
];
const failures: [string, (peer: Peer) => unknown][] = [
  ...echoes.map(([name, reply]): [string, (peer: Peer) => unknown] => [
    `an echo ${name}`,
    async (peer) => {
      // A server that knows the secret key echoes that too.
      const request = `${await peer.readRequest()} ${marks.sk}`;
      const { status, body, headers } = reply(request);
      peer.answer(status, body, headers);
    },
  ]),
  ["an echo that is not HTTP", async (peer) => peer.write((await peer.readRequest()).slice(20, 2000))],
  ["a reset", (peer) => peer.readRequest().then(peer.reset)],
  ["no response", (peer) => peer.readRequest()],
];

const schemes: [string, CredentialsSource, string[]][] = [
  ["an access key", key, [marks.sk, marks.securityToken]],
  ["a function", async () => key, [marks.sk, marks.securityToken]],
  ["an IAM token", { token: marks.token }, [marks.token]],
];

describe.each(schemes)("with %s", (_, credentials, secrets) => {
  test.each(failures)("%s", async (_name, script) => {
    const { url } = await scriptedServer(script);
    const events: unknown[] = [];
    const hooks: Hooks = {
      onRequest: (event) => void events.push(event),
      onResponse: (event) => void events.push(event),
      onRetry: (event) => void events.push(event),
    };
    const written: unknown[] = [];
    for (const method of ["log", "warn", "error", "info", "debug"] as const) {
      vi.spyOn(console, method).mockImplementation((...words) => void written.push(words));
    }
    const functiongraph = createFunctionGraphClient({
      endpoint: url,
      projectId: "p",
      credentials,
      hooks,
      timeoutMs: 500,
    });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    vi.restoreAllMocks();

    expect(events.length).toBeGreaterThan(1);
    expect(written).toEqual([]);
    const printed = everythingOf({ error, events, functiongraph });
    expect(printed).toContain("StartWorkflowExecution");
    expectNoSecret(printed, secrets);
    // The signature is valid for 15 minutes.
    expect(printed).not.toMatch(/Signature=[0-9a-f]{64}/);
  });
});

test("credentials that cannot be used are named, not printed", async () => {
  const sandbox = await startSandbox();
  const wrong: unknown[] = [
    { ak: "A", sk: "MARKED with space" },
    { ak: "MARKED\n", sk: "S" },
    { token: "MARKED token" },
    "MARKED:MARKED",
    ["MARKED"],
    () => "MARKED",
  ];
  for (const credentials of wrong) {
    const error = await rejection(
      (async () =>
        clientOf(sandbox, { credentials: credentials as never }).startWorkflowExecution(example))(),
    );
    expect(everythingOf(error)).not.toContain("MARKED");
  }
});

test("the metadata service's response does not get into an error", async () => {
  const { url } = await scriptedServer(async (peer) => {
    await peer.readRequest();
    peer.answer(200, "a-token");
    await peer.readRequest();
    peer.answer(200, '{"credential":{"access":"MARKED","secret":"MARKED","securitytoken":"MARKED"');
  });
  const error = await rejection(fromMetadata({ endpoint: url })());
  expect(everythingOf(error)).not.toContain("MARKED");
});

describe("hooks", () => {
  test("are called as methods, as a logger needs", async () => {
    class Logger {
      readonly log: unknown[] = [];
      onRequest({ attempt }: RequestEvent) {
        this.log.push(attempt);
      }
      onResponse({ status }: ResponseEvent) {
        this.log.push(status);
      }
    }
    const hooks = new Logger();
    await clientOf(await startSandbox(), { hooks }).startWorkflowExecution(example);
    expect(hooks.log).toEqual([1, 200]);
  });

  test("report each request, response and retry", async () => {
    const sandbox = await startSandbox();
    sandbox.failNext({ status: 429, headers: { "Retry-After": "0" } });
    const events: [string, object][] = [];
    const tell = (name: string) => (event: object) => void events.push([name, event]);
    const hooks = { onRequest: tell("request"), onResponse: tell("response"), onRetry: tell("retry") };
    await clientOf(sandbox, { hooks }).startWorkflowExecution(example);
    const url = `${sandbox.url}/v2/${sandbox.projectId}/fgs/workflows/${example.path.workflow_id}/executions`;
    const common = { operation: "StartWorkflowExecution", method: "POST", url };
    expect(events).toEqual([
      ["request", { ...common, attempt: 1 }],
      [
        "response",
        {
          ...common,
          attempt: 1,
          status: 429,
          requestId: expect.stringMatching(/^\w{32}$/),
          durationMs: expect.any(Number),
        },
      ],
      ["retry", { ...common, attempt: 1, reason: "throttled", delayMs: 0 }],
      ["request", { ...common, attempt: 2 }],
      [
        "response",
        {
          ...common,
          attempt: 2,
          status: 200,
          requestId: expect.stringMatching(/^\w{32}$/),
          durationMs: expect.any(Number),
        },
      ],
    ]);
  });

  test("that fail do not make the call fail", async () => {
    const sandbox = await startSandbox();
    const hooks = {
      onRequest: () => {
        throw new Error("full disk");
      },
      onResponse: async () => Promise.reject(new Error("no network")),
    };
    await clientOf(sandbox, { hooks: hooks as never }).startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
  });

  test("are off by default: nothing is printed", async () => {
    const sandbox = await startSandbox();
    const spies = (["log", "warn", "error", "info", "debug"] as const).map((method) =>
      vi.spyOn(console, method),
    );
    const functiongraph: FunctionGraphClient = clientOf(sandbox);
    await functiongraph.startWorkflowExecution(example);
    sandbox.failNext({ status: 500 });
    await rejection(functiongraph.startWorkflowExecution(example));
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe("what sends the request fails, and tells what it was sent", () => {
  const told = (headers: Record<string, string>) => JSON.stringify(headers);
  const failures: [string, (headers: Record<string, string>) => unknown][] = [
    ["in its message", (headers) => new Error(`bad request ${told(headers)}`)],
    ["in a message in its cause", (headers) => new Error("failed", { cause: new Error(told(headers)) })],
    [
      "in a property, as axios does",
      (headers) => Object.assign(new Error("failed"), { config: { headers } }),
    ],
    [
      "in an object that hides it",
      (headers) => Object.assign(new Error("failed"), { headers: new Headers(headers) }),
    ],
    ["in a function's property", (headers) => Object.assign(new Error("failed"), { toJSON: () => headers })],
    ["as text", (headers) => told(headers)],
    ["as an object", (headers) => ({ headers: [headers] })],
  ];
  test.each(failures)("%s", async (_, fail) => {
    let signature = "";
    const functiongraph = createFunctionGraphClient({
      endpoint: "https://host",
      projectId: "p",
      credentials: key,
      fetch: async (_url, { headers }) => {
        signature = /Signature=(\w+)/.exec(headers["authorization"]!)![1]!;
        throw fail(headers);
      },
    });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toMatchObject({ name: "ConnectionError", mayHaveStarted: true });
    expect(error.cause).toBeDefined();
    expect(signature).not.toBe("");
    expectNoSecret(everythingOf(error), [signature, marks.sk, marks.securityToken]);
  });

  test("an error without secrets stays the cause, itself", async () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", port: 80 });
    const functiongraph = createFunctionGraphClient({
      endpoint: "https://host",
      projectId: "p",
      credentials: key,
      fetch: () => Promise.reject(cause),
    });
    expect((await rejection(functiongraph.startWorkflowExecution(example))).cause).toBe(cause);
  });
});

describe("a long secret that stands where the text is cut", () => {
  const token = `MARKED${"0123456789abcdef".repeat(190)}`;
  const limits = [1_000, 64 * 1024];
  const bodies = limits.flatMap((limit) =>
    [0, 1, 20, 900, token.length - 1]
      .filter((before) => before <= limit)
      .flatMap((before) => {
        const text = `${"x".repeat(limit - before)}${token}`;
        return [text, JSON.stringify({ error_code: "X", error_msg: text }), `${text}${token}`.repeat(3)];
      }),
  );
  test.each([200, 400, 401])("with status %d", async (status) => {
    for (const body of bodies) {
      const { url } = await scriptedServer(async (peer) => {
        await peer.readRequest();
        peer.answer(status, body);
      });
      const functiongraph = createFunctionGraphClient({
        endpoint: url,
        projectId: "p",
        credentials: { token },
      });
      const error = await rejection(functiongraph.startWorkflowExecution(example));
      const printed = everythingOf(error);
      expect(printed).not.toContain("MARKED");
      expect(printed).not.toContain("0123456789abcdef");
    }
  });
});
