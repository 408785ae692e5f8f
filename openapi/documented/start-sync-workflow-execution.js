import { errorTables, notFound, requestIdIn } from "./errors.js";
import { bodyRequired, definition, executionInput, pathTable, workflowId } from "./shared.js";

/** @type {import("./page.js").Page} */
export const startSyncWorkflowExecution = {
  title: "同步执行工作流 (execute a workflow synchronously)",
  address: "https://support.huaweicloud.com/api-functiongraph/functiongraph_06_1016.html",
  ...definition,
  operationId: "StartSyncWorkflowExecution",
  method: "POST",
  path: "/v2/{project_id}/fgs/workflows/{workflow_id}/sync-executions",
  tables: [
    pathTable(workflowId),
    { table: "FlowExecuteBody (request body)", in: "request", rows: executionInput },
    {
      table: "SyncExecuteResponse (response body, status 200)",
      in: "response",
      status: "200",
      rows: [
        { field: "begin_time", type: "string", required: true, minLength: 0, maxLength: 64 },
        { field: "end_time", type: "string", required: true, minLength: 0, maxLength: 64 },
        { field: "errors", type: "array", required: true, minItems: 0, maxItems: 200 },
        { field: "errors[]", type: "object" },
        { field: "execution_id", type: "string", required: true, minLength: 1, maxLength: 64 },
        { field: "output", type: "object", required: true },
        {
          field: "status",
          type: "string",
          required: true,
          minLength: 1,
          maxLength: 64,
          enum: ["success", "fail", "timeout"],
        },
      ],
    },
    {
      table: "SyncExecutionNodeErrorDetail (response body, status 200)",
      in: "response",
      status: "200",
      within: "errors[]",
      rows: [
        { field: "begin_time", type: "string", minLength: 0, maxLength: 64 },
        { field: "end_time", type: "string", minLength: 0, maxLength: 64 },
        { field: "error_message", type: "string", minLength: 1, maxLength: 2048 },
        { field: "node_id", type: "string", minLength: 1, maxLength: 64 },
      ],
    },
    ...errorTables("400", "404", "500"),
  ],
  statuses: { 200: "Success", 400: "Bad Request", 404: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [
    bodyRequired,
    {
      says: "Every field of the response is required.",
      contract: "Only `execution_id` and `status` are.",
      evidence:
        "The descriptions: `output` is there only when the status is `success`, `errors` only when it is `fail`. The times are not needed to make sense of a response.",
      rows: {
        "response 200.begin_time": { required: undefined },
        "response 200.end_time": { required: undefined },
        "response 200.errors": { required: undefined },
        "response 200.output": { required: undefined },
      },
    },
    notFound,
    requestIdIn("404"),
  ],
};
