// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.

import type { FreeFormObject, PlainEnums, ResponsePromise } from "./contract.js";
import type { operations } from "./types.js";

/** What startWorkflowExecution takes. */
export interface StartWorkflowExecutionRequest {
  /** Path parameters. */
  path: {
    /**
     * Id of the project that has the workflow. The console shows it under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters).
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * Id of the workflow.
     *
     * 1 to 512 characters. See Table 1 (path parameters).
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
/** The schemas that requests use, as a caller may pass them. */
export interface RequestSchemas {
  /** The input of an execution, and headers for it. */
  ExecutionInput: {
    /**
     * Headers that the execution needs, as any JSON object.
     *
     * See Table 3 (request body parameters).
     * @example {
     *   "tenantId": "user1"
     * }
     */
    headers?: RequestSchemas["ExecutionHeaders"] | undefined;
    /**
     * Input of the execution, as any JSON object. The workflow's definition can map it with JSONPath and
     * set defaults.
     *
     * See Table 3 (request body parameters).
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
   * See Table 3 (request body parameters).
   * @example {
   *   "tenantId": "user1"
   * }
   */
  ExecutionHeaders: FreeFormObject;
  /**
   * Input of the execution, as any JSON object. The workflow's definition can map it with JSONPath and
   * set defaults.
   *
   * See Table 3 (request body parameters).
   * @example {
   *   "arg1": "argument_1",
   *   "arg2": "argument_2"
   * }
   */
  ExecutionArguments: FreeFormObject;
}

/** What startWorkflowExecution resolves to. */
export type StartWorkflowExecutionResponse =
  operations["StartWorkflowExecution"]["responses"][200]["content"]["application/json"];

/** Every operation of the contract as a method. */
export interface Operations<Options> {
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
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was started.
   * @throws {ApiError} 401: The gateway refused the signature, the key or the token.
   * @throws {ApiError} 403: The owner of the key may not make this call; grant the permission in IAM.
   * @throws {ApiError} 404: The project has no such workflow; nothing was started.
   * @throws {ApiError} 413: The request has more than 12 MB.
   * @throws {ApiError} 429: There were too many calls; wait 2 to 5 seconds.
   * @throws {ApiError} 500: FunctionGraph failed; the execution may have been started.
   * @throws {ApiError} 502: The gateway could not reach FunctionGraph; the execution may have been started.
   * @throws {ApiError} 503: IAM or FunctionGraph is unavailable; the execution may have been started.
   * @throws {ApiError} 504: FunctionGraph did not respond to the gateway in time; the execution may have been started.
   * @throws {ApiError} any other status: Another error of the gateway, such as 414 for a URL that is too long.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  startWorkflowExecution(
    request: StartWorkflowExecutionRequest,
    options?: Options,
  ): ResponsePromise<StartWorkflowExecutionResponse>;
}

/** The name of an operation's method. */
export type OperationName = keyof Operations<never>;

/** `paths` as the client takes them: the same requests as the methods. */
export interface CallerPaths {
  "/v2/{project_id}/fgs/workflows/{workflow_id}/executions": {
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
}
