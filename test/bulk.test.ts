import { createFunctionGraphClient } from "functiongraph-workflow";
import { RunStoppedError, type Outcome, type Progress } from "functiongraph-workflow/bulk";
import { describe, expect, test } from "vitest";
import { listOf, newJournal, run } from "./bulk-helpers.js";
import { clientOf, startSandbox } from "./helpers.js";

const counts = { started: 0, refused: 0, unknown: 0, unsent: 0, earlier: 0, repeated: 0 };

test("starts each input once and tells each outcome; a second run starts none, and tells them again", async () => {
  const sandbox = await startSandbox();
  const journal = newJournal();
  const first = await run(clientOf(sandbox), listOf(50), { journal });
  expect(first.summary).toMatchObject({ ...counts, inputs: 50, started: 50, unknowns: [] });
  expect(sandbox.executions.map(({ body }) => body)).toEqual(
    expect.arrayContaining(listOf(50).map(({ input }) => ({ input }))),
  );
  const ids = new Map(
    sandbox.executions.map(({ body, execution_id }) => [(body as any).input.n, execution_id]),
  );
  expect(first.outcomes.get("k7")).toEqual({
    key: "k7",
    position: 7,
    outcome: "started",
    executionId: ids.get(7),
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });

  const second = await run(clientOf(sandbox), listOf(60), { journal });
  expect(second.summary).toMatchObject({ ...counts, inputs: 60, started: 60, earlier: 50 });
  expect(second.outcomes.get("k7")).toEqual({ ...first.outcomes.get("k7"), earlier: true });
  expect(sandbox.executions).toHaveLength(60);
});

test("takes any iterable, headers, and inputs without keys, which their places stand for", async () => {
  const sandbox = await startSandbox();
  const journal = newJournal();
  const input = { n: 1 };
  async function* inputs() {
    for (const n of [1, 2, 3]) {
      // Changed while earlier ones are in flight.
      input.n = n;
      yield { input, headers: { tenantId: `t${n}` } };
    }
  }
  const { outcomes } = await run(clientOf(sandbox), inputs(), { journal });
  expect([...outcomes.keys()].sort()).toEqual(["#1", "#2", "#3"]);
  const bodies = sandbox.executions.map(({ body }) => body as any).sort((a, b) => a.input.n - b.input.n);
  expect(bodies).toEqual([1, 2, 3].map((n) => ({ input: { n }, headers: { tenantId: `t${n}` } })));

  const other = await run(clientOf(sandbox), [{ input: { n: 0 } }], { journal });
  expect(other.error.message).toMatch(
    /Input 1 of the list differs .* with the key "#1": it is the journal of another list/,
  );
  expect(sandbox.executions).toHaveLength(3);
});

test("without a journal, starts each once within the run", async () => {
  const sandbox = await startSandbox();
  const twice = [...listOf(5), ...listOf(5)];
  const { summary } = await run(clientOf(sandbox), twice, { journal: false });
  expect(summary).toMatchObject({ ...counts, inputs: 10, started: 5, repeated: 5 });
  expect(sandbox.executions).toHaveLength(5);
});

