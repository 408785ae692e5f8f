// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.

import type { OperationName } from "./operations.js";

/** The response to a valid request: the contract's own example, or a small value that fits. */
export const examples: Record<OperationName, { status: number; body?: unknown }> = {
  listWorkflowExecutions: {
    status: 200,
    body: {
      executions: [
        {
          execution_id: "9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04",
          status: "success",
          workflow_id: "48aff955-ea10-4ffd-b426-190bc192dc14",
          workflow_urn:
            "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest",
          begin_time: "2026-01-31T09:30:00Z",
          end_time: "2026-01-31T09:30:04Z",
          last_update_time: "2026-01-31T09:30:04Z",
          created_by: "order-service",
        },
        {
          execution_id: "2c7e5a90-1b4d-4c8f-b6e3-70a9d8f1c352",
          status: "running",
          workflow_id: "48aff955-ea10-4ffd-b426-190bc192dc14",
          workflow_urn:
            "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest",
          begin_time: "2026-01-31T09:31:10Z",
          last_update_time: "2026-01-31T09:31:12Z",
          created_by: "order-service",
        },
      ],
    },
  },
  startWorkflowExecution: { status: 200, body: { execution_id: "48aff955-ea10-4ffd-b426-190bc192dc14" } },
  startSyncWorkflowExecution: {
    status: 200,
    body: {
      execution_id: "9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04",
      status: "success",
      output: { total: 42 },
      begin_time: "2026-01-31T09:30:00Z",
      end_time: "2026-01-31T09:30:04Z",
    },
  },
  showWorkflowExecutionForPage: {
    status: 200,
    body: {
      total: 2,
      size: 100,
      executions: [
        {
          execution_id: "9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04",
          status: "success",
          workflow_id: "48aff955-ea10-4ffd-b426-190bc192dc14",
          workflow_urn:
            "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest",
          begin_time: "2026-01-31T09:30:00Z",
          end_time: "2026-01-31T09:30:04Z",
          last_update_time: "2026-01-31T09:30:04Z",
          created_by: "order-service",
        },
        {
          execution_id: "2c7e5a90-1b4d-4c8f-b6e3-70a9d8f1c352",
          status: "retrying",
          workflow_id: "48aff955-ea10-4ffd-b426-190bc192dc14",
          workflow_urn:
            "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest",
          begin_time: "2026-01-31T09:31:10Z",
          last_update_time: "2026-01-31T09:31:12Z",
          created_by: "order-service",
        },
      ],
    },
  },
  showWorkflowExecution: {
    status: 200,
    body: {
      execution_id: "9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04",
      status: "success",
      workflow_id: "48aff955-ea10-4ffd-b426-190bc192dc14",
      workflow_urn: "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest",
      begin_time: "2026-01-31T09:30:00Z",
      end_time: "2026-01-31T09:30:04Z",
      last_update_time: "2026-01-31T09:30:04Z",
      created_by: "order-service",
      headers: { tenantId: "user1" },
      input: { orderId: 7 },
      output: { total: 42 },
      node_execution_details: [
        {
          execution_id: "9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04",
          node_id: "charge-card",
          node_name: "Charge card",
          executions: [
            {
              begin_time: 1769851800120,
              end_time: 1769851801250,
              status: "fail",
              input: { orderId: 7 },
              error_message: "The bank did not respond.",
              request_id: "3f2b8c1d-7a64-4e0f-9b5c-1d2e3f4a5b6c",
            },
            {
              begin_time: 1769851802000,
              end_time: 1769851804010,
              status: "success",
              input: { orderId: 7 },
              output: { total: 42 },
              request_id: "8d1c0e5b-2f73-4a9d-b0c6-5e4f3a2b1c0d",
            },
          ],
        },
      ],
    },
  },
  stopWorkFlow: { status: 200 },
  retryWorkFlow: { status: 200 },
  createCallbackWorkflow: { status: 200, body: { execution_id: "9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04" } },
};
