// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.

import type { Descriptor } from "./contract.js";
import type { OperationName } from "./operations.js";

/** The service's base URLs. */
export const servers = [{ url: "https://functiongraph.{region}.myhuaweicloud.com" }] as const;

/** Each operation, by the name of its method. */
export const descriptors: Record<OperationName, Descriptor> = {
  listWorkflowExecutions: {
    operationId: "ListWorkflowExecutions",
    method: "GET",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions",
    defaultsFromClient: { project_id: "projectId" },
    body: "none",
    paging: { items: "executions", key: "execution_id", size: 200 },
    request: {
      path: {
        type: "object",
        required: ["project_id", "workflow_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          workflow_id: {
            type: "string",
            minLength: 1,
            maxLength: 512,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
        },
        additionalProperties: false,
      },
      query: {
        type: "object",
        properties: {
          limit: { type: "integer", minimum: 0, maximum: 500, "x-documented-in": "query parameters" },
          offset: { type: "integer", minimum: 0, "x-documented-in": "query parameters" },
          status: {
            type: "string",
            minLength: 0,
            maxLength: 64,
            enum: ["success", "fail", "running", "timeout", "cancel"],
            "x-documented-in": "query parameters",
          },
          start_time: { type: "string", format: "utc-time", "x-documented-in": "query parameters" },
          end_time: { type: "string", format: "utc-time", "x-documented-in": "query parameters" },
        },
        additionalProperties: false,
      },
      header: { type: "object", properties: {}, additionalProperties: false },
    },
    success: { "200": { $ref: "ExecutionList" } },
  },
  startWorkflowExecution: {
    operationId: "StartWorkflowExecution",
    method: "POST",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions",
    defaultsFromClient: { project_id: "projectId" },
    body: "required",
    request: {
      path: {
        type: "object",
        required: ["project_id", "workflow_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          workflow_id: {
            type: "string",
            minLength: 1,
            maxLength: 512,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
        },
        additionalProperties: false,
      },
      query: { type: "object", properties: {}, additionalProperties: false },
      header: {
        type: "object",
        properties: {
          "X-Create-Time": { type: "string", "x-documented-in": "Table 2 (request header parameters)" },
          "X-WorkflowRun-ID": { type: "string", "x-documented-in": "Table 2 (request header parameters)" },
          "X-WorkflowRun-MergeFnParameters": {
            type: "string",
            "x-documented-in": "Table 2 (request header parameters)",
          },
        },
        additionalProperties: false,
      },
      body: { $ref: "ExecutionInput" },
    },
    success: { "200": { $ref: "StartedExecution" } },
  },
  startSyncWorkflowExecution: {
    operationId: "StartSyncWorkflowExecution",
    method: "POST",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}/sync-executions",
    defaultsFromClient: { project_id: "projectId" },
    body: "required",
    request: {
      path: {
        type: "object",
        required: ["project_id", "workflow_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          workflow_id: {
            type: "string",
            minLength: 1,
            maxLength: 512,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
        },
        additionalProperties: false,
      },
      query: { type: "object", properties: {}, additionalProperties: false },
      header: { type: "object", properties: {}, additionalProperties: false },
      body: { $ref: "ExecutionInput" },
    },
    success: { "200": { $ref: "EndedExecution" } },
  },
  showWorkflowExecutionForPage: {
    operationId: "ShowWorkflowExecutionForPage",
    method: "GET",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions-history",
    defaultsFromClient: { project_id: "projectId" },
    body: "none",
    paging: { items: "executions", key: "execution_id", total: "total" },
    request: {
      path: {
        type: "object",
        required: ["project_id", "workflow_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          workflow_id: {
            type: "string",
            minLength: 1,
            maxLength: 512,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
        },
        additionalProperties: false,
      },
      query: {
        type: "object",
        required: ["offset", "limit"],
        properties: {
          offset: { type: "integer", minimum: 0, "x-documented-in": "query parameters" },
          limit: { type: "integer", minimum: 1, maximum: 100, "x-documented-in": "query parameters" },
          start_time: { type: "string", format: "utc-time", "x-documented-in": "query parameters" },
          end_time: { type: "string", format: "utc-time", "x-documented-in": "query parameters" },
        },
        additionalProperties: false,
      },
      header: { type: "object", properties: {}, additionalProperties: false },
    },
    success: { "200": { $ref: "ExecutionHistory" } },
  },
  showWorkflowExecution: {
    operationId: "ShowWorkflowExecution",
    method: "GET",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}",
    defaultsFromClient: { project_id: "projectId" },
    body: "none",
    request: {
      path: {
        type: "object",
        required: ["project_id", "workflow_id", "execution_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          workflow_id: {
            type: "string",
            minLength: 1,
            maxLength: 512,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          execution_id: { type: "string", minLength: 1, maxLength: 64, "x-documented-in": "path parameters" },
        },
        additionalProperties: false,
      },
      query: { type: "object", properties: {}, additionalProperties: false },
      header: {
        type: "object",
        properties: {
          "X-Get-Workflow-Full-History-Data": {
            type: "boolean",
            "x-documented-in": "request header parameters",
          },
        },
        additionalProperties: false,
      },
    },
    success: { "200": { $ref: "ExecutionDetails" } },
  },
  stopWorkFlow: {
    operationId: "StopWorkFlow",
    method: "POST",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}/terminate",
    defaultsFromClient: { project_id: "projectId" },
    body: "none",
    request: {
      path: {
        type: "object",
        required: ["project_id", "workflow_id", "execution_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          workflow_id: {
            type: "string",
            minLength: 1,
            maxLength: 512,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          execution_id: { type: "string", minLength: 1, maxLength: 64, "x-documented-in": "path parameters" },
        },
        additionalProperties: false,
      },
      query: { type: "object", properties: {}, additionalProperties: false },
      header: { type: "object", properties: {}, additionalProperties: false },
    },
    success: { "200": null },
  },
  retryWorkFlow: {
    operationId: "RetryWorkFlow",
    method: "POST",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}/retry",
    defaultsFromClient: { project_id: "projectId" },
    body: "none",
    request: {
      path: {
        type: "object",
        required: ["project_id", "workflow_id", "execution_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          workflow_id: {
            type: "string",
            minLength: 1,
            maxLength: 512,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          execution_id: { type: "string", minLength: 1, maxLength: 64, "x-documented-in": "path parameters" },
        },
        additionalProperties: false,
      },
      query: { type: "object", properties: {}, additionalProperties: false },
      header: { type: "object", properties: {}, additionalProperties: false },
    },
    success: { "200": null },
  },
  createCallbackWorkflow: {
    operationId: "CreateCallbackWorkflow",
    method: "POST",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}/callback",
    defaultsFromClient: { project_id: "projectId" },
    body: "required",
    request: {
      path: {
        type: "object",
        required: ["project_id", "workflow_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          workflow_id: {
            type: "string",
            minLength: 1,
            maxLength: 512,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
        },
        additionalProperties: false,
      },
      query: { type: "object", properties: {}, additionalProperties: false },
      header: {
        type: "object",
        required: ["X-Workflow-Run-Id", "X-Workflow-State-Id"],
        properties: {
          "X-Workflow-Run-Id": { type: "string", "x-documented-in": "request header parameters" },
          "X-Workflow-State-Id": { type: "string", "x-documented-in": "request header parameters" },
        },
        additionalProperties: false,
      },
      body: { $ref: "CallbackResult" },
    },
    success: { "200": { $ref: "ContinuedExecution" } },
  },
};
