/**
 * What the source page says of its one call, row by row. The Spectral rules hold the contract to it
 * (functions/documented.js), and SOURCE.md leads from each row to its place in the contract.
 *
 * `required` is left out where the page says nothing: it marks no response field as required, and its
 * own "required" column is empty for the request. See SOURCE.md for where those answers come from.
 *
 * @typedef {object} DocumentedField
 * @property {string} table which table of the page the row stands in
 * @property {"path" | "header" | "request" | "response"} where
 * @property {string} [status] the response's status, for `where: "response"`
 * @property {string} field
 * @property {"string" | "object"} type
 * @property {number} [minLength] in Unicode code points
 * @property {number} [maxLength] in Unicode code points
 * @property {boolean} [required]
 *
 * @typedef {object} DocumentedOperation
 * @property {string} operationId
 * @property {"get" | "put" | "post" | "delete" | "patch"} method
 * @property {string} path
 * @property {string[]} statuses
 * @property {DocumentedField[]} fields
 */

const table1 = { table: "Table 1 (path parameters)", where: "path" };
const table2 = { table: "Table 2 (request header parameters)", where: "header" };
const table3 = { table: "Table 3 (request body parameters)", where: "request" };
const table4 = { table: "Table 4 (response body, status 200)", where: "response", status: "200" };

/** What every error answers with: tables 5, 6 and 7 are the same table, once for each status. */
export const errorFields = /** @type {const} */ ([
  { field: "error_code", type: "string", minLength: 1, maxLength: 36 },
  { field: "error_msg", type: "string", minLength: 2, maxLength: 512 },
]);

const errorTables = ["400", "404", "500"].flatMap((status) =>
  errorFields.map((row) => ({
    table: "Tables 5, 6 and 7 (response body, status 400, 404 and 500)",
    where: "response",
    status,
    ...row,
  })),
);

/** @type {DocumentedOperation[]} */
export const documentedOperations = [
  {
    operationId: "StartWorkflowExecution",
    method: "post",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions",
    statuses: ["200", "400", "404", "500"],
    fields: /** @type {DocumentedField[]} */ ([
      { ...table1, field: "project_id", type: "string", minLength: 1, maxLength: 64, required: true },
      { ...table1, field: "workflow_id", type: "string", minLength: 1, maxLength: 512, required: true },
      { ...table2, field: "X-Create-Time", type: "string", required: false },
      { ...table2, field: "X-WorkflowRun-ID", type: "string", required: false },
      { ...table2, field: "X-WorkflowRun-MergeFnParameters", type: "string", required: false },
      { ...table3, field: "headers", type: "object", required: false },
      { ...table3, field: "input", type: "object", required: true },
      { ...table4, field: "execution_id", type: "string", minLength: 1, maxLength: 64 },
      ...errorTables,
    ]),
  },
];
