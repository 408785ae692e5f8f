import { errorTables } from "./errors.js";
import { definition, pathTable, simpleInfo, simpleInfoCorrections } from "./shared.js";

/** @type {import("./page.js").Page} */
export const listWorkflow = {
  title: "查询函数流 (list workflows)",
  address: "https://support.huaweicloud.com/api-functiongraph/functiongraph_06_1003.html",
  ...definition,
  operationId: "ListWorkflow",
  method: "GET",
  path: "/v2/{project_id}/fgs/workflows",
  tables: [
    pathTable(),
    {
      table: "query parameters",
      in: "query",
      rows: [
        { field: "workflow_name", type: "string", minLength: 0, maxLength: 64 },
        { field: "limit", type: "integer", minimum: 1 },
        { field: "offset", type: "integer", minimum: 0 },
        { field: "enterprise_project", type: "string" },
        { field: "mode", type: "string" },
      ],
    },
    {
      table: "WorkflowPageList (response body, status 200)",
      in: "response",
      status: "200",
      rows: [
        { field: "size", type: "integer", minimum: 0, maximum: 200 },
        { field: "total", type: "integer", minimum: 0, maximum: 1_000_000 },
        { field: "workflows", type: "array", minItems: 0, maxItems: 200 },
        { field: "workflows[]", type: "object" },
      ],
    },
    {
      table: "WorkflowSimpleInfo (response body, status 200)",
      in: "response",
      status: "200",
      within: "workflows[]",
      rows: simpleInfo,
    },
    ...errorTables("400", "500"),
  ],
  statuses: { 200: "Success", 400: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [
    {
      says: "`workflows` is not marked as required.",
      contract: "It is.",
      evidence: "Without it there is nothing to list. The page's example has it.",
      rows: { "response 200.workflows": { required: true } },
    },
    ...simpleInfoCorrections("response 200.workflows[]"),
  ],
  paging: { items: "workflows", key: "id", total: "total", size: 200 },
};
