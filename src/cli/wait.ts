import { readDuration } from "./arguments.js";
import { clientOf, clientOptions } from "./client.js";
import { command } from "./command.js";
import { timeoutOption, waitFor } from "./waiting.js";

export const wait = command({
  summary: "Waits for the result of an execution.",
  positionals: ["WORKFLOW", "EXECUTION"],
  options: { ...timeoutOption, ...clientOptions },
  example: "wait order-flow 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04 --timeout 10m --region cn-north-4",
  run: async ({ values, positionals: [workflowId = "", executionId = ""] }, context) => {
    const timeoutMs = readDuration("timeout", values.timeout);
    const functiongraph = await clientOf(values);
    return waitFor(functiongraph.execution(workflowId, executionId), timeoutMs, context);
  },
});
