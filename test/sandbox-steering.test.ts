/** Stopping, retrying and calling back executions. */
import { describe, expect, test } from "vitest";
import { rejection } from "./helpers.js";
import { forever, noon, sandboxFor } from "./sandbox-workflows.js";

const refused = (words: string) => ({
  status: 400,
  code: "FGS.3002",
  message: expect.stringContaining(words),
});

describe("stopping", () => {
  test("ends a running execution, its nodes, and what its function waits for", async () => {
    const seen: unknown[] = [];
    const { sandbox, start, stop, show } = await sandboxFor(async (_, { step, sleep, callback, signal }) => {
      signal.addEventListener("abort", () => seen.push(signal.reason.name));
      const waits = [step("slow", () => sleep(1_000)), callback("never"), sleep(5)];
      for (const wait of waits) await wait.catch((error: Error) => seen.push(error.message));
      return step("late", () => {}).catch((error: Error) => {
        seen.push(error.message);
        return { ignored: true };
      });
    });
    const id = await start();
    expect(await stop(id)).toBeUndefined();
    const why = "The execution was stopped.";
    await expect.poll(() => seen).toEqual(["AbortError", why, why, why, why]);
    const node = { status: "cancel", end_time: noon, error_message: why };
    expect(await show(id)).toMatchObject({
      status: "cancel",
      end_time: "2026-01-31T12:00:00.000Z",
      node_execution_details: [
        { node_id: "slow", executions: [node] },
        { node_id: "never", executions: [node] },
      ],
    });
    expect(sandbox.executions[0]).toMatchObject({ status: "cancel", error: why, output: undefined });
  });

  test("is final, though the function ignores its signal", async () => {
    let finish = (_: object) => {};
    const { sandbox, start, stop, retry, statusIs } = await sandboxFor((_, { attempt }) =>
      attempt === 1 ? new Promise<object>((resolve) => (finish = resolve)) : { attempt },
    );
    const id = await start();
    await stop(id);
    const then = structuredClone(sandbox.executions);
    finish({ late: true });
    await sandbox.advance(1);
    expect(sandbox.executions).toEqual(then);
    // Nor can what is left of one attempt change the next one.
    await retry(id);
    await statusIs(id, "success");
    expect(sandbox.executions[0]!.output).toEqual({ attempt: 2 });
  });

  test("is final for its nodes, too", async () => {
    const finish: (() => void)[] = [];
    const { sandbox, start, stop } = await sandboxFor((_, { step }) => {
      const node = (name: string, end: (resolve: () => void, reject: (error: Error) => void) => () => void) =>
        step(name, () => new Promise<void>((resolve, reject) => finish.push(end(resolve, reject))));
      return Promise.all([
        node("good", (resolve) => resolve),
        node("bad", (_, reject) => () => reject(new Error("late"))),
      ]);
    });
    await stop(await start());
    const then = structuredClone(sandbox.executions);
    finish.forEach((end) => end());
    await sandbox.advance(1);
    expect(sandbox.executions).toEqual(then);
    expect(sandbox.executions[0]!.nodes).toMatchObject(
      ["good", "bad"].map((node_id) => ({ node_id, executions: [{ status: "cancel" }] })),
    );
  });

  test("is refused once the execution has ended", async () => {
    const { start, stop } = await sandboxFor(undefined);
    expect(await rejection(stop(await start()))).toMatchObject(
      refused("has ended already, with status success"),
    );
  });

  test("an execution that did not fail does not fire its signal", async () => {
    let fired = false;
    const { start } = await sandboxFor((_, { signal }) =>
      signal.addEventListener("abort", () => (fired = true)),
    );
    await start();
    expect(fired).toBe(false);
  });
});

