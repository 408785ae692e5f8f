// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.
export interface paths {
    "/v2/{project_id}/fgs/workflows/{workflow_id}/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List executions of a workflow
         * @description Lists what ran and what runs, of the last three days unless you give times.
         *
         * Filter by status and by time. The response has no total; ask for the next page with `offset`. A workflow
         * in express mode keeps no history.
         */
        get: operations["ListWorkflowExecutions"];
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
    "/v2/{project_id}/fgs/workflows/{workflow_id}/sync-executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Execute a workflow synchronously
         * @description Starts an execution of an express workflow and responds when it has ended, with its output (同步执行工作流).
         *
         * Only workflows in express mode can be started this way; they run for less than five minutes, so allow
         * the call that time (`timeoutMs`). A 200 says only that the execution has ended: look at `status`.
         *
         * **Not idempotent**, like StartWorkflowExecution. Not offered on the international site (暂不支持国际站局点调用).
         */
        post: operations["StartSyncWorkflowExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fgs/workflows/{workflow_id}/executions-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page through the history of a workflow
         * @description Lists executions page by page, with their total, of the last three days unless you give times.
         *
         * It knows more statuses than ListWorkflowExecutions, such as `retrying` and `stopping`, but has no filter
         * by status. A workflow in express mode keeps no history.
         */
        get: operations["ShowWorkflowExecutionForPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an execution
         * @description Shows how far an execution is: its status, input and output, and what each of its nodes did.
         *
         * Poll it to learn when an execution ends; `start()` and `execution()` of this project's client do that for
         * you. Just after a start, a 404 can mean that the execution is not visible yet. A workflow in express mode
         * keeps no history, so its executions cannot be shown.
         */
        get: operations["ShowWorkflowExecution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an execution
         * @description Stops an execution that runs; its status becomes `cancel`. What its functions have done already stays done.
         *
         * An execution that has ended cannot be stopped.
         */
        post: operations["StopWorkFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fgs/workflows/{workflow_id}/executions/{execution_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry an execution
         * @description Runs an execution that failed again, under the same id and with the same input.
         *
         * Only for standard workflows: an execution of an express workflow cannot be retried, nor can one that
         * still runs. **Not idempotent**: a request that is sent twice may run the execution twice.
         */
        post: operations["RetryWorkFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fgs/workflows/{workflow_id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call back a node that waits
         * @description Gives a node that waits for a callback its result, so that the execution goes on.
         *
         * The node's function passes both ids to whoever does the work: the id of the run, which is the execution's,
         * and the id of the state, which is the node's.
         */
        post: operations["CreateCallbackWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fgs/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List workflows
         * @description Lists the workflows of the project, without their definitions. Filter by name and by mode.
         */
        get: operations["ListWorkflow"];
        put?: never;
        /**
         * Create a workflow
         * @description Creates a workflow from its definition: functions, the states that call them, and what happens on errors.
         *
         * The mode, standard or express, is chosen here and stays. A name can be used once in a project.
         */
        post: operations["CreateWorkflow"];
        /**
         * Delete workflows
         * @description Deletes up to 200 workflows by their URNs.
         *
         * A 200 does not mean that all of them are gone: `fail` lists those that are not, and why.
         */
        delete: operations["BatchDeleteWorkflows"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fgs/workflows/{workflow_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a workflow
         * @description Shows a workflow with its whole definition.
         */
        get: operations["ShowWorkFlow"];
        /**
         * Update a workflow
         * @description Replaces the definition of a workflow by another one: what is left out is gone. The mode cannot change.
         *
         * Read the definition with ShowWorkFlow, change it, and send it back whole.
         */
        put: operations["UpdateWorkFlow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fgs/workflow-statistic/{workflow_urn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the metrics of a workflow
         * @description Shows how often a workflow ran, how long, how many executions failed and how many ran at once, as values
         * over time.
         */
        get: operations["ShowWorkFlowMetric"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/fgs/workflow-statistic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the metrics of all workflows
         * @description Shows the same values as ShowWorkFlowMetric, for all workflows of the project together.
         */
        get: operations["ShowTenantMetric"];
        put?: never;
        post?: never;
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
             * See Table 3 (request body parameters) and others.
             * @example {
             *   "tenantId": "user1"
             * }
             */
            headers?: components["schemas"]["ExecutionHeaders"];
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
            input: components["schemas"]["ExecutionArguments"];
        };
        /**
         * Headers that the execution needs, as any JSON object.
         *
         * See Table 3 (request body parameters) and others.
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
         * See Table 3 (request body parameters) and others.
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
            /**
             * The service's id of the request.
             *
             * 2 to 512 characters. See ErrorRsp400 (response body, status 400) and others.
             * @example 8fd1a3b5c9f24d41a1b2c3d4e5f60718
             */
            request_id?: string;
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
        /** Executions of a workflow. */
        ExecutionList: {
            /**
             * The executions of this page.
             *
             * 0 to 999 items. See FlowExecutionList (response body, status 200).
             */
            executions: components["schemas"]["ListedExecution"][];
        };
        /**
         * What a list says about an execution.
         *
         * See FlowExecutionList (response body, status 200).
         */
        ListedExecution: {
            /**
             * Id of the execution.
             *
             * 1 to 64 characters. See FlowExecutionBrief (response body, status 200).
             * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
             */
            execution_id: string;
            /**
             * `running`, or how the execution ended. Expect statuses that are not listed here.
             *
             * 1 to 32 characters. See FlowExecutionBrief (response body, status 200).
             * @example success
             * @enum {string}
             */
            status: "success" | "fail" | "running" | "timeout" | "cancel" | (string & {});
            /**
             * Id of the workflow that was run.
             *
             * 1 to 64 characters. See FlowExecutionBrief (response body, status 200).
             * @example 48aff955-ea10-4ffd-b426-190bc192dc14
             */
            workflow_id?: string;
            /**
             * URN of the workflow, its name and version included.
             *
             * At least 1 character. See FlowExecutionBrief (response body, status 200).
             * @example urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest
             */
            workflow_urn?: string;
            /**
             * When the execution began, in UTC.
             *
             * 0 to 64 characters. See FlowExecutionBrief (response body, status 200).
             * @example 2026-01-31T09:30:00Z
             */
            begin_time?: string;
            /**
             * When the execution ended, in UTC. Missing or empty while it runs.
             *
             * 0 to 64 characters. See FlowExecutionBrief (response body, status 200).
             * @example 2026-01-31T09:30:04Z
             */
            end_time?: string;
            /**
             * When anything last happened to the execution, in UTC.
             *
             * 0 to 64 characters. See FlowExecutionBrief (response body, status 200).
             * @example 2026-01-31T09:30:04Z
             */
            last_update_time?: string;
            /**
             * User who started the execution.
             *
             * 1 to 32 characters. See FlowExecutionBrief (response body, status 200).
             * @example order-service
             */
            created_by?: string;
        };
        /** A page of a workflow's history. */
        ExecutionHistory: {
            /**
             * The executions on this page.
             *
             * See ShowWorkflowExecutionForPage (response body, status 200).
             */
            executions: components["schemas"]["PastExecution"][];
            /**
             * How many executions a page has.
             *
             * 0 to 100. See ShowWorkflowExecutionForPage (response body, status 200).
             * @example 100
             */
            size?: number;
            /**
             * How many executions there are on all pages.
             *
             * 0 to 1000000. See ShowWorkflowExecutionForPage (response body, status 200).
             * @example 2
             */
            total?: number;
        };
        /**
         * What the history says about an execution.
         *
         * See ShowWorkflowExecutionForPage (response body, status 200).
         */
        PastExecution: {
            /**
             * Id of the execution.
             *
             * See FlowExecutionBriefV2 (response body, status 200).
             * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
             */
            execution_id: string;
            /**
             * How far the execution is, or how it ended. `scheduled`, `recovered`, `retrying` and `stopping` come
             * before an end. Expect statuses that are not listed here.
             *
             * See FlowExecutionBriefV2 (response body, status 200).
             * @example success
             * @enum {string}
             */
            status: "success" | "fail" | "running" | "timeout" | "cancel" | "scheduled" | "recovered" | "retrying" | "stopping" | (string & {});
            /**
             * Id of the workflow that was run.
             *
             * See FlowExecutionBriefV2 (response body, status 200).
             * @example 48aff955-ea10-4ffd-b426-190bc192dc14
             */
            workflow_id?: string;
            /**
             * URN of the workflow, its name and version included.
             *
             * See FlowExecutionBriefV2 (response body, status 200).
             * @example urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest
             */
            workflow_urn?: string;
            /**
             * When the execution began, in UTC.
             *
             * See FlowExecutionBriefV2 (response body, status 200).
             * Format: date-time
             * @example 2026-01-31T09:30:00Z
             */
            begin_time?: string;
            /**
             * When the execution ended, in UTC. Missing or empty while it runs.
             *
             * See FlowExecutionBriefV2 (response body, status 200).
             * Format: date-time
             * @example 2026-01-31T09:30:04Z
             */
            end_time?: string;
            /**
             * When anything last happened to the execution, in UTC.
             *
             * See FlowExecutionBriefV2 (response body, status 200).
             * Format: date-time
             * @example 2026-01-31T09:30:04Z
             */
            last_update_time?: string;
            /**
             * User who started the execution.
             *
             * See FlowExecutionBriefV2 (response body, status 200).
             * @example order-service
             */
            created_by?: string;
        };
        /** An execution with its input, its output and its nodes. */
        ExecutionDetails: {
            /**
             * Id of the execution.
             *
             * 1 to 64 characters. See ExecutionDetails (response body, status 200).
             * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
             */
            execution_id: string;
            /**
             * `running`, or how it ended: `success`, `fail`, `timeout` (it took too long) or `cancel` (it was
             * stopped). Expect statuses that are not listed here.
             *
             * 1 to 32 characters. See ExecutionDetails (response body, status 200).
             * @example success
             * @enum {string}
             */
            status: "success" | "fail" | "running" | "timeout" | "cancel" | (string & {});
            /**
             * Id of the workflow that was run.
             *
             * 1 to 64 characters. See ExecutionDetails (response body, status 200).
             * @example 48aff955-ea10-4ffd-b426-190bc192dc14
             */
            workflow_id?: string;
            /**
             * URN of the workflow, its name and version included.
             *
             * At least 1 character. See ExecutionDetails (response body, status 200).
             * @example urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest
             */
            workflow_urn?: string;
            /**
             * When the execution began, in UTC.
             *
             * 0 to 64 characters. See ExecutionDetails (response body, status 200).
             * @example 2026-01-31T09:30:00Z
             */
            begin_time?: string;
            /**
             * When the execution ended, in UTC. Missing or empty while it runs.
             *
             * 0 to 64 characters. See ExecutionDetails (response body, status 200).
             * @example 2026-01-31T09:30:04Z
             */
            end_time?: string;
            /**
             * When anything last happened to the execution, in UTC.
             *
             * 0 to 64 characters. See ExecutionDetails (response body, status 200).
             * @example 2026-01-31T09:30:04Z
             */
            last_update_time?: string;
            /**
             * User who started the execution.
             *
             * 1 to 32 characters. See ExecutionDetails (response body, status 200).
             * @example order-service
             */
            created_by?: string;
            /**
             * Headers that the execution needs, as any JSON object.
             *
             * See Table 3 (request body parameters) and others.
             * @example {
             *   "tenantId": "user1"
             * }
             */
            headers?: components["schemas"]["ExecutionHeaders"];
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
            input?: components["schemas"]["ExecutionArguments"];
            /**
             * What the execution returned, as any JSON object. Missing while it runs.
             *
             * See ExecutionDetails (response body, status 200).
             * @example {
             *   "total": 42
             * }
             */
            output?: components["schemas"]["ExecutionOutput"];
            /**
             * What the nodes did, in the order in which they began.
             *
             * 0 to 200 items. See ExecutionDetails (response body, status 200).
             */
            node_execution_details?: components["schemas"]["NodeExecutions"][];
        };
        /**
         * What the execution returned, as any JSON object. Missing while it runs.
         *
         * See ExecutionDetails (response body, status 200).
         * @example {
         *   "total": 42
         * }
         */
        ExecutionOutput: {
            [key: string]: unknown;
        };
        /**
         * A node of the workflow, and its runs within the execution.
         *
         * See ExecutionDetails (response body, status 200).
         */
        NodeExecutions: {
            /**
             * Id of the execution that the node ran in.
             *
             * See NodeExecutionDetail (response body, status 200).
             * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
             */
            execution_id?: string;
            /**
             * Id of the node in the workflow's definition.
             *
             * 1 to 64 characters. See NodeExecutionDetail (response body, status 200).
             * @example reserve-stock
             */
            node_id?: string;
            /**
             * Name of the node in the workflow's definition.
             *
             * See NodeExecutionDetail (response body, status 200).
             * @example Reserve stock
             */
            node_name?: string;
            /**
             * The runs of the node; more than one if it was retried.
             *
             * 0 to 200 items. See NodeExecutionDetail (response body, status 200).
             */
            executions?: components["schemas"]["NodeExecution"][];
        };
        /**
         * A run of a node. Its times are numbers, unlike those of the execution.
         *
         * See NodeExecutionDetail (response body, status 200).
         */
        NodeExecution: {
            /**
             * When the run began, in milliseconds since 1970.
             *
             * At least 0. See NodeExecution (response body, status 200).
             * @example 1769851800120
             */
            begin_time?: number;
            /**
             * When the run ended, in milliseconds since 1970.
             *
             * At least 0. See NodeExecution (response body, status 200).
             * @example 1769851801250
             */
            end_time?: number;
            /**
             * Why the run failed, as any JSON. The vendor documents an object and shows text.
             *
             * See NodeExecution (response body, status 200).
             * @example Execution failed
             */
            error_message?: unknown;
            /**
             * What the node was given, as any JSON object.
             *
             * See NodeExecution (response body, status 200).
             * @example {
             *   "orderId": 7
             * }
             */
            input?: {
                [key: string]: unknown;
            };
            /**
             * What the node returned, as any JSON object.
             *
             * See NodeExecution (response body, status 200).
             * @example {
             *   "reserved": true
             * }
             */
            output?: {
                [key: string]: unknown;
            };
            /**
             * Id of the request that ran the node's function.
             *
             * See NodeExecution (response body, status 200).
             * @example 3f2b8c1d-7a64-4e0f-9b5c-1d2e3f4a5b6c
             */
            request_id?: string;
            /**
             * How far the run is, or how it ended.
             *
             * 1 to 32 characters. See NodeExecution (response body, status 200).
             * @example success
             * @enum {string}
             */
            status?: "success" | "fail" | "running" | "timeout" | "cancel" | (string & {});
        };
        /** An execution that has ended, well or not. */
        EndedExecution: {
            /**
             * Id of the execution.
             *
             * 1 to 64 characters. See SyncExecuteResponse (response body, status 200).
             * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
             */
            execution_id: string;
            /**
             * How the execution ended: `success`, `fail` or `timeout`.
             *
             * 1 to 64 characters. See SyncExecuteResponse (response body, status 200).
             * @example success
             * @enum {string}
             */
            status: "success" | "fail" | "timeout" | (string & {});
            /**
             * What the execution returned, as any JSON object. Only when the status is `success`.
             *
             * See SyncExecuteResponse (response body, status 200).
             * @example {
             *   "total": 42
             * }
             */
            output?: {
                [key: string]: unknown;
            };
            /**
             * Which nodes failed, and why. Only when the status is `fail`.
             *
             * 0 to 200 items. See SyncExecuteResponse (response body, status 200).
             */
            errors?: components["schemas"]["NodeFailure"][];
            /**
             * When the execution began, in UTC.
             *
             * 0 to 64 characters. See SyncExecuteResponse (response body, status 200).
             * @example 2026-01-31T09:30:00Z
             */
            begin_time?: string;
            /**
             * When the execution ended, in UTC.
             *
             * 0 to 64 characters. See SyncExecuteResponse (response body, status 200).
             * @example 2026-01-31T09:30:04Z
             */
            end_time?: string;
        };
        /**
         * A node that failed.
         *
         * See SyncExecuteResponse (response body, status 200).
         */
        NodeFailure: {
            /**
             * Id of the node in the workflow's definition.
             *
             * 1 to 64 characters. See SyncExecutionNodeErrorDetail (response body, status 200).
             * @example charge-card
             */
            node_id?: string;
            /**
             * Why the node failed.
             *
             * 1 to 2048 characters. See SyncExecutionNodeErrorDetail (response body, status 200).
             * @example The card was declined.
             */
            error_message?: string;
            /**
             * When the node began, in UTC.
             *
             * 0 to 64 characters. See SyncExecutionNodeErrorDetail (response body, status 200).
             * @example 2026-01-31T09:30:01Z
             */
            begin_time?: string;
            /**
             * When the node failed, in UTC.
             *
             * 0 to 64 characters. See SyncExecutionNodeErrorDetail (response body, status 200).
             * @example 2026-01-31T09:30:02Z
             */
            end_time?: string;
        };
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
            output: {
                [key: string]: unknown;
            };
            /**
             * Why the work failed, in words.
             *
             * 1 to 64 characters. See CallbackWorkflowRequestBody (request body).
             * @example Nobody approved the order.
             */
            error?: string;
        };
        /** The execution that goes on. */
        ContinuedExecution: {
            /**
             * Id of the execution that waited.
             *
             * 1 to 64 characters. See FlowExecuteResponse (response body, status 200).
             * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
             */
            execution_id?: string;
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
            description?: string;
            /**
             * `NORMAL` is a standard workflow. `EXPRESS` is one that runs for less than five minutes, keeps no history, and can be started synchronously.
             *
             * See WorkflowCreateBody (request body) and others.
             * @default NORMAL
             * @example NORMAL
             * @enum {string}
             */
            mode?: "NORMAL" | "EXPRESS" | (string & {});
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
            constants: {
                [key: string]: unknown;
            };
            /**
             * The functions that states call.
             *
             * 0 to 100 items. See WorkflowCreateBody (request body) and others.
             */
            functions: components["schemas"]["WorkflowFunction"][];
            /**
             * The states, which are the nodes of the workflow.
             *
             * 1 to 100 items. See WorkflowCreateBody (request body) and others.
             */
            states: components["schemas"]["WorkflowState"][];
            /**
             * Ways to retry that states can refer to.
             *
             * 0 to 200 items. See WorkflowCreateBody (request body) and others.
             */
            retries: components["schemas"]["RetryPolicy"][];
            /**
             * What starts the workflow by itself.
             *
             * 0 to 200 items. See WorkflowCreateBody (request body) and others.
             */
            triggers?: components["schemas"]["WorkflowTrigger"][];
            /**
             * Settings of an express workflow.
             *
             * See WorkflowCreateBody (request body) and others.
             */
            express_config?: components["schemas"]["ExpressConfig"];
            /**
             * Whether responses are streamed.
             *
             * See WorkflowCreateBody (request body) and others.
             * @default false
             * @example false
             */
            enable_stream_response?: boolean;
            /**
             * Id of the enterprise project that the workflow belongs to.
             *
             * 0 to 64 characters. See WorkflowCreateBody (request body) and others.
             * @example 0
             */
            enterprise_project_id?: string;
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
            metadata?: {
                [key: string]: unknown;
            };
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
            type: "Operation" | "Sleep" | "End" | (string & {});
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
            transition?: string;
            /**
             * The functions to call, at most ten. Not needed for states that call none.
             *
             * At most 10 items. See OperationState (request body) and others.
             */
            actions?: components["schemas"]["WorkflowAction"][];
            /**
             * Whether the actions run one after the other or all at once.
             *
             * At most 32 characters. See OperationState (request body) and others.
             * @example sequential
             * @enum {string}
             */
            action_mode?: "sequential" | "parallel" | "" | (string & {});
            /**
             * How long a `Sleep` waits, in seconds.
             *
             * 1 to 86400. See OperationState (request body) and others.
             * @example 5
             */
            duration?: number;
            /**
             * What to do when an action fails.
             *
             * 0 to 200 items. See OperationState (request body) and others.
             */
            on_errors?: components["schemas"]["ErrorHandler"][];
            /**
             * Which part of its data a state takes and passes on.
             *
             * See OperationState (request body) and others.
             */
            state_data_filter?: components["schemas"]["StateDataFilter"];
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
            function_ref?: components["schemas"]["FunctionReference"];
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
            arguments: {
                [key: string]: unknown;
            };
            /**
             * How the function is called.
             *
             * 1 to 32 characters. See FunctionRef (request body) and others.
             * @example synchronize
             * @enum {string}
             */
            invoke_mode?: "synchronize" | (string & {});
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
            error?: string;
            /**
             * Name of the way to retry, from `retries`.
             *
             * 0 to 256 characters. See OnError (request body) and others.
             * @example twice
             */
            retry_ref?: string;
            /**
             * Id of the state to go to when retrying did not help.
             *
             * 0 to 256 characters. See OnError (request body) and others.
             * @example done
             */
            transition?: string;
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
            input?: string;
            /**
             * JSONPath of what the state passes on from its output.
             *
             * 0 to 256 characters. See StateDataFilter (request body) and others.
             * @example $.body
             */
            output?: string;
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
            delay?: number;
            /**
             * How often to try again at most.
             *
             * 1 to 8. See Retry (request body) and others.
             * @example 2
             */
            max_attempts?: number;
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
            trigger_type: "FLOWTIMER" | "SMN" | "APIG" | "APIG_DE" | "OBS" | (string & {});
            /**
             * Whether the trigger works.
             *
             * See Trigger (request body) and others.
             * @default true
             * @example true
             */
            enabled?: boolean;
            /**
             * When the trigger starts the workflow. These fields are those of an OBS trigger; others have their own.
             *
             * See Trigger (request body) and others.
             */
            trigger_config?: components["schemas"]["TriggerConfig"];
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
            bucket?: string;
            /**
             * Names of the events to start on.
             *
             * 1 to 64 items. See OBSTriggerConfig (request body) and others.
             */
            events?: string[];
            /**
             * Start of the names of the objects to watch.
             *
             * 1 to 64 characters. See OBSTriggerConfig (request body) and others.
             * @example incoming/
             */
            prefix?: string;
            /**
             * End of the names of the objects to watch.
             *
             * 1 to 64 characters. See OBSTriggerConfig (request body) and others.
             * @example .json
             */
            suffix?: string;
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
            log_level?: "ALL" | "ERROR" | "NONE" | (string & {});
        };
        /**
         * A workflow without its definition.
         *
         * See WorkflowPageList (response body, status 200).
         */
        Workflow: {
            /**
             * Id of the workflow.
             *
             * 1 to 64 characters. See WorkflowSimpleInfo (response body, status 200) and others.
             * @example 48aff955-ea10-4ffd-b426-190bc192dc14
             */
            id: string;
            /**
             * Name of the workflow.
             *
             * 1 to 64 characters. See WorkflowSimpleInfo (response body, status 200) and others.
             * @example order-flow
             */
            name: string;
            /**
             * What the workflow is for.
             *
             * 0 to 512 characters. See WorkflowSimpleInfo (response body, status 200) and others.
             * @example takes-orders
             */
            description?: string;
            /**
             * URN of the workflow, which metrics and deleting ask for.
             *
             * At least 1 character. See WorkflowSimpleInfo (response body, status 200) and others.
             * @example urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest
             */
            workflow_urn?: string;
            /**
             * Whether responses are streamed.
             *
             * See WorkflowSimpleInfo (response body, status 200) and others.
             * @example false
             */
            enable_stream_response?: boolean;
            /**
             * User who created the workflow.
             *
             * 0 to 64 characters. See WorkflowSimpleInfo (response body, status 200) and others.
             * @example order-service
             */
            created_by?: string;
            /**
             * When the workflow was created, in UTC.
             *
             * 0 to 64 characters. See WorkflowSimpleInfo (response body, status 200) and others.
             * @example 2026-01-05T08:00:00Z
             */
            created_time?: string;
            /**
             * When the workflow was last changed, in UTC.
             *
             * 0 to 64 characters. See WorkflowSimpleInfo (response body, status 200) and others.
             * @example 2026-01-05T08:00:00Z
             */
            updated_time?: string;
        };
        /** A workflow with its definition. */
        WorkflowWithDefinition: {
            /**
             * Id of the workflow.
             *
             * 1 to 64 characters. See WorkflowInfo (response body, status 200).
             * @example 48aff955-ea10-4ffd-b426-190bc192dc14
             */
            id: string;
            /**
             * URN of the workflow, which metrics and deleting ask for.
             *
             * At least 1 character. See WorkflowInfo (response body, status 200).
             * @example urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest
             */
            workflow_urn?: string;
            /**
             * A workflow with its functions and states.
             *
             * See WorkflowInfo (response body, status 200).
             */
            definition?: components["schemas"]["WorkflowDefinition"];
            /**
             * User who created the workflow.
             *
             * 0 to 64 characters. See WorkflowInfo (response body, status 200).
             * @example order-service
             */
            created_by?: string;
            /**
             * When the workflow was created, in UTC.
             *
             * 0 to 64 characters. See WorkflowInfo (response body, status 200).
             * @example 2026-01-05T08:00:00Z
             */
            created_time?: string;
            /**
             * When the workflow was last changed, in UTC.
             *
             * 0 to 64 characters. See WorkflowInfo (response body, status 200).
             * @example 2026-01-05T08:00:00Z
             */
            updated_time?: string;
            /**
             * Id of the log group that the workflow writes to.
             *
             * See WorkflowInfo (response body, status 200).
             * @example 5b9c1d2e-3f4a-4b6c-8d7e-9f0a1b2c3d4e
             */
            lts_group_id?: string;
            /**
             * Id of the log stream that the workflow writes to.
             *
             * See WorkflowInfo (response body, status 200).
             * @example 0d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6
             */
            lts_stream_id?: string;
        };
        /** A page of workflows. */
        WorkflowList: {
            /**
             * The workflows on this page.
             *
             * 0 to 200 items. See WorkflowPageList (response body, status 200).
             */
            workflows: components["schemas"]["Workflow"][];
            /**
             * How many workflows this page has.
             *
             * 0 to 200. See WorkflowPageList (response body, status 200).
             * @example 1
             */
            size?: number;
            /**
             * How many workflows there are on all pages.
             *
             * 0 to 1000000. See WorkflowPageList (response body, status 200).
             * @example 1
             */
            total?: number;
        };
        /** URNs of workflows to delete. */
        WorkflowsToDelete: {
            /**
             * The URNs, at most 200.
             *
             * 0 to 200 items. See WorkflowDeleteBody (request body).
             */
            workflow_urns: string[];
        };
        /** Which workflows were deleted, and which were not. */
        DeletedWorkflows: {
            /**
             * URNs of the workflows that are gone.
             *
             * At least 0 items. See OperateResponse (response body, status 200).
             */
            success?: string[];
            /**
             * The workflows that are still there.
             *
             * 0 to 200 items. See OperateResponse (response body, status 200).
             */
            fail?: components["schemas"]["WorkflowNotDeleted"][];
        };
        /**
         * A workflow that could not be deleted.
         *
         * See OperateResponse (response body, status 200).
         */
        WorkflowNotDeleted: {
            /**
             * URN of this workflow.
             *
             * 1 to 128 characters. See OperateErrorInfo (response body, status 200).
             * @example urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest
             */
            workflow_urn?: string;
            /**
             * Why it is still there.
             *
             * 1 to 64 characters. See OperateErrorInfo (response body, status 200).
             * @example The workflow is running.
             */
            error_detail?: string;
        };
        /** Values over time, oldest first. */
        WorkflowMetrics: {
            /**
             * How many executions were started.
             *
             * See WorkflowStatisticsResp (response body, status 200).
             */
            count?: components["schemas"]["MetricValue"][];
            /**
             * How long executions took on average, in milliseconds.
             *
             * See WorkflowStatisticsResp (response body, status 200).
             */
            duration?: components["schemas"]["MetricValue"][];
            /**
             * How many executions failed.
             *
             * See WorkflowStatisticsResp (response body, status 200).
             */
            fail_count?: components["schemas"]["MetricValue"][];
            /**
             * How many executions ran at the same time.
             *
             * See WorkflowStatisticsResp (response body, status 200).
             */
            running_count?: components["schemas"]["MetricValue"][];
        };
        /**
         * A value, and when it was measured.
         *
         * See WorkflowStatisticsResp (response body, status 200).
         */
        MetricValue: {
            /**
             * When the period of this value began, in milliseconds since 1970.
             *
             * See SlaReportsValue (response body, status 200).
             * @example 1769851800000
             */
            timestamp?: number;
            /**
             * The value itself.
             *
             * See SlaReportsValue (response body, status 200).
             * @example 12
             */
            value?: number;
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
        /** @description FunctionGraph refused the request; nothing was done. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description The project has no such workflow; nothing was done. */
        WorkflowNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description The workflow has no such execution, or the project no such workflow; nothing was done. */
        ExecutionNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description FunctionGraph failed; the request may have been carried out. */
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
        /** @description The gateway could not reach FunctionGraph; the request may have been carried out. */
        BadGateway: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description IAM or FunctionGraph is unavailable; the request may have been carried out. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description FunctionGraph did not respond to the gateway in time; the request may have been carried out. */
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
        /** @description The execution has ended; `status` says how. */
        ExecutionEnded: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EndedExecution"];
            };
        };
        /** @description The executions that match, as many as `limit` allows. */
        Executions: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ExecutionList"];
            };
        };
        /** @description A page of executions. */
        ExecutionHistory: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ExecutionHistory"];
            };
        };
        /** @description The execution as it is now. */
        ExecutionShown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ExecutionDetails"];
            };
        };
        /** @description The execution is being stopped. */
        StopAccepted: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The execution runs again. */
        RetryAccepted: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The node has its result. */
        ExecutionContinued: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ContinuedExecution"];
            };
        };
        /** @description A page of workflows. */
        Workflows: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorkflowList"];
            };
        };
        /** @description The workflow was created. */
        WorkflowCreated: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Workflow"];
            };
        };
        /** @description The workflow has its new definition. */
        WorkflowUpdated: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Workflow"];
            };
        };
        /** @description The workflow with its definition. */
        WorkflowShown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorkflowWithDefinition"];
            };
        };
        /** @description Which workflows are gone, and which are not. */
        WorkflowsDeleted: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeletedWorkflows"];
            };
        };
        /** @description The values of each metric. */
        Metrics: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorkflowMetrics"];
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
        /**
         * @description Id of the execution, as the call that started it returned it.
         * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
         */
        ExecutionId: string;
        /**
         * @description Whether to include the whole output of the execution.
         * @example true
         */
        FullHistoryData: boolean;
        /**
         * @description How many executions to list. Without it the service lists up to 200, and treats more than 200 as 200.
         * @example 50
         */
        ExecutionsLimit: number;
        /**
         * @description How many executions to skip. The vendor's page does not have it, only its definitions and SDKs do: the
         * service may ignore it.
         * @example 50
         */
        ExecutionsOffset: number;
        /**
         * @description How many executions to skip, from the start of the history.
         * @example 0
         */
        HistoryOffset: number;
        /**
         * @description How many executions a page has.
         * @example 100
         */
        HistoryLimit: number;
        /**
         * @description List only executions in this status.
         * @example fail
         */
        ExecutionStatus: "success" | "fail" | "running" | "timeout" | "cancel";
        /**
         * @description List only executions from this time on: `YYYY-MM-DD hh:mm:ss` in UTC. Without it, from three days
         * before `end_time`, or three days ago.
         * @example 2026-01-31 09:30:00
         */
        StartTime: string;
        /**
         * @description List only executions up to this time: `YYYY-MM-DD hh:mm:ss` in UTC. Without it, up to three days after
         * `start_time`, or until now.
         * @example 2026-02-01 09:30:00
         */
        EndTime: string;
        /**
         * @description Id of the run that waits, which is the id of its execution.
         * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
         */
        CallbackRunId: string;
        /**
         * @description Id of the state that waits, which is the id of its node.
         * @example 0f5758f7-aa43-49ae-8923-c6448d7c1f91
         */
        CallbackStateId: string;
        /**
         * @description List only the workflow of this name.
         * @example order-flow
         */
        WorkflowName: string;
        /**
         * @description How many workflows a page has; 200 without it, and at most 200 whatever is asked for.
         * @example 50
         */
        WorkflowsLimit: number;
        /**
         * @description How many workflows to skip.
         * @example 50
         */
        WorkflowsOffset: number;
        /**
         * @description List only workflows of this enterprise project, by its id.
         * @example 0
         */
        EnterpriseProject: string;
        /**
         * @description List only workflows in this mode: `NORMAL` for standard ones, or `EXPRESS`.
         * @example NORMAL
         */
        WorkflowMode: string;
        /**
         * @description URN of the workflow, as ListWorkflow returns it.
         * @example urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest
         */
        WorkflowUrn: string;
        /**
         * @description How many minutes each value is for, as text.
         * @example 5
         */
        MetricPeriod: string;
        /**
         * @description When the values begin, in milliseconds since 1970, as text.
         * @example 1769851800000
         */
        MetricStart: string;
        /**
         * @description When the values end, in milliseconds since 1970, as text.
         * @example 1769855400000
         */
        MetricEnd: string;
        /**
         * @description The metric to show. The vendor does not say which values there are; without it, all are shown.
         * @example count
         */
        MetricType: string;
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
    ListWorkflowExecutions: {
        parameters: {
            query?: {
                /**
                 * @description How many executions to list. Without it the service lists up to 200, and treats more than 200 as 200.
                 * @example 50
                 */
                limit?: components["parameters"]["ExecutionsLimit"];
                /**
                 * @description How many executions to skip. The vendor's page does not have it, only its definitions and SDKs do: the
                 * service may ignore it.
                 * @example 50
                 */
                offset?: components["parameters"]["ExecutionsOffset"];
                /**
                 * @description List only executions in this status.
                 * @example fail
                 */
                status?: components["parameters"]["ExecutionStatus"];
                /**
                 * @description List only executions from this time on: `YYYY-MM-DD hh:mm:ss` in UTC. Without it, from three days
                 * before `end_time`, or three days ago.
                 * @example 2026-01-31 09:30:00
                 */
                start_time?: components["parameters"]["StartTime"];
                /**
                 * @description List only executions up to this time: `YYYY-MM-DD hh:mm:ss` in UTC. Without it, up to three days after
                 * `start_time`, or until now.
                 * @example 2026-02-01 09:30:00
                 */
                end_time?: components["parameters"]["EndTime"];
            };
            header?: never;
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
        requestBody?: never;
        responses: {
            200: components["responses"]["Executions"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
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
            404: components["responses"]["WorkflowNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    StartSyncWorkflowExecution: {
        parameters: {
            query?: never;
            header?: never;
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
            200: components["responses"]["ExecutionEnded"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    ShowWorkflowExecutionForPage: {
        parameters: {
            query: {
                /**
                 * @description How many executions to skip, from the start of the history.
                 * @example 0
                 */
                offset: components["parameters"]["HistoryOffset"];
                /**
                 * @description How many executions a page has.
                 * @example 100
                 */
                limit: components["parameters"]["HistoryLimit"];
                /**
                 * @description List only executions from this time on: `YYYY-MM-DD hh:mm:ss` in UTC. Without it, from three days
                 * before `end_time`, or three days ago.
                 * @example 2026-01-31 09:30:00
                 */
                start_time?: components["parameters"]["StartTime"];
                /**
                 * @description List only executions up to this time: `YYYY-MM-DD hh:mm:ss` in UTC. Without it, up to three days after
                 * `start_time`, or until now.
                 * @example 2026-02-01 09:30:00
                 */
                end_time?: components["parameters"]["EndTime"];
            };
            header?: never;
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
        requestBody?: never;
        responses: {
            200: components["responses"]["ExecutionHistory"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    ShowWorkflowExecution: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Whether to include the whole output of the execution.
                 * @example true
                 */
                "X-Get-Workflow-Full-History-Data"?: components["parameters"]["FullHistoryData"];
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
                /**
                 * @description Id of the execution, as the call that started it returned it.
                 * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
                 */
                execution_id: components["parameters"]["ExecutionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ExecutionShown"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExecutionNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    StopWorkFlow: {
        parameters: {
            query?: never;
            header?: never;
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
                /**
                 * @description Id of the execution, as the call that started it returned it.
                 * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
                 */
                execution_id: components["parameters"]["ExecutionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StopAccepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExecutionNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    RetryWorkFlow: {
        parameters: {
            query?: never;
            header?: never;
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
                /**
                 * @description Id of the execution, as the call that started it returned it.
                 * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
                 */
                execution_id: components["parameters"]["ExecutionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RetryAccepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExecutionNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    CreateCallbackWorkflow: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Id of the run that waits, which is the id of its execution.
                 * @example 9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04
                 */
                "X-Workflow-Run-Id": components["parameters"]["CallbackRunId"];
                /**
                 * @description Id of the state that waits, which is the id of its node.
                 * @example 0f5758f7-aa43-49ae-8923-c6448d7c1f91
                 */
                "X-Workflow-State-Id": components["parameters"]["CallbackStateId"];
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
        /** @description What came of the work that the node waits for. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackResult"];
            };
        };
        responses: {
            200: components["responses"]["ExecutionContinued"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExecutionNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    ListWorkflow: {
        parameters: {
            query?: {
                /**
                 * @description List only the workflow of this name.
                 * @example order-flow
                 */
                workflow_name?: components["parameters"]["WorkflowName"];
                /**
                 * @description How many workflows a page has; 200 without it, and at most 200 whatever is asked for.
                 * @example 50
                 */
                limit?: components["parameters"]["WorkflowsLimit"];
                /**
                 * @description How many workflows to skip.
                 * @example 50
                 */
                offset?: components["parameters"]["WorkflowsOffset"];
                /**
                 * @description List only workflows of this enterprise project, by its id.
                 * @example 0
                 */
                enterprise_project?: components["parameters"]["EnterpriseProject"];
                /**
                 * @description List only workflows in this mode: `NORMAL` for standard ones, or `EXPRESS`.
                 * @example NORMAL
                 */
                mode?: components["parameters"]["WorkflowMode"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the project that has the workflow. The console shows it under "My Credentials".
                 * @example c53626012ba84727b938ca8bf03108ef
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Workflows"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    CreateWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that has the workflow. The console shows it under "My Credentials".
                 * @example c53626012ba84727b938ca8bf03108ef
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /** @description The definition of the workflow. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowDefinition"];
            };
        };
        responses: {
            201: components["responses"]["WorkflowCreated"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    BatchDeleteWorkflows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that has the workflow. The console shows it under "My Credentials".
                 * @example c53626012ba84727b938ca8bf03108ef
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /** @description URNs of the workflows to delete. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowsToDelete"];
            };
        };
        responses: {
            200: components["responses"]["WorkflowsDeleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    ShowWorkFlow: {
        parameters: {
            query?: never;
            header?: never;
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
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkflowShown"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    UpdateWorkFlow: {
        parameters: {
            query?: never;
            header?: never;
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
        /** @description The new definition of the workflow. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowDefinition"];
            };
        };
        responses: {
            200: components["responses"]["WorkflowUpdated"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    ShowWorkFlowMetric: {
        parameters: {
            query?: {
                /**
                 * @description How many minutes each value is for, as text.
                 * @example 5
                 */
                period?: components["parameters"]["MetricPeriod"];
                /**
                 * @description When the values begin, in milliseconds since 1970, as text.
                 * @example 1769851800000
                 */
                start_time?: components["parameters"]["MetricStart"];
                /**
                 * @description When the values end, in milliseconds since 1970, as text.
                 * @example 1769855400000
                 */
                end_time?: components["parameters"]["MetricEnd"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the project that has the workflow. The console shows it under "My Credentials".
                 * @example c53626012ba84727b938ca8bf03108ef
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description URN of the workflow, as ListWorkflow returns it.
                 * @example urn:fss:cn-north-4:c53626012ba84727b938ca8bf03108ef:workflow:default:order-flow:latest
                 */
                workflow_urn: components["parameters"]["WorkflowUrn"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Metrics"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherStatus"];
        };
    };
    ShowTenantMetric: {
        parameters: {
            query?: {
                /**
                 * @description How many minutes each value is for, as text.
                 * @example 5
                 */
                period?: components["parameters"]["MetricPeriod"];
                /**
                 * @description When the values begin, in milliseconds since 1970, as text.
                 * @example 1769851800000
                 */
                start_time?: components["parameters"]["MetricStart"];
                /**
                 * @description When the values end, in milliseconds since 1970, as text.
                 * @example 1769855400000
                 */
                end_time?: components["parameters"]["MetricEnd"];
                /**
                 * @description The metric to show. The vendor does not say which values there are; without it, all are shown.
                 * @example count
                 */
                metric_type?: components["parameters"]["MetricType"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the project that has the workflow. The console shows it under "My Credentials".
                 * @example c53626012ba84727b938ca8bf03108ef
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Metrics"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
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
