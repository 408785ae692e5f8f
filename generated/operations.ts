// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.
import type { Client } from "openapi-fetch";

import type { operations as Schema, paths } from "./types.js";

import * as validators from "./validators.js";

/** One departure from a schema, as Ajv reports it. */
export interface SchemaFinding {
  keyword: string;
  /** JSON pointer into the value. */
  instancePath: string;
  params: Record<string, unknown>;
}

/** Says whether a value fits a schema of the contract, and leaves in `errors` where it does not. */
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaFinding[] | null;
}

export interface Descriptor {
  operationId: string;
  method: string;
  /** Path template. */
  path: string;
  /** Names, as on the wire, by place. */
  parameters: { path: readonly string[]; query: readonly string[]; header: readonly string[] };
  /** Parameter name to the client's option that fills it in. */
  defaultsFromClient: Readonly<Record<string, string>>;
  body: "required" | "optional" | "none";
  validate: { path: Validator; query: Validator; header: Validator; body?: Validator };
  /** By status (`200`, `2XX`): the validator of the answer's body, or null where it has none. */
  success: Readonly<Record<string, Validator | null>>;
  /** By field (`path.project_id`, `body.parts.*.name`): where the source documents it. */
  documentedIn: Readonly<Record<string, string>>;
}

/** What a method resolves to: the answer's body, or with `withResponse()` that and the answer itself. */
export interface Result<Data> extends Promise<Data> {
  /** The answer's body together with its status and headers, and the id the gateway gave the request. */
  withResponse(): Promise<{ data: Data; response: Response; requestId: string | undefined }>;
}

type Parameters<Id extends keyof Schema> = Schema[Id]["parameters"];
type Init = { [option: string]: unknown };

/** Where the service is. */
export const servers = [
  {
    url: "https://functiongraph.{region}.myhuaweicloud.com",
    variables: {
      region: {
        default: "cn-north-4",
        enum: [
          "cn-north-1",
          "cn-north-4",
          "cn-north-9",
          "cn-north-11",
          "cn-east-2",
          "cn-east-3",
          "cn-east-4",
          "cn-south-1",
          "cn-south-4",
          "cn-southwest-2",
          "cn-southwest-3",
        ],
      },
    },
  },
] as const;

/** What startWorkflowExecution takes. */
export interface StartWorkflowExecutionRequest {
  /** Path parameters. */
  path: {
    /**
     * The id of the project that owns the workflow; shown in the console under "My Credentials".
     *
     * 1 to 64 characters (Table 1 (path parameters)).
     *
     * @default the client's `projectId`
     */
    project_id?: NonNullable<Parameters<"StartWorkflowExecution">["path"]>["project_id"];
    /**
     * The id of the workflow's definition.
     *
     * 1 to 512 characters (Table 1 (path parameters)).
     */
    workflow_id: NonNullable<Parameters<"StartWorkflowExecution">["path"]>["workflow_id"];
  };
  /** Request headers. */
  header?: {
    /**
     * When the workflow run's task was created. The source page names no format; a later edition of
     * it asks for `yyyy-MM-dd`, not after today.
     *
     * No documented limit (Table 2 (request header parameters)).
     */
    "X-Create-Time"?: NonNullable<Parameters<"StartWorkflowExecution">["header"]>["X-Create-Time"];
    /**
     * The id of the workflow run. Nothing documents it as a key against starting the same run twice,
     * so do not rely on it for that.
     *
     * No documented limit (Table 2 (request header parameters)).
     */
    "X-WorkflowRun-ID"?: NonNullable<Parameters<"StartWorkflowExecution">["header"]>["X-WorkflowRun-ID"];
    /**
     * Whether the output of a node is combined with the input of the next one into its input. A
     * string, which a later edition of the source page narrows to `true`, `false` or empty.
     *
     * No documented limit (Table 2 (request header parameters)).
     */
    "X-WorkflowRun-MergeFnParameters"?: NonNullable<
      Parameters<"StartWorkflowExecution">["header"]
    >["X-WorkflowRun-MergeFnParameters"];
  };
  /** Request body, sent as JSON. */
  body: NonNullable<Schema["StartWorkflowExecution"]["requestBody"]>["content"]["application/json"];
}
/** What startWorkflowExecution resolves to. */
export type StartWorkflowExecutionResponse =
  Schema["StartWorkflowExecution"]["responses"][200]["content"]["application/json"];

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
   * @throws {InvalidRequestError} before anything is sent, for what the contract forbids
   * @throws {ConfigurationError} before anything is sent, for missing or unusable settings
   * @throws {ApiError} 400: Bad Request.
   * @throws {ApiError} 404: Not Found.
   * @throws {ApiError} 500: Internal Server Error.
   * @throws {ApiError} default: Sent by the **API gateway**, not by FunctionGraph, and not on the source page: 401 for a wrong signature or key, 403 for a missing permission, 413 for a body over 12 MB, 429 above the call rate (200 calls a second unless raised), 502, 503 or 504 when FunctionGraph could not be reached.
   * @throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} when no usable answer came
   */
  startWorkflowExecution(
    request: StartWorkflowExecutionRequest,
    options?: Options,
  ): Result<StartWorkflowExecutionResponse>;
}

/** Every operation of the contract as the openapi-fetch call it is. */
export const calls = {
  startWorkflowExecution: (client: Client<paths>, request: StartWorkflowExecutionRequest, init: Init = {}) =>
    client.POST("/v2/{project_id}/fgs/workflows/{workflow_id}/executions", {
      ...init,
      params: { path: request.path, header: request.header } as Parameters<"StartWorkflowExecution">,
      body: request.body,
    } as never),
};

/** What the guard and the sandbox have to know of each operation. */
export const descriptors: Record<keyof typeof calls, Descriptor> = {
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
