// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.

import type { SandboxOperation } from "./contract.js";
import type { OperationName } from "./operations.js";

export const sandboxOperations: Record<OperationName, SandboxOperation> = {
  startWorkflowExecution: {
    wireTypes: {},
    success: { status: 200, body: { execution_id: "48aff955-ea10-4ffd-b426-190bc192dc14" } },
  },
};
