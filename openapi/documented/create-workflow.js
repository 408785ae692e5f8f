import { errorTables } from "./errors.js";
import { bodyRequired, definition, pathTable, simpleInfo, simpleInfoCorrections } from "./shared.js";
import { definitionCorrections, definitionTables } from "./workflow-definition.js";

/** @type {import("./page.js").Page} */
export const createWorkflow = {
  title: "创建函数流 (create a workflow)",
  address: "https://support.huaweicloud.com/api-functiongraph/functiongraph_06_1004.html",
  ...definition,
  operationId: "CreateWorkflow",
  method: "POST",
  path: "/v2/{project_id}/fgs/workflows",
  tables: [
    pathTable(),
    ...definitionTables({ in: "request" }),
    {
      table: "WorkflowSimpleInfo (response body, status 201)",
      in: "response",
      status: "201",
      rows: simpleInfo,
    },
    ...errorTables("400", "500"),
  ],
  statuses: { 201: "Created", 400: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [bodyRequired, ...definitionCorrections("request"), ...simpleInfoCorrections("response 201")],
};
