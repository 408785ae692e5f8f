/** Handles on executions, and waiting for their results, against services that are right, slow or wrong. */
import fc from "fast-check";
import {
  AbortError,
  ApiError,
  ConfigurationError,
  ConnectionError,
  createFunctionGraphClient,
  ExecutionFailedError,
  InvalidRequestError,
  TimeoutError,
  type ClientOptions,
  type ExecutionProgress,
} from "functiongraph-workflow";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { rejection } from "./helpers.js";
import { runsTimes, shownRuns } from "./seed.js";

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
  at: number;
}

type Answer = object | Error | "hang";

/** A client of a service that answers each poll as told, and everything else well; its time is fake. */
function setUp(
  poll: (poll: number) => Answer,
  {
    retryStatus = 200,
    retryBody,
    ...options
  }: Partial<ClientOptions> & { retryStatus?: number; retryBody?: string } = {},
) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const sent: Sent[] = [];
  let [polls, inFlight, most] = [0, 0, 0];
  const functiongraph = createFunctionGraphClient({
    endpoint: "https://host",
    projectId: "p",
    credentials: { ak: "AK", sk: "SK" },
    retry: { attempts: 1 },
    fetch: async (url, { method, headers, body, signal }) => {
      const text = await new Response(body as string).text();
      const path = new URL(url).pathname.replace("/v2/p/fgs/workflows/", "");
      sent.push({
        method,
        path,
        headers,
        body: text && (JSON.parse(text) as unknown),
        at: performance.now(),
      });
      if (method === "POST" && path.endsWith("/executions")) return Response.json({ execution_id: "e1" });
      if (method === "POST") return new Response(retryBody, { status: retryStatus });
      most = Math.max(most, ++inFlight);
      try {
        const answer = poll(++polls);
        if (answer === "hang")
          return await new Promise<never>((_, reject) =>
            signal?.addEventListener("abort", () => reject(new Error("aborted"))),
          );
        // As long as any service takes.
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (answer instanceof Error) throw answer;
        return answer instanceof Response ? answer : Response.json({ execution_id: "e1", ...answer });
      } finally {
        inFlight--;
      }
    },
    ...options,
  });
  return {
    functiongraph,
    sent,
    polled: () => sent.filter(({ method }) => method === "GET"),
    mostInFlight: () => most,
    inFlight: () => inFlight,
  };
}

/** Lets fake time pass until a promise settles. */
async function settled<Value>(promise: Promise<Value>, limitMs = 3_600_000): Promise<Value> {
  let done = false;
  const finish = () => void (done = true);
  promise.then(finish, finish);
  for (let passed = 0; !done && passed < limitMs; passed += 50) await vi.advanceTimersByTimeAsync(50);
  if (!done) throw new Error(`still pending after ${limitMs} ms`);
  return promise;
}

const refusal = (status: number, headers = {}) =>
  Response.json({ error_code: `X.${status}`, error_msg: "no" }, { status, headers });
const failing = (promise: Promise<unknown>) => settled(rejection(promise));

test("starts, waits politely, and resolves to the output", async () => {
  const { functiongraph, sent, polled } = setUp((n) =>
    n < 12 ? { status: "running" } : { status: "success", output: { total: 42 } },
  );
  const options = { headers: { tenantId: "user1" }, header: { "X-WorkflowRun-ID": "r1" } };
  const execution = await functiongraph.start<{ total: number }>("order-flow", { orderId: 7 }, options);
  expect(execution).toMatchObject({ workflowId: "order-flow", id: "e1" });
  expect(sent[0]).toMatchObject({
    ...{ method: "POST", path: "order-flow/executions" },
    body: { input: { orderId: 7 }, headers: { tenantId: "user1" } },
    headers: { "x-workflowrun-id": "r1" },
  });
  const output = await settled(execution.result());
  expect(output.total).toBe(42);

  expect(polled()[0]).toMatchObject({ path: "order-flow/executions/e1" });
  expect(polled()[0]!.headers).toMatchObject({ "x-get-workflow-full-history-data": "true" });
  const gaps = polled().map(({ at }, index) => at - sent[index]!.at);
  expect(gaps[0]).toBeGreaterThanOrEqual(375);
  expect(gaps[0]).toBeLessThanOrEqual(550);
  for (const [index, gap] of gaps.entries()) {
    const usual = Math.min(10_000, 500 * 1.5 ** Math.max(0, index - 1));
    expect(gap).toBeGreaterThanOrEqual(usual * 0.75);
    expect(gap).toBeLessThanOrEqual(usual + 100);
  }
  expect(vi.getTimerCount()).toBe(0);
});