describe("a failed start", () => {
  test("that was refused is not sent again, until its input is corrected", async () => {
    const sandbox = await startSandbox();
    const journal = newJournal();
    const bad = [{ key: "a", input: "text" as never }, ...listOf(2)];
    sandbox.failNext({ status: 400, body: { error_code: "FSS.1001", error_msg: "no" } });
    const first = await run(clientOf(sandbox), bad, { journal, concurrency: 1 });
    expect(first.summary).toMatchObject({ inputs: 3, started: 1, refused: 2 });
    expect(first.outcomes.get("a")).toMatchObject({
      outcome: "refused",
      error: { name: "InvalidRequestError" },
    });
    expect(first.outcomes.get("k1")!.error).toMatchObject({
      name: "ApiError",
      status: 400,
      code: "FSS.1001",
    });

    const second = await run(clientOf(sandbox), bad, { journal });
    expect(second.summary).toMatchObject({ refused: 2, earlier: 3 });
    const third = await run(clientOf(sandbox), [{ key: "a", input: { n: 0 } }], { journal });
    expect(third.summary).toMatchObject({ started: 1, earlier: 0 });
    expect(sandbox.executions).toHaveLength(2);
  });

  test.each([
    ["a lost response", { drop: true, started: true }],
    ["a lost request", { drop: true }],
    ["a 500", { status: 500 }],
    ["a 502 of a start", { status: 502, started: true }],
  ])("that may have started is never sent again: %s", async (_, failure) => {
    const sandbox = await startSandbox();
    const journal = newJournal();
    sandbox.failNext(failure);
    // The client would send it again.
    const functiongraph = clientOf(sandbox, { retry: { attempts: 3, mayStartTwice: true } });
    const first = await run(functiongraph, listOf(3), { journal, concurrency: 1 });
    expect(first.summary).toMatchObject({ started: 2, unknown: 1 });
    expect(first.summary.unknowns).toEqual([first.outcomes.get("k1")]);
    expect(first.outcomes.get("k1")).toMatchObject({ outcome: "unknown", sentAt: expect.any(String) });
    const second = await run(functiongraph, listOf(3), { journal });
    expect(second.summary).toMatchObject({ started: 2, unknown: 1, earlier: 3 });
    expect(sandbox.executions).toHaveLength("started" in failure ? 3 : 2);
  });

  test("that was throttled is sent again in the same run, and more slowly", async () => {
    const sandbox = await startSandbox();
    const rates: number[] = [];
    const attempts: number[] = [];
    const hooks = { onRequest: ({ attempt }: { attempt: number }) => void attempts.push(attempt) };
    const onOutcome = ({ key }: Outcome) => {
      // After the first, the client does not retry by itself.
      if (key === "k1") sandbox.failNext({ status: 429 });
    };
    const onProgress = ({ rate }: Progress) => void rates.push(rate);
    const options = { journal: newJournal(), rate: 40, concurrency: 1, onOutcome, onProgress };
    const { summary } = await run(clientOf(sandbox, { hooks }), listOf(8), options);
    expect(summary).toMatchObject({ ...counts, inputs: 8, started: 8 });
    expect(attempts).toEqual(Array(9).fill(1));
    expect(rates.at(-1)).toBeLessThan(40);
    expect(sandbox.executions).toHaveLength(8);
  });
});

