import { errorTables } from "./errors.js";
import { definition, lenientInfo, pathTable, urnLength, workflowId } from "./shared.js";
import { definitionCorrections, definitionTables } from "./workflow-definition.js";

const definitionTablesInside = definitionTables({ in: "response", status: "200" }, "definition");

/** @type {import("./page.js").Page} */
export const showWorkFlow = {
  title: "获取指定函数流实例的元数据 (show a workflow)",
  address: "https://console.huaweicloud.com/apiexplorer/#/openapi/FunctionGraph/doc?api=ShowWorkFlow",
  ...definition,
  operationId: "ShowWorkFlow",
  method: "GET",
  path: "/v2/{project_id}/fgs/workflows/{workflow_id}",
  tables: [
    pathTable(workflowId),
    {
      table: "WorkflowInfo (response body, status 200)",
      in: "response",
      status: "200",
      rows: [
        { field: "created_by", type: "string", required: true, minLength: 0, maxLength: 64 },
        { field: "created_time", type: "string", required: true, minLength: 0, maxLength: 64 },
        { field: "id", type: "string", required: true, minLength: 1, maxLength: 64 },
        { field: "updated_time", type: "string", required: true, minLength: 0, maxLength: 64 },
        { field: "workflow_urn", type: "string", required: true, minLength: 1, maxLength: 64 },
        { field: "definition", type: "object" },
        { field: "lts_group_id", type: "string" },
        { field: "lts_stream_id", type: "string" },
      ],
    },
    ...definitionTablesInside,
    ...errorTables("400", "500"),
  ],
  statuses: { 200: "Success", 400: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [
    lenientInfo("response 200", ["created_by", "created_time", "updated_time", "workflow_urn"]),
    urnLength("response 200.workflow_urn"),
    ...definitionCorrections("response 200.definition"),
  ],
};