describe("retrying", () => {
  test("runs a failed execution again, under its id and with its input", async () => {
    const { sandbox, start, retry, show, statusIs } = await sandboxFor(
      async (input, { attempt, step, sleep }) => {
        await step("work", async () => {
          await sleep(10);
          if (attempt === 1) throw new Error("busy");
          return { attempt };
        });
        return { ...input, attempt };
      },
    );
    const id = await start({ a: 1 });
    await sandbox.advance(10);
    await statusIs(id, "fail");
    await retry(id);
    const running = await show(id);
    expect(running).toMatchObject({
      status: "running",
      input: { a: 1 },
      begin_time: "2026-01-31T12:00:00.000Z",
    });
    for (const gone of ["end_time", "output"]) expect(running).not.toHaveProperty(gone);
    expect(sandbox.executions[0]).toMatchObject({ attempt: 2, error: undefined, end_time: undefined });
    await sandbox.advance(10);
    const runs = [
      { status: "fail", error_message: "busy" },
      { status: "success", output: { attempt: 2 } },
    ];
    expect(await show(id)).toMatchObject({
      status: "success",
      output: { a: 1, attempt: 2 },
      node_execution_details: [{ node_id: "work", executions: runs }],
    });
    expect(sandbox.executions).toHaveLength(1);
  });

  test.each(["running", "success"])("is refused while its status is %s", async (status) => {
    const { start, retry } = await sandboxFor(status === "running" ? forever : undefined);
    expect(await rejection(retry(await start()))).toMatchObject(refused(`its status is ${status}`));
  });

  test("is refused for an express workflow", async () => {
    const { start, retry, stop } = await sandboxFor(undefined, {
      workflows: { flow: { run: forever, mode: "EXPRESS" } },
    });
    const id = await start();
    await stop(id);
    expect(await rejection(retry(id))).toMatchObject(refused("express"));
  });
});

describe("a callback", () => {
  const approval = async (_: unknown, { callback }: { callback: (id: string) => Promise<any> }) => {
    const { by } = await callback("approve");
    return { by };
  };

  test("gives the function its output", async () => {
    const { sandbox, start, callBack, show } = await sandboxFor(approval);
    const id = await start();
    expect((await show(id)).node_execution_details).toMatchObject([
      { node_id: "approve", executions: [{ status: "running" }] },
    ]);
    const called = await callBack(id, "approve", { result: "success", output: { by: "Ann" } });
    expect(called).toEqual({ execution_id: id });
    expect(sandbox.executions[0]).toMatchObject({ status: "success", output: { by: "Ann" } });
    expect(sandbox.executions[0]!.nodes).toMatchObject([
      { node_id: "approve", executions: [{ status: "success", output: { by: "Ann" } }] },
    ]);
  });

  test.each([["declined"], [undefined]])("fails with the error %j", async (error) => {
    const { sandbox, start, callBack } = await sandboxFor(approval);
    const id = await start();
    await callBack(id, "approve", { result: "fail", output: {}, ...(error !== undefined && { error }) });
    const message = error ?? "The callback reported a failure.";
    expect(sandbox.executions[0]).toMatchObject({ status: "fail", error: message });
    expect(sandbox.executions[0]!.nodes).toMatchObject([
      { node_id: "approve", executions: [{ error_message: message }] },
    ]);
  });

  test("is refused when no such state waits, and when the execution has ended", async () => {
    const { start, callBack } = await sandboxFor(approval);
    const id = await start();
    const success = { result: "success", output: { by: "Ann" } } as const;
    expect(await rejection(callBack(id, "another", success))).toMatchObject(refused("has no state another"));
    expect(await rejection(callBack("e9", "approve", success))).toMatchObject({ status: 404 });
    await callBack(id, "approve", success);
    expect(await rejection(callBack(id, "approve", success))).toMatchObject(refused("has ended already"));
  });

  test("is waited for by one state at a time, but as often as needed", async () => {
    const { sandbox, start, callBack } = await sandboxFor(async (_, { callback }) => {
      const first = callback("s");
      const twice = await callback("s").catch((error: Error) => ({ error: error.message }));
      return { twice, values: [await first, await callback("s")] };
    });
    const id = await start();
    for (const n of [1, 2]) await callBack(id, "s", { result: "success", output: { n } });
    expect(sandbox.executions[0]!.output).toEqual({
      twice: { error: "State s waits for a callback already." },
      values: [{ n: 1 }, { n: 2 }],
    });
  });
});
