// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.

import type { Schemas } from "./contract.js";

/** What requests must match. */
export const requestSchemas: Schemas = {
  ExecutionInput: {
    type: "object",
    required: ["input"],
    properties: { headers: { $ref: "ExecutionHeaders" }, input: { $ref: "ExecutionArguments" } },
  },
  ExecutionHeaders: {
    type: "object",
    additionalProperties: true,
    "x-documented-in": "Table 3 (request body parameters)",
  },
  ExecutionArguments: {
    type: "object",
    additionalProperties: true,
    "x-documented-in": "Table 3 (request body parameters)",
  },
};

/** What responses must at least match. */
export const responseSchemas: Schemas = {
  StartedExecution: {
    type: "object",
    required: ["execution_id"],
    properties: { execution_id: { type: "string" } },
  },
};
