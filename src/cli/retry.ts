import { readDuration } from "./arguments.js";
import { clientOf, clientOptions } from "./client.js";
import { command } from "./command.js";
import { exitCodes, UsageError } from "./failures.js";
import { timeoutOption, waitFor } from "./waiting.js";

export const retry = command({
  summary: "Runs an execution that failed again, under the same id.",
  positionals: ["WORKFLOW", "EXECUTION"],
  options: {
    wait: { type: "boolean", help: "Wait for the new result" },
    ...timeoutOption,
    ...clientOptions,
  },
  example: "retry order-flow 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04 --wait --region cn-north-4",
  run: async ({ values, positionals: [workflowId = "", executionId = ""] }, context) => {
    const { out, signal } = context;
    const timeoutMs = readDuration("timeout", values.timeout);
    if (timeoutMs !== undefined && !values.wait) throw new UsageError("--timeout needs --wait: add it.");
    const execution = (await clientOf(values)).execution(workflowId, executionId);
    // So that the failure from before is not taken for the new result.
    if (values.wait) await execution.describe({ signal });
    await execution.retry({ signal });
    await out.result({ workflowId, executionId }, `Retried execution ${executionId}.`);
    return values.wait ? waitFor(execution, timeoutMs, context) : exitCodes.well;
  },
});
