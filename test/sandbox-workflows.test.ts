/** Workflows that really run. */
import { describe, expect, test } from "vitest";
import { rejection } from "./helpers.js";
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
