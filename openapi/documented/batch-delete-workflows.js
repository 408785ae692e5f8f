import { errorTables } from "./errors.js";
import { bodyRequired, definition, pathTable } from "./shared.js";

/** @type {import("./page.js").Page} */
export const batchDeleteWorkflows = {
  title: "删除函数流 (delete workflows)",
  address: "https://support.huaweicloud.com/api-functiongraph/functiongraph_06_1002.html",
  ...definition,
  operationId: "BatchDeleteWorkflows",
  method: "DELETE",
  path: "/v2/{project_id}/fgs/workflows",
  tables: [
    pathTable(),
    {
      table: "WorkflowDeleteBody (request body)",
      in: "request",
      rows: [
        { field: "workflow_urns", type: "array", required: true, minItems: 0, maxItems: 200 },
        { field: "workflow_urns[]", type: "string" },
      ],
    },
    {
      table: "OperateResponse (response body, status 200)",
      in: "response",
      status: "200",
      rows: [
        { field: "fail", type: "array", minItems: 0, maxItems: 200 },
        { field: "fail[]", type: "object" },
        { field: "success", type: "array", minItems: 0, maxItems: 100 },
        { field: "success[]", type: "string" },
      ],
    },
    {
      table: "OperateErrorInfo (response body, status 200)",
      in: "response",
      status: "200",
      within: "fail[]",
      rows: [
        { field: "error_detail", type: "string", minLength: 1, maxLength: 64 },
        { field: "workflow_urn", type: "string", minLength: 1, maxLength: 128 },
      ],
    },
    ...errorTables("400", "500"),
  ],
  statuses: { 200: "Success", 400: "Bad Request", 500: "Internal Server Error" },
  examples: [],
  corrections: [
    bodyRequired,
    {
      says: "`success` has at most 100 URNs.",
      contract: "Any number.",
      evidence: "A request can name 200.",
      rows: { "response 200.success": { maxItems: undefined } },
    },
  ],
};
