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
    "x-documented-in": "Table 3 (request body parameters) and others",
  },
  ExecutionArguments: {
    type: "object",
    additionalProperties: true,
    "x-documented-in": "Table 3 (request body parameters) and others",
  },
  CallbackResult: {
    type: "object",
    required: ["output", "result"],
    properties: {
      result: {
        type: "string",
        minLength: 1,
        maxLength: 64,
        enum: ["success", "fail"],
        "x-documented-in": "CallbackWorkflowRequestBody (request body)",
      },
      output: {
        type: "object",
        additionalProperties: true,
        "x-documented-in": "CallbackWorkflowRequestBody (request body)",
      },
      error: {
        type: "string",
        minLength: 1,
        maxLength: 64,
        "x-documented-in": "CallbackWorkflowRequestBody (request body)",
      },
    },
  },
};

/** What responses must at least match. */
export const responseSchemas: Schemas = {
  ExecutionList: {
    type: "object",
    required: ["executions"],
    properties: { executions: { type: "array", items: { $ref: "ListedExecution" } } },
  },
  ListedExecution: {
    type: "object",
    required: ["execution_id", "status"],
    properties: { execution_id: { type: "string" }, status: { type: "string" } },
  },
  StartedExecution: {
    type: "object",
    required: ["execution_id"],
    properties: { execution_id: { type: "string" } },
  },
  EndedExecution: {
    type: "object",
    required: ["execution_id", "status"],
    properties: { execution_id: { type: "string" }, status: { type: "string" } },
  },
  ExecutionHistory: {
    type: "object",
    required: ["executions"],
    properties: { executions: { type: "array", items: { $ref: "PastExecution" } } },
  },
  PastExecution: {
    type: "object",
    required: ["execution_id", "status"],
    properties: { execution_id: { type: "string" }, status: { type: "string" } },
  },
  ExecutionDetails: {
    type: "object",
    required: ["execution_id", "status"],
    properties: { execution_id: { type: "string" }, status: { type: "string" } },
  },
  ContinuedExecution: { type: "object" },
};
