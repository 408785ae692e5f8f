import { errorTables } from "./errors.js";
import { definition, executionBrief, pathTable, urnLength, utcTime, workflowId } from "./shared.js";

/** @type {import("./page.js").Page} */
export const listWorkflowExecutions = {
  title: "获取指定函数流执行实例列表 (list the executions of a workflow)",
  address: "https://support.huaweicloud.com/api-functiongraph/functiongraph_06_1005.html",
  ...definition,
  operationId: "ListWorkflowExecutions",
  method: "GET",
  path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions",
  tables: [
    pathTable(workflowId),
    {
      table: "query parameters",
      in: "query",
      rows: [
        { field: "limit", type: "integer", minimum: 0, maximum: 500 },
        { field: "offset", type: "integer", minimum: 0 },
        {
          field: "status",
          type: "string",
          minLength: 0,
          maxLength: 64,
          enum: ["success", "fail", "running", "timeout", "cancel"],
        },
        { field: "start_time", type: "string" },
        { field: "end_time", type: "string" },
      ],
    },
    {
      table: "FlowExecutionList (response body, status 200)",
      in: "response",
      status: "200",
      rows: [
        { field: "executions", type: "array", minItems: 0, maxItems: 999 },
        { field: "executions[]", type: "object" },
      ],
    },
    {
      table: "FlowExecutionBrief (response body, status 200)",
      in: "response",
      status: "200",
      within: "executions[]",
      rows: executionBrief,
    },
    ...errorTables("400", "500"),
  ],
  statuses: { 200: "Success", 400: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [
    {
      says: "No field of the response is marked as required.",
      contract: "`executions` is, and of each execution `execution_id` and `status`.",
      evidence: "Without them there is nothing to list. The page's example has all three.",
      rows: {
        "response 200.executions": { required: true },
        "response 200.executions[].execution_id": { required: true },
        "response 200.executions[].status": { required: true },
      },
    },
    urnLength("response 200.executions[].workflow_urn"),
    utcTime("query.start_time", "query.end_time"),
    {
      says: "`limit` is at most 500.",
      contract: "The same; its description says that more than 200 counts as 200.",
      evidence: "The page of 2025-12-12: at most 200, more is treated as 200. Definitions: 0 to 500.",
    },
    {
      says: "`offset` is in the definitions and in the SDKs, not on the page.",
      contract: "It is a parameter. A client must expect that the service ignores it.",
      evidence:
        "Definitions; SDKs' models. The page of 2025-12-12 lists `limit`, `status` and the two times.",
    },
  ],
  paging: { items: "executions", key: "execution_id", size: 200 },
};
