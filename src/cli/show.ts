import type { ShowWorkflowExecutionResponse } from "../../generated/operations.js";
import { clientOf, clientOptions } from "./client.js";
import { command } from "./command.js";
import { exitCodes } from "./failures.js";

export const show = command({
  summary: "Shows an execution: its status, input, output and nodes.",
  positionals: ["WORKFLOW", "EXECUTION"],
  options: clientOptions,
  example: "show order-flow 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04 --region cn-north-4",
  run: async ({ values, positionals: [workflowId = "", executionId = ""] }, { out, signal }) => {
    const functiongraph = await clientOf(values);
    const execution = await functiongraph.execution(workflowId, executionId).describe({ signal });
    await out.result(execution, textOf(execution));
    return exitCodes.well;
  },
});

function textOf(execution: ShowWorkflowExecutionResponse): string {
  const { execution_id, status, begin_time, end_time, headers, input, output } = execution;
  const rows = {
    Execution: execution_id,
    Status: status,
    Began: begin_time,
    Ended: end_time || undefined,
    Headers: jsonOf(headers),
    Input: jsonOf(input),
    Output: jsonOf(output),
  };
  const lines = Object.entries(rows)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name.padEnd(10)}${value}`);
  return [...lines, ...nodesOf(execution)].join("\n");
}

const jsonOf = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value));

/** The service may leave out whatever is not required. */
function nodesOf({ node_execution_details: nodes }: ShowWorkflowExecutionResponse): string[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node) => {
    const runs = Array.isArray(node?.executions) ? node.executions : [];
    return runs.map((run) => {
      const { status, begin_time: began, end_time: ended, error_message: error } = run ?? {};
      const took = typeof began === "number" && typeof ended === "number" ? `${ended - began} ms` : "";
      const why = error === undefined ? "" : typeof error === "string" ? error : JSON.stringify(error);
      const parts = [node.node_name ?? node.node_id, status, took, why].filter(Boolean);
      return `Node      ${parts.join("  ")}`;
    });
  });
}
