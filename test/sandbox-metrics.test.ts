/** Metrics, counted from the executions that the sandbox has. */
import type { Execution, Sandbox } from "functiongraph-workflow/sandbox";
import fc from "fast-check";
import { expect, test } from "vitest";
import { measure } from "../src/sandbox/metrics.js";
import { clientOf, rejection, startSandbox } from "./helpers.js";
import { callsTo, noon } from "./sandbox-workflows.js";
import { runsTimes } from "./seed.js";

const minute = 60_000;

const startMetrics = async () =>
  startSandbox({
    clock: () => noon,
    workflows: {
      flow: async ({ ms, fail }, { sleep }) => {
        if (ms > 0) await sleep(ms);
        if (fail) throw new Error("bad");
      },
      another: {},
    },
  });

const metricsOf = (sandbox: Sandbox, query: object, name?: string) => {
  const functiongraph = clientOf(sandbox, { credentials: { token: sandbox.token } });
  const workflow_urn = `urn:fss:cn-north-4:${sandbox.projectId}:workflow:default:${name}:latest`;
  return name === undefined
    ? functiongraph.showTenantMetric({ query })
    : functiongraph.showWorkFlowMetric({ path: { workflow_urn }, query });
};

test("each period has its values", async () => {
  const sandbox = await startMetrics();
  const { start } = callsTo(sandbox);
  for (const input of [{ ms: 0 }, { ms: 30_000, fail: true }, { ms: 90_000 }]) await start(input);
  await sandbox.advance(minute);
  await callsTo(sandbox, "another").start();
  await sandbox.advance(minute);

  const query = { period: "1", start_time: new Date(noon), end_time: new Date(noon + 3 * minute) };
  const values = (...values: number[]) => values.map((value, i) => ({ timestamp: noon + i * minute, value }));
  expect(await metricsOf(sandbox, query, "flow")).toEqual({
    count: values(3, 0, 0),
    duration: values(15_000, 90_000, 0),
    fail_count: values(1, 0, 0),
    running_count: values(3, 1, 0),
  });
  expect(await metricsOf(sandbox, query)).toEqual({
    count: values(3, 1, 0),
    duration: values(15_000, 45_000, 0),
    fail_count: values(1, 0, 0),
    running_count: values(3, 2, 0),
  });
  expect(await metricsOf(sandbox, { ...query, metric_type: "fail_count" })).toEqual({
    fail_count: values(1, 0, 0),
  });
  expect(Object.keys(await metricsOf(sandbox, { ...query, metric_type: "toString" }))).toHaveLength(4);
});

test("without times they are those of the last day, in periods of five minutes", async () => {
  const sandbox = await startMetrics();
  await callsTo(sandbox).start();
  await sandbox.advance(minute);
  const { count } = await metricsOf(sandbox, {});
  expect(count).toHaveLength(288);
  expect(count![0]!.timestamp).toBe(noon + minute - 86_400_000);
  expect(count!.at(-1)).toMatchObject({ value: 1 });
});

test.each([[{ period: "0" }], [{ period: "1.5" }], [{ period: "x" }], [{ period: "1", start_time: "0" }]])(
  "%j is refused",
  async (query) => {
    const sandbox = await startMetrics();
    expect(await rejection(metricsOf(sandbox, query))).toMatchObject({ status: 400, code: "FGS.3002" });
  },
);

test("a time that ends before it begins has no values", async () => {
  const sandbox = await startMetrics();
  const query = { start_time: new Date(noon), end_time: new Date(noon - minute) };
  expect(await metricsOf(sandbox, query)).toMatchObject({ count: [], running_count: [] });
});

test("a workflow that does not exist has none", async () => {
  const sandbox = await startMetrics();
  expect(await rejection(metricsOf(sandbox, {}, "nowhere"))).toMatchObject({ status: 404 });
});

test("the values are what counting one by one gives", () => {
  const times = fc.record({
    begun: fc.integer({ min: -20, max: 60 }),
    ms: fc.option(fc.nat(40), { nil: undefined }),
    status: fc.constantFrom("success", "fail", "timeout", "cancel"),
  });
  const span = {
    from: fc.nat(10),
    to: fc.integer({ min: 11, max: 50 }),
    periodMs: fc.integer({ min: 1, max: 20 }),
  };
  fc.assert(
    fc.property(fc.array(times, { maxLength: 12 }), fc.record(span), (list, { from, to, periodMs }) => {
      const executions = list.map(({ begun, ms, status }) => ({
        begin_time: new Date(begun).toISOString(),
        end_time: ms === undefined ? undefined : new Date(begun + ms).toISOString(),
        status,
      }));
      const { count, duration, fail_count, running_count } = measure(executions as unknown as Execution[], {
        from,
        to,
        periodMs,
      });
      for (const [i, { timestamp, value }] of count.entries()) {
        const end = Math.min(timestamp + periodMs, to);
        const inside = (time: number) => time >= timestamp && time < end;
        const ended = list.filter(({ begun, ms }) => ms !== undefined && inside(begun + ms));
        expect(value).toBe(list.filter(({ begun }) => inside(begun)).length);
        const total = ended.reduce((sum, { ms }) => sum + ms!, 0);
        expect(duration[i]!.value).toBe(ended.length && total / ended.length);
        expect(fail_count[i]!.value).toBe(
          ended.filter(({ status }) => ["fail", "timeout"].includes(status)).length,
        );
        const milliseconds = Array.from({ length: end - timestamp }, (_, ms) => timestamp + ms);
        const runAt = (time: number) =>
          list.filter(({ begun, ms = Infinity }) => begun <= time && time < begun + Math.max(ms, 1)).length;
        expect(running_count[i]!.value).toBe(Math.max(...milliseconds.map(runAt)));
      }
      expect(count).toHaveLength(Math.ceil((to - from) / periodMs));
    }),
    runsTimes(1),
  );
});
