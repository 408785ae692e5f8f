/** What the pages of CreateWorkflow, UpdateWorkFlow and ShowWorkFlow say of a workflow's definition. */

/** @typedef {import("./page.js").Row} Row */
/** @typedef {import("./page.js").Table} Table */
/** @typedef {import("./page.js").Correction} Correction */

const name = (/** @type {number} */ length) => ({
  minLength: 1,
  maxLength: length,
  pattern: `^([_a-zA-Z0-9().-]|[\\u4e00-\\u9fa5]){1,${length}}$`,
});
const upTo256 = { minLength: 0, maxLength: 256 };

/** Rows by schema; `at` is where the schema stands in a definition. @type {{ schema: string, at: string, rows: Row[] }[]} */
const schemas = [
  {
    schema: "WorkflowCreateBody",
    at: "",
    rows: [
      { field: "constants", type: "object", required: true },
      { field: "functions", type: "array", required: true, minItems: 0, maxItems: 100 },
      { field: "functions[]", type: "object" },
      { field: "name", type: "string", required: true, ...name(64) },
      { field: "retries", type: "array", required: true, minItems: 0, maxItems: 200 },
      { field: "retries[]", type: "object" },
      { field: "start", type: "string", required: true, minLength: 1, maxLength: 256 },
      { field: "states", type: "array", required: true, minItems: 1, maxItems: 100 },
      { field: "states[]", type: "object" },
      { field: "description", type: "string", ...name(512) },
      { field: "enable_stream_response", type: "boolean", default: false },
      { field: "enterprise_project_id", type: "string", minLength: 0, maxLength: 64 },
      { field: "express_config", type: "object" },
      { field: "mode", type: "string", enum: ["NORMAL", "EXPRESS"], default: "NORMAL" },
      { field: "triggers", type: "array", minItems: 0, maxItems: 200 },
      { field: "triggers[]", type: "object" },
    ],
  },
  {
    schema: "ExpressConfig",
    at: "express_config",
    rows: [
      { field: "log_level", type: "string", minLength: 1, maxLength: 5, enum: ["ALL", "ERROR", "NONE"] },
    ],
  },
  {
    schema: "Trigger",
    at: "triggers[]",
    rows: [
      { field: "trigger_name", type: "string", required: true, minLength: 1, maxLength: 256 },
      {
        field: "trigger_type",
        type: "string",
        required: true,
        minLength: 1,
        maxLength: 32,
        enum: ["FLOWTIMER", "SMN", "APIG", "APIG_DE", "OBS"],
      },
      { field: "enabled", type: "boolean", enum: ["True", "False"], default: true },
      { field: "trigger_config", type: "object" },
    ],
  },
  {
    schema: "OBSTriggerConfig",
    at: "triggers[].trigger_config",
    rows: [
      { field: "bucket", type: "string", required: true, minLength: 1, maxLength: 64 },
      { field: "events", type: "array", required: true, minItems: 1, maxItems: 64 },
      { field: "events[]", type: "string" },
      { field: "prefix", type: "string", required: true, minLength: 1, maxLength: 64 },
      { field: "suffix", type: "string", required: true, minLength: 1, maxLength: 64 },
    ],
  },
  {
    schema: "Function",
    at: "functions[]",
    rows: [
      { field: "name", type: "string", required: true, ...upTo256 },
      { field: "operation", type: "string", required: true, ...upTo256 },
      { field: "metadata", type: "object" },
    ],
  },
  {
    schema: "OperationState",
    at: "states[]",
    rows: [
      { field: "actions", type: "array", required: true, minItems: 1, maxItems: 10 },
      { field: "actions[]", type: "object" },
      { field: "end", type: "boolean", required: true },
      { field: "id", type: "string", required: true, minLength: 0, maxLength: 64 },
      { field: "name", type: "string", required: true, ...name(256) },
      { field: "transition", type: "string", required: true, ...upTo256 },
      {
        field: "type",
        type: "string",
        required: true,
        minLength: 1,
        maxLength: 32,
        enum: ["Operation", "Sleep", "End"],
      },
      {
        field: "action_mode",
        type: "string",
        minLength: 1,
        maxLength: 32,
        enum: ["sequential", "parallel"],
      },
      { field: "duration", type: "integer", minimum: 0.001, maximum: 86_400 },
      { field: "on_errors", type: "array", minItems: 0, maxItems: 200 },
      { field: "on_errors[]", type: "object" },
      { field: "state_data_filter", type: "object" },
    ],
  },
  {
    schema: "Action",
    at: "states[].actions[]",
    rows: [{ field: "function_ref", type: "object" }],
  },
  {
    schema: "FunctionRef",
    at: "states[].actions[].function_ref",
    rows: [
      { field: "arguments", type: "object", required: true },
      { field: "ref_name", type: "string", required: true, ...upTo256 },
      { field: "invoke_mode", type: "string", minLength: 1, maxLength: 32, enum: ["synchronize"] },
    ],
  },
  {
    schema: "OnError",
    at: "states[].on_errors[]",
    rows: [
      { field: "error", type: "string", ...upTo256 },
      { field: "retry_ref", type: "string", ...upTo256 },
      { field: "transition", type: "string", ...upTo256 },
    ],
  },
  {
    schema: "StateDataFilter",
    at: "states[].state_data_filter",
    rows: [
      { field: "input", type: "string", ...upTo256 },
      { field: "output", type: "string", ...upTo256 },
    ],
  },
  {
    schema: "Retry",
    at: "retries[]",
    rows: [
      { field: "name", type: "string", required: true, ...name(256) },
      { field: "delay", type: "integer", minimum: 1, maximum: 30 },
      { field: "max_attempts", type: "integer", minimum: 1, maximum: 8 },
    ],
  },
];

