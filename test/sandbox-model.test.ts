/** Random calls about executions, held against a small model of them. */
import type { ExecutionStatus, WorkflowFunction } from "functiongraph-workflow/sandbox";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs, runsTimes } from "./seed.js";
import { noon, sandboxFor } from "./sandbox-workflows.js";

const timeoutMs = 1_000;

/** Ends at once, well or not, or waits for a callback or the time. */
const run: WorkflowFunction = async ({ kind, ms }, { attempt, step, callback, sleep }) => {
  if (kind === "bad" && attempt < 3) return step("work", () => Promise.reject(new Error("bad")));
  if (kind === "callback") return callback("state");
  if (kind === "sleep") await step("work", () => sleep(ms));
  return { attempt };
};

interface Modelled {
  id: string;
  kind: string;
  ms: number;
  status: ExecutionStatus;
  attempt: number;
  /** When this attempt began. */
  since: number;
  endedAt?: number | undefined;
}

type Step =
  | { do: "start"; kind: string; ms: number }
  | { do: "stop" | "retry" | "succeed" | "fail"; which: number }
  | { do: "advance"; ms: number };

const which = fc.nat(7);
const ms = fc.constantFrom(1, 10, 500, 999, 1_000, 1_001);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("start" as const),
      kind: fc.constantFrom("done", "bad", "callback", "sleep"),
      ms,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("stop" as const, "retry" as const, "succeed" as const, "fail" as const),
      which,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("advance" as const), ms }) },
);

/** What is due by then has happened. */
function passTo(now: number, all: Modelled[]): void {
  for (const one of all) {
    if (one.status !== "running") continue;
    const { kind, since, attempt } = one;
    const end = (status: ExecutionStatus, at: number) =>
      at <= now && Object.assign(one, { status, endedAt: at });
    if (kind === "done" || (kind === "bad" && attempt >= 3)) end("success", since);
    else if (kind === "bad") end("fail", since);
    else if (kind === "sleep" && one.ms < timeoutMs) end("success", since + one.ms);
    else end("timeout", since + timeoutMs);
  }
}

const isEnded = ({ status }: Modelled) => status !== "running";
const canRetry = (one: Modelled) => isEnded(one) && one.status !== "success";

describe(`seed ${runs.seed}`, () => {
  test("executions move as the API documents, and every call tells the same about them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const { sandbox, functiongraph, ...call } = await sandboxFor(undefined, {
          workflows: { flow: { run, timeoutMs } },
        });
        const all: Modelled[] = [];
        let now = noon;
        for (const each of steps) {
          if (each.do === "start") {
            const { kind, ms } = each;
            const id = await call.start({ kind, ms });
            all.push({ id, kind, ms, status: "running", attempt: 1, since: now });
          } else if (each.do === "advance") {
            now += each.ms;
            await sandbox.advance(each.ms);
          } else if (all.length > 0) {
            const one = all[each.which % all.length]!;
            const { id } = one;
            const { allowed, made, change } = {
              stop: { allowed: !isEnded(one), made: () => call.stop(id), change: { status: "cancel" } },
              retry: {
                allowed: canRetry(one),
                made: () => call.retry(id),
                change: { status: "running", attempt: one.attempt + 1, since: now },
              },
              succeed: {
                allowed: !isEnded(one) && one.kind === "callback",
                made: () => call.callBack(id, "state", { result: "success", output: {} }),
                change: { status: "success" },
              },
              fail: {
                allowed: !isEnded(one) && one.kind === "callback",
                made: () => call.callBack(id, "state", { result: "fail", output: {} }),
                change: { status: "fail" },
              },
            }[each.do];
            const status = await Promise.resolve(made()).then(
              () => 200,
              (error) => error.status,
            );
            expect(status).toBe(allowed ? 200 : 400);
            if (allowed) Object.assign(one, change, { endedAt: each.do === "retry" ? undefined : now });
          }
          passTo(now, all);
          await agree();
        }
        await sandbox.close();

        async function agree(): Promise<void> {
          const newestFirst = [...all].reverse();
          const statuses = newestFirst.map(({ id, status }) => [id, status]);
          const path = { workflow_id: "flow" };
          const { executions } = await functiongraph.listWorkflowExecutions({ path });
          expect(executions.map(({ execution_id, status }) => [execution_id, status])).toEqual(statuses);
          const history = await functiongraph.showWorkflowExecutionForPage({
            path,
            query: { offset: 0, limit: 100 },
          });
          expect(history.total).toBe(all.length);
          expect(history.executions.map(({ execution_id, status }) => [execution_id, status])).toEqual(
            newestFirst.map(({ id, status, attempt }) => [
              id,
              status === "running" && attempt > 1 ? "retrying" : status,
            ]),
          );
          expect(sandbox.executions.map(({ execution_id, status }) => [execution_id, status])).toEqual(
            [...statuses].reverse(),
          );
          for (const [index, { id, attempt, endedAt }] of newestFirst.entries()) {
            const shown = await call.show(id);
            expect(shown).toMatchObject(executions[index]!);
            expect(shown.end_time).toBe(endedAt && new Date(endedAt).toISOString());
            const node = shown.node_execution_details?.find(
              ({ node_id }) => node_id === "work" || node_id === "state",
            );
            if (node) expect(node.executions!.length).toBeLessThanOrEqual(attempt);
          }
        }
      }),
      runsTimes(0.05),
    );
  });
});
