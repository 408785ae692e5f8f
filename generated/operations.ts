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
     * Output of the node, as any JSON object. It has a meaning only when `result` is `success`.
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
   * `for await` yields the items of all pages, one call for each page; `timeoutMs` is for one call. An item that
   * is deleted or added meanwhile can move others: one of them can be missed, and a status can be old.
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
   * `for await` yields the items of all pages, one call for each page; `timeoutMs` is for one call. An item that
   * is deleted or added meanwhile can move others: one of them can be missed, and a status can be old.
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
}