test("a handle is plain data: it can be stored and picked up elsewhere", async () => {
  const { functiongraph, sent } = setUp(() => ({ status: "success", output: { done: true } }));
  const stored = JSON.stringify(await functiongraph.start("order-flow", {}));
  expect(stored).toBe('{"workflowId":"order-flow","id":"e1"}');
  const { workflowId, id } = JSON.parse(stored);
  const execution = functiongraph.execution(workflowId, id);
  expect(sent).toHaveLength(1);
  expect(await settled(execution.result())).toEqual({ done: true });
  // Long ended, perhaps: it is looked at right away.
  expect(sent[1]!.at - sent[0]!.at).toBeLessThan(100);
  expect(await settled(execution.describe())).toMatchObject({ execution_id: "e1", status: "success" });
});

test("an execution without output resolves to undefined", async () => {
  const { functiongraph } = setUp(() => ({ status: "success" }));
  expect(await settled(functiongraph.execution("w", "e").result())).toBeUndefined();
});

describe("an execution that does not succeed", () => {
  const nodes = [
    { node_id: "n1", node_name: "Reserve", executions: [{ status: "fail" }, { status: "success" }] },
    { node_id: "n2", node_name: "Charge", executions: [{ status: "fail", error_message: "declined" }] },
    { node_id: "n3", executions: [{ status: "timeout", error_message: { detail: { code: 7 } } }] },
    { node_id: "n4", executions: [{ status: "fail" }] },
    { node_id: "n5", executions: [] },
    null,
  ];

  test.each([
    ["fail", "failed"],
    ["timeout", "timed out"],
    ["cancel", "was stopped"],
  ])("rejects for %s, with the nodes that failed", async (status, what) => {
    const { functiongraph } = setUp(() => ({ status, output: { half: 1 }, node_execution_details: nodes }));
    const error = await failing(functiongraph.execution("w", "e1").result());
    expect(error).toBeInstanceOf(ExecutionFailedError);
    expect(error).not.toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ status, output: { half: 1 }, workflowId: "w", executionId: "e1" });
    expect(error.failedNodes).toEqual([
      { id: "n2", name: "Charge", message: "declined" },
      { id: "n3", name: undefined, message: '{"detail":{"code":7}}' },
      { id: "n4", name: undefined, message: "fail" },
    ]);
    expect(error.message).toBe(
      `Execution e1 of workflow w ${what}: Charge: declined; n3: {"detail":{"code":7}}; n4: fail.`,
    );
    expect(error.mayHaveStarted).toBe(true);
  });

  test("says no secret that the service repeats, and no more than can be read", async () => {
    const secrets = ["SECURITYTOKEN", "SK-THAT-IS-SECRET"];
    const credentials = { ak: "AK", sk: secrets[1]!, securityToken: secrets[0] };
    const many = Array.from({ length: 200 }, (_, n) => ({
      node_name: `node ${n} ${secrets[0]} ${"x".repeat(10_000)}`,
      executions: [{ status: "fail", error_message: { echo: [...secrets, "y".repeat(10_000)] } }],
    }));
    const { functiongraph } = setUp(() => ({ status: "fail", node_execution_details: many }), {
      credentials,
    });
    const error = await failing(functiongraph.execution("w", "e1").result());
    const text = JSON.stringify([error.message, error.failedNodes]);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(error.failedNodes).toHaveLength(200);
    expect(error.message.length).toBeLessThan(5_000);
    expect(error.message).toMatch(/; 195 more\.$/);
  });

  test("is told although its error is nested more deeply than can be written", async () => {
    const deep = `${'{"a":'.repeat(6_000)}1${"}".repeat(6_000)}`;
    const node = `{"node_id":"","executions":[{"status":"fail","error_message":${deep}}]}`;
    const text = `{"execution_id":"e1","status":"fail","node_execution_details":[${node}]}`;
    const { functiongraph } = setUp(() => new Response(text));
    const error = await failing(functiongraph.execution("w", "e1").result());
    expect(error).toBeInstanceOf(ExecutionFailedError);
    expect(error.message).toContain("a node: ");
  });

  test("even with fields of other types, however deeply nested", async () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const text = `{"execution_id":"e1","status":"fail","end_time":${deep},"last_update_time":{"__proto__":null}}`;
    const { functiongraph } = setUp(() => new Response(text));
    expect(await failing(functiongraph.execution("w", "e1").result())).toBeInstanceOf(ExecutionFailedError);
  });

  test("without nodes, too", async () => {
    const { functiongraph } = setUp(() => ({ status: "fail", node_execution_details: "rubbish" }));
    const error = await failing(functiongraph.execution("w", "e1").result());
    expect(error).toMatchObject({ failedNodes: [], message: "Execution e1 of workflow w failed." });
  });
});

