// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.

import type { FreeFormObject, PagedPromise, PlainEnums, ResponsePromise } from "./contract.js";
import type { operations } from "./types.js";

/** What listWorkflowExecutions takes. */
export interface ListWorkflowExecutionsRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters) and others.
     * @example 48aff955-ea10-4ffd-b426-190bc192dc14
     */
    workflow_id: string;
  };
  /** Query parameters. */
  query?:
    | {
        /**
         * How many executions to list. Without it the service lists up to 200, and treats more than 200 as 200.
         *
         * 0 to 500. See query parameters.
         * @example 50
         */
        limit?: number | undefined;
        /**
         * How many executions to skip. The vendor's page does not have it, only its definitions and SDKs do: the
         * service may ignore it.
         *
         * At least 0. See query parameters.
         * @example 50
         */
        offset?: number | undefined;
        /**
         * List only executions in this status.
         *
         * 0 to 64 characters. See query parameters.
         * @example fail
         * @enum {string}
         */
        status?: ("success" | "fail" | "running" | "timeout" | "cancel") | undefined;
        /**
         * List only executions from this time on: `YYYY-MM-DD hh:mm:ss` in UTC. Without it, from three days
         * before `end_time`, or three days ago.
         *
         * See query parameters.
         * Format: utc-time
         * @example 2026-01-31 09:30:00
         */
        start_time?: (string | Date) | undefined;
        /**
         * List only executions up to this time: `YYYY-MM-DD hh:mm:ss` in UTC. Without it, up to three days after
         * `start_time`, or until now.
         *
         * See query parameters.
         * Format: utc-time
         * @example 2026-02-01 09:30:00
         */
        end_time?: (string | Date) | undefined;
      }
    | undefined;
}
/** What startWorkflowExecution takes. */
export interface StartWorkflowExecutionRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters) and others.
     * @example 48aff955-ea10-4ffd-b426-190bc192dc14
     */
    workflow_id: string;
  };
  /** Request headers. */
  header?:
    | {
        /**
         * When the task of the workflow run was created. The page gives no format; a later edition asks for
         * `yyyy-MM-dd`, not after today.
         *
         * See Table 2 (request header parameters).
         * @example 2024-03-21
         */
        "X-Create-Time"?: string | undefined;
        /**
         * Id of the workflow run. It is not documented as an idempotency key: do not rely on it to prevent a
         * second start.
         *
         * See Table 2 (request header parameters).
         * @example 04e9e38f-375e-435a-a827-b93f02dd2112
         */
        "X-WorkflowRun-ID"?: string | undefined;
        /**
         * Whether the output of a node is merged into the input of the next one. A string; a later edition of
         * the page allows `true`, `false` and the empty string.
         *
         * See Table 2 (request header parameters).
         * @example true
         */
        "X-WorkflowRun-MergeFnParameters"?: string | undefined;
      }
    | undefined;
  /** The input of the execution, and headers for it. */
  body: RequestSchemas["ExecutionInput"];
}
/** What startSyncWorkflowExecution takes. */
export interface StartSyncWorkflowExecutionRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters) and others.
     * @example 48aff955-ea10-4ffd-b426-190bc192dc14
     */
    workflow_id: string;
  };
  /** The input of the execution, and headers for it. */
  body: RequestSchemas["ExecutionInput"];
}
/** What showWorkflowExecutionForPage takes. */
export interface ShowWorkflowExecutionForPageRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters) and others.
     * @example 48aff955-ea10-4ffd-b426-190bc192dc14
     */
    workflow_id: string;
  };
  /** Query parameters. */
  query: {
    /**
     * How many executions to skip, from the start of the history.
     *
     * At least 0. See query parameters.
     * @example 0
     */
    offset: number;
    /**
     * How many executions a page has.
     *
     * 1 to 100. See query parameters.
     * @example 100
     */
    limit: number;
    /**
     * List only executions from this time on: `YYYY-MM-DD hh:mm:ss` in UTC. Without it, from three days
     * before `end_time`, or three days ago.
     *
     * See query parameters.
     * Format: utc-time
     * @example 2026-01-31 09:30:00
     */
    start_time?: (string | Date) | undefined;
    /**
     * List only executions up to this time: `YYYY-MM-DD hh:mm:ss` in UTC. Without it, up to three days after
     * `start_time`, or until now.
     *
     * See query parameters.
     * Format: utc-time
     * @example 2026-02-01 09:30:00
     */
    end_time?: (string | Date) | undefined;
  };
}
/** What showWorkflowExecution takes. */
export interface ShowWorkflowExecutionRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters) and others.
     * @example 48aff955-ea10-4ffd-b426-190bc192dc14
     */
    workflow_id: string;
    /**
     * Id of the execution, as the call that started it returned it.
     *
     * 1 to 64 characters. See path parameters.
     * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
     */
    execution_id: string;
  };
  /** Request headers. */
  header?:
    | {
        /**
         * Whether to include the whole output of the execution.
         *
         * See request header parameters.
         * @example true
         */
        "X-Get-Workflow-Full-History-Data"?: boolean | undefined;
      }
    | undefined;
}
/** What stopWorkFlow takes. */
export interface StopWorkFlowRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters) and others.
     * @example 48aff955-ea10-4ffd-b426-190bc192dc14
     */
    workflow_id: string;
    /**
     * Id of the execution, as the call that started it returned it.
     *
     * 1 to 64 characters. See path parameters.
     * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
     */
    execution_id: string;
  };
}
/** What retryWorkFlow takes. */
export interface RetryWorkFlowRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters) and others.
     * @example 48aff955-ea10-4ffd-b426-190bc192dc14
     */
    workflow_id: string;
    /**
     * Id of the execution, as the call that started it returned it.
     *
     * 1 to 64 characters. See path parameters.
     * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
     */
    execution_id: string;
  };
}
/** What createCallbackWorkflow takes. */
export interface CreateCallbackWorkflowRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters) and others.
     * @example 48aff955-ea10-4ffd-b426-190bc192dc14
     */
    workflow_id: string;
  };
  /** Request headers. */
  header: {
    /**
     * Id of the run that waits, which is the id of its execution.
     *
     * See request header parameters.
     * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
     */
    "X-Workflow-Run-Id": string;
    /**
     * Id of the state that waits, which is the id of its node.
     *
     * See request header parameters.
     * @example 0f5758f7-aa43-49ae-8923-c6448d7c1f91
     */
    "X-Workflow-State-Id": string;
  };
  /** What came of the work that the node waits for. */
  body: RequestSchemas["CallbackResult"];
}
/** What listWorkflow takes. */
export interface ListWorkflowRequest {
  /** Path parameters. */
  path?:
    | {
        /**
         * Id of the project that has the workflow. The console shows it under "My Credentials".
         *
         * 1 to 64 characters. See Table 1 (path parameters) and others.
         * @default the client's `projectId`
         * @example c53626012ba84727b938ca8bf03108ef
         */
        project_id?: string | undefined;
      }
    | undefined;
  /** Query parameters. */
  query?:
    | {
        /**
         * List only the workflow of this name.
         *
         * 0 to 64 characters. See query parameters.
         * @example order-flow
         */
        workflow_name?: string | undefined;
        /**
         * How many workflows a page has; 200 without it, and at most 200 whatever is asked for.
         *
         * At least 1. See query parameters.
         * @example 50
         */
        limit?: number | undefined;
        /**
         * How many workflows to skip.
         *
         * At least 0. See query parameters.
         * @example 50
         */
        offset?: number | undefined;
        /**
         * List only workflows of this enterprise project, by its id.
         *
         * See query parameters.
         * @example 0
         */
        enterprise_project?: string | undefined;
        /**
         * List only workflows in this mode: `NORMAL` for standard ones, or `EXPRESS`.
         *
         * See query parameters.
         * @example NORMAL
         */
        mode?: string | undefined;
      }
    | undefined;
}
/** What createWorkflow takes. */
export interface CreateWorkflowRequest {
  /** Path parameters. */
  path?:
    | {
        /**
         * Id of the project that has the workflow. The console shows it under "My Credentials".
         *
         * 1 to 64 characters. See Table 1 (path parameters) and others.
         * @default the client's `projectId`
         * @example c53626012ba84727b938ca8bf03108ef
         */
        project_id?: string | undefined;
      }
    | undefined;
  /**
   * The definition of the workflow.
   *
   * See WorkflowInfo (response body, status 200).
   */
  body: RequestSchemas["WorkflowDefinition"];
}
/** What batchDeleteWorkflows takes. */
export interface BatchDeleteWorkflowsRequest {
  /** Path parameters. */
  path?:
    | {
        /**
         * Id of the project that has the workflow. The console shows it under "My Credentials".
         *
         * 1 to 64 characters. See Table 1 (path parameters) and others.
         * @default the client's `projectId`
         * @example c53626012ba84727b938ca8bf03108ef
         */
        project_id?: string | undefined;
      }
    | undefined;
  /** URNs of the workflows to delete. */
  body: RequestSchemas["WorkflowsToDelete"];
}
/** What showWorkFlow takes. */
export interface ShowWorkFlowRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters) and others.
     * @example 48aff955-ea10-4ffd-b426-190bc192dc14
     */
    workflow_id: string;
  };
}
/** What updateWorkFlow takes. */
export interface UpdateWorkFlowRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters) and others.
     * @example 48aff955-ea10-4ffd-b426-190bc192dc14
     */
    workflow_id: string;
  };
  /**
   * The new definition of the workflow.
   *
   * See WorkflowInfo (response body, status 200).
   */
  body: RequestSchemas["WorkflowDefinition"];
}
/** What showWorkFlowMetric takes. */
export interface ShowWorkFlowMetricRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters) and others.
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * URN of the workflow, as ListWorkflow returns it.
     *
     * 1 to 128 characters. See path parameters.
     * @example urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest
     */
    workflow_urn: string;
  };
  /** Query parameters. */
  query?:
    | {
        /**
         * How many minutes each value is for, as text.
         *
         * See query parameters.
         * @example 5
         */
        period?: string | undefined;
        /**
         * When the values begin, in milliseconds since 1970, as text.
         *
         * See query parameters.
         * Format: epoch-ms
         * @example 1769851800000
         */
        start_time?: (string | Date) | undefined;
        /**
         * When the values end, in milliseconds since 1970, as text.
         *
         * See query parameters.
         * Format: epoch-ms
         * @example 1769855400000
         */
        end_time?: (string | Date) | undefined;
      }
    | undefined;
}
/** What showTenantMetric takes. */
export interface ShowTenantMetricRequest {
  /** Path parameters. */
  path?:
    | {
        /**
         * Id of the project that has the workflow. The console shows it under "My Credentials".
         *
         * 1 to 64 characters. See Table 1 (path parameters) and others.
         * @default the client's `projectId`
         * @example c53626012ba84727b938ca8bf03108ef
         */
        project_id?: string | undefined;
      }
    | undefined;
  /** Query parameters. */
  query?:
    | {
        /**
         * How many minutes each value is for, as text.
         *
         * See query parameters.
         * @example 5
         */
        period?: string | undefined;
        /**
         * When the values begin, in milliseconds since 1970, as text.
         *
         * See query parameters.
         * Format: epoch-ms
         * @example 1769851800000
         */
        start_time?: (string | Date) | undefined;
        /**
         * When the values end, in milliseconds since 1970, as text.
         *
         * See query parameters.
         * Format: epoch-ms
         * @example 1769855400000
         */
        end_time?: (string | Date) | undefined;
        /**
         * The metric to show. The vendor does not say which values there are; without it, all are shown.
         *
         * See query parameters.
         * @example count
         */
        metric_type?: string | undefined;
      }
    | undefined;
}
/** The schemas that requests use, as a caller may pass them. */
export interface RequestSchemas {
  /** The input of an execution, and headers for it. */
  ExecutionInput: {
    /**
     * Headers that the execution needs, as any JSON object.
     *
     * See Table 3 (request body parameters) and others.
     * @example {
     *   "tenantId": "user1"
     * }
     */
    headers?: RequestSchemas["ExecutionHeaders"] | undefined;
    /**
     * Input of the execution, as any JSON object. The workflow's definition can map it with JSONPath and
     * set defaults.
     *
     * See Table 3 (request body parameters) and others.
     * @example {
     *   "arg1": "argument_1",
     *   "arg2": "argument_2"
     * }
     */
    input: RequestSchemas["ExecutionArguments"];
  };
  /**
   * Headers that the execution needs, as any JSON object.
   *
   * See Table 3 (request body parameters) and others.
   * @example {
   *   "tenantId": "user1"
   * }
   */
  ExecutionHeaders: FreeFormObject;
  /**
   * Input of the execution, as any JSON object. The workflow's definition can map it with JSONPath and
   * set defaults.
   *
   * See Table 3 (request body parameters) and others.
   * @example {
   *   "arg1": "argument_1",
   *   "arg2": "argument_2"
   * }
   */
  ExecutionArguments: FreeFormObject;
  /** What came of the work that a node waits for. */
  CallbackResult: {
    /**
     * Whether the work succeeded.
     *
     * 1 to 64 characters. See CallbackWorkflowRequestBody (request body).
     * @example success
     * @enum {string}
     */
    result: "success" | "fail";
    /**
     * Output of the node, as any JSON object. When `result` is `fail`, send an empty one.
     *
     * See CallbackWorkflowRequestBody (request body).
     * @example {
     *   "approved": true
     * }
     */
    output: FreeFormObject;
    /**
     * Why the work failed, in words.
     *
     * 1 to 64 characters. See CallbackWorkflowRequestBody (request body).
     * @example Nobody approved the order.
     */
    error?: string | undefined;
  };
  /**
   * A workflow with its functions and states.
   *
   * See WorkflowInfo (response body, status 200).
   */
  WorkflowDefinition: {
    /**
     * Name of the workflow.
     *
     * 1 to 64 characters, matches `^([_a-zA-Z0-9().-]|[\u4e00-\u9fa5]){1,64}$`. See WorkflowCreateBody (request body) and others.
     * @example order-flow
     */
    name: string;
    /**
     * What the workflow is for. It has no spaces.
     *
     * 1 to 512 characters, matches `^([_a-zA-Z0-9().-]|[\u4e00-\u9fa5]){1,512}$`. See WorkflowCreateBody (request body) and others.
     * @example takes-orders
     */
    description?: string | undefined;
    /**
     * `NORMAL` is a standard workflow. `EXPRESS` is one that runs for less than five minutes, keeps no history, and can be started synchronously.
     *
     * See WorkflowCreateBody (request body) and others.
     * @default NORMAL
     * @example NORMAL
     * @enum {string}
     */
    mode?: ("NORMAL" | "EXPRESS") | undefined;
    /**
     * Id of the state that the workflow begins with.
     *
     * 1 to 256 characters. See WorkflowCreateBody (request body) and others.
     * @example reserve
     */
    start: string;
    /**
     * Values that states can refer to, as any JSON object.
     *
     * See WorkflowCreateBody (request body) and others.
     * @example {
     *   "currency": "CNY"
     * }
     */
    constants: FreeFormObject;
    /**
     * The functions that states call.
     *
     * 0 to 100 items. See WorkflowCreateBody (request body) and others.
     */
    functions: readonly RequestSchemas["WorkflowFunction"][];
    /**
     * The states, which are the nodes of the workflow.
     *
     * 1 to 100 items. See WorkflowCreateBody (request body) and others.
     */
    states: readonly RequestSchemas["WorkflowState"][];
    /**
     * Ways to retry that states can refer to.
     *
     * 0 to 200 items. See WorkflowCreateBody (request body) and others.
     */
    retries: readonly RequestSchemas["RetryPolicy"][];
    /**
     * What starts the workflow by itself.
     *
     * 0 to 200 items. See WorkflowCreateBody (request body) and others.
     */
    triggers?: readonly RequestSchemas["WorkflowTrigger"][] | undefined;
    /**
     * Settings of an express workflow.
     *
     * See WorkflowCreateBody (request body) and others.
     */
    express_config?: RequestSchemas["ExpressConfig"] | undefined;
    /**
     * Whether responses are streamed.
     *
     * See WorkflowCreateBody (request body) and others.
     * @default false
     * @example false
     */
    enable_stream_response?: boolean | undefined;
    /**
     * Id of the enterprise project that the workflow belongs to.
     *
     * 0 to 64 characters. See WorkflowCreateBody (request body) and others.
     * @example 0
     */
    enterprise_project_id?: string | undefined;
  };
  /**
   * A function under the name that the definition uses for it.
   *
   * See WorkflowCreateBody (request body) and others.
   */
  WorkflowFunction: {
    /**
     * Name that actions refer to.
     *
     * 0 to 256 characters. See Function (request body) and others.
     * @example reserve
     */
    name: string;
    /**
     * URN of the function.
     *
     * 0 to 256 characters. See Function (request body) and others.
     * @example urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:function:default:reserve:latest
     */
    operation: string;
    /**
     * What the console keeps for its own use, as any JSON object.
     *
     * See Function (request body) and others.
     * @example {
     *   "action_template_category": "stock"
     * }
     */
    metadata?: FreeFormObject | undefined;
  };
  /**
   * A node of the workflow: it calls functions, waits, or ends.
   *
   * See WorkflowCreateBody (request body) and others.
   */
  WorkflowState: {
    /**
     * Id of the state, which other states name as their transition.
     *
     * 0 to 64 characters. See OperationState (request body) and others.
     * @example reserve
     */
    id: string;
    /**
     * Name of the state, as the console shows it.
     *
     * 1 to 256 characters, matches `^([_a-zA-Z0-9().-]|[\u4e00-\u9fa5]){1,256}$`. See OperationState (request body) and others.
     * @example Reserve
     */
    name: string;
    /**
     * `Operation` calls functions, `Sleep` waits, `End` ends the workflow.
     *
     * 1 to 32 characters. See OperationState (request body) and others.
     * @example Operation
     * @enum {string}
     */
    type: "Operation" | "Sleep" | "End";
    /**
     * Whether the workflow ends with this state.
     *
     * See OperationState (request body) and others.
     * @example false
     */
    end: boolean;
    /**
     * Id of the state that comes next.
     *
     * 0 to 256 characters. See OperationState (request body) and others.
     * @example done
     */
    transition?: string | undefined;
    /**
     * The functions to call, at most ten. Not needed for states that call none.
     *
     * At most 10 items. See OperationState (request body) and others.
     */
    actions?: readonly RequestSchemas["WorkflowAction"][] | undefined;
    /**
     * Whether the actions run one after the other or all at once.
     *
     * At most 32 characters. See OperationState (request body) and others.
     * @example sequential
     * @enum {string}
     */
    action_mode?: ("sequential" | "parallel" | "") | undefined;
    /**
     * How long a `Sleep` waits, in seconds.
     *
     * 1 to 86400. See OperationState (request body) and others.
     * @example 5
     */
    duration?: number | undefined;
    /**
     * What to do when an action fails.
     *
     * 0 to 200 items. See OperationState (request body) and others.
     */
    on_errors?: readonly RequestSchemas["ErrorHandler"][] | undefined;
    /**
     * Which part of its data a state takes and passes on.
     *
     * See OperationState (request body) and others.
     */
    state_data_filter?: RequestSchemas["StateDataFilter"] | undefined;
  };
  /**
   * A call of a function.
   *
   * See OperationState (request body) and others.
   */
  WorkflowAction: {
    /**
     * Which function to call, and with what.
     *
     * See Action (request body) and others.
     */
    function_ref?: RequestSchemas["FunctionReference"] | undefined;
  };
  /**
   * Which function to call, and with what.
   *
   * See Action (request body) and others.
   */
  FunctionReference: {
    /**
     * Name of the function, from `functions`.
     *
     * 0 to 256 characters. See FunctionRef (request body) and others.
     * @example reserve
     */
    ref_name: string;
    /**
     * What the function is given, as any JSON object; JSONPath picks from the input.
     *
     * See FunctionRef (request body) and others.
     * @example {
     *   "orderId": "$.input.orderId"
     * }
     */
    arguments: FreeFormObject;
    /**
     * How the function is called.
     *
     * 1 to 32 characters. See FunctionRef (request body) and others.
     * @example synchronize
     * @enum {string}
     */
    invoke_mode?: "synchronize" | undefined;
  };
  /**
   * What to do about an error.
   *
   * See OperationState (request body) and others.
   */
  ErrorHandler: {
    /**
     * Condition on the error.
     *
     * 0 to 256 characters. See OnError (request body) and others.
     * @example $.errorCode == 500
     */
    error?: string | undefined;
    /**
     * Name of the way to retry, from `retries`.
     *
     * 0 to 256 characters. See OnError (request body) and others.
     * @example twice
     */
    retry_ref?: string | undefined;
    /**
     * Id of the state to go to when retrying did not help.
     *
     * 0 to 256 characters. See OnError (request body) and others.
     * @example done
     */
    transition?: string | undefined;
  };
  /**
   * Which part of its data a state takes and passes on.
   *
   * See OperationState (request body) and others.
   */
  StateDataFilter: {
    /**
     * JSONPath of what the state takes from its input.
     *
     * 0 to 256 characters. See StateDataFilter (request body) and others.
     * @example $.body
     */
    input?: string | undefined;
    /**
     * JSONPath of what the state passes on from its output.
     *
     * 0 to 256 characters. See StateDataFilter (request body) and others.
     * @example $.body
     */
    output?: string | undefined;
  };
  /**
   * How often, and after how long, to try again.
   *
   * See WorkflowCreateBody (request body) and others.
   */
  RetryPolicy: {
    /**
     * Name that error handlers refer to.
     *
     * 1 to 256 characters, matches `^([_a-zA-Z0-9().-]|[\u4e00-\u9fa5]){1,256}$`. See Retry (request body) and others.
     * @example twice
     */
    name: string;
    /**
     * How many seconds to wait before each retry.
     *
     * 1 to 30. See Retry (request body) and others.
     * @example 5
     */
    delay?: number | undefined;
    /**
     * How often to try again at most.
     *
     * 1 to 8. See Retry (request body) and others.
     * @example 2
     */
    max_attempts?: number | undefined;
  };
  /**
   * Something that starts the workflow by itself.
   *
   * See WorkflowCreateBody (request body) and others.
   */
  WorkflowTrigger: {
    /**
     * Name of the trigger.
     *
     * 1 to 256 characters. See Trigger (request body) and others.
     * @example new-order-file
     */
    trigger_name: string;
    /**
     * `FLOWTIMER` is a timer, `SMN` a notification, `APIG` and `APIG_DE` an API gateway, `OBS` a bucket.
     *
     * 1 to 32 characters. See Trigger (request body) and others.
     * @example OBS
     * @enum {string}
     */
    trigger_type: "FLOWTIMER" | "SMN" | "APIG" | "APIG_DE" | "OBS";
    /**
     * Whether the trigger works.
     *
     * See Trigger (request body) and others.
     * @default true
     * @example true
     */
    enabled?: boolean | undefined;
    /**
     * When the trigger starts the workflow. These fields are those of an OBS trigger; others have their own.
     *
     * See Trigger (request body) and others.
     */
    trigger_config?: RequestSchemas["TriggerConfig"] | undefined;
  };
  /**
   * When the trigger starts the workflow. These fields are those of an OBS trigger; others have their own.
   *
   * See Trigger (request body) and others.
   */
  TriggerConfig: {
    /**
     * Name of the bucket to watch.
     *
     * 1 to 64 characters. See OBSTriggerConfig (request body) and others.
     * @example orders
     */
    bucket?: string | undefined;
    /**
     * Names of the events to start on.
     *
     * 1 to 64 items. See OBSTriggerConfig (request body) and others.
     */
    events?: readonly string[] | undefined;
    /**
     * Start of the names of the objects to watch.
     *
     * 1 to 64 characters. See OBSTriggerConfig (request body) and others.
     * @example incoming/
     */
    prefix?: string | undefined;
    /**
     * End of the names of the objects to watch.
     *
     * 1 to 64 characters. See OBSTriggerConfig (request body) and others.
     * @example .json
     */
    suffix?: string | undefined;
  };
  /**
   * Settings of an express workflow.
   *
   * See WorkflowCreateBody (request body) and others.
   */
  ExpressConfig: {
    /**
     * What is logged: everything, only errors, or nothing.
     *
     * 1 to 5 characters. See ExpressConfig (request body) and others.
     * @example ERROR
     * @enum {string}
     */
    log_level?: ("ALL" | "ERROR" | "NONE") | undefined;
  };
  /** URNs of workflows to delete. */
  WorkflowsToDelete: {
    /**
     * The URNs, at most 200.
     *
     * 0 to 200 items. See WorkflowDeleteBody (request body).
     */
    workflow_urns: readonly string[];
  };
}

