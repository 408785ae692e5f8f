// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.

import type { FreeFormObject, PlainEnums, ResponsePromise } from "./contract.js";
import type { operations } from "./types.js";

/** What startWorkflowExecution takes. */
export interface StartWorkflowExecutionRequest {
  /** Path parameters. */
  path: {
    /**
     * The id of the project that owns the workflow; shown in the console under "My Credentials".
     *
     * 1 to 64 characters. See Table 1 (path parameters).
     * @default the client's `projectId`
     * @example c53626012ba84727b938ca8bf03108ef
     */
    project_id?: string | undefined;
    /**
     * The id of the workflow's definition.
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
         * When the workflow run's task was created. The source page names no format; a later edition of
         * it asks for `yyyy-MM-dd`, not after today.
         *
         * No length limit is documented. See Table 2 (request header parameters).
         * @example 2024-03-21
         */
        "X-Create-Time"?: string | undefined;
        /**
         * The id of the workflow run. Nothing documents it as a key against starting the same run twice,
         * so do not rely on it for that.
         *
         * No length limit is documented. See Table 2 (request header parameters).
         * @example 04e9e38f-375e-435a-a827-b93f02dd2112
         */
        "X-WorkflowRun-ID"?: string | undefined;
        /**
         * Whether the output of a node is combined with the input of the next one into its input. A
         * string, which a later edition of the source page narrows to `true`, `false` or empty.
         *
         * No length limit is documented. See Table 2 (request header parameters).
         * @example true
         */
        "X-WorkflowRun-MergeFnParameters"?: string | undefined;
      }
    | undefined;
  /** What the execution is given to work on. */
  body: RequestSchemas["ExecutionInput"];
}
/** The schemas that requests are made of, as a caller may pass them. */
export interface RequestSchemas {
  /** What the execution is given to work on. */
  ExecutionInput: {
    /**
     * Headers that the execution needs, free in form.
     *
     * See Table 3 (request body parameters).
     * @example {
     *   "tenantId": "user1"
     * }
     */
    headers?: RequestSchemas["ExecutionHeaders"] | undefined;
    /**
     * The arguments of the execution, free in form. The workflow's definition can map them with
     * JSONPath and give defaults.
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
   * Headers that the execution needs, free in form.
   *
   * See Table 3 (request body parameters).
   * @example {
   *   "tenantId": "user1"
   * }
   */
  ExecutionHeaders: FreeFormObject;
  /**
   * The arguments of the execution, free in form. The workflow's definition can map them with
   * JSONPath and give defaults.
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
   * Starts an execution of the workflow and answers at once with its id; the workflow itself runs
   * on in the background (异步执行工作流).
   *
   * **Not idempotent.** Every accepted request starts another execution, and the service documents
   * no key that would make a repeated request harmless. Repeat one only when you know that the
   * first was not accepted.
   *
   * Not offered on the international site (暂不支持国际站局点调用).
   *
   * `POST /v2/{project_id}/fgs/workflows/{workflow_id}/executions`
   *
   * @throws {InvalidRequestError} if the request does not match the contract; nothing is sent
   * @throws {ConfigurationError} if a setting, the credentials or the project are missing or unusable
   * @throws {ApiError} 400: FunctionGraph refused the request; nothing was started.
   * @throws {ApiError} 404: There is no such workflow in the project; nothing was started.
   * @throws {ApiError} 500: FunctionGraph failed; whether an execution was started is unknown.
   * @throws {ApiError} any other status: Sent by the **API gateway**, not by FunctionGraph, and not on the source page: 401 for a wrong signature or key, 403 for a missing permission, 413 for a body over 12 MB, 429 above the call rate (200 calls a second unless raised), 502, 503 or 504 when FunctionGraph could not be reached.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives
   */
  startWorkflowExecution(
    request: StartWorkflowExecutionRequest,
    options?: Options,
  ): ResponsePromise<StartWorkflowExecutionResponse>;
}

/** The name of an operation's method. */
export type OperationName = keyof Operations<never>;

/** `paths` for a caller of the client: it takes the same requests as the methods. */
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