describe("the waiting", () => {
  test("has its own time limit, which is not the execution's", async () => {
    const { functiongraph } = setUp(() => ({ status: "running" }));
    const error = await failing(functiongraph.execution("w", "e1").result({ timeoutMs: 3_000 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).not.toBeInstanceOf(ExecutionFailedError);
    expect(error.message).toContain(
      "took longer than 3000 ms; its status was running. The execution goes on",
    );
    expect(vi.getTimerCount()).toBe(0);
  });

  test("ends at its time limit while a poll hangs, and the poll with it", async () => {
    const { functiongraph, inFlight } = setUp(() => "hang");
    const before = performance.now();
    const error = await failing(functiongraph.execution("w", "e1").result({ timeoutMs: 3_000 }));
    expect(error.message).toContain("it was not seen");
    expect(performance.now() - before).toBeLessThan(3_200);
    expect(inFlight()).toBe(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each(["before it begins", "between two polls", "during a poll"])("can be aborted %s", async (when) => {
    const { functiongraph, inFlight } = setUp(() =>
      when === "during a poll" ? "hang" : { status: "running" },
    );
    const controller = new AbortController();
    const reason = new Error("enough");
    if (when === "before it begins") controller.abort(reason);
    const waiting = rejection(functiongraph.execution("w", "e1").result({ signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(300);
    controller.abort(reason);
    const error = await waiting;
    expect(error).toBeInstanceOf(AbortError);
    expect(error.cause).toBe(reason);
    await vi.advanceTimersByTimeAsync(0);
    expect(inFlight()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("waits through statuses that it does not know, and tells of each poll", async () => {
    const statuses = ["scheduled", "running", "stopping", "marinating", "success"];
    const { functiongraph } = setUp((n) => ({ status: statuses[n - 1]!, output: { n } }));
    const seen: ExecutionProgress[] = [];
    const output = await settled(
      functiongraph.execution("w", "e1").result({
        onProgress: (progress) => {
          seen.push(progress);
          throw new Error("whatever it does");
        },
      }),
    );
    expect(output).toEqual({ n: 5 });
    expect(seen.map(({ status, polls }) => [status, polls])).toEqual(statuses.map((one, n) => [one, n + 1]));
    expect(seen[0]!.execution).toMatchObject({ execution_id: "e1", status: "scheduled" });
    expect(seen[4]!.elapsedMs).toBeGreaterThan(seen[3]!.elapsedMs);
  });

  test("just after a start, a 404 means that it is not visible yet", async () => {
    const { functiongraph } = setUp((n) => (n < 5 ? refusal(404) : { status: "success" }));
    const execution = await functiongraph.start("w", {});
    await settled(execution.result());
  });

  test("30 seconds after a start, a 404 means what it says", async () => {
    const { functiongraph, sent, polled } = setUp(() => refusal(404));
    const execution = await functiongraph.start("w", {});
    const error = await failing(execution.result());
    expect(error).toMatchObject({ status: 404, code: "X.404", mayHaveStarted: false });
    expect(error.message).toContain("If the workflow is an express workflow: it keeps no history");
    const last = polled().at(-1)!.at - sent[0]!.at;
    expect(last).toBeGreaterThan(30_000);
    expect(last).toBeLessThan(45_000);
  });

  test.each([
    ["of a handle that has started nothing", 1],
    ["of one that was seen before", 2],
  ])("a 404 %s is final", async (_, at) => {
    const { functiongraph, polled } = setUp((n) => (n < at ? { status: "running" } : refusal(404)));
    expect(await failing(functiongraph.execution("w", "e1").result())).toBeInstanceOf(ApiError);
    expect(polled()).toHaveLength(at);
  });

  test.each<[string, () => Answer]>([
    ["a broken connection", () => new Error("broken")],
    ["a 429", () => refusal(429)],
    ["a 503", () => refusal(503)],
    ["a 500", () => refusal(500)],
    ["rubbish", () => new Response("<html>")],
    ["a success without a status", () => ({ state: "running" })],
  ])("goes on after %s", async (_, answer) => {
    const { functiongraph } = setUp((n) => (n % 2 ? answer() : { status: n < 6 ? "running" : "success" }));
    const errors: unknown[] = [];
    const onProgress = ({ error }: ExecutionProgress) => void (error && errors.push(error));
    await settled(functiongraph.execution("w", "e1").result({ onProgress }));
    expect(errors).toHaveLength(3);
  });

  test.each<[string, () => Answer, object]>([
    ["nobody answers", () => new Error("broken"), { constructor: ConnectionError }],
    ["every poll hangs", () => "hang", { constructor: TimeoutError }],
    ["every poll is throttled", () => refusal(429), { status: 429 }],
  ])("fails after five minutes in which %s", async (_, answer, expected) => {
    const { functiongraph } = setUp((n) => (n === 1 ? { status: "running" } : answer()));
    const before = performance.now();
    const error = await failing(functiongraph.execution("w", "e1").result());
    expect(error).toMatchObject(expected);
    expect(performance.now() - before).toBeGreaterThan(299_000);
    expect(performance.now() - before).toBeLessThan(350_000);
  });

  test.each([400, 401, 403])("fails at once for a %d", async (status) => {
    const { functiongraph, polled } = setUp(() => refusal(status));
    expect(await failing(functiongraph.execution("w", "e1").result())).toMatchObject({ status });
    expect(polled()).toHaveLength(1);
  });

  test("honours Retry-After, however long", async () => {
    const { functiongraph, polled } = setUp((n) =>
      n === 1 ? refusal(429, { "Retry-After": "120" }) : { status: "success" },
    );
    await settled(functiongraph.execution("w", "e1").result());
    const [first, second] = polled();
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(120_000);
    expect(second!.at - first!.at).toBeLessThan(121_000);
  });

  test("but no longer than its patience: then it fails", async () => {
    const { functiongraph, polled } = setUp(() => refusal(503, { "Retry-After": "3600" }));
    expect(await failing(functiongraph.execution("w", "e1").result())).toMatchObject({ status: 503 });
    expect(polled()).toHaveLength(2);
  });

  test("survives what a listener returns, and a signal whose reason cannot be read", async () => {
    const { functiongraph } = setUp((n) => ({ status: n < 3 ? "running" : "success" }));
    const onProgress = () => ({ then: () => Promise.reject(new Error("of the listener")) }) as never;
    await settled(functiongraph.execution("w", "e1").result({ onProgress }));
    const controller = new AbortController();
    Object.defineProperty(controller.signal, "reason", {
      get: () => {
        throw new Error("unreadable");
      },
    });
    const waiting = rejection(functiongraph.execution("w", "e2").result({ signal: controller.signal }));
    controller.abort();
    expect(await waiting).toBeInstanceOf(AbortError);
  });

  test("never asks twice at a time, and does not ask again once it knows", async () => {
    const { functiongraph, polled, mostInFlight } = setUp((n) => ({ status: n < 8 ? "running" : "success" }));
    await settled(functiongraph.execution("w", "e1").result());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(polled()).toHaveLength(8);
    expect(mostInFlight()).toBe(1);
  });

  test("of many at once has few polls in flight, and two timers besides those of the polls", async () => {
    const { functiongraph, polled, mostInFlight } = setUp(
      (n) => ({ status: n > 600 ? "success" : "running" }),
      {
        maxConcurrentPolls: 7,
      },
    );
    const all = Array.from({ length: 300 }, () =>
      functiongraph.execution("w", "e1").result({ timeoutMs: 600_000 }),
    );
    await vi.advanceTimersByTimeAsync(5);
    // Each poll has its own deadline, and the service its delay.
    expect(vi.getTimerCount()).toBeLessThanOrEqual(2 + 2 * 7);
    await settled(Promise.all(all));
    expect(mostInFlight()).toBe(7);
    expect(polled().length).toBeLessThan(1_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("of many at once lets those end that are queued behind polls that hang", async () => {
    const { functiongraph } = setUp(() => "hang", { maxConcurrentPolls: 1 });
    const errors = Array.from({ length: 5 }, () =>
      rejection(functiongraph.execution("w", "e1").result({ timeoutMs: 2_000 })),
    );
    for (const error of await settled(Promise.all(errors))) expect(error).toBeInstanceOf(TimeoutError);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("stop and retry", () => {
  test("send one request each", async () => {
    const { functiongraph, sent } = setUp(() => ({ status: "cancel" }));
    const execution = functiongraph.execution("w", "e1");
    expect(await settled(execution.stop())).toBeUndefined();
    expect(await settled(execution.retry())).toBeUndefined();
    expect(sent.map(({ path }) => path)).toEqual(["w/executions/e1/terminate", "w/executions/e1/retry"]);
  });

  const old = { status: "fail", end_time: "2026-01-31T09:30:00Z", node_execution_details: [] };
  const good = { status: "success", output: { n: 1 } };

  test("a failure from before a retry is not taken for a new one", async () => {
    const { functiongraph, polled } = setUp((n) => [old, old, old, { status: "running" }, good][n - 1]!);
    const execution = functiongraph.execution("w", "e1");
    expect(await failing(execution.result())).toBeInstanceOf(ExecutionFailedError);
    await settled(execution.retry());
    expect(await settled(execution.result())).toEqual({ n: 1 });
    expect(polled()).toHaveLength(5);
  });

  test("nor is one without an end time, nor any at first of an execution that was never looked at", async () => {
    for (const failure of [{ status: "fail", end_time: "" }, { status: "timeout" }, old]) {
      const { functiongraph } = setUp((n) => (n < 4 ? failure : good));
      const execution = functiongraph.execution("w", "e1");
      if (failure !== old) await settled(execution.describe());
      await settled(execution.retry());
      expect(await settled(execution.result())).toEqual({ n: 1 });
    }
  });

  test("a new failure is told at once, even where time stands still: a node has one more run", async () => {
    const runs = (count: number) => ({
      ...old,
      node_execution_details: [
        { node_id: "n", executions: Array.from({ length: count }, () => ({ status: "fail" })) },
      ],
    });
    const { functiongraph, polled } = setUp((n) => runs(n < 3 ? 1 : 2));
    const execution = functiongraph.execution("w", "e1");
    await failing(execution.result());
    await settled(execution.retry());
    expect(await failing(execution.result())).toBeInstanceOf(ExecutionFailedError);
    expect(polled()).toHaveLength(3);
  });

  test("after 30 seconds an old failure counts", async () => {
    const { functiongraph, polled } = setUp(() => old);
    const execution = functiongraph.execution("w", "e1");
    await failing(execution.result());
    await settled(execution.retry());
    await vi.advanceTimersByTimeAsync(30_001);
    expect(await failing(execution.result())).toBeInstanceOf(ExecutionFailedError);
    expect(polled()).toHaveLength(2);
  });

  test("a retry whose response is lost may have been carried out; one that is refused was not", async () => {
    for (const [status, seen] of [
      [500, { n: 1 }],
      [400, undefined],
    ] as const) {
      const { functiongraph } = setUp((n) => (n < 4 ? old : good), { retryStatus: status });
      const execution = functiongraph.execution("w", "e1");
      await failing(execution.result());
      await rejection(settled(execution.retry()));
      const result = execution.result();
      if (seen) expect(await settled(result)).toEqual(seen);
      else expect(await failing(result)).toBeInstanceOf(ExecutionFailedError);
    }
  });

  test("a proxy's page is no sign that anything was done", async () => {
    const { functiongraph } = setUp(() => old, { retryBody: "<!doctype html><title>Log in</title>" });
    const error = await failing(functiongraph.execution("w", "e1").retry());
    expect(error).toMatchObject({ name: "UnexpectedResponseError", mayHaveStarted: true });
  });
});

describe("bad input", () => {
  test.each([
    ["", {}, undefined, "path.workflow_id"],
    ["w", "text", undefined, "body.input must be an object"],
    ["w", {}, { headers: 7 }, "body.headers must be an object"],
    ["w", {}, { header: { "X-Odd": "1" } }, "header.X-Odd is not known"],
  ])("of a start is named before anything is sent: %j %j %j", async (workflowId, input, options, message) => {
    const { functiongraph, sent } = setUp(() => ({}));
    const error = await rejection(functiongraph.start(workflowId, input as object, options as object));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error.message).toContain(message);
    expect(sent).toEqual([]);
  });

  test.each([{ timeoutMs: 0 }, { timeoutMs: "1" }, { signal: {} }, { onProgress: 7 }])(
    "of a wait is named: %j",
    async (options) => {
      const { functiongraph, sent } = setUp(() => ({}));
      const error = await rejection(functiongraph.execution("w", "e").result(options as object));
      expect(error).toBeInstanceOf(ConfigurationError);
      expect(sent).toEqual([]);
    },
  );

  test("an id that would change the URL is refused by the first call", async () => {
    const { functiongraph, sent } = setUp(() => ({}));
    expect(await failing(functiongraph.execution("w", "../x").result())).toBeInstanceOf(InvalidRequestError);
    expect(sent).toEqual([]);
  });

  test.each([0, 1.5, "3"])("maxConcurrentPolls %j is refused", (maxConcurrentPolls) => {
    expect(() => setUp(() => ({}), { maxConcurrentPolls: maxConcurrentPolls as number })).toThrow(
      "maxConcurrentPolls must be a whole number of at least 1",
    );
  });
});

test(`whatever a service answers, the waiting ends as it must (${shownRuns})`, async () => {
  const answers = fc.array(
    fc.constantFrom("running", "odd", "success", "fail", "cancel", "timeout", 400, 404, 429, 500, "broken"),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(answers, fc.boolean(), async (list, isNew) => {
      const { functiongraph, polled, mostInFlight } = setUp((n) => {
        const answer = list[Math.min(n, list.length) - 1]!;
        if (answer === "broken") return new Error("broken");
        return typeof answer === "number" ? refusal(answer) : { status: answer };
      });
      const execution = isNew ? await functiongraph.start("w", {}) : functiongraph.execution("w", "e1");
      const outcome = await settled(
        execution.result({ timeoutMs: 900_000 }).then(
          () => "success",
          (error) => error.name,
        ),
      );

      /** The model: the first answer that decides. */
      let seen = false;
      const passes = (answer: string | number) => {
        if (answer === 404) return isNew && !seen;
        if (answer === "running" || answer === "odd") return (seen = true);
        return [429, 500, "broken"].includes(answer);
      };
      const decisive = list.find((answer) => !passes(answer));
      const expected =
        decisive === "success"
          ? ["success"]
          : typeof decisive === "string"
            ? ["ExecutionFailedError"]
            : typeof decisive === "number"
              ? ["ApiError"]
              : // The last answer is repeated until the patience or the time is over.
                ["TimeoutError", "ConnectionError", "ApiError"];
      expect(expected).toContain(outcome);
      if (decisive !== undefined) expect(polled()).toHaveLength(list.indexOf(decisive) + 1);
      expect(mostInFlight()).toBe(1);
      expect(vi.getTimerCount()).toBe(0);
    }),
    runsTimes(0.05),
  );
});
