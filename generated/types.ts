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
         * @description Starts an execution of the workflow and returns its id at once; the workflow runs in the background
         * (异步执行工作流).
         *
         * **Not idempotent.** Every accepted request starts another execution, and no idempotency key is
         * documented. Send a request again only when you know that the first one was not accepted.
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
            headers?: components["schemas"]["ExecutionHeaders"];
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
            input: components["schemas"]["ExecutionArguments"];
        };
        /**
         * Headers that the execution needs, as any JSON object.
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
         * Input of the execution, as any JSON object. The workflow's definition can map it with JSONPath and
         * set defaults.
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
             * Id of the execution.
             *
             * 1 to 64 characters. See Table 4 (response body, status 200).
             * @example 48aff955-ea10-4ffd-b426-190bc192dc14
             */
            execution_id: string;
        };
        /** An error of FunctionGraph. */
        ServiceError: {
            /**
             * Code of the error, such as `FGS.5002`. New codes may appear.
             *
             * 1 to 36 characters. See Table 5 (response body, status 400) and others.
             * @example FGS.3002
             */
            error_code?: string;
            /**
             * What is wrong, in words.
             *
             * 2 to 512 characters. See Table 5 (response body, status 400) and others.
             * @example Invalid parameters.
             */
            error_msg?: string;
        };
        /** An error of the API gateway. */
        GatewayError: {
            /**
             * Code of the error, such as `APIG.0301`. The prefix can also be `APIGW.` or `APIC.`.
             * @example APIG.0301
             */
            error_code?: string;
            /**
             * What is wrong, in words. For a wrong signature it can contain the gateway's own canonical request,
             * its lines joined by `|`.
             * @example Incorrect IAM authentication information: verify aksk signature fail
             */
            error_msg?: string;
            /**
             * The gateway's id of the request, as in `X-Request-Id`.
             * @example 8fd1a3b5c9f24d41a1b2c3d4e5f60718
             */
            request_id?: string;
        };
    };
    responses: {
        /** @description The execution was started. */
        ExecutionStarted: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StartedExecution"];
            };
        };
        /** @description FunctionGraph refused the request; nothing was started. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description The project has no such workflow; nothing was started. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description FunctionGraph failed; the execution may have been started. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description The gateway refused the signature, the key or the token. After five wrong signatures it locks the key for five minutes. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description The owner of the key may not make this call; grant the permission in IAM. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description The request has more than 12 MB. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description There were too many calls; wait 2 to 5 seconds. The limit is 200 calls a second unless it was raised. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description The gateway could not reach FunctionGraph; the execution may have been started. */
        BadGateway: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description IAM or FunctionGraph is unavailable; the execution may have been started. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description FunctionGraph did not respond to the gateway in time; the execution may have been started. */
        GatewayTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description Another error of the gateway, such as 414 for a URL that is too long. */
        OtherStatus: {
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
         * @description Id of the project that has the workflow. The console shows it under "My Credentials".
         * @example c53626012ba84727b938ca8bf03108ef
         */
        ProjectId: string;
        /**
         * @description Id of the workflow.
         * @example 48aff955-ea10-4ffd-b426-190bc192dc14
         */
        WorkflowId: string;
        /**
         * @description When the task of the workflow run was created. The page gives no format; a later edition asks for
         * `yyyy-MM-dd`, not after today.
         * @example 2024-03-21
         */
        CreateTime: string;
        /**
         * @description Id of the workflow run. It is not documented as an idempotency key: do not rely on it to prevent a
         * second start.
         * @example 04e9e38f-375e-435a-a827-b93f02dd2112
         */
        WorkflowRunId: string;
        /**
         * @description Whether the output of a node is merged into the input of the next one. A string; a later edition of
         * the page allows `true`, `false` and the empty string.
         * @example true
         */
        MergeFnParameters: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The gateway's id of this request. Give it to Huawei Cloud when you ask about a call.
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
                 * @description When the task of the workflow run was created. The page gives no format; a later edition asks for
                 * `yyyy-MM-dd`, not after today.
                 * @example 2024-03-21
                 */
                "X-Create-Time"?: components["parameters"]["CreateTime"];
                /**
                 * @description Id of the workflow run. It is not documented as an idempotency key: do not rely on it to prevent a
                 * second start.
                 * @example 04e9e38f-375e-435a-a827-b93f02dd2112
                 */
                "X-WorkflowRun-ID"?: components["parameters"]["WorkflowRunId"];
                /**
                 * @description Whether the output of a node is merged into the input of the next one. A string; a later edition of
                 * the page allows `true`, `false` and the empty string.
                 * @example true
                 */
                "X-WorkflowRun-MergeFnParameters"?: components["parameters"]["MergeFnParameters"];
            };
            path: {
                /**
                 * @description Id of the project that has the workflow. The console shows it under "My Credentials".
                 * @example c53626012ba84727b938ca8bf03108ef
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description Id of the workflow.
                 * @example 48aff955-ea10-4ffd-b426-190bc192dc14
                 */
                workflow_id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** @description The input of the execution, and headers for it. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecutionInput"];
            };
        };
        responses: {
            200: components["responses"]["ExecutionStarted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
}
