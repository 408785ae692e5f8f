import { errorTables } from "./errors.js";
import {
  bodyRequired,
  definition,
  pathTable,
  simpleInfo,
  simpleInfoCorrections,
  workflowId,
} from "./shared.js";
import { definitionCorrections, definitionTables } from "./workflow-definition.js";

/** @type {import("./page.js").Page} */
export const updateWorkFlow = {
  title: "修改指定函数流实例的元数据 (update a workflow)",
  address: "https://console.huaweicloud.com/apiexplorer/#/openapi/FunctionGraph/doc?api=UpdateWorkFlow",
  ...definition,
  operationId: "UpdateWorkFlow",
  method: "PUT",
  path: "/v2/{project_id}/fgs/workflows/{workflow_id}",
  tables: [
    pathTable(workflowId),
    ...definitionTables({ in: "request" }),
    {
      table: "WorkflowSimpleInfo (response body, status 200)",
      in: "response",
      status: "200",
      rows: simpleInfo,
    },
    ...errorTables("400", "500"),
  ],
  statuses: { 200: "Success", 400: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [bodyRequired, ...definitionCorrections("request"), ...simpleInfoCorrections("response 200")],
};
