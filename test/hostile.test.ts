/**
 * Hostile input. Whatever a caller passes ends in a typed error before anything is sent, or in a request
 * that arrives as intended. Seeded: HOSTILE_SEED and HOSTILE_RUNS repeat or deepen a run.
 */
import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import {
  createFunctionGraphClient,
  FunctionGraphError,
  InvalidRequestError,
  signing,
  signRequest,
} from "functiongraph-workflow";
import { describe, expect, test } from "vitest";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { send, signedHeaders } from "./wire.js";

const seed = Number(process.env["HOSTILE_SEED"] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env["HOSTILE_RUNS"] ?? 1_000);
const runs = { seed, numRuns };

const trap = () => {
  throw new Error("trap");
};
const traps: unknown[] = [
  new Proxy({}, { get: trap, ownKeys: trap, has: trap, getOwnPropertyDescriptor: trap }),
  {
    get path() {
      return trap();
    },
    get ak() {
      return trap();
    },
    get signal() {
      return trap();
    },
  },
  {
    path: {
      get workflow_id() {
        return trap();
      },
    },
    body: { input: {} },
  },
  { path: { workflow_id: { toString: trap } }, body: { input: {} } },
  { path: { workflow_id: "w" }, body: { input: { toJSON: trap } } },
  { path: { workflow_id: "w" }, body: { input: { big: 1n } } },
  { path: { workflow_id: "w" }, body: Object.create({ input: {} }) },
  { path: JSON.parse('{"__proto__":{"workflow_id":"w"}}'), body: { input: {} } },
  { path: { workflow_id: "w" }, body: JSON.parse('{"__proto__":{"input":{}}}') },
  Object.create(null),
  Symbol("s"),
  () => {},
  1n,
  new Map([["path", { workflow_id: "w" }]]),
];
const anything = fc.oneof(
  {
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      stringUnit: "grapheme",
    }),
    weight: 6,
  },
  { arbitrary: fc.nat(traps.length - 1).map((index) => new Trap(index)), weight: 2 },
);
/** Stands for a trap while fast-check, which looks at its values, has them in its hands. */
class Trap {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}
function plant(value: any): any {
  if (value instanceof Trap) return traps[value.index];
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  for (const name of Object.keys(value)) value[name] = plant(value[name]);
  return value;
}
/** Anything at all, or the right shape with anything at all inside. */
const requestLike = fc.oneof(
  anything,
  fc.record({ path: anything, header: anything, query: anything, body: anything }, { requiredKeys: [] }),
  fc.record({
    path: fc.record({ workflow_id: fc.oneof(fc.constant("w"), anything) }),
    header: fc.option(
      fc.dictionary(fc.constantFrom("X-Create-Time", "X-WorkflowRun-ID", "Host", "__proto__"), anything),
      { nil: undefined },
    ),
    body: fc.record(
      { input: fc.oneof(fc.constant({}), anything), headers: anything },
      { requiredKeys: ["input"] },
    ),
  }),
);

