/** What FunctionGraph's errors hold, as the API Explorer's definitions have it: `ErrorRsp400`, `ErrorRsp404`, `ErrorRsp500`. */

/** @typedef {import("./page.js").Row} Row */
/** @typedef {import("./page.js").Table} Table */

/** As on the pages that have no request id. */
export const errorRows = /** @type {Row[]} */ ([
  { field: "error_code", type: "string", minLength: 1, maxLength: 36 },
  { field: "error_msg", type: "string", minLength: 2, maxLength: 512 },
]);
const requestId = /** @type {Row} */ ({ field: "request_id", type: "string", minLength: 2, maxLength: 512 });

/** @type {Record<string, Row[]>} */
const rows = { 400: [...errorRows, requestId], 404: errorRows, 500: [...errorRows, requestId] };

/** The tables of an operation's errors. @param {("400" | "404" | "500")[]} statuses @returns {Table[]} */
export const errorTables = (...statuses) =>
  statuses.map((status) => ({
    table: `ErrorRsp${status} (response body, status ${status})`,
    in: "response",
    status,
    rows: /** @type {Row[]} */ (rows[status]),
  }));

/** Corrects errors without a request id. @param {string[]} statuses @returns {import("./page.js").Correction} */
export const requestIdIn = (...statuses) => ({
  says: `The errors ${statuses.join(", ")} have no \`request_id\`.`,
  contract: "It can be in every error of FunctionGraph.",
  evidence:
    "Definitions: `ErrorRsp400` and `ErrorRsp500` have it; so do the pages of StopWorkFlow, RetryWorkFlow and BatchDeleteWorkflows.",
  rows: Object.fromEntries(
    statuses.map((status) => [
      `response ${status}.request_id`,
      { type: "string", minLength: 2, maxLength: 512 },
    ]),
  ),
});

/** Corrects the name that the pages give to status 404. @type {import("./page.js").Correction} */
export const notFound = {
  says: 'Status 404 is labelled "Bad Request".',
  contract: "Not found.",
  evidence: 'The status itself; the definitions\' example, "Function flow not found."',
};
