import { errorTables, notFound, requestIdIn } from "./errors.js";
import { definition, executionId, pathTable, workflowId } from "./shared.js";

/** @type {import("./page.js").Page} */
export const retryWorkFlow = {
  title: "重试函数流 (retry an execution)",
  address: "https://support.huaweicloud.com/api-functiongraph/functiongraph_06_1011.html",
  ...definition,
  operationId: "RetryWorkFlow",
  method: "POST",
  path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}/retry",
  tables: [pathTable(workflowId, executionId), ...errorTables("400", "404", "500")],
  statuses: { 200: "OK", 400: "Bad Request", 404: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [notFound, requestIdIn("404")],
};
