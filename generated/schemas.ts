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
  WorkflowDefinition: {
    type: "object",
    required: ["constants", "functions", "name", "retries", "start", "states"],
    properties: {
      name: {
        type: "string",
        minLength: 1,
        maxLength: 64,
        pattern: "^([_a-zA-Z0-9().-]|[\\u4e00-\\u9fa5]){1,64}$",
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
      description: {
        type: "string",
        minLength: 1,
        maxLength: 512,
        pattern: "^([_a-zA-Z0-9().-]|[\\u4e00-\\u9fa5]){1,512}$",
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
      mode: {
        type: "string",
        enum: ["NORMAL", "EXPRESS"],
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
      start: {
        type: "string",
        minLength: 1,
        maxLength: 256,
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
      constants: {
        type: "object",
        additionalProperties: true,
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
      functions: {
        type: "array",
        minItems: 0,
        maxItems: 100,
        items: { $ref: "WorkflowFunction" },
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
      states: {
        type: "array",
        minItems: 1,
        maxItems: 100,
        items: { $ref: "WorkflowState" },
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
      retries: {
        type: "array",
        minItems: 0,
        maxItems: 200,
        items: { $ref: "RetryPolicy" },
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
      triggers: {
        type: "array",
        minItems: 0,
        maxItems: 200,
        items: { $ref: "WorkflowTrigger" },
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
      express_config: { $ref: "ExpressConfig" },
      enable_stream_response: {
        type: "boolean",
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
      enterprise_project_id: {
        type: "string",
        minLength: 0,
        maxLength: 64,
        "x-documented-in": "WorkflowCreateBody (request body) and others",
      },
    },
    "x-documented-in": "WorkflowInfo (response body, status 200)",
  },
  WorkflowFunction: {
    type: "object",
    required: ["name", "operation"],
    properties: {
      name: {
        type: "string",
        minLength: 0,
        maxLength: 256,
        "x-documented-in": "Function (request body) and others",
      },
      operation: {
        type: "string",
        minLength: 0,
        maxLength: 256,
        "x-documented-in": "Function (request body) and others",
      },
      metadata: {
        type: "object",
        additionalProperties: true,
        "x-documented-in": "Function (request body) and others",
      },
    },
    "x-documented-in": "WorkflowCreateBody (request body) and others",
  },
  WorkflowState: {
    type: "object",
    required: ["end", "id", "name", "type"],
    properties: {
      id: {
        type: "string",
        minLength: 0,
        maxLength: 64,
        "x-documented-in": "OperationState (request body) and others",
      },
      name: {
        type: "string",
        minLength: 1,
        maxLength: 256,
        pattern: "^([_a-zA-Z0-9().-]|[\\u4e00-\\u9fa5]){1,256}$",
        "x-documented-in": "OperationState (request body) and others",
      },
      type: {
        type: "string",
        minLength: 1,
        maxLength: 32,
        enum: ["Operation", "Sleep", "End"],
        "x-documented-in": "OperationState (request body) and others",
      },
      end: { type: "boolean", "x-documented-in": "OperationState (request body) and others" },
      transition: {
        type: "string",
        minLength: 0,
        maxLength: 256,
        "x-documented-in": "OperationState (request body) and others",
      },
      actions: {
        type: "array",
        maxItems: 10,
        items: { $ref: "WorkflowAction" },
        "x-documented-in": "OperationState (request body) and others",
      },
      action_mode: {
        type: "string",
        maxLength: 32,
        enum: ["sequential", "parallel", ""],
        "x-documented-in": "OperationState (request body) and others",
      },
      duration: {
        type: "integer",
        minimum: 1,
        maximum: 86400,
        "x-documented-in": "OperationState (request body) and others",
      },
      on_errors: {
        type: "array",
        minItems: 0,
        maxItems: 200,
        items: { $ref: "ErrorHandler" },
        "x-documented-in": "OperationState (request body) and others",
      },
      state_data_filter: { $ref: "StateDataFilter" },
    },
    "x-documented-in": "WorkflowCreateBody (request body) and others",
  },
  WorkflowAction: {
    type: "object",
    properties: { function_ref: { $ref: "FunctionReference" } },
    "x-documented-in": "OperationState (request body) and others",
  },
  FunctionReference: {
    type: "object",
    required: ["arguments", "ref_name"],
    properties: {
      ref_name: {
        type: "string",
        minLength: 0,
        maxLength: 256,
        "x-documented-in": "FunctionRef (request body) and others",
      },
      arguments: {
        type: "object",
        additionalProperties: true,
        "x-documented-in": "FunctionRef (request body) and others",
      },
      invoke_mode: {
        type: "string",
        minLength: 1,
        maxLength: 32,
        enum: ["synchronize"],
        "x-documented-in": "FunctionRef (request body) and others",
      },
    },
    "x-documented-in": "Action (request body) and others",
  },
  ErrorHandler: {
    type: "object",
    properties: {
      error: {
        type: "string",
        minLength: 0,
        maxLength: 256,
        "x-documented-in": "OnError (request body) and others",
      },
      retry_ref: {
        type: "string",
        minLength: 0,
        maxLength: 256,
        "x-documented-in": "OnError (request body) and others",
      },
      transition: {
        type: "string",
        minLength: 0,
        maxLength: 256,
        "x-documented-in": "OnError (request body) and others",
      },
    },
    "x-documented-in": "OperationState (request body) and others",
  },
  StateDataFilter: {
    type: "object",
    properties: {
      input: {
        type: "string",
        minLength: 0,
        maxLength: 256,
        "x-documented-in": "StateDataFilter (request body) and others",
      },
      output: {
        type: "string",
        minLength: 0,
        maxLength: 256,
        "x-documented-in": "StateDataFilter (request body) and others",
      },
    },
    "x-documented-in": "OperationState (request body) and others",
  },
  RetryPolicy: {
    type: "object",
    required: ["name"],
    properties: {
      name: {
        type: "string",
        minLength: 1,
        maxLength: 256,
        pattern: "^([_a-zA-Z0-9().-]|[\\u4e00-\\u9fa5]){1,256}$",
        "x-documented-in": "Retry (request body) and others",
      },
      delay: {
        type: "integer",
        minimum: 1,
        maximum: 30,
        "x-documented-in": "Retry (request body) and others",
      },
      max_attempts: {
        type: "integer",
        minimum: 1,
        maximum: 8,
        "x-documented-in": "Retry (request body) and others",
      },
    },
    "x-documented-in": "WorkflowCreateBody (request body) and others",
  },
  WorkflowTrigger: {
    type: "object",
    required: ["trigger_name", "trigger_type"],
    properties: {
      trigger_name: {
        type: "string",
        minLength: 1,
        maxLength: 256,
        "x-documented-in": "Trigger (request body) and others",
      },
      trigger_type: {
        type: "string",
        minLength: 1,
        maxLength: 32,
        enum: ["FLOWTIMER", "SMN", "APIG", "APIG_DE", "OBS"],
        "x-documented-in": "Trigger (request body) and others",
      },
      enabled: { type: "boolean", "x-documented-in": "Trigger (request body) and others" },
      trigger_config: { $ref: "TriggerConfig" },
    },
    "x-documented-in": "WorkflowCreateBody (request body) and others",
  },
  TriggerConfig: {
    type: "object",
    properties: {
      bucket: {
        type: "string",
        minLength: 1,
        maxLength: 64,
        "x-documented-in": "OBSTriggerConfig (request body) and others",
      },
      events: {
        type: "array",
        minItems: 1,
        maxItems: 64,
        items: { type: "string", "x-documented-in": "OBSTriggerConfig (request body) and others" },
        "x-documented-in": "OBSTriggerConfig (request body) and others",
      },
      prefix: {
        type: "string",
        minLength: 1,
        maxLength: 64,
        "x-documented-in": "OBSTriggerConfig (request body) and others",
      },
      suffix: {
        type: "string",
        minLength: 1,
        maxLength: 64,
        "x-documented-in": "OBSTriggerConfig (request body) and others",
      },
    },
    "x-documented-in": "Trigger (request body) and others",
  },
  ExpressConfig: {
    type: "object",
    properties: {
      log_level: {
        type: "string",
        minLength: 1,
        maxLength: 5,
        enum: ["ALL", "ERROR", "NONE"],
        "x-documented-in": "ExpressConfig (request body) and others",
      },
    },
    "x-documented-in": "WorkflowCreateBody (request body) and others",
  },
  WorkflowsToDelete: {
    type: "object",
    required: ["workflow_urns"],
    properties: {
      workflow_urns: {
        type: "array",
        minItems: 0,
        maxItems: 200,
        items: { type: "string", "x-documented-in": "WorkflowDeleteBody (request body)" },
        "x-documented-in": "WorkflowDeleteBody (request body)",
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
  WorkflowList: {
    type: "object",
    required: ["workflows"],
    properties: { workflows: { type: "array", items: { $ref: "Workflow" } } },
  },
  Workflow: {
    type: "object",
    required: ["id", "name"],
    properties: { id: { type: "string" }, name: { type: "string" } },
  },
  DeletedWorkflows: { type: "object" },
  WorkflowWithDefinition: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
  WorkflowMetrics: { type: "object" },
};
