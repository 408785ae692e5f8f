// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.
export interface paths {
    "/v2/{project_id}/fgs/workflows/{workflow_id}/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Execute a workflow asynchronously
         * @description Starts an execution of the workflow and answers at once with its id; the workflow itself runs
         * on in the background (异步执行工作流).
         *
         * **Not idempotent.** Every accepted request starts another execution, and the service documents
         * no key that would make a repeated request harmless. Repeat one only when you know that the
         * first was not accepted.
         *
         * Not offered on the international site (暂不支持国际站局点调用).
         */
        post: operations["StartWorkflowExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
            headers?: components["schemas"]["ExecutionHeaders"];
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
            input: components["schemas"]["ExecutionArguments"];
        };
        /**
         * Headers that the execution needs, free in form.
         *
         * See Table 3 (request body parameters).
         * @example {
         *   "tenantId": "user1"
         * }
         */
        ExecutionHeaders: {
            [key: string]: unknown;
        };
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
        ExecutionArguments: {
            [key: string]: unknown;
        };
        /** The execution that was started. */
        StartedExecution: {
            /**
             * The id of the execution.
             *
             * 1 to 64 characters. See Table 4 (response body, status 200).
             * @example 48aff955-ea10-4ffd-b426-190bc192dc14
             */
            execution_id: string;
        };
        /** How FunctionGraph says what is wrong. */
        ServiceError: {
            /**
             * A short code for the kind of error, such as `FGS.5002`. New ones may appear.
             *
             * 1 to 36 characters. See Tables 5, 6 and 7 (response body, status 400, 404 and 500).
             * @example FGS.3002
             */
            error_code?: string;
            /**
             * What is wrong, in words.
             *
             * 2 to 512 characters. See Tables 5, 6 and 7 (response body, status 400, 404 and 500).
             * @example Invalid parameters.
             */
            error_msg?: string;
        };
        /** How the API gateway says why it turned a request away. */
        GatewayError: {
            /**
             * A code of the gateway, such as `APIG.0301`; also seen with `APIGW.` and `APIC.` in front.
             *
             * No length limit is documented.
             * @example APIG.0301
             */
            error_code?: string;
            /**
             * What is wrong, in words. For a wrong signature it may hold the canonical request that the
             * gateway computed, its lines joined by `|`.
             *
             * No length limit is documented.
             * @example Incorrect IAM authentication information: verify aksk signature fail
             */
            error_msg?: string;
            /**
             * The gateway's id of the request, as in `X-Request-Id`.
             *
             * No length limit is documented.
             * @example 8fd1a3b5c9f24d41a1b2c3d4e5f60718
             */
            request_id?: string;
        };
    };
    responses: {
        /** @description Success. The execution has been started. */
        ExecutionStarted: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StartedExecution"];
            };
        };
        /** @description Bad Request. FunctionGraph refused the request; nothing was started. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description Not Found. There is no such workflow in the project; nothing was started. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description Internal Server Error. FunctionGraph failed; whether an execution was started is unknown. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /**
         * @description Sent by the **API gateway**, not by FunctionGraph, and not on the source page: 401 for a wrong
         * signature or key, 403 for a missing permission, 413 for a body over 12 MB, 429 above the call
         * rate (200 calls a second unless raised), 502, 503 or 504 when FunctionGraph could not be reached.
         */
        GatewayRefusal: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
    };
    parameters: {
        /**
         * @description The id of the project that owns the workflow; shown in the console under "My Credentials".
         * @example c53626012ba84727b938ca8bf03108ef
         */
        ProjectId: string;
        /**
         * @description The id of the workflow's definition.
         * @example 48aff955-ea10-4ffd-b426-190bc192dc14
         */
        WorkflowId: string;
        /**
         * @description When the workflow run's task was created. The source page names no format; a later edition of
         * it asks for `yyyy-MM-dd`, not after today.
         * @example 2024-03-21
         */
        CreateTime: string;
        /**
         * @description The id of the workflow run. Nothing documents it as a key against starting the same run twice,
         * so do not rely on it for that.
         * @example 04e9e38f-375e-435a-a827-b93f02dd2112
         */
        WorkflowRunId: string;
        /**
         * @description Whether the output of a node is combined with the input of the next one into its input. A
         * string, which a later edition of the source page narrows to `true`, `false` or empty.
         * @example true
         */
        MergeFnParameters: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The gateway's id of this request. Quote it when you ask Huawei Cloud about a call.
         * @example 8fd1a3b5c9f24d41a1b2c3d4e5f60718
         */
        RequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    StartWorkflowExecution: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description When the workflow run's task was created. The source page names no format; a later edition of
                 * it asks for `yyyy-MM-dd`, not after today.
                 * @example 2024-03-21
                 */
                "X-Create-Time"?: components["parameters"]["CreateTime"];
                /**
                 * @description The id of the workflow run. Nothing documents it as a key against starting the same run twice,
                 * so do not rely on it for that.
                 * @example 04e9e38f-375e-435a-a827-b93f02dd2112
                 */
                "X-WorkflowRun-ID"?: components["parameters"]["WorkflowRunId"];
                /**
                 * @description Whether the output of a node is combined with the input of the next one into its input. A
                 * string, which a later edition of the source page narrows to `true`, `false` or empty.
                 * @example true
                 */
                "X-WorkflowRun-MergeFnParameters"?: components["parameters"]["MergeFnParameters"];
            };
            path: {
                /**
                 * @description The id of the project that owns the workflow; shown in the console under "My Credentials".
                 * @example c53626012ba84727b938ca8bf03108ef
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description The id of the workflow's definition.
                 * @example 48aff955-ea10-4ffd-b426-190bc192dc14
                 */
                workflow_id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** @description What the execution is given to work on. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecutionInput"];
            };
        };
        responses: {
            200: components["responses"]["ExecutionStarted"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            default: components["responses"]["GatewayRefusal"];
        };
    };
}
