// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.

import type { Descriptor } from "./contract.js";
import type { OperationName } from "./operations.js";

/** The service's base URLs. */
export const servers = [{ url: "https://functiongraph.{region}.myhuaweicloud.com" }] as const;

/** Each operation, by the name of its method. */
export const descriptors: Record<OperationName, Descriptor> = {
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
            "x-documented-in": "Table 1 (path parameters)",
          },
          workflow_id: {
            type: "string",
            minLength: 1,
            maxLength: 512,
            "x-documented-in": "Table 1 (path parameters)",
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
};
