import { expect, test } from "vitest";
import { operations } from "../src/sandbox/contract.js";
import { collectMistakes } from "./replies.js";

test("a mistake in what the sandbox replies is collected, so that it fails the test that made it", async () => {
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
