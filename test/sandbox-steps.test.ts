/** The steps of workflows, which are the nodes of executions. */
import type { Sandbox } from "functiongraph-workflow/sandbox";
import { describe, expect, test } from "vitest";
import { noon, sandboxFor } from "./sandbox-workflows.js";

const runsOf = (sandbox: Sandbox, node: string) =>
  sandbox.executions[0]?.nodes.find(({ node_id }) => node_id === node)?.executions;

describe("a step", () => {
  test("is a node, with its times, its input and its output", async () => {
    const { sandbox, start, show } = await sandboxFor(async (_, { step, sleep }) => {
      const { stock } = await step("reserve", async ({ orderId }) => {
        await sleep(100);
        return { stock: orderId + 1 };
      });
      await step("charge", (input) => void (input.seen = true), { amount: stock });
    });
    const id = await start({ orderId: 7 });
    const input = { orderId: 7 };
    const reserve = { node_id: "reserve", node_name: "reserve", execution_id: id };
    expect(await show(id)).toMatchObject({
      status: "running",
      node_execution_details: [{ ...reserve, executions: [{ status: "running", begin_time: noon, input }] }],
    });
    await sandbox.advance(100);
    const times = { begin_time: noon, end_time: noon + 100 };
    const reserved = { status: "success", ...times, input, output: { stock: 8 } };
    const charged = { status: "success", input: { amount: 8 }, begin_time: noon + 100, end_time: noon + 100 };
    expect((await show(id)).node_execution_details).toEqual([
      { ...reserve, executions: [reserved] },
      { execution_id: id, node_id: "charge", node_name: "charge", executions: [charged] },
    ]);
    expect(sandbox.executions[0]!.nodes.map(({ node_id }) => node_id)).toEqual(["reserve", "charge"]);
  });

  test("fails with what it throws, and the execution with it", async () => {
    const { sandbox, start, show } = await sandboxFor((_, { step }) =>
      step("charge", () => Promise.reject(new Error("declined"))),
    );
    const shown = await show(await start());
    expect(shown.status).toBe("fail");
    expect(shown.node_execution_details).toMatchObject([
      { node_id: "charge", executions: [{ status: "fail", error_message: "declined" }] },
    ]);
    expect(sandbox.executions[0]).toMatchObject({ error: "declined" });
  });

  test("may fail and be tried again by the workflow", async () => {
    const { sandbox, start, show } = await sandboxFor(async (_, { step }) => {
      let calls = 0;
      const charge = () => {
        if (++calls === 1) throw new Error("busy");
        return { calls };
      };
      return step("charge", charge).catch(() => step("charge", charge));
    });
    expect(await show(await start())).toMatchObject({ status: "success", output: { calls: 2 } });
    const busy = { status: "fail", error_message: "busy" };
    expect(runsOf(sandbox, "charge")).toMatchObject([busy, { status: "success", output: { calls: 2 } }]);
  });

  test("an error of the workflow's own after it has a node of its own", async () => {
    const { sandbox, start } = await sandboxFor(async (_, { step }) => {
      await step("charge", () => Promise.reject(new Error("busy"))).catch(() => {});
      throw new Error("gave up");
    });
    await start();
    expect(runsOf(sandbox, "charge")).toMatchObject([{ error_message: "busy" }]);
    expect(runsOf(sandbox, "flow")).toMatchObject([{ error_message: "gave up" }]);
  });

  test("runs beside others; one that still runs when another fails is cancelled", async () => {
    const { sandbox, start, statusIs } = await sandboxFor((_, { step, sleep }) =>
      Promise.all([
        step("slow", () => sleep(1_000)),
        step("bad", async () => {
          await sleep(10);
          throw new Error("bad");
        }),
      ]),
    );
    const id = await start();
    expect(sandbox.executions[0]!.nodes).toMatchObject([
      { node_id: "slow", executions: [{ status: "running" }] },
      { node_id: "bad", executions: [{ status: "running" }] },
    ]);
    await sandbox.advance(10);
    await statusIs(id, "fail");
    expect(runsOf(sandbox, "slow")).toMatchObject([{ status: "cancel", end_time: noon + 10 }]);
    const then = structuredClone(sandbox.executions);
    await sandbox.advance(5_000);
    expect(sandbox.executions).toEqual(then);
  });

  test("that nobody waits for ends with the execution, and does not end the program", async () => {
    const { sandbox, start } = await sandboxFor((_, { step, sleep, callback }) => {
      void step("forgotten", () => sleep(10));
      void callback("never");
      void step("bad", () => Promise.reject(new Error("nobody sees this")));
    });
    await start();
    expect(sandbox.executions[0]).toMatchObject({ status: "success" });
    expect(runsOf(sandbox, "forgotten")).toMatchObject([{ status: "cancel" }]);
    await sandbox.advance(10);
  });

  test.each<[string, unknown, string]>([
    ["no text", 7, "name of a node"],
    ["empty", "", "name of a node"],
    ["too long", "x".repeat(65), "name of a node"],
  ])("has a name that the contract allows: %s", async (_, name, message) => {
    const { sandbox, start } = await sandboxFor((_, { step }) => step(name as string, () => {}));
    await start();
    expect(sandbox.executions[0]).toMatchObject({ status: "fail", error: expect.stringContaining(message) });
  });

  test.each<[string, unknown]>([
    ["input", [7]],
    ["output", 7],
  ])("fails if its %s is no object", async (part, value) => {
    const { sandbox, start } = await sandboxFor((_, { step }) =>
      part === "input" ? step("s", () => {}, value as object) : step("s", () => value as object),
    );
    await start();
    expect(sandbox.executions[0]).toMatchObject({
      error: expect.stringContaining(`The ${part} of node s is`),
    });
  });

  test.each([
    [100, (index: number) => `n${index}`, "can have 100 nodes"],
    [200, () => "again", "has run 200 times"],
  ])("is one of at most %d", async (most, nameOf, message) => {
    const { sandbox, start, show } = await sandboxFor(async ({ count }, { step }) => {
      for (let i = 0; i < count; i++) await step(nameOf(i), () => {});
    });
    expect(await show(await start({ count: most }))).toMatchObject({ status: "success" });
    expect(await show(await start({ count: most + 1 }))).toMatchObject({ status: "fail" });
    expect(sandbox.executions[1]!.error).toContain(message);
  });
});
