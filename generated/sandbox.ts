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
  listWorkflow: {
    status: 200,
    body: {
      total: 1,
      size: 1,
      workflows: [
        {
          id: "48aff955-ea10-4ffd-b426-190bc192dc14",
          name: "order-flow",
          description: "takes-orders",
          workflow_urn:
            "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest",
          enable_stream_response: false,
          created_by: "order-service",
          created_time: "2026-01-05T08:00:00Z",
          updated_time: "2026-01-05T08:00:00Z",
        },
      ],
    },
  },
  createWorkflow: {
    status: 201,
    body: {
      id: "48aff955-ea10-4ffd-b426-190bc192dc14",
      name: "order-flow",
      description: "takes-orders",
      workflow_urn: "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest",
      enable_stream_response: false,
      created_by: "order-service",
      created_time: "2026-01-05T08:00:00Z",
      updated_time: "2026-01-05T08:00:00Z",
    },
  },
  batchDeleteWorkflows: {
    status: 200,
    body: {
      success: ["urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest"],
      fail: [
        {
          workflow_urn:
            "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:return-flow:latest",
          error_detail: "The workflow is running.",
        },
      ],
    },
  },
  showWorkFlow: {
    status: 200,
    body: {
      id: "48aff955-ea10-4ffd-b426-190bc192dc14",
      workflow_urn: "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest",
      created_by: "order-service",
      created_time: "2026-01-05T08:00:00Z",
      updated_time: "2026-01-05T08:00:00Z",
      definition: {
        name: "order-flow",
        description: "takes-orders",
        mode: "NORMAL",
        start: "reserve",
        constants: { currency: "CNY" },
        retries: [{ name: "twice", delay: 5, max_attempts: 2 }],
        functions: [
          {
            name: "reserve",
            operation: "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:function:default:reserve:latest",
          },
          {
            name: "charge",
            operation: "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:function:default:charge:latest",
          },
        ],
        states: [
          {
            id: "reserve",
            name: "Reserve",
            type: "Operation",
            end: false,
            transition: "pause",
            actions: [{ function_ref: { ref_name: "reserve", arguments: { orderId: "$.input.orderId" } } }],
          },
          { id: "pause", name: "Pause", type: "Sleep", end: false, transition: "charge", duration: 5 },
          {
            id: "charge",
            name: "Charge",
            type: "Operation",
            end: false,
            transition: "done",
            actions: [
              {
                function_ref: {
                  ref_name: "charge",
                  arguments: { orderId: "$.input.orderId", currency: "$.constants.currency" },
                },
              },
            ],
            on_errors: [{ error: "$.errorCode == 500", retry_ref: "twice", transition: "done" }],
          },
          { id: "done", name: "Done", type: "End", end: true, actions: [] },
        ],
      },
    },
  },
  updateWorkFlow: {
    status: 200,
    body: {
      id: "48aff955-ea10-4ffd-b426-190bc192dc14",
      name: "order-flow",
      description: "takes-orders",
      workflow_urn: "urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest",
      enable_stream_response: false,
      created_by: "order-service",
      created_time: "2026-01-05T08:00:00Z",
      updated_time: "2026-01-05T08:00:00Z",
    },
  },
  showWorkFlowMetric: {
    status: 200,
    body: {
      count: [
        { timestamp: 1769851800000, value: 12 },
        { timestamp: 1769852100000, value: 7 },
      ],
      duration: [
        { timestamp: 1769851800000, value: 4010.5 },
        { timestamp: 1769852100000, value: 3890 },
      ],
      fail_count: [
        { timestamp: 1769851800000, value: 1 },
        { timestamp: 1769852100000, value: 0 },
      ],
      running_count: [
        { timestamp: 1769851800000, value: 3 },
        { timestamp: 1769852100000, value: 2 },
      ],
    },
  },
  showTenantMetric: {
    status: 200,
    body: {
      count: [
        { timestamp: 1769851800000, value: 12 },
        { timestamp: 1769852100000, value: 7 },
      ],
      duration: [
        { timestamp: 1769851800000, value: 4010.5 },
        { timestamp: 1769852100000, value: 3890 },
      ],
      fail_count: [
        { timestamp: 1769851800000, value: 1 },
        { timestamp: 1769852100000, value: 0 },
      ],
      running_count: [
        { timestamp: 1769851800000, value: 3 },
        { timestamp: 1769852100000, value: 2 },
      ],
    },
  },
};