describe("stops", () => {
  test("after one wrong signature, as five would lock the key", async () => {
    const sandbox = await startSandbox();
    const journal = newJournal();
    let requests = 0;
    const hooks = { onRequest: () => void requests++ };
    const credentials = { ...sandbox.credentials, sk: "wrong" };
    const wrong = await run(clientOf(sandbox, { credentials, hooks }), listOf(100), {
      journal,
      concurrency: 50,
    });
    expect(wrong.error).toBeInstanceOf(RunStoppedError);
    expect(wrong.error.cause).toMatchObject({ name: "ApiError", status: 401 });
    expect(wrong.summary).toMatchObject({ ...counts, inputs: 1, unsent: 1 });
    expect(requests).toBe(1);

    const right = await run(clientOf(sandbox), listOf(100), { journal });
    expect(right.summary).toMatchObject({ started: 100, earlier: 0 });
  });

  test("when the key is refused on the way; the next run sends the rest", async () => {
    const sandbox = await startSandbox();
    const journal = newJournal();
    const onOutcome = ({ position }: Outcome) => {
      if (position === 5) sandbox.failNext({ status: 403, body: { error_code: "APIG.0302" } });
    };
    const first = await run(clientOf(sandbox), listOf(500), { journal, concurrency: 3, onOutcome });
    expect(first.error.message).toMatch(
      /^The run stopped after reading \d+ inputs \(\d+ started, 0 refused, 0 unknown, \d unsent\): .*403/,
    );
    const { inputs, started, unsent } = first.summary;
    expect(started + unsent).toBe(inputs);
    expect(inputs).toBeLessThan(15);
    expect(sandbox.executions).toHaveLength(started);
    const second = await run(clientOf(sandbox), listOf(500), { journal });
    expect(second.summary).toMatchObject({ started: 500, unknown: 0, earlier: started });
    expect(sandbox.executions).toHaveLength(500);
  });

  test("when nothing gets through; what was not sent stays so", async () => {
    const sandbox = await startSandbox();
    const journal = newJournal();
    const { credentials, projectId, url: endpoint } = sandbox;
    const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
    // Before anything is sent, credentials are asked for.
    const hanging = () => new Promise<never>(() => {});
    const options = { endpoint, projectId, timeoutMs: 20, credentials: hanging };
    const down = await run(createFunctionGraphClient(options), listOf(9), { journal, giveUpAfterMs: 150 });
    expect(down.error.cause).toMatchObject({ name: "TimeoutError", mayHaveStarted: false });
    expect(down.summary).toMatchObject({ started: 0, unknown: 0 });
    const vault = { ...options, credentials: () => Promise.reject(refused) };
    const broken = await run(createFunctionGraphClient(vault), listOf(9), { journal });
    expect(broken.error.cause).toMatchObject({ name: "CredentialsError" });
    const up = await run(
      createFunctionGraphClient({ ...options, timeoutMs: 5_000, credentials }),
      listOf(9),
      { journal },
    );
    expect(up.summary).toMatchObject({ started: 9, earlier: 0 });
  });

  test("when the caller aborts: what is in flight is waited for, and no more is sent or read", async () => {
    const sandbox = await startSandbox();
    const journal = newJournal();
    const controller = new AbortController();
    let closed = false;
    async function* inputs() {
      try {
        yield* listOf(10);
        await new Promise(() => {});
      } finally {
        closed = true;
      }
    }
    for (let n = 0; n < 10; n++) sandbox.failNext({ delayMs: 100 });
    const onOutcome = ({ position }: Outcome) => position === 3 && controller.abort("enough");
    const first = await run(clientOf(sandbox), inputs(), {
      journal,
      concurrency: 3,
      signal: controller.signal,
      onOutcome,
    });
    expect(first.error.cause).toMatchObject({ name: "AbortError", cause: "enough" });
    const { inputs: read, started, unsent } = first.summary;
    expect(first.summary).toMatchObject({ unknown: 0, refused: 0 });
    expect(started + unsent).toBe(read);
    expect(sandbox.executions).toHaveLength(started);
    expect(closed).toBe(true);
    const second = await run(clientOf(sandbox), listOf(10), { journal });
    expect(second.summary).toMatchObject({ started: 10, earlier: started });

    // A list that never yields.
    const hangs = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) };
    const soon = AbortSignal.timeout(50);
    const third = await run(clientOf(sandbox), hangs, { journal: newJournal(), signal: soon });
    expect(third.error.cause).toMatchObject({ name: "AbortError", cause: soon.reason });
    const fourth = await run(clientOf(sandbox), listOf(1), { journal: newJournal(), signal: soon });
    expect(fourth.error).toMatchObject({ name: "RunStoppedError", summary: { inputs: 0 } });
  });

  test("at once, even among many inputs that need no request", async () => {
    const sandbox = await startSandbox();
    const controller = new AbortController();
    function* inputs() {
      setTimeout(() => controller.abort(), 20);
      for (;;) yield listOf(1)[0]!;
    }
    const { summary } = await run(clientOf(sandbox), inputs(), { journal: false, signal: controller.signal });
    expect(summary.repeated).toBe(summary.inputs - 1);
  });

  test("when the list cannot be read, or what is told of an outcome fails", async () => {
    const sandbox = await startSandbox();
    const failure = new Error("the file ended early");
    function* inputs() {
      yield* listOf(3);
      throw failure;
    }
    const cut = await run(clientOf(sandbox), inputs(), { journal: newJournal() });
    expect(cut.error).toMatchObject({ cause: failure, message: expect.stringContaining("ended early") });
    expect(cut.summary.started + cut.summary.unsent).toBe(3);
    expect(sandbox.executions).toHaveLength(cut.summary.started);

    const full = new Error("EPIPE");
    const told: string[] = [];
    const onOutcome = ({ key }: Outcome) => {
      told.push(key);
      if (told.length === 2) throw full;
    };
    const unheard = await run(clientOf(sandbox), listOf(99), {
      journal: newJournal(),
      concurrency: 1,
      onOutcome,
    });
    expect(unheard.error.cause).toBe(full);
    expect(told).toEqual(["k1", "k2"]);
    expect(sandbox.executions).toHaveLength(cut.summary.started + 2);
  });

  test.each([
    [
      "another input with the same key",
      [
        { key: "a", input: { n: 1 } },
        { key: "b", input: {} },
        { key: "a", input: { n: 2 } },
      ],
      /Inputs 1 and 3 of the list have the same key, "a", but differ/,
    ],
    [
      "other headers with the same key",
      [
        { key: "a", input: {}, headers: { a: 1 } },
        { key: "a", input: {} },
      ],
      /Inputs 1 and 2 of the list have the same key, "a", but differ/,
    ],
    ["something else", ["text"], /Input 1 of the list is not an object/],
    ["a property that nobody knows", [{ key: "a", inputs: {} }], /Input 1 of the list has "inputs"/],
    ["an empty key", [{ key: "", input: {} }], /Input 1 of the list has an unusable key/],
    ["a number as a key", [{ key: 7, input: {} }], /Input 1 of the list has an unusable key/],
    [
      "what JSON cannot hold",
      [{ key: "a", input: { big: 1n } }],
      /Input 1 of the list \(key "a"\) cannot be written as JSON/,
    ],
  ])("at %s", async (_, inputs, message) => {
    const sandbox = await startSandbox();
    const { error } = await run(clientOf(sandbox), inputs as never, {
      journal: newJournal(),
      concurrency: 1,
    });
    expect(error.cause).toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(message),
    });
  });
});

