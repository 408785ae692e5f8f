import { errorTables } from "./errors.js";
import { definition, pathTable } from "./shared.js";

/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./page.js").Table} Table */

const lists = ["count", "duration", "fail_count", "running_count"];

/** @type {Table[]} */
const statistics = [
  {
    table: "WorkflowStatisticsResp (response body, status 200)",
    in: "response",
    status: "200",
    rows: lists.flatMap((field) => [
      { field, type: "array" },
      { field: `${field}[]`, type: "object" },
    ]),
  },
  ...lists.map((list) => ({
    table: "SlaReportsValue (response body, status 200)",
    in: /** @type {const} */ ("response"),
    status: "200",
    within: `${list}[]`,
    rows: [
      { field: "timestamp", type: /** @type {const} */ ("integer") },
      { field: "value", type: /** @type {const} */ ("number") },
    ],
  })),
];

const statuses = { 200: "Success", 400: "Bad Request", 500: "Internal Server Error" };

/** @type {import("./page.js").Correction[]} */
const corrections = [
  {
    says: "Times as strings, without a form; the example is `1649767560000`.",
    contract: "The format `epoch-ms`, which the client holds text to, and turns a `Date` into.",
    evidence: "Definitions' examples: milliseconds since 1970, as text.",
    rows: { "query.start_time": { format: "epoch-ms" }, "query.end_time": { format: "epoch-ms" } },
  },
];

/** @type {Page} */
export const showWorkFlowMetric = {
  title: "获取指定函数流指标 (metrics of a workflow)",
  address: "https://console.huaweicloud.com/apiexplorer/#/openapi/FunctionGraph/doc?api=ShowWorkFlowMetric",
  ...definition,
  operationId: "ShowWorkFlowMetric",
  method: "GET",
  path: "/v2/{project_id}/fgs/workflow-statistic/{workflow_urn}",
  tables: [
    pathTable({ field: "workflow_urn", type: "string", required: true, minLength: 1, maxLength: 128 }),
    {
      table: "query parameters",
      in: "query",
      rows: [
        { field: "period", type: "string" },
        { field: "start_time", type: "string" },
        { field: "end_time", type: "string" },
      ],
    },
    ...statistics,
    ...errorTables("400", "500"),
  ],
  statuses,
  examples: [],
  corrections,
};

/** @type {Page} */
export const showTenantMetric = {
  title: "获取函数流指标 (metrics of all workflows)",
  address: "https://console.huaweicloud.com/apiexplorer/#/openapi/FunctionGraph/doc?api=ShowTenantMetric",
  ...definition,
  operationId: "ShowTenantMetric",
  method: "GET",
  path: "/v2/{project_id}/fgs/workflow-statistic",
  tables: [
    pathTable(),
    {
      table: "query parameters",
      in: "query",
      rows: [
        { field: "period", type: "string" },
        { field: "start_time", type: "string" },
        { field: "end_time", type: "string" },
        { field: "metric_type", type: "string" },
      ],
    },
    ...statistics,
    ...errorTables("400", "500"),
  ],
  statuses,
  examples: [],
  corrections,
};
