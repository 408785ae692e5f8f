import { errorTables } from "./errors.js";
import { definition, pathTable, utcTime, workflowId } from "./shared.js";

/** @type {import("./page.js").Page} */
export const showWorkflowExecutionForPage = {
  title: "分页查询指定函数流记录 (page through the history of a workflow)",
  address: "https://support.huaweicloud.com/api-functiongraph/functiongraph_06_1032.html",
  ...definition,
  operationId: "ShowWorkflowExecutionForPage",
  method: "GET",
  path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions-history",
  tables: [
    pathTable(workflowId),
    {
      table: "query parameters",
      in: "query",
      rows: [
        { field: "offset", type: "integer", required: true, minimum: 0 },
        { field: "limit", type: "integer", required: true, minimum: 1, maximum: 100 },
        { field: "start_time", type: "string" },
        { field: "end_time", type: "string" },
      ],
    },
    {
      table: "ShowWorkflowExecutionForPage (response body, status 200)",
      in: "response",
      status: "200",
      rows: [
        { field: "executions", type: "array" },
        { field: "executions[]", type: "object" },
        { field: "size", type: "integer", minimum: 0, maximum: 100 },
        { field: "total", type: "integer", minimum: 0, maximum: 1_000_000 },
      ],
    },
    {
      table: "FlowExecutionBriefV2 (response body, status 200)",
      in: "response",
      status: "200",
      within: "executions[]",
      rows: [
        { field: "begin_time", type: "string", format: "date-time" },
        { field: "created_by", type: "string" },
        { field: "end_time", type: "string", format: "date-time" },
        { field: "execution_id", type: "string" },
        { field: "last_update_time", type: "string", format: "date-time" },
        {
          field: "status",
          type: "string",
          enum: [
            "success",
            "fail",
            "running",
            "timeout",
            "cancel",
            "scheduled",
            "recovered",
            "retrying",
            "stopping",
          ],
        },
        { field: "workflow_id", type: "string" },
        { field: "workflow_urn", type: "string" },
      ],
    },
    ...errorTables("400", "500"),
  ],
  statuses: { 200: "Success", 400: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [
    {
      says: "No field of the response is marked as required.",
      contract: "`executions` is, and of each execution `execution_id` and `status`.",
      evidence: "Without them there is nothing to list.",
      rows: {
        "response 200.executions": { required: true },
        "response 200.executions[].execution_id": { required: true },
        "response 200.executions[].status": { required: true },
      },
    },
    utcTime("query.start_time", "query.end_time"),
    {
      says: "The statuses are the five of ListWorkflowExecutions, says the page of 2024-11-08.",
      contract: "Nine: also `scheduled`, `recovered`, `retrying` and `stopping`.",
      evidence: "Definitions. The client expects further ones, wherever a status is read.",
    },
  ],
  paging: { items: "executions", key: "execution_id", total: "total" },
};
