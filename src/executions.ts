import type {
  OperationName,
  ShowWorkflowExecutionResponse,
  StartWorkflowExecutionRequest,
  StartWorkflowExecutionResponse,
} from "../generated/operations.js";
import { ConfigurationError, FunctionGraphError } from "./errors.js";
import type { CallOptions } from "./exchange/call.js";
import { checkSignal, checkTimeout, listenTo, reasonOf } from "./exchange/deadline.js";
import { isA } from "./foreign.js";
import { createPolling } from "./polling.js";
import { reading } from "./request/read.js";
import type { Outcome } from "./response/result.js";
import { jitter, Waiter, type ExecutionProgress } from "./waiting.js";

type Input = StartWorkflowExecutionRequest["body"]["input"];

/** How to start an execution. */
export interface StartOptions extends CallOptions {
  /** Headers for the execution: the `headers` of the request's body. @default none */
  headers?: StartWorkflowExecutionRequest["body"]["headers"];
  /** Header parameters of the request, such as `X-WorkflowRun-ID`. @default none */
  header?: StartWorkflowExecutionRequest["header"];
}

/** How to wait for a result. */
export interface ResultOptions {
  /** How long to wait at most, in milliseconds. @default no limit */
  timeoutMs?: number | undefined;
  /** Ends the waiting with an `AbortError`; the execution goes on. @default none */
  signal?: AbortSignal | undefined;
  /** Called after each poll. What it throws is ignored. @default none */
  onProgress?: ((progress: ExecutionProgress) => void) | undefined;
}

/**
 * An execution of a workflow. It is plain data underneath: store `workflowId` and `id`, and pick it up in
 * another process with `functiongraph.execution(workflowId, id)`. As JSON, it is these two.
 */
export interface Execution<Output = unknown> {
  readonly workflowId: string;
  readonly id: string;
  /**
   * Reads the execution: its status, input, output and nodes.
   *
   * @throws {ApiError} 404 if there is no such execution, or if its workflow is an express workflow
   */
  describe(options?: CallOptions): Promise<ShowWorkflowExecutionResponse>;
  /**
   * Waits until the execution has ended, and resolves to its output.
   *
   * Polls ShowWorkflowExecution: half a second after the start, then ever more slowly, up to every ten
   * seconds. Polls that fail for a reason that can pass (no connection, a timeout, 429, 5xx) are made again,
   * for five minutes of nothing but failures. For 30 seconds after a start, a 404 means that the execution is
   * not visible yet. A status that is not known is waited through.
   *
   * Waiting changes nothing: the execution goes on when it ends. That is why the errors of an end by time or
   * signal say `mayHaveStarted`.
   *
   * @throws {ExecutionFailedError} if the execution failed, timed out or was stopped
   * @throws {TimeoutError} if waiting took longer than `timeoutMs`; this does not say that the execution did
   * @throws {AbortError} if the signal aborted the waiting
   * @throws {ApiError} if the service refuses the polls, or does not know the execution
   * @throws {ConfigurationError} for unusable options
   */
  result(options?: ResultOptions): Promise<Output>;
  /**
   * Stops the execution; its result is then an `ExecutionFailedError` with the status `cancel`.
   *
   * @throws {ApiError} 400 if it has ended. `mayHaveStarted` of an error says that it may have been stopped.
   */
  stop(options?: CallOptions): Promise<void>;
  /**
   * Runs the execution again under the same id, if it has failed. Only for standard workflows. Never sent
   * twice.
   *
   * For 30 seconds the failure that `result()` or `describe()` has seen before is not taken for a new one. If
   * they have seen nothing, no failure is for five seconds.
   *
   * @throws {ApiError} 400 if it has not failed. `mayHaveStarted` of an error says that it may run again.
   */
  retry(options?: CallOptions): Promise<void>;
  toJSON(): { workflowId: string; id: string };
}

/** What a client has besides the operations. */
export interface Executions {
  /**
   * Starts an execution of a workflow and returns a handle on it.
   *
   * @typeParam Output type of the output, which is not checked
   * @throws what `startWorkflowExecution` throws
   */
  start<Output = unknown>(
    workflowId: string,
    input: Input,
    options?: StartOptions,
  ): Promise<Execution<Output>>;
  /** A handle on an execution that was started before. Nothing is sent. */
  execution<Output = unknown>(workflowId: string, executionId: string): Execution<Output>;
}

/** Milliseconds after a start in which a 404 means "not visible yet", and after a retry for an old failure. */
const settlingMs = 30_000;
/** The same after a retry, if the execution was never looked at before. */
const unseenMs = 5_000;
const firstPollMs = 500;

