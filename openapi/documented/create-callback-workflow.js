import { errorTables, notFound, requestIdIn } from "./errors.js";
import { bodyRequired, definition, pathTable, workflowId } from "./shared.js";

/** @type {import("./page.js").Page} */
export const createCallbackWorkflow = {
  title: "回调工作流 (call back a workflow)",
  address: "https://support.huaweicloud.com/api-functiongraph/functiongraph_23_1106_08.html",
  ...definition,
  operationId: "CreateCallbackWorkflow",
  method: "POST",
  path: "/v2/{project_id}/fgs/workflows/{workflow_id}/callback",
  tables: [
    pathTable(workflowId),
    {
      table: "request header parameters",
      in: "header",
      rows: [
        { field: "X-Workflow-Run-Id", type: "string", required: true },
        { field: "X-Workflow-State-Id", type: "string", required: true },
      ],
    },
    {
      table: "CallbackWorkflowRequestBody (request body)",
      in: "request",
      rows: [
        { field: "output", type: "object", required: true },
        {
          field: "result",
          type: "string",
          required: true,
          minLength: 1,
          maxLength: 64,
          enum: ["success", "fail"],
        },
        { field: "error", type: "string", minLength: 1, maxLength: 64 },
      ],
    },
    {
      table: "FlowExecuteResponse (response body, status 200)",
      in: "response",
      status: "200",
      rows: [{ field: "execution_id", type: "string", minLength: 1, maxLength: 64 }],
    },
    ...errorTables("400", "404", "500"),
  ],
  statuses: { 200: "Success", 400: "Bad Request", 404: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [
    bodyRequired,
    {
      says: '`execution_id` is described as 错误码 ("error code").',
      contract: "It is the id of the execution that goes on.",
      evidence:
        "The page's own response example, and the same mistake on the page of StartWorkflowExecution.",
    },
    {
      says: "`output` has a value only when `status` is `success`, but it is required, and there is no `status`.",
      contract: "`output` is required; an empty object will do when `result` is `fail`.",
      evidence: "Definitions: `required: [result, output]`. The page's example sends an empty object.",
    },
    notFound,
    requestIdIn("404"),
  ],
};
