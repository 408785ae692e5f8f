import { errorTables, notFound, requestIdIn } from "./errors.js";
import { definition, executionBrief, executionId, pathTable, urnLength, workflowId } from "./shared.js";

/** @type {import("./page.js").Page} */
export const showWorkflowExecution = {
  title: "获取指定函数流执行实例 (show an execution)",
  address: "https://support.huaweicloud.com/api-functiongraph/functiongraph_06_1006.html",
  ...definition,
  operationId: "ShowWorkflowExecution",
  method: "GET",
  path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}",
  tables: [
    pathTable(workflowId, executionId),
    {
      table: "request header parameters",
      in: "header",
      rows: [{ field: "X-Get-Workflow-Full-History-Data", type: "boolean" }],
    },
    {
      table: "ExecutionDetails (response body, status 200)",
      in: "response",
      status: "200",
      rows: [
        ...executionBrief,
        { field: "headers", type: "object" },
        { field: "input", type: "object" },
        { field: "node_execution_details", type: "array", minItems: 0, maxItems: 200 },
        { field: "node_execution_details[]", type: "object" },
        { field: "output", type: "object" },
      ],
    },
    {
      table: "NodeExecutionDetail (response body, status 200)",
      in: "response",
      status: "200",
      within: "node_execution_details[]",
      rows: [
        { field: "execution_id", type: "string" },
        { field: "executions", type: "array", minItems: 0, maxItems: 200 },
        { field: "executions[]", type: "object" },
        { field: "node_id", type: "string", minLength: 1, maxLength: 64 },
        { field: "node_name", type: "string" },
      ],
    },
    {
      table: "NodeExecution (response body, status 200)",
      in: "response",
      status: "200",
      within: "node_execution_details[].executions[]",
      rows: [
        { field: "begin_time", type: "integer", minimum: 0, maximum: 1e17 },
        { field: "end_time", type: "integer", minimum: 0, maximum: 1e17 },
        { field: "error_message", type: "object" },
        { field: "input", type: "object" },
        { field: "output", type: "object" },
        { field: "request_id", type: "string" },
        {
          field: "status",
          type: "string",
          minLength: 1,
          maxLength: 32,
          enum: ["success", "fail", "running", "timeout", "cancel"],
        },
      ],
    },
    ...errorTables("400", "404", "500"),
  ],
  statuses: { 200: "Success", 400: "Bad Request", 404: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [
    {
      says: "No field of the response is marked as required.",
      contract: "`execution_id` and `status` are.",
      evidence: "Without them nothing is known of the execution. The page's example has both.",
      rows: {
        "response 200.execution_id": { required: true },
        "response 200.status": { required: true },
      },
    },
    urnLength("response 200.workflow_urn"),
    {
      says: "A node's `error_message` is an object.",
      contract: "Any JSON.",
      evidence: "The definitions' example is the text \"Execution failed\"; the page's is an object.",
      rows: { "response 200.node_execution_details[].executions[].error_message": { type: undefined } },
    },
    {
      says: "The times of a node's runs are integers of up to 99,999,999,999,999,999.",
      contract: "Integers that are not negative: milliseconds since 1970, UTC.",
      evidence:
        "The definitions' example, 1605119892050. The documented maximum, 99,999,999,999,999,999, is too large for JavaScript to hold exactly, and no time comes near it.",
      rows: {
        "response 200.node_execution_details[].executions[].begin_time": { maximum: undefined },
        "response 200.node_execution_details[].executions[].end_time": { maximum: undefined },
      },
    },
    notFound,
    requestIdIn("404"),
  ],
};
