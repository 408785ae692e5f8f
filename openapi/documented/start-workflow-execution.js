import { errorRows, notFound, requestIdIn } from "./errors.js";

/** @type {import("./page.js").Page} */
export const startWorkflowExecution = {
  title: "异步执行工作流 (execute a workflow asynchronously)",
  address: "https://support.huaweicloud.com/api-functiongraph/functiongraph_06_1001.html",
  date: "2024-03-21",
  operationId: "StartWorkflowExecution",
  method: "POST",
  path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions",
  tables: [
    {
      table: "Table 1 (path parameters)",
      in: "path",
      rows: [
        { field: "project_id", type: "string", minLength: 1, maxLength: 64 },
        { field: "workflow_id", type: "string", minLength: 1, maxLength: 512 },
      ],
    },
    {
      table: "Table 2 (request header parameters)",
      in: "header",
      rows: [
        { field: "X-Create-Time", type: "string" },
        { field: "X-WorkflowRun-ID", type: "string" },
        { field: "X-WorkflowRun-MergeFnParameters", type: "string" },
      ],
    },
    {
      table: "Table 3 (request body parameters)",
      in: "request",
      rows: [
        { field: "headers", type: "object" },
        { field: "input", type: "object" },
      ],
    },
    {
      table: "Table 4 (response body, status 200)",
      in: "response",
      status: "200",
      rows: [{ field: "execution_id", type: "string", minLength: 1, maxLength: 64 }],
    },
    { table: "Table 5 (response body, status 400)", in: "response", status: "400", rows: errorRows },
    { table: "Table 6 (response body, status 404)", in: "response", status: "404", rows: errorRows },
    { table: "Table 7 (response body, status 500)", in: "response", status: "500", rows: errorRows },
  ],
  statuses: { 200: "Success", 400: "Bad Request", 404: "Bad Request", 500: "Internal Server Error" },
  examples: [
    {
      in: "request",
      value: { headers: { tenantId: "user1" }, input: { arg1: "argument_1", arg2: "argument_2" } },
    },
    { in: "response", status: "200", value: { execution_id: "48aff955-ea10-4ffd-b426-190bc192dc14" } },
  ],
  corrections: [
    {
      says: 'The "required" column (是否必选) is empty for every row.',
      contract:
        "Both path parameters, the body and its `input` are required; the three headers and `headers` are optional.",
      evidence:
        "OpenAPI allows no optional path parameter. Definitions: `required: [input]`. The Go SDK's model marks `input` as always present and `headers` as omitted when empty; the Node SDK refuses a call without a body.",
      rows: {
        "path.project_id": { required: true },
        "path.workflow_id": { required: true },
        request: { required: true },
        "request.input": { required: true },
      },
    },
    {
      says: '`execution_id` is described as 错误码 ("error code").',
      contract: "It is the id of the execution.",
      evidence: "The page's own response example; the later edition says 函数工作流异步任务ID.",
    },
    {
      says: "`execution_id` may be missing (no response field is marked).",
      contract: "It is required in a 200.",
      evidence:
        "Without it the call has no result. The client treats a 200 without it as an error, not as an empty success.",
      rows: { "response 200.execution_id": { required: true } },
    },
    notFound,
    requestIdIn("400", "404", "500"),
    {
      says: "`headers` and `input` are Object in the tables, JSON text in the Java, Python and Go samples.",
      contract: "Objects.",
      evidence:
        "The tables, the request example and the definitions. The SDKs send what they are given, text as text. The sandbox accepts text, with a note, unless `strict` is set.",
    },
    {
      says: "`X-Create-Time` has no format.",
      contract: "A string without a format; its description gives the form `yyyy-MM-dd`.",
      evidence:
        "Later edition and definitions: `yyyy-MM-dd`, not after the present. Not enforced, as this edition does not ask for it.",
    },
    {
      says: "`X-WorkflowRun-ID` has no form.",
      contract: "A string without a pattern.",
      evidence:
        "The later edition asks for 32 letters or digits, but the definitions' own example is a UUID of 36 characters with hyphens.",
    },
    {
      says: "`X-WorkflowRun-MergeFnParameters` is a String.",
      contract: "A string; its description gives `true`, `false` and empty.",
      evidence: "Later edition. Not enforced, as this edition does not ask for it.",
    },
    {
      says: "`project_id` has 1 to 64 characters.",
      contract: "The same.",
      evidence: "The later edition says exactly 32 letters and digits. The wider documented limit is kept.",
    },
    {
      says: "There are no examples of errors.",
      contract: "`FGS.3002` for 400 and 500, `FGS.5002` for 404.",
      evidence: "Definitions. Codes are an open set; none is enforced.",
    },
  ],
};
