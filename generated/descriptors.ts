// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.

import type { Descriptor, Validator } from "./contract.js";
import type { OperationName } from "./operations.js";
import * as validators from "./validators.js";

/** The service's base URLs. */
export const servers = [{ url: "https://functiongraph.{region}.myhuaweicloud.com" }] as const;

/** Each operation, by the name of its method. */
export const descriptors: Record<OperationName, Descriptor> = {
  startWorkflowExecution: {
    operationId: "StartWorkflowExecution",
    method: "POST",
    path: "/v2/{project_id}/fgs/workflows/{workflow_id}/executions",
    parameters: {
      path: ["project_id", "workflow_id"],
      query: [],
      header: ["X-Create-Time", "X-WorkflowRun-ID", "X-WorkflowRun-MergeFnParameters"],
    },
    defaultsFromClient: { project_id: "projectId" },
    body: "required",
    validate: {
      path: validators.startWorkflowExecution_path as Validator,
      query: validators.startWorkflowExecution_query as Validator,
      header: validators.startWorkflowExecution_header as Validator,
      body: validators.startWorkflowExecution_body as Validator,
    },
    success: { "200": validators.startWorkflowExecution_response_200 as Validator },
    documentedIn: {
      "path.project_id": "Table 1 (path parameters)",
      "path.workflow_id": "Table 1 (path parameters)",
      "header.X-Create-Time": "Table 2 (request header parameters)",
      "header.X-WorkflowRun-ID": "Table 2 (request header parameters)",
      "header.X-WorkflowRun-MergeFnParameters": "Table 2 (request header parameters)",
      "body.headers": "Table 3 (request body parameters)",
      "body.input": "Table 3 (request body parameters)",
    },
  },
};
