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
  listWorkflow: {
    operationId: "ListWorkflow",
    method: "GET",
    path: "/v2/{project_id}/fgs/workflows",
    defaultsFromClient: { project_id: "projectId" },
    body: "none",
    paging: { items: "workflows", key: "id", total: "total", size: 200 },
    request: {
      path: {
        type: "object",
        required: ["project_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
        },
        additionalProperties: false,
      },
      query: {
        type: "object",
        properties: {
          workflow_name: {
            type: "string",
            minLength: 0,
            maxLength: 64,
            "x-documented-in": "query parameters",
          },
          limit: { type: "integer", minimum: 1, "x-documented-in": "query parameters" },
          offset: { type: "integer", minimum: 0, "x-documented-in": "query parameters" },
          enterprise_project: { type: "string", "x-documented-in": "query parameters" },
          mode: { type: "string", "x-documented-in": "query parameters" },
        },
        additionalProperties: false,
      },
      header: { type: "object", properties: {}, additionalProperties: false },
    },
    success: { "200": { $ref: "WorkflowList" } },
  },
  createWorkflow: {
    operationId: "CreateWorkflow",
    method: "POST",
    path: "/v2/{project_id}/fgs/workflows",
    defaultsFromClient: { project_id: "projectId" },
    body: "required",
    request: {
      path: {
        type: "object",
        required: ["project_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
        },
        additionalProperties: false,
      },
      query: { type: "object", properties: {}, additionalProperties: false },
      header: { type: "object", properties: {}, additionalProperties: false },
      body: { $ref: "WorkflowDefinition" },
    },
    success: { "201": { $ref: "Workflow" } },
  },
  batchDeleteWorkflows: {
    operationId: "BatchDeleteWorkflows",
    method: "DELETE",
    path: "/v2/{project_id}/fgs/workflows",
    defaultsFromClient: { project_id: "projectId" },
    body: "required",
    request: {
      path: {
        type: "object",
        required: ["project_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
        },
        additionalProperties: false,
      },
      query: { type: "object", properties: {}, additionalProperties: false },
      header: { type: "object", properties: {}, additionalProperties: false },
      body: { $ref: "WorkflowsToDelete" },
    },
    success: { "200": { $ref: "DeletedWorkflows" } },
  },
  showWorkFlow: {
    operationId: "ShowWorkFlow",
    method: "GET",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}",
    defaultsFromClient: { project_id: "projectId" },
    body: "none",
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
    },
    success: { "200": { $ref: "WorkflowWithDefinition" } },
  },
  updateWorkFlow: {
    operationId: "UpdateWorkFlow",
    method: "PUT",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}",
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
      body: { $ref: "WorkflowDefinition" },
    },
    success: { "200": { $ref: "Workflow" } },
  },
  showWorkFlowMetric: {
    operationId: "ShowWorkFlowMetric",
    method: "GET",
    path: "/v2/{project_id}/fgs/workflow-statistic/{workflow_urn}",
    defaultsFromClient: { project_id: "projectId" },
    body: "none",
    request: {
      path: {
        type: "object",
        required: ["project_id", "workflow_urn"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
          workflow_urn: {
            type: "string",
            minLength: 1,
            maxLength: 128,
            "x-documented-in": "path parameters",
          },
        },
        additionalProperties: false,
      },
      query: {
        type: "object",
        properties: {
          period: { type: "string", "x-documented-in": "query parameters" },
          start_time: { type: "string", format: "epoch-ms", "x-documented-in": "query parameters" },
          end_time: { type: "string", format: "epoch-ms", "x-documented-in": "query parameters" },
        },
        additionalProperties: false,
      },
      header: { type: "object", properties: {}, additionalProperties: false },
    },
    success: { "200": { $ref: "WorkflowMetrics" } },
  },
  showTenantMetric: {
    operationId: "ShowTenantMetric",
    method: "GET",
    path: "/v2/{project_id}/fgs/workflow-statistic",
    defaultsFromClient: { project_id: "projectId" },
    body: "none",
    request: {
      path: {
        type: "object",
        required: ["project_id"],
        properties: {
          project_id: {
            type: "string",
            minLength: 1,
            maxLength: 64,
            "x-documented-in": "Table 1 (path parameters) and others",
          },
        },
        additionalProperties: false,
      },
      query: {
        type: "object",
        properties: {
          period: { type: "string", "x-documented-in": "query parameters" },
          start_time: { type: "string", format: "epoch-ms", "x-documented-in": "query parameters" },
          end_time: { type: "string", format: "epoch-ms", "x-documented-in": "query parameters" },
          metric_type: { type: "string", "x-documented-in": "query parameters" },
        },
        additionalProperties: false,
      },
      header: { type: "object", properties: {}, additionalProperties: false },
    },
    success: { "200": { $ref: "WorkflowMetrics" } },
  },
};
