// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.

import type { OperationName } from "./operations.js";

/** The response to a valid request: the contract's own example, or a small value that fits. */
export const examples: Record<OperationName, { status: number; body?: unknown }> = {
  startWorkflowExecution: { status: 200, body: { execution_id: "48aff955-ea10-4ffd-b426-190bc192dc14" } },
};