const join = (/** @type {(string | undefined)[]} */ ...parts) => parts.filter(Boolean).join(".");

/**
 * The tables of a definition that is sent, or that is part of a response.
 *
 * @param {{ in: "request" } | { in: "response", status: string }} place
 * @param {string} [within]
 * @returns {Table[]}
 */
export const definitionTables = (place, within) =>
  schemas.map(({ schema, at, rows }) => ({
    table: `${schema} (${place.in} body${"status" in place ? `, status ${place.status}` : ""})`,
    ...place,
    within: join(within, at) || undefined,
    rows,
  }));

/** What all definitions are corrected by. @param {string} place @returns {Correction[]} */
export const definitionCorrections = (place) => [
  {
    says: "Every state has `actions`, at least one, and a `transition`, also one of the type `End` or `Sleep`.",
    contract: "Both are optional, and `actions` may be empty.",
    evidence: "The definitions' own example has a state of the type `End` with `actions: []`.",
    rows: {
      [join(place, "states[].actions")]: { required: undefined, minItems: undefined },
      [join(place, "states[].transition")]: { required: undefined },
    },
  },
  {
    says: "`duration` is an integer of at least 0.001.",
    contract: "An integer of at least 1, in seconds.",
    evidence: "No integer is between 0.001 and 1.",
    rows: { [join(place, "states[].duration")]: { minimum: 1 } },
  },
  {
    says: "A state's `action_mode` is `sequential` or `parallel`.",
    contract: "The same, or empty.",
    evidence: 'The definitions\' own example has a state with `action_mode: ""`.',
    rows: {
      [join(place, "states[].action_mode")]: { minLength: undefined, enum: ["sequential", "parallel", ""] },
    },
  },
  {
    says: "A trigger's `enabled` is a boolean whose values are the texts `True` and `False`.",
    contract: "A boolean.",
    evidence: "The type, and the definitions' own example, `false`.",
    rows: { [join(place, "triggers[].enabled")]: { enum: undefined } },
  },
  {
    says: "A trigger's `trigger_config` is that of an OBS trigger: a bucket, events, a prefix and a suffix.",
    contract: "The same fields, none of them required. Other fields are not refused.",
    evidence:
      "There are five types of triggers, and the definitions describe the configuration of only one; a timer has no bucket.",
    rows: Object.fromEntries(
      ["bucket", "events", "prefix", "suffix"].map((field) => [
        join(place, `triggers[].trigger_config.${field}`),
        { required: undefined },
      ]),
    ),
  },
];
