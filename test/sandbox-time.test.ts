/** The time that executions live in, and their timeouts. */
import { ConfigurationError } from "functiongraph-workflow";
import type { Workflow, WorkflowFunction } from "functiongraph-workflow/sandbox";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { rejection, startSandbox } from "./helpers.js";
import { sendSigned, startOf } from "./sandbox-requests.js";
import { callsTo, forever, noon, sandboxFor } from "./sandbox-workflows.js";

test("advance does what is due in order, also what is only set on the way", async () => {
  const log: [string, number][] = [];
  const { sandbox, start } = await sandboxFor(async (_, { step, sleep }) => {
    const now = () => Date.parse(sandbox.executions[0]!.last_update_time) - noon;
    const ticks = async (name: string, ms: number) => {
      for (let i = 0; i < 3; i++) {
        await sleep(ms);
        await step(name, () => {});
        log.push([name, now()]);
      }
    };
    await Promise.all([ticks("a", 100), ticks("b", 70)]);
  });
  await start();
  await sandbox.advance(250);
  // prettier-ignore
  expect(log).toEqual([["b", 70], ["a", 100], ["b", 140], ["a", 200], ["b", 210]]);
  await sandbox.advance(50);
  expect(log.at(-1)).toEqual(["a", 300]);
  expect(sandbox.executions[0]).toMatchObject({ status: "success", end_time: "2026-01-31T12:00:00.300Z" });
});

test("calls to advance wait for each other", async () => {
  const { sandbox, start, show } = await sandboxFor(async (_, { sleep }) => {
    for (let i = 0; i < 6; i++) await sleep(50);
  });
  const id = await start();
  await Promise.all([sandbox.advance(100), sandbox.advance(100), sandbox.advance(100)]);
  expect(await show(id)).toMatchObject({ status: "success", end_time: "2026-01-31T12:00:00.300Z" });
  expect(await show(await start())).toMatchObject({ begin_time: "2026-01-31T12:00:00.300Z" });
});

describe("a clock that a test moves itself is followed", () => {
  test("with the next request", async () => {
    let now = noon;
    const { start, show, statusIs } = await sandboxFor((_, { sleep }) => sleep(60_000), { clock: () => now });
    const id = await start();
    now += 60_000;
    await show(id);
    await statusIs(id, "success");
  });

  test("and without one, later than its own timers", async () => {
    let now = noon;
    const { start, statusIs } = await sandboxFor((_, { sleep }) => sleep(20), { clock: () => now });
    const id = await start();
    await setTimeout(60);
    await statusIs(id, "running");
    now += 20;
    await statusIs(id, "success");
  });
});

describe("a clock that begins to throw", () => {
  test.each<[string, Workflow]>([
    ["a sleep", { run: (_, { sleep }) => sleep(20) }],
    ["a timeout", { run: forever, timeoutMs: 20 }],
  ])("holds up %s, and ends neither the program nor the execution", async (_, flow) => {
    let [now, broken] = [noon, false];
    const clock = () => {
      if (broken) throw new Error("no time");
      return now;
    };
    const { sandbox, start } = await sandboxFor(undefined, { clock, workflows: { flow } });
    const id = await start();
    broken = true;
    // A vitest run fails if anything was not caught.
    await setTimeout(100);
    expect(sandbox.executions[0]).toMatchObject({ status: "running" });
    const response = await sendSigned(sandbox, startOf(sandbox));
    expect(response).toMatchObject({ status: 500, body: expect.stringContaining("no time") });
    [now, broken] = [noon + 20, false];
    await expect.poll(() => sandbox.executions[0]!.status).not.toBe("running");
    expect(sandbox.executions).toMatchObject([{ execution_id: id, end_time: "2026-01-31T12:00:00.020Z" }]);
  });

  test("does not keep what runs from ending, or the sandbox from closing", async () => {
    let broken = false;
    const clock = () => {
      if (broken) throw new Error("no time");
      return noon;
    };
    const { sandbox, start, statusIs } = await sandboxFor(
      async ({ endless }, { sleep }) => {
        await setTimeout(20);
        if (endless) await sleep(600_000);
      },
      { clock },
    );
    const [short, endless] = [await start(), await start({ endless: true })];
    broken = true;
    await statusIs(short, "success");
    await sandbox.close();
    await statusIs(endless, "cancel");
  });
});

test("without a clock of its own it is the real time", async () => {
  const sandbox = await startSandbox({ workflows: { flow: (_, { sleep }) => sleep(30) } });
  const { start, statusIs, show } = callsTo(sandbox);
  const before = Date.now();
  const id = await start();
  await statusIs(id, "success");
  const { begin_time, end_time } = await show(id);
  expect(Date.parse(begin_time!)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(end_time!) - Date.parse(begin_time!)).toBeGreaterThanOrEqual(30);
});