/** JSON as it should have arrived: what JSON makes of the value. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

describe(`hostile input, seed ${seed}, ${numRuns} runs`, () => {
  test("any value as a request: a typed error before anything is sent, or a request that arrives as intended", async () => {
    const sandbox = await startSandbox();
    let asked = 0;
    const functiongraph = clientOf(sandbox, { credentials: () => (asked++, sandbox.credentials) });
    await fc.assert(
      fc.asyncProperty(requestLike, async (seed) => {
        const request = plant(seed);
        const [before, askedBefore] = [sandbox.executions.length, asked];
        let outcome: unknown;
        try {
          outcome = await functiongraph.startWorkflowExecution(request);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidRequestError);
          expect(error).toMatchObject({ attempts: 0, mayHaveStarted: false });
          expect((error as InvalidRequestError).issues.length).toBeGreaterThan(0);
          expect(asked).toBe(askedBefore);
          expect(sandbox.executions).toHaveLength(before);
          return;
        }
        const execution = sandbox.executions[before]!;
        expect(outcome).toEqual({ execution_id: execution.execution_id });
        expect(execution.path["workflow_id"]).toBe(request.path.workflow_id);
        expect(execution.body).toEqual(asJson(request.body));
      }),
      { ...runs, examples: traps.map((_, index): [unknown] => [new Trap(index)]) },
    );
  });

  test("any value as an option, a signal, a timeout, credentials or a Request: a typed error", async () => {
    const sandbox = await startSandbox();
    const typed = async (call: () => unknown) => {
      try {
        await call();
      } catch (error) {
        expect(error).toBeInstanceOf(FunctionGraphError);
      }
    };
    // Never the default endpoint or credentials, which are elsewhere.
    const base = {
      endpoint: sandbox.url,
      projectId: "p",
      credentials: { ak: "A", sk: "S" },
      timeoutMs: 2_000,
    };
    const options = fc.record(
      {
        endpoint: anything,
        region: anything,
        projectId: anything,
        credentials: anything,
        timeoutMs: anything,
        retry: anything,
        hooks: anything,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(anything, options, async (valueSeed, oddSeed) => {
        const [value, odd] = [plant(valueSeed), plant(oddSeed)];
        const start = (client: any, callOptions?: unknown) =>
          client.startWorkflowExecution(example, callOptions);
        await typed(() => createFunctionGraphClient(value));
        await typed(() => createFunctionGraphClient({ ...base, ...odd, endpoint: base.endpoint }));
        await typed(() => createFunctionGraphClient(odd));
        await typed(() =>
          start(createFunctionGraphClient({ ...base, credentials: value ?? base.credentials })),
        );
        await typed(() => start(createFunctionGraphClient({ ...base, projectId: value ?? "p" })));
        await typed(() => start(createFunctionGraphClient(base), value));
        await typed(() => start(createFunctionGraphClient(base), { signal: value, timeoutMs: 50 }));
        await typed(() => signRequest(value, base.credentials));
        await typed(() => signRequest(new Request(sandbox.url), value));
        await typed(() => signRequest(new Request(sandbox.url), base.credentials, { date: value }));
        await typed(() => signRequest(new Request(sandbox.url), base.credentials, { projectId: value }));
        await typed(() =>
          (signing({ credentials: value ?? base.credentials }) as any).onRequest({
            request: new Request(sandbox.url),
          }),
        );
      }),
      {
        ...runs,
        numRuns: Math.ceil(numRuns / 4),
        examples: traps.map((_, index): [unknown, object] => [new Trap(index), {}]),
      },
    );
  }, 120_000);

  test("any text as an id or a header: refused, or it arrives and is verified as it was given", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    const odd = fc.constantFrom(
      "..",
      ".",
      "%2e%2e",
      "%2E%2E%2F",
      "//",
      "a//b",
      "\r\n",
      "\0",
      "\ud800",
      "a\udfffb",
      "?",
      "#",
      "%",
      "%zz",
      "\\",
      "😀".repeat(513),
      "😀".repeat(512),
      "x".repeat(513),
      "",
    );
    const text = fc.oneof(
      odd,
      fc.string({ unit: "binary", maxLength: 40 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
        .map((units) => String.fromCharCode(...units)),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.option(text, { nil: undefined }), async (workflow_id, runId) => {
        const before = sandbox.executions.length;
        const header = runId === undefined ? {} : { "X-WorkflowRun-ID": runId };
        const length = [...workflow_id].length;
        const legalId =
          length >= 1 &&
          length <= 512 &&
          ![".", ".."].includes(workflow_id) &&
          !/[/\p{Surrogate}]/u.test(workflow_id);
        const legalHeader = runId === undefined || /^[\t\x20-\x7e]*$/.test(runId);
        const call = functiongraph.startWorkflowExecution({
          path: { workflow_id },
          header,
          body: { input: {} },
        });
        if (legalId && legalHeader) {
          await call;
          expect(sandbox.executions[before]).toMatchObject({ path: { workflow_id } });
          if (runId !== undefined)
            expect(sandbox.executions[before]!.header["X-WorkflowRun-ID"]).toBe(
              runId.replace(/^[\t ]+|[\t ]+$/g, ""),
            );
        } else {
          const { issues } = await rejection(call);
          const fields = new Set(issues.map(({ field }: { field: string }) => field));
          expect(fields).toEqual(
            new Set([
              ...(legalId ? [] : ["path.workflow_id"]),
              ...(legalHeader ? [] : ["header.X-WorkflowRun-ID"]),
            ]),
          );
          expect(sandbox.executions).toHaveLength(before);
        }
      }),
      runs,
    );
  });

  test("a deep body, and one that is polluting, arrive or are refused, and pollute nothing", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    const input = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    await functiongraph.startWorkflowExecution({ ...example, body: { input } });
    expect(JSON.stringify(sandbox.executions[0]!.body)).toBe(JSON.stringify({ input }));
    expect(({} as any).polluted).toBeUndefined();
    let deep: object = {};
    for (let i = 0; i < 100_000; i++) deep = { deep };
    // Node 26 writes JSON of any depth; older versions refuse this one.
    const outcome = await functiongraph
      .startWorkflowExecution({ ...example, body: { input: { deep } } })
      .catch((error: unknown) => error);
    if (outcome instanceof InvalidRequestError) expect(sandbox.executions).toHaveLength(1);
    else expect(outcome).toEqual({ execution_id: sandbox.executions[1]!.execution_id });
  });
});

describe(`the sandbox, seed ${seed}`, () => {
  /** Writes bytes to a connection of its own, and reads what comes until it is closed. */
  async function raw(url: string, bytes: string | Uint8Array, end = true): Promise<string> {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
    socket.on("error", () => {});
    socket.write(bytes);
    if (end) socket.end();
    // Not events.once(), which rejects on "error": from Node 24 on, some of these closes arrive as ECONNRESET.
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 3_000);
      socket.once("close", () => {
        clearTimeout(timer);
        resolve();
      });
    });
    socket.destroy();
    return answer;
  }
  const post = (path: string, headers: string, body = "") =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n${body}`;

  test("answers or closes, whatever bytes arrive, and goes on", async () => {
    const sandbox = await startSandbox();
    const path = `/v2/${sandbox.projectId}/fgs/workflows/w/executions`;
    const authorization = `Authorization: SDK-HMAC-SHA256 Access=${sandbox.credentials.ak}, SignedHeaders=host;x-sdk-date, Signature=${"0".repeat(64)}\r\nX-Sdk-Date: 20240321T000000Z\r\n`;
    const cases = [
      "",
      "\r\n\r\n\r\n",
      "GET\r\n\r\n",
      "POST / HTTP/9.9\r\n\r\n",
      "\x16\x03\x01\x02\x00\x01",
      post(path, "Content-Length: -1\r\n"),
      post(path, "Content-Length: 5\r\nContent-Length: 6\r\n", "12345"),
      post(path, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
      post(path, "Transfer-Encoding: chunked\r\n", "zz\r\n"),
      post(path, "Content-Length: 100\r\n", "short"),
      post(path, `${authorization}Content-Length: 2\r\n`, "{}"),
      post(path, `${authorization}${authorization}Content-Length: 2\r\n`, "{}"),
      post(path, `Authorization: ${"A".repeat(14_000)}\r\n`),
      post(path, `X-Long: ${"A".repeat(200_000)}\r\n`),
      post(`/${"a/".repeat(7_000)}`, ""),
      post("/v2/%ff/fgs/workflows/%zz/executions", authorization),
      post("//v2/..//../etc", ""),
      post("http://elsewhere/v2", ""),
      post("*", ""),
      `OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      post(path, "Expect: 100-continue\r\nContent-Length: 2\r\n", "{}"),
      post(path, "Upgrade: websocket\r\nConnection: Upgrade\r\n"),
      `CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n`,
      post(path, "\0\r\n"),
      post(
        path,
        "SignedHeaders: x\r\nAuthorization: SDK-HMAC-SHA256 Access=a, SignedHeaders=__proto__;constructor;toString, Signature=" +
          "f".repeat(64) +
          "\r\n",
      ),
    ];
    for (const bytes of cases) {
      const answer = await raw(sandbox.url, bytes);
      if (answer) expect(answer.startsWith("HTTP/1.1 ")).toBe(true);
      expect(answer).not.toMatch(/^HTTP\/1\.1 (2\d\d|5\d\d)/);
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const answer = await raw(sandbox.url, bytes);
        if (answer) expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
      }),
      { ...runs, numRuns: Math.ceil(numRuns / 5) },
    );
    expect(sandbox.executions).toEqual([]);
    await clientOf(sandbox).startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
  }, 120_000);

  test("refuses any body that the contract does not know, signed or not", async () => {
    const sandbox = await startSandbox({ strict: true });
    const path = `/v2/${sandbox.projectId}/fgs/workflows/w/executions`;
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.uint8Array({ maxLength: 50 }),
      fc.constantFrom('{"input":{},"input":1}', '{"input":{}}x', "\ufeff{}", '{"input":{"a":1e999}}'),
    );
    await fc.assert(
      fc.asyncProperty(body, async (bytes) => {
        const before = sandbox.executions.length;
        const request = {
          method: "POST",
          path,
          headers: { "content-type": "application/json" },
          body: Buffer.from(bytes as string),
        };
        const headers = await signedHeaders(sandbox, request);
        const { status } = await send(sandbox.url, { ...request, headers });
        let legal = false;
        try {
          const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(request.body));
          const isObject = (one: unknown) => typeof one === "object" && one !== null && !Array.isArray(one);
          legal =
            isObject(value) &&
            isObject(value.input) &&
            (value.headers === undefined || isObject(value.headers));
        } catch {
          // Not JSON.
        }
        expect(status).toBe(legal ? 200 : 400);
        expect(sandbox.executions).toHaveLength(before + Number(legal));
      }),
      { ...runs, numRuns: Math.ceil(numRuns / 2) },
    );
  });

  test("a replayed request is verified for 15 minutes and no longer", async () => {
    let now = Date.now();
    const sandbox = await startSandbox({ clock: () => now });
    const path = `/v2/${sandbox.projectId}/fgs/workflows/w/executions`;
    const request = {
      method: "POST",
      path,
      headers: { "content-type": "application/json" },
      body: '{"input":{}}',
    };
    const headers = await signedHeaders(sandbox, request);
    expect((await send(sandbox.url, { ...request, headers })).status).toBe(200);
    // The gateway documents no protection against a replay inside its window.
    expect((await send(sandbox.url, { ...request, headers })).status).toBe(200);
    now += 15 * 60_000 + 1_000;
    expect((await send(sandbox.url, { ...request, headers })).status).toBe(401);
  });

  test("survives ten thousand connections opened and dropped", async () => {
    const sandbox = await startSandbox();
    const port = Number(new URL(sandbox.url).port);
    const open = async (index: number) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      await Promise.race([once(socket, "connect"), once(socket, "close")]);
      if (index % 3 === 1)
        socket.write(
          "POST /v2/p/fgs/workflows/w/executions HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{",
        );
      if (index % 2) socket.resetAndDestroy();
      else socket.destroy();
    };
    for (let i = 0; i < 10_000; i += 100)
      await Promise.all(Array.from({ length: 100 }, (_, index) => open(i + index)));
    await clientOf(sandbox).startWorkflowExecution(example);
    await sandbox.close();
  }, 120_000);

  test("listens on loopback unless told otherwise", async () => {
    expect(new URL((await startSandbox()).url).hostname).toBe("127.0.0.1");
    expect(new URL((await startSandbox({ host: "::1" })).url).hostname).toBe("[::1]");
  });
});