test("tells outcomes one at a time, and goes on when the caller is ready", async () => {
  const sandbox = await startSandbox();
  let [telling, most, read, told] = [0, 0, 0, 0];
  let ahead = 0;
  function* inputs() {
    for (const one of listOf(30)) {
      ahead = Math.max(ahead, ++read - told);
      yield one;
    }
  }
  const onOutcome = async () => {
    most = Math.max(most, ++telling);
    await new Promise((resolve) => setTimeout(resolve, 2));
    telling--;
    told++;
  };
  await run(clientOf(sandbox), inputs(), { journal: newJournal(), concurrency: 4, onOutcome });
  expect({ most, told }).toEqual({ most: 1, told: 30 });
  expect(ahead).toBeLessThanOrEqual(5);
});

test("keeps to the rate and the concurrency, and tells how it goes", async () => {
  const sandbox = await startSandbox();
  const progress: Progress[] = [];
  let [inFlight, most] = [0, 0];
  const hooks = {
    onRequest: () => void (most = Math.max(most, ++inFlight)),
    onResponse: () => void inFlight--,
  };
  for (let n = 0; n < 60; n++) sandbox.failNext({ delayMs: 40 });
  const begin = performance.now();
  const onProgress = (one: Progress) => {
    progress.push(one);
    throw new Error("ignored");
  };
  const options = { journal: newJournal(), rate: 100, concurrency: 4, onProgress };
  await run(clientOf(sandbox, { hooks }), listOf(60), options);
  // 60 at 4 at a time, 40 ms each, take 600 ms.
  expect(performance.now() - begin).toBeGreaterThan(550);
  expect(most).toBe(4);
  expect(progress.length).toBeGreaterThan(2);
  const [early] = progress;
  expect(early).toMatchObject({ total: 60, inFlight: 4, rate: 100 });
  expect(early!.secondsLeft).toBeCloseTo((60 - early!.started) / early!.perSecond, 6);
  expect(progress.at(-1)).toMatchObject({ started: 60, inFlight: 0, secondsLeft: 0 });
});

describe("with wait", () => {
  test("tells how executions ended, and asks again for those that it did not wait for", async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const workflow = async ({ n }: { n: number }) => {
      if (n === 2) throw new Error("out of stock");
      if (n === 3) await finished;
      return { doubled: 2 * n };
    };
    const sandbox = await startSandbox({ workflows: { w: workflow } });
    const journal = newJournal();
    const controller = new AbortController();
    let ended = 0;
    const onOutcome = () => void (++ended === 2 && controller.abort());
    const options = { journal, wait: true };
    const first = await run(clientOf(sandbox), listOf(3), {
      ...options,
      signal: controller.signal,
      onOutcome,
    });
    expect(first.summary).toMatchObject({ started: 3, statuses: { success: 1, fail: 1 } });

    finish();
    const second = await run(clientOf(sandbox), listOf(3), options);
    expect(second.summary).toMatchObject({ started: 3, earlier: 3, statuses: { success: 2, fail: 1 } });
    expect(second.outcomes.get("k1")).toMatchObject({ status: "success", output: { doubled: 2 } });
    expect(second.outcomes.get("k3")).toMatchObject({ status: "success", output: { doubled: 6 } });
    expect(second.outcomes.get("k2")).toMatchObject({
      outcome: "started",
      status: "fail",
      error: {
        name: "ExecutionFailedError",
        failedNodes: [{ message: expect.stringContaining("out of stock") }],
      },
    });
    expect(sandbox.executions).toHaveLength(3);
  });
});

test.each([
  [{}, "journal is missing"],
  [{ journal: "" }, "journal is missing"],
  [{ journal: 1 }, "journal is 1: pass the path of a file, or false"],
  [{ journal: false, rate: 0 }, "rate is 0"],
  [{ journal: false, rate: Infinity }, "rate is Infinity"],
  [{ journal: false, concurrency: 1.5 }, "concurrency is 1.5"],
  [{ journal: false, concurency: 5 }, '"concurency" is not an option'],
  [{ journal: false, signal: new AbortController() }, "signal is an AbortController"],
  [{ journal: false, onOutcome: 1 }, "onOutcome is 1"],
])("refuses the options %j", async (options, message) => {
  const sandbox = await startSandbox();
  const { error } = await run(clientOf(sandbox), listOf(1), {
    rate: undefined,
    onOutcome: undefined,
    ...options,
  } as never);
  expect(error).toMatchObject({ name: "ConfigurationError", message: expect.stringContaining(message) });
  expect(sandbox.executions).toEqual([]);
});