test("a loop of sleeps that are too short gets on", async () => {
  const { sandbox, start, statusIs } = await sandboxFor(async (_, { sleep }) => {
    for (let i = 0; i < 10; i++) await sleep(-1);
  });
  const id = await start();
  await sandbox.advance(10);
  await statusIs(id, "success");
});

test.each([[NaN], [Infinity], ["5"], [undefined]])(
  "a sleep of %j fails, and holds up nothing else",
  async (ms) => {
    const { sandbox, start, statusIs } = await sandboxFor(async (_, { sleep }) => {
      const odd = await sleep(ms as number).catch((error: Error) => error.message);
      await sleep(5);
      return { odd };
    });
    const id = await start();
    await sandbox.advance(5);
    await statusIs(id, "success");
    expect(sandbox.executions[0]!.output).toEqual({ odd: "sleep needs a number of milliseconds." });
  },
);

test("advance ends the delay of a call, and leaves signatures and keys alone", async () => {
  const sandbox = await startSandbox();
  const { functiongraph } = callsTo(sandbox);
  sandbox.failNext({ delayMs: 3_600_000 });
  const late = functiongraph.startWorkflowExecution({ path: { workflow_id: "w" }, body: { input: {} } });
  // It may not have arrived yet.
  await expect
    .poll(async () => {
      await sandbox.advance(3_600_000);
      return sandbox.executions.length;
    })
    .toBe(1);
  await late;
});

test.each([[-1], [1.5], [NaN], [Infinity], ["5"], [undefined]])("advance refuses %j", async (ms) => {
  const { advance } = await startSandbox();
  const error = await rejection(advance(ms as number));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.message).toContain("whole number of milliseconds");
});

const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

test("an execution that has ended leaves no timer", async () => {
  const run: WorkflowFunction = (_, { sleep }) => void sleep(600_000);
  const { start } = await sandboxFor(undefined, { workflows: { flow: { run, timeoutMs: 600_000 } } });
  const before = timers();
  for (let i = 0; i < 20; i++) await start();
  expect(timers()).toBeLessThan(before + 10);
});

test("closing stops what runs, and leaves no timer", async () => {
  const reasons: string[] = [];
  const sandbox = await startSandbox({
    workflows: {
      flow: async (_, { signal, sleep }) => {
        signal.addEventListener("abort", () => reasons.push(signal.reason.message));
        await sleep(600_000);
      },
      slow: { run: forever, timeoutMs: 600_000 },
    },
  });
  const before = timers();
  for (let i = 0; i < 20; i++) for (const id of ["flow", "slow"]) await callsTo(sandbox, id).start();
  expect(timers()).toBeGreaterThan(before + 30);
  await sandbox.close();
  expect(timers()).toBeLessThan(before + 10);
  expect(reasons).toEqual(Array(20).fill("The sandbox was closed."));
  expect(sandbox.executions.every(({ status }) => status === "cancel")).toBe(true);
});

describe("a timeout", () => {
  const slow = { flow: { run: forever, timeoutMs: 1_000 } };

  test("ends an execution in the sandbox's time", async () => {
    const { sandbox, start, show } = await sandboxFor(undefined, { workflows: slow });
    const id = await start();
    await sandbox.advance(999);
    expect(await show(id)).toMatchObject({ status: "running" });
    await sandbox.advance(1);
    const why = "The execution took longer than 1000 ms.";
    expect(await show(id)).toMatchObject({
      status: "timeout",
      end_time: "2026-01-31T12:00:01.000Z",
      node_execution_details: [{ node_id: "never", executions: [{ status: "timeout", error_message: why }] }],
    });
    expect(sandbox.executions[0]).toMatchObject({ error: why });
  });

  test("starts anew with a retry", async () => {
    const { sandbox, start, retry, statusIs } = await sandboxFor(undefined, { workflows: slow });
    const id = await start();
    await sandbox.advance(1_500);
    await statusIs(id, "timeout");
    await retry(id);
    await sandbox.advance(999);
    await statusIs(id, "running");
    await sandbox.advance(1);
    await statusIs(id, "timeout");
  });

  test("does not touch an execution that has ended", async () => {
    const { sandbox, start, statusIs } = await sandboxFor(undefined, {
      workflows: { flow: { timeoutMs: 10 } },
    });
    const id = await start();
    await sandbox.advance(100);
    await statusIs(id, "success");
  });

  test("is five minutes for an express workflow unless it has its own", async () => {
    const { sandbox, start, statusIs } = await sandboxFor(undefined, {
      workflows: { flow: { run: forever, mode: "EXPRESS" } },
    });
    const id = await start();
    await sandbox.advance(299_999);
    await statusIs(id, "running");
    await sandbox.advance(1);
    await statusIs(id, "timeout");
  });
});
