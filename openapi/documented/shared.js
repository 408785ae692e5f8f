/** Rows and corrections that several pages have in common. */

/** @typedef {import("./page.js").Row} Row */
/** @typedef {import("./page.js").Table} Table */
/** @typedef {import("./page.js").Correction} Correction */

/** The edition of the pages that were read as the API Explorer's definitions. */
export const definition = { date: "2026-07-24", readFrom: "read from the API Explorer's definition" };

/** @type {Row} */
export const projectId = { field: "project_id", type: "string", required: true, minLength: 1, maxLength: 64 };

/** @type {Row} */
export const workflowId = {
  field: "workflow_id",
  type: "string",
  required: true,
  minLength: 1,
  maxLength: 512,
};

/** @type {Row} */
export const executionId = {
  field: "execution_id",
  type: "string",
  required: true,
  minLength: 1,
  maxLength: 64,
};

/** @param {Row[]} rows @returns {Table} */
export const pathTable = (...rows) => ({ table: "path parameters", in: "path", rows: [projectId, ...rows] });

/** Corrects a required body. @type {Correction} */
export const bodyRequired = {
  says: "Nothing about whether the body itself is required.",
  contract: "It is.",
  evidence: "It has required fields; the SDKs' models of the request need a body.",
  rows: { request: { required: true } },
};

/** Corrects the limit of a workflow's URN. @param {string[]} places @returns {Correction} */
export const urnLength = (...places) => ({
  says: "A workflow's URN has 1 to 64 characters.",
  contract: "At least one character.",
  evidence: "The definitions' own example has 82 characters; the path parameter `workflow_urn` may have 128.",
  rows: Object.fromEntries(places.map((place) => [place, { maxLength: undefined }])),
});

/** Corrects times without a form. @param {string[]} places @returns {Correction} */
export const utcTime = (...places) => ({
  says: "The form of the time, in words: `YYYY-MM-DD hh:mm:ss`, in UTC.",
  contract: "The same, as the format `utc-time`, which the client holds text to, and turns a `Date` into.",
  evidence: "The page's description and example, `2022-10-11 01:00:11`.",
  rows: Object.fromEntries(places.map((place) => [place, { format: "utc-time" }])),
});

/** @type {Row[]} */
export const executionInput = [
  { field: "input", type: "object", required: true },
  { field: "headers", type: "object" },
];

/** What lists say of an execution. @type {Row[]} */
export const executionBrief = [
  { field: "begin_time", type: "string", minLength: 0, maxLength: 64 },
  { field: "created_by", type: "string", minLength: 1, maxLength: 32 },
  { field: "end_time", type: "string", minLength: 0, maxLength: 64 },
  { field: "execution_id", type: "string", minLength: 1, maxLength: 64 },
  { field: "last_update_time", type: "string", minLength: 0, maxLength: 64 },
  {
    field: "status",
    type: "string",
    minLength: 1,
    maxLength: 32,
    enum: ["success", "fail", "running", "timeout", "cancel"],
  },
  { field: "workflow_id", type: "string", minLength: 1, maxLength: 64 },
  { field: "workflow_urn", type: "string", minLength: 1, maxLength: 64 },
];

/** What CreateWorkflow, UpdateWorkFlow and ListWorkflow say of a workflow. @type {Row[]} */
export const simpleInfo = [
  { field: "created_by", type: "string", required: true, minLength: 0, maxLength: 64 },
  { field: "created_time", type: "string", required: true, minLength: 0, maxLength: 64 },
  { field: "description", type: "string", required: true, minLength: 0, maxLength: 512 },
  { field: "enable_stream_response", type: "boolean", required: true },
  { field: "id", type: "string", required: true, minLength: 1, maxLength: 64 },
  { field: "name", type: "string", required: true, minLength: 1, maxLength: 64 },
  { field: "updated_time", type: "string", required: true, minLength: 0, maxLength: 64 },
  { field: "workflow_urn", type: "string", required: true, minLength: 1, maxLength: 64 },
];

/** Corrects fields of a response that need not be there. @returns {Correction} */
export const lenientInfo = (/** @type {string} */ place, /** @type {string[]} */ fields) => ({
  says: `${fields.map((field) => `\`${field}\``).join(", ")}: required in the response.`,
  contract: "Optional.",
  evidence:
    "A response without them still makes sense, and the pages' own examples lack some of what is said to be required.",
  rows: Object.fromEntries(fields.map((field) => [`${place}.${field}`, { required: undefined }])),
});

/** @param {string} place @returns {Correction[]} */
export const simpleInfoCorrections = (place) => [
  {
    says: "`enable_stream_response` is required in the response.",
    contract: "Optional.",
    evidence: "The examples on the pages of CreateWorkflow and ListWorkflow lack it.",
    rows: { [`${place}.enable_stream_response`]: { required: undefined } },
  },
  lenientInfo(place, ["created_by", "created_time", "description", "updated_time", "workflow_urn"]),
  urnLength(`${place}.workflow_urn`),
];
