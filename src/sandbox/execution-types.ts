/** An execution that the sandbox has started. It changes as the execution goes on. */
export interface Execution {
  readonly execution_id: string;
  /** The request's parts, decoded, grouped as in the contract. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** What was accepted but is probably a mistake, and what was too large to keep. */
  readonly notes: readonly string[];
  readonly status: ExecutionStatus;
  /** What the workflow returned. */
  readonly output: JsonObject | undefined;
  /** Why it failed, timed out or was stopped. */
  readonly error: string | undefined;
  /** What its nodes did, in the order in which they began. */
  readonly nodes: readonly ExecutionNode[];
  /** 1, and 1 more for each retry. */
  readonly attempt: number;
  /** When it was started, as an ISO string. */
  readonly begin_time: string;
  /** When it ended; undefined while it runs. */
  readonly end_time: string | undefined;
  /** When anything last happened to it. */
  readonly last_update_time: string;
}

export type ExecutionStatus = "running" | "success" | "fail" | "timeout" | "cancel";

export type JsonObject = Record<string, unknown>;

/** A node of an execution: a step, a callback, or the workflow itself if it failed outside of them. */
export interface ExecutionNode {
  readonly node_id: string;
  readonly node_name: string;
  /** Its runs: more than one if it was repeated, or the execution retried. At most 200. */
  readonly executions: readonly NodeRun[];
}

/** A run of a node. Its times are in milliseconds since 1970. */
export interface NodeRun {
  readonly status: ExecutionStatus;
  readonly begin_time: number;
  readonly end_time?: number;
  readonly input?: JsonObject;
  readonly output?: JsonObject;
  /** Why it failed, timed out or was stopped. */
  readonly error_message?: string;
}

/** What a workflow or a step may return: an object that JSON can hold, or nothing. */
export type WorkflowOutput = object | undefined | void;

/**
 * What a workflow does. It gets a copy of the execution's input, and its output is the execution's. An
 * execution fails when it throws, or returns anything but an object that JSON can hold, or nothing.
 */
export type WorkflowFunction = (
  // oxlint-disable-next-line typescript/no-explicit-any -- like JSON.parse(): only the caller knows what it is
  input: any,
  context: WorkflowContext,
) => WorkflowOutput | Promise<WorkflowOutput>;

/** A workflow that exists in the sandbox. */
export interface Workflow {
  /** What it does. @default it succeeds at once, with its input as its output */
  run?: WorkflowFunction | undefined;
  /** Only an express workflow can be started synchronously; it has no history and no retries. @default "NORMAL" */
  mode?: "NORMAL" | "EXPRESS" | undefined;
  /** How long an execution may take, in the sandbox's time. @default 300000 if express, else no limit */
  timeoutMs?: number | undefined;
}

/** What a workflow's function can ask and do. */
export interface WorkflowContext {
  readonly executionId: string;
  readonly workflowId: string;
  /** The `headers` of the request that started it. */
  readonly headers: JsonObject;
  /** 1, and 1 more for each retry of the execution. */
  readonly attempt: number;
  /**
   * Fires when the execution is stopped or times out, or the sandbox closes. What a function does after
   * that changes nothing any more.
   */
  readonly signal: AbortSignal;
  /**
   * Runs a node of the workflow. Steps may run side by side; the same name again is a further run of the
   * same node.
   *
   * @param name from 1 to 64 characters, one of at most 100 in an execution
   * @param run what the node does; it gets the input, and returns what a workflow may
   * @param input a JSON object. @default the execution's input
   */
  step<Output extends WorkflowOutput>(
    name: string,
    // oxlint-disable-next-line typescript/no-explicit-any -- as for a workflow
    run: (input: any) => Output | Promise<Output>,
    input?: object,
  ): Promise<Output>;
  /**
   * Waits for CreateCallbackWorkflow to be called with this id in `X-Workflow-State-Id` and the
   * execution's in `X-Workflow-Run-Id`. Resolves to its `output`, or rejects with its `error`. It is a node
   * of the execution, too.
   *
   * @param stateId from 1 to 64 characters
   */
  // oxlint-disable-next-line typescript/no-explicit-any -- as for a workflow
  callback(stateId: string): Promise<any>;
  /** Waits, in the sandbox's time: see `sandbox.advance`. */
  sleep(ms: number): Promise<void>;
}
