import { clientOf, clientOptions } from "./client.js";
import { command } from "./command.js";
import { exitCodes } from "./failures.js";

export const stop = command({
  summary: "Stops an execution that runs.",
  positionals: ["WORKFLOW", "EXECUTION"],
  options: clientOptions,
  example: "stop order-flow 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04 --region cn-north-4",
  run: async ({ values, positionals: [workflowId = "", executionId = ""] }, { out, signal }) => {
    const functiongraph = await clientOf(values);
    await functiongraph.execution(workflowId, executionId).stop({ signal });
    await out.result({ workflowId, executionId }, `Stopped execution ${executionId}.`);
    return exitCodes.well;
  },
});
