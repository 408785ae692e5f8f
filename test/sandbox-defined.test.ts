/** Executions of workflows that the API defines. */
import { describe, expect, test } from "vitest";
import { example, startDefining } from "./sandbox-definitions.js";
import { callsTo } from "./sandbox-workflows.js";

describe("an execution of a created workflow", () => {
  test("walks its states in the sandbox's time, with the input as its output", async () => {
    const { sandbox, create } = await startDefining();
    const { id } = await create("order-flow");
    const calls = callsTo(sandbox, id);
    const execution = await calls.start({ orderId: 7 });
    expect((await calls.show(execution)).node_execution_details).toMatchObject([
      {
        node_id: "reserve",
        node_name: "Reserve",
        executions: [{ status: "success", output: { orderId: 7 } }],
      },
      { node_id: "pause", node_name: "Pause", executions: [{ status: "running" }] },
    ]);
    await sandbox.advance(5_000);
    const shown = await calls.show(execution);
    expect(shown).toMatchObject({
      status: "success",
      output: { orderId: 7 },
      end_time: "2026-01-31T12:00:05.000Z",
    });
    const names = shown.node_execution_details?.map(({ node_name }) => node_name);
    expect(names).toEqual(["Reserve", "Pause", "Charge", "Done"]);
  });

  test("is synchronous if the workflow is an express one, and has its five minutes", async () => {
    const { sandbox, create, functiongraph } = await startDefining();
    const states = [{ ...example.states[1], end: true, duration: 301 }];
    const { id } = await create("slow", { mode: "EXPRESS", start: "pause", states });
    const path = { workflow_id: id };
    const response = functiongraph.startSyncWorkflowExecution({ path, body: { input: {} } });
    await expect.poll(() => sandbox.executions).toHaveLength(1);
    await sandbox.advance(300_000);
    expect(await response).toMatchObject({ status: "timeout" });
  });

  test.each([
    ["an unknown state", { start: "nowhere" }, "no state with the id nowhere"],
    ["a circle", { states: [{ ...example.states[0], transition: "reserve" }] }, "has run 200 times"],
  ])("fails in words for %s", async (_, others, message) => {
    const { sandbox, create } = await startDefining();
    const { id } = await create("odd", others);
    await callsTo(sandbox, id).start();
    await expect.poll(() => sandbox.executions[0]?.error).toContain(message);
  });

  test.each(["order-flow", "id1"])("is what the options' function for %s does", async (key) => {
    const { sandbox, create, list } = await startDefining({
      workflows: { [key]: async (_, { step }) => step("charge", () => ({ real: true })) },
    });
    const { id } = await create("order-flow");
    await callsTo(sandbox, id).start();
    expect(sandbox.executions[0]).toMatchObject({ output: { real: true }, nodes: [{ node_name: "Charge" }] });
    expect(await list({ workflow_name: "order-flow" })).toEqual(["order-flow"]);
  });
});