/** What listWorkflowExecutions resolves to. */
export type ListWorkflowExecutionsResponse =
  operations["ListWorkflowExecutions"]["responses"][200]["content"]["application/json"];

/** What startWorkflowExecution resolves to. */
export type StartWorkflowExecutionResponse =
  operations["StartWorkflowExecution"]["responses"][200]["content"]["application/json"];

/** What startSyncWorkflowExecution resolves to. */
export type StartSyncWorkflowExecutionResponse =
  operations["StartSyncWorkflowExecution"]["responses"][200]["content"]["application/json"];

/** What showWorkflowExecutionForPage resolves to. */
export type ShowWorkflowExecutionForPageResponse =
  operations["ShowWorkflowExecutionForPage"]["responses"][200]["content"]["application/json"];

/** What showWorkflowExecution resolves to. */
export type ShowWorkflowExecutionResponse =
  operations["ShowWorkflowExecution"]["responses"][200]["content"]["application/json"];

/** What stopWorkFlow resolves to. */
export type StopWorkFlowResponse = undefined;

/** What retryWorkFlow resolves to. */
export type RetryWorkFlowResponse = undefined;

/** What createCallbackWorkflow resolves to. */
export type CreateCallbackWorkflowResponse =
  operations["CreateCallbackWorkflow"]["responses"][200]["content"]["application/json"];