/** The same as long as nothing happens to the execution; a new run of a node tells even where time stands still. */
const markOf = ({
  status,
  end_time,
  last_update_time,
  node_execution_details: nodes,
}: ShowWorkflowExecutionResponse) =>
  [
    ...[status, end_time, last_update_time].map((text) => (typeof text === "string" ? text : "")),
    ...(Array.isArray(nodes) ? nodes : []).map((node) => Number(node?.executions?.length)),
  ].join();

/** @throws {ConfigurationError} for unusable options */
function readResultOptions(options: ResultOptions | undefined) {
  const { timeoutMs, signal, onProgress } = reading("result", () => ({
    timeoutMs: options?.timeoutMs,
    signal: options?.signal,
    onProgress: options?.onProgress,
  }));
  if (onProgress !== undefined && typeof onProgress !== "function")
    throw new ConfigurationError("onProgress must be a function.");
  return {
    timeoutMs: timeoutMs === undefined ? Infinity : checkTimeout(timeoutMs),
    signal: checkSignal(signal),
    onProgress,
  };
}

/** Calls an operation by the name of its method. */
type CallOperation = (name: OperationName, input: object, options?: CallOptions) => Promise<Outcome>;

export function createExecutions(call: CallOperation, maxConcurrentPolls: number): Executions {
  const polling = createPolling(maxConcurrentPolls);

  function handle<Output>(workflowId: string, id: string, startedAt: number): Execution<Output> {
    const request = { path: { workflow_id: workflowId, execution_id: id } };
    /** What tells the execution before a retry from the execution after it. */
    let lastSeen: string | undefined;
    let retried: { seen: string | undefined; at: number } | undefined;

    /** With whole outputs, however long. */
    async function show(options?: CallOptions) {
      const header = { "X-Get-Workflow-Full-History-Data": true };
      const { data, scrub } = await call("showWorkflowExecution", { ...request, header }, options);
      const execution = data as ShowWorkflowExecutionResponse;
      lastSeen = markOf(execution);
      return { execution, scrub };
    }

    function isStale(execution: ShowWorkflowExecutionResponse): boolean {
      if (!retried) return false;
      const agoMs = performance.now() - retried.at;
      return retried.seen === undefined
        ? agoMs < unseenMs
        : agoMs < settlingMs && markOf(execution) === retried.seen;
    }

    async function result(options?: ResultOptions): Promise<Output> {
      const { timeoutMs, signal, onProgress } = readResultOptions(options);
      const isNew = performance.now() < startedAt + settlingMs;
      return new Promise<Output>((resolve, reject) => {
        let forget = () => {};
        const wait = {
          workflowId,
          executionId: id,
          show,
          visibleBy: startedAt + settlingMs,
          isStale,
          timeoutMs,
          onProgress,
          onSuccess: (output: unknown) => {
            forget();
            resolve(output as Output);
          },
          onFailure: (error: FunctionGraphError) => {
            forget();
            reject(error);
          },
        };
        const waiter = new Waiter(wait);
        const stop = polling.start(waiter, isNew ? jitter(firstPollMs) : 0, timeoutMs);
        const onAbort = () => {
          stop();
          waiter.abort(signal && reasonOf(signal));
        };
        if (signal) forget = listenTo(signal, onAbort);
      });
    }

    return {
      workflowId,
      id,
      describe: async (options) => (await show(options)).execution,
      result,
      stop: async (options) => {
        await call("stopWorkFlow", request, options);
      },
      retry: async (options) => {
        const before = retried;
        // Before it is sent, as its response may be lost.
        retried = { seen: lastSeen, at: performance.now() };
        try {
          await call("retryWorkFlow", request, options);
        } catch (error) {
          if (isA(error, FunctionGraphError) && !error.mayHaveStarted) retried = before;
          throw error;
        }
      },
      toJSON: () => ({ workflowId, id }),
    };
  }

  return {
    start: async <Output>(workflowId: string, input: Input, options?: StartOptions) => {
      const { headers, header, ...callOptions } = reading("start", () => ({
        headers: options?.headers,
        header: options?.header,
        signal: options?.signal,
        timeoutMs: options?.timeoutMs,
        retry: options?.retry,
      }));
      const { data } = await call(
        "startWorkflowExecution",
        { path: { workflow_id: workflowId }, header, body: { input, headers } },
        callOptions,
      );
      const { execution_id } = data as StartWorkflowExecutionResponse;
      return handle<Output>(workflowId, execution_id, performance.now());
    },
    execution: (workflowId, executionId) => handle(workflowId, executionId, -Infinity),
  };
}
