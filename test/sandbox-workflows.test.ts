/** Workflows that really run. */
import type { Sandbox } from "functiongraph-workflow/sandbox";
import { describe, expect, test } from "vitest";
import { operations } from "../src/sandbox/contract.js";
import { rejection } from "./helpers.js";
import { collectMistakes } from "./replies.js";
import { pathOf, sendSigned, startOf } from "./sandbox-requests.js";
import { callsTo, forever, noon, sandboxFor } from "./sandbox-workflows.js";

describe("an execution", () => {
  test("gets the input and the headers, and its output is what the function returns", async () => {
    const { sandbox, start, show } = await sandboxFor(
      (input, { executionId, workflowId, headers, attempt }) => ({
        sum: input.a + input.b,
        ...{ executionId, workflowId, headers, attempt },
      }),
    );
    const id = await start({ a: 1, b: 2 }, { tenantId: "user1" });
    const output = {
      sum: 3,
      executionId: "e1",
      workflowId: "flow",
      headers: { tenantId: "user1" },
      attempt: 1,
    };
    const at = "2026-01-31T12:00:00.000Z";
    expect(await show(id)).toEqual({
      execution_id: "e1",
      status: "success",
      workflow_id: "flow",
      workflow_urn: `urn:fss:cn-north-4:${sandbox.projectId}:workflow:default:flow:latest`,
      ...{ begin_time: at, end_time: at, last_update_time: at },
      created_by: "sandbox",
      headers: { tenantId: "user1" },
      input: { a: 1, b: 2 },
      output,
      node_execution_details: [],
    });
    expect(sandbox.executions).toMatchObject([
      {
        execution_id: "e1",
        status: "success",
        output,
        error: undefined,
        nodes: [],
        attempt: 1,
        begin_time: at,
      },
    ]);
  });

  test.each([
    ["a list of ids", ["flow"]],
    ["no workflows", undefined],
    ["no function", { flow: {} }],
  ])("without a function (%s) succeeds at once, with its input as its output", async (_, workflows) => {
    const { start, show } = await sandboxFor(undefined, { workflows });
    expect(await show(await start({ a: 1 }))).toMatchObject({ status: "success", output: { a: 1 } });
  });

  test("gets JSON text of the vendor's samples as the object that it holds", async () => {
    const { sandbox } = await sandboxFor((input) => ({ got: input.a }));
    const request = { ...startOf(sandbox), path: pathOf(sandbox, "flow"), body: '{"input":"{\\"a\\":1}"}' };
    expect(
      await sendSigned(sandbox, request, (sent) => (sent.headers["x-auth-token"] = sandbox.token)),
    ).toMatchObject({
      status: 200,
    });
    expect(sandbox.executions).toMatchObject([
      { output: { got: 1 }, notes: [expect.stringContaining("JSON text")] },
    ]);
  });

  test("has no output if the function returns nothing", async () => {
    const { start, show } = await sandboxFor(() => {});
    const shown = await show(await start());
    expect(shown.status).toBe("success");
    expect(shown).not.toHaveProperty("output");
  });

  const circular: { self?: unknown } = {};
  circular.self = circular;
  test.each<[string, unknown]>([
    ["a number", 7],
    ["a string", "7"],
    ["null", null],
    ["an array", [7]],
    ["a function", () => {}],
    ["cannot be written as JSON", circular],
    ["cannot be written as JSON", { n: 1n }],
  ])("fails if the output is %s", async (kind, output) => {
    const { sandbox, start, show } = await sandboxFor(() => output as object);
    expect(await show(await start())).toMatchObject({ status: "fail" });
    expect(sandbox.executions[0]!.error).toContain(
      `The output of the workflow ${kind.startsWith("cannot") ? "" : "is "}${kind}`,
    );
  });

  test("keeps what it was given, whatever the function does to it", async () => {
    const { start, show } = await sandboxFor((input) => {
      input.list.push(2);
      return input;
    });
    expect(await show(await start({ list: [1] }))).toMatchObject({
      input: { list: [1] },
      output: { list: [1, 2] },
    });
  });

  test("fails with what the function throws, in a node named after the workflow", async () => {
    const { sandbox, start, show } = await sandboxFor(() => {
      throw new Error("out of stock");
    });
    expect(await show(await start())).toMatchObject({
      status: "fail",
      node_execution_details: [
        {
          node_id: "flow",
          node_name: "flow",
          executions: [{ status: "fail", error_message: "out of stock", begin_time: noon, end_time: noon }],
        },
      ],
    });
    expect(sandbox.executions[0]).toMatchObject({ status: "fail", error: "out of stock" });
  });

  test.each([
    [undefined],
    [null],
    [""],
    [Object.create(null)],
    [{ message: 7 }],
    [new Error("")],
    ["x".repeat(9_999)],
  ])("fails in words, whatever the function throws (%#)", async (thrown) => {
    const { sandbox, start, show } = await sandboxFor(() => {
      throw thrown;
    });
    expect(await show(await start())).toMatchObject({ status: "fail" });
    expect(sandbox.executions[0]!.error).toMatch(/^.{1,2048}$/);
  });

  test.each([["another"], ["nowhere"]])("is not found in workflow %s", async (workflow_id) => {
    const { sandbox, start } = await sandboxFor(forever);
    const id = await start();
    const { show, stop, retry, callBack } = callsTo(sandbox, workflow_id);
    const calls = [show(id), stop(id), retry(id), callBack(id, "never", { result: "success", output: {} })];
    for (const call of calls) expect(await rejection(call)).toMatchObject({ status: 404, code: "FGS.5002" });
    expect(sandbox.executions[0]).toMatchObject({ status: "running" });
  });
});

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

describe("replies are held to the contract", () => {
  test("so that a mistake of the sandbox fails the test that made it", async () => {
    const { observe, mistakes } = collectMistakes();
    const show = operations.find(({ descriptor }) => descriptor.operationId === "ShowWorkflowExecution")!;
    const stop = operations.find(({ descriptor }) => descriptor.operationId === "StopWorkFlow")!;
    const execution = { execution_id: "e1", status: "success" };
    observe(show, { status: 200, json: execution });
    observe(show, { status: 404, json: { error_code: "FGS.5002", error_msg: "Not here." } });
    observe(stop, { status: 200 });
    expect(mistakes).toEqual([]);
    observe(show, { status: 200, json: { ...execution, status: "retrying" } });
    observe(show, { status: 200, json: { ...execution, execution_id: "x".repeat(65) } });
    observe(show, { status: 404, json: { error_msg: "x" } });
    observe(stop, { status: 200, json: {} });
    expect(mistakes).toHaveLength(4);
  });
});