/** What listWorkflow resolves to. */
export type ListWorkflowResponse =
  operations["ListWorkflow"]["responses"][200]["content"]["application/json"];

/** What createWorkflow resolves to. */
export type CreateWorkflowResponse =
  operations["CreateWorkflow"]["responses"][201]["content"]["application/json"];

/** What batchDeleteWorkflows resolves to. */
export type BatchDeleteWorkflowsResponse =
  operations["BatchDeleteWorkflows"]["responses"][200]["content"]["application/json"];

/** What showWorkFlow resolves to. */
export type ShowWorkFlowResponse =
  operations["ShowWorkFlow"]["responses"][200]["content"]["application/json"];

/** What updateWorkFlow resolves to. */
export type UpdateWorkFlowResponse =
  operations["UpdateWorkFlow"]["responses"][200]["content"]["application/json"];

/** What showWorkFlowMetric resolves to. */
export type ShowWorkFlowMetricResponse =
  operations["ShowWorkFlowMetric"]["responses"][200]["content"]["application/json"];

/** What showTenantMetric resolves to. */
export type ShowTenantMetricResponse =
  operations["ShowTenantMetric"]["responses"][200]["content"]["application/json"];

/** Every operation of the contract as a method. */
export interface Operations<Options> {
  /**
   * List executions of a workflow.
   *
   * Lists what ran and what runs, of the last three days unless you give times.
   *
   * Filter by status and by time. The response has no total; ask for the next page with `offset`. A workflow
   * in express mode keeps no history.
   *
   * `for await` yields the items of all pages, one call for each page; `timeoutMs` is for one call. Items that
   * come or go meanwhile move the others, also out of a filter: one can be missed, and a status can be old. To change
   * what is listed, collect it first.
   *
   * `GET /v2/{project_id}/fgs/workflows/{workflow_id}/executions`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  listWorkflowExecutions(
    request: ListWorkflowExecutionsRequest,
    options?: Options,
  ): PagedPromise<
    ListWorkflowExecutionsResponse,
    NonNullable<ListWorkflowExecutionsResponse["executions"]>[number]
  >;

  /**
   * Execute a workflow asynchronously.
   *
   * Starts an execution of the workflow and returns its id at once; the workflow runs in the background
   * (异步执行工作流).
   *
   * **Not idempotent.** Every accepted request starts another execution, and no idempotency key is
   * documented. Send a request again only when you know that the first one was not accepted.
   *
   * Not offered on the international site (暂不支持国际站局点调用).
   *
   * `POST /v2/{project_id}/fgs/workflows/{workflow_id}/executions`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 404: The project has no such workflow; nothing was done.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  startWorkflowExecution(
    request: StartWorkflowExecutionRequest,
    options?: Options,
  ): ResponsePromise<StartWorkflowExecutionResponse>;

  /**
   * Execute a workflow synchronously.
   *
   * Starts an execution of an express workflow and responds when it has ended, with its output (同步执行工作流).
   *
   * Only workflows in express mode can be started this way; they run for less than five minutes, so allow
   * the call that time (`timeoutMs`). A 200 says only that the execution has ended: look at `status`.
   *
   * **Not idempotent**, like StartWorkflowExecution. Not offered on the international site (暂不支持国际站局点调用).
   *
   * `POST /v2/{project_id}/fgs/workflows/{workflow_id}/sync-executions`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 404: The project has no such workflow; nothing was done.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  startSyncWorkflowExecution(
    request: StartSyncWorkflowExecutionRequest,
    options?: Options,
  ): ResponsePromise<StartSyncWorkflowExecutionResponse>;

  /**
   * Page through the history of a workflow.
   *
   * Lists executions page by page, with their total, of the last three days unless you give times.
   *
   * It knows more statuses than ListWorkflowExecutions, such as `retrying` and `stopping`, but has no filter
   * by status. A workflow in express mode keeps no history.
   *
   * `for await` yields the items of all pages, one call for each page; `timeoutMs` is for one call. Items that
   * come or go meanwhile move the others, also out of a filter: one can be missed, and a status can be old. To change
   * what is listed, collect it first.
   *
   * `GET /v2/{project_id}/fgs/workflows/{workflow_id}/executions-history`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  showWorkflowExecutionForPage(
    request: ShowWorkflowExecutionForPageRequest,
    options?: Options,
  ): PagedPromise<
    ShowWorkflowExecutionForPageResponse,
    NonNullable<ShowWorkflowExecutionForPageResponse["executions"]>[number]
  >;

  /**
   * Show an execution.
   *
   * Shows how far an execution is: its status, input and output, and what each of its nodes did.
   *
   * Poll it to learn when an execution ends; `start()` and `execution()` of this project's client do that for
   * you. Just after a start, a 404 can mean that the execution is not visible yet. A workflow in express mode
   * keeps no history, so its executions cannot be shown.
   *
   * `GET /v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 404: The workflow has no such execution, or the project no such workflow; nothing was done.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  showWorkflowExecution(
    request: ShowWorkflowExecutionRequest,
    options?: Options,
  ): ResponsePromise<ShowWorkflowExecutionResponse>;

  /**
   * Stop an execution.
   *
   * Stops an execution that runs; its status becomes `cancel`. What its functions have done already stays done.
   *
   * An execution that has ended cannot be stopped.
   *
   * `POST /v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}/terminate`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 404: The workflow has no such execution, or the project no such workflow; nothing was done.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  stopWorkFlow(request: StopWorkFlowRequest, options?: Options): ResponsePromise<StopWorkFlowResponse>;

  /**
   * Retry an execution.
   *
   * Runs an execution that failed again, under the same id and with the same input.
   *
   * Only for standard workflows: an execution of an express workflow cannot be retried, nor can one that
   * still runs. **Not idempotent**: a request that is sent twice may run the execution twice.
   *
   * `POST /v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}/retry`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 404: The workflow has no such execution, or the project no such workflow; nothing was done.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  retryWorkFlow(request: RetryWorkFlowRequest, options?: Options): ResponsePromise<RetryWorkFlowResponse>;

  /**
   * Call back a node that waits.
   *
   * Gives a node that waits for a callback its result, so that the execution goes on.
   *
   * The node's function passes both ids to whoever does the work: the id of the run, which is the execution's,
   * and the id of the state, which is the node's.
   *
   * `POST /v2/{project_id}/fgs/workflows/{workflow_id}/callback`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 404: The workflow has no such execution, or the project no such workflow; nothing was done.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  createCallbackWorkflow(
    request: CreateCallbackWorkflowRequest,
    options?: Options,
  ): ResponsePromise<CreateCallbackWorkflowResponse>;

  /**
   * List workflows.
   *
   * Lists the workflows of the project, without their definitions. Filter by name and by mode.
   *
   * `for await` yields the items of all pages, one call for each page; `timeoutMs` is for one call. Items that
   * come or go meanwhile move the others, also out of a filter: one can be missed, and a status can be old. To change
   * what is listed, collect it first.
   *
   * `GET /v2/{project_id}/fgs/workflows`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  listWorkflow(
    request?: ListWorkflowRequest,
    options?: Options,
  ): PagedPromise<ListWorkflowResponse, NonNullable<ListWorkflowResponse["workflows"]>[number]>;

  /**
   * Create a workflow.
   *
   * Creates a workflow from its definition: functions, the states that call them, and what happens on errors.
   *
   * The mode, standard or express, is chosen here and stays. A name can be used once in a project.
   *
   * `POST /v2/{project_id}/fgs/workflows`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  createWorkflow(request: CreateWorkflowRequest, options?: Options): ResponsePromise<CreateWorkflowResponse>;

  /**
   * Delete workflows.
   *
   * Deletes up to 200 workflows by their URNs.
   *
   * A 200 does not mean that all of them are gone: `fail` lists those that are not, and why.
   *
   * `DELETE /v2/{project_id}/fgs/workflows`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  batchDeleteWorkflows(
    request: BatchDeleteWorkflowsRequest,
    options?: Options,
  ): ResponsePromise<BatchDeleteWorkflowsResponse>;

  /**
   * Show a workflow.
   *
   * Shows a workflow with its whole definition.
   *
   * `GET /v2/{project_id}/fgs/workflows/{workflow_id}`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  showWorkFlow(request: ShowWorkFlowRequest, options?: Options): ResponsePromise<ShowWorkFlowResponse>;

  /**
   * Update a workflow.
   *
   * Replaces the definition of a workflow by another one: what is left out is gone. The mode cannot change.
   *
   * Read the definition with ShowWorkFlow, change it, and send it back whole.
   *
   * `PUT /v2/{project_id}/fgs/workflows/{workflow_id}`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  updateWorkFlow(request: UpdateWorkFlowRequest, options?: Options): ResponsePromise<UpdateWorkFlowResponse>;

  /**
   * Show the metrics of a workflow.
   *
   * Shows how often a workflow ran, how long, how many executions failed and how many ran at once, as values
   * over time.
   *
   * `GET /v2/{project_id}/fgs/workflow-statistic/{workflow_urn}`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  showWorkFlowMetric(
    request: ShowWorkFlowMetricRequest,
    options?: Options,
  ): ResponsePromise<ShowWorkFlowMetricResponse>;

  /**
   * Show the metrics of all workflows.
   *
   * Shows the same values as ShowWorkFlowMetric, for all workflows of the project together.
   *
   * `GET /v2/{project_id}/fgs/workflow-statistic`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was done.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the request may have been carried out.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the request may have been carried out.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the request may have been carried out.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the request may have been carried out.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  showTenantMetric(
    request?: ShowTenantMetricRequest,
    options?: Options,
  ): ResponsePromise<ShowTenantMetricResponse>;
}

/** The name of an operation's method. */
export type OperationName = keyof Operations<never>;

/** `paths` as the client takes them: the same requests as the methods. */
export interface CallerPaths {
  "/v2/{project_id}/fgs/workflows/{workflow_id}/executions": {
    get: {
      parameters: {
        path: ListWorkflowExecutionsRequest["path"];
        query?: ListWorkflowExecutionsRequest["query"];
        header?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: PlainEnums<operations["ListWorkflowExecutions"]["responses"]>;
    };
    post: {
      parameters: {
        path: StartWorkflowExecutionRequest["path"];
        query?: never;
        header?: StartWorkflowExecutionRequest["header"];
        cookie?: never;
      };
      requestBody: { content: { "application/json": StartWorkflowExecutionRequest["body"] } };
      responses: PlainEnums<operations["StartWorkflowExecution"]["responses"]>;
    };
  };
  "/v2/{project_id}/fgs/workflows/{workflow_id}/sync-executions": {
    post: {
      parameters: {
        path: StartSyncWorkflowExecutionRequest["path"];
        query?: never;
        header?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": StartSyncWorkflowExecutionRequest["body"] } };
      responses: PlainEnums<operations["StartSyncWorkflowExecution"]["responses"]>;
    };
  };
  "/v2/{project_id}/fgs/workflows/{workflow_id}/executions-history": {
    get: {
      parameters: {
        path: ShowWorkflowExecutionForPageRequest["path"];
        query: ShowWorkflowExecutionForPageRequest["query"];
        header?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: PlainEnums<operations["ShowWorkflowExecutionForPage"]["responses"]>;
    };
  };
  "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}": {
    get: {
      parameters: {
        path: ShowWorkflowExecutionRequest["path"];
        query?: never;
        header?: ShowWorkflowExecutionRequest["header"];
        cookie?: never;
      };
      requestBody?: never;
      responses: PlainEnums<operations["ShowWorkflowExecution"]["responses"]>;
    };
  };
  "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}/terminate": {
    post: {
      parameters: { path: StopWorkFlowRequest["path"]; query?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: PlainEnums<operations["StopWorkFlow"]["responses"]>;
    };
  };
  "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}/retry": {
    post: {
      parameters: { path: RetryWorkFlowRequest["path"]; query?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: PlainEnums<operations["RetryWorkFlow"]["responses"]>;
    };
  };
  "/v2/{project_id}/fgs/workflows/{workflow_id}/callback": {
    post: {
      parameters: {
        path: CreateCallbackWorkflowRequest["path"];
        query?: never;
        header: CreateCallbackWorkflowRequest["header"];
        cookie?: never;
      };
      requestBody: { content: { "application/json": CreateCallbackWorkflowRequest["body"] } };
      responses: PlainEnums<operations["CreateCallbackWorkflow"]["responses"]>;
    };
  };
  "/v2/{project_id}/fgs/workflows": {
    get: {
      parameters: {
        path?: ListWorkflowRequest["path"];
        query?: ListWorkflowRequest["query"];
        header?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: PlainEnums<operations["ListWorkflow"]["responses"]>;
    };
    post: {
      parameters: { path?: CreateWorkflowRequest["path"]; query?: never; header?: never; cookie?: never };
      requestBody: { content: { "application/json": CreateWorkflowRequest["body"] } };
      responses: PlainEnums<operations["CreateWorkflow"]["responses"]>;
    };
    delete: {
      parameters: {
        path?: BatchDeleteWorkflowsRequest["path"];
        query?: never;
        header?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": BatchDeleteWorkflowsRequest["body"] } };
      responses: PlainEnums<operations["BatchDeleteWorkflows"]["responses"]>;
    };
  };
  "/v2/{project_id}/fgs/workflows/{workflow_id}": {
    get: {
      parameters: { path: ShowWorkFlowRequest["path"]; query?: never; header?: never; cookie?: never };
      requestBody?: never;
      responses: PlainEnums<operations["ShowWorkFlow"]["responses"]>;
    };
    put: {
      parameters: { path: UpdateWorkFlowRequest["path"]; query?: never; header?: never; cookie?: never };
      requestBody: { content: { "application/json": UpdateWorkFlowRequest["body"] } };
      responses: PlainEnums<operations["UpdateWorkFlow"]["responses"]>;
    };
  };
  "/v2/{project_id}/fgs/workflow-statistic/{workflow_urn}": {
    get: {
      parameters: {
        path: ShowWorkFlowMetricRequest["path"];
        query?: ShowWorkFlowMetricRequest["query"];
        header?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: PlainEnums<operations["ShowWorkFlowMetric"]["responses"]>;
    };
  };
  "/v2/{project_id}/fgs/workflow-statistic": {
    get: {
      parameters: {
        path?: ShowTenantMetricRequest["path"];
        query?: ShowTenantMetricRequest["query"];
        header?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: PlainEnums<operations["ShowTenantMetric"]["responses"]>;
    };
  };
}
