import type { ShowWorkflowExecutionResponse } from "../generated/operations.js";
import {
  AbortError,
  ApiError,
  ConnectionError,
  ExecutionFailedError,
  FunctionGraphError,
  TimeoutError,
  UnexpectedResponseError,
  type FailedNode,
} from "./errors.js";
import type { CallOptions } from "./exchange/call.js";
import { isA, textAt } from "./foreign.js";
import type { Poller } from "./polling.js";

/** How an execution is doing, as of the last poll. */
export interface ExecutionProgress {
  /** Status of the execution; `undefined` until it was seen. New ones may appear. */
  status: string | undefined;
  /** The execution as it was last seen. */
  execution: ShowWorkflowExecutionResponse | undefined;
  /** Why the last poll failed, if it did; the waiting goes on. */
  error: FunctionGraphError | undefined;
  /** How many polls were made. */
  polls: number;
  /** Milliseconds since the waiting began. */
  elapsedMs: number;
}

/** Of an execution and of the one who waits for it. */
export interface Wait {
  workflowId: string;
  executionId: string;
  /** Reads the execution. */
  show: (options: CallOptions) => Promise<ShowWorkflowExecutionResponse>;
  /** Until when a 404 only means that the execution is not visible yet, as of `performance.now()`. */
  visibleBy: number;
  /** Whether what was read is from before a retry. */
  isStale: (execution: ShowWorkflowExecutionResponse) => boolean;
  timeoutMs: number;
  onProgress: ((progress: ExecutionProgress) => void) | undefined;
  onSuccess: (output: unknown) => void;
  onFailure: (error: FunctionGraphError) => void;
}

/** Milliseconds until the second poll; each delay is longer than the last. */
const firstDelayMs = 500;
const growth = 1.5;
const longestDelayMs = 10_000;

/** After so many milliseconds of nothing but failures, waiting fails too. */
const patienceMs = 300_000;

/** The statuses that an execution ends with, other than success (ShowWorkflowExecution's page). */
const failures = ["fail", "timeout", "cancel"];

/** Between 75 and 100 %, so that those who began together do not go on together. */
export const jitter = (ms: number): number => ms * (0.75 + Math.random() / 4);

/** Waits for one execution's end, one poll after another. */
export class Waiter implements Poller {
  readonly #wait: Wait;
  readonly #began = performance.now();
  /** Since when there were only failures. */
  #failingSince: number | undefined;
  #polls = 0;
  #delayMs = firstDelayMs;
  #last: ShowWorkflowExecutionResponse | undefined;
  /** Of the poll in flight. */
  #controller: AbortController | undefined;

  constructor(wait: Wait) {
    this.#wait = wait;
  }

  async poll(): Promise<number | undefined> {
    this.#controller = new AbortController();
    this.#polls++;
    let execution: ShowWorkflowExecutionResponse;
    try {
      execution = await this.#wait.show({ signal: this.#controller.signal });
    } catch (error) {
      return this.#failed(error as FunctionGraphError);
    }
    this.#failingSince = undefined;
    this.#last = execution;
    this.#tell(undefined);
    if (execution.status === "success") {
      this.#wait.onSuccess(execution.output);
      return undefined;
    }
    if (failures.includes(execution.status) && !this.#wait.isStale(execution)) {
      this.#wait.onFailure(this.#executionFailed(execution));
      return undefined;
    }
    return this.#nextDelay();
  }

  #failed(error: FunctionGraphError): number | undefined {
    const now = performance.now();
    this.#failingSince ??= now;
    const isNew = isA(error, ApiError) && error.status === 404 && !this.#last;
    const goesOn = isNew
      ? now < this.#wait.visibleBy
      : canPass(error) && now - this.#failingSince < patienceMs;
    if (!goesOn) {
      this.#wait.onFailure(isA(error, ApiError) && error.status === 404 ? this.#notFound(error) : error);
      return undefined;
    }
    this.#tell(isNew ? undefined : error);
    return Math.max(this.#nextDelay(), (isA(error, ApiError) && error.retryAfterMs) || 0);
  }

  onDeadline(): void {
    const { executionId, timeoutMs } = this.#wait;
    this.#controller?.abort();
    const seen = this.#last ? `its status was ${this.#last.status}` : "it was not seen";
    this.#wait.onFailure(
      new TimeoutError(
        `Waiting for execution ${executionId} took longer than ${timeoutMs} ms; ${seen}. The execution goes on: wait again, or stop it.`,
        this.#facts(),
      ),
    );
  }

  abort(cause: unknown): void {
    this.#controller?.abort();
    const { executionId } = this.#wait;
    this.#wait.onFailure(
      new AbortError(
        `Waiting for execution ${executionId} was aborted by the caller. The execution goes on: wait again, or stop it.`,
        { ...this.#facts(), cause },
      ),
    );
  }

  /** The execution was started, whatever came of the waiting. */
  #facts() {
    return { attempts: this.#polls, mayHaveStarted: true };
  }

  #nextDelay(): number {
    const delayMs = this.#delayMs;
    this.#delayMs = Math.min(longestDelayMs, delayMs * growth);
    return jitter(delayMs);
  }

  /** What the caller's function throws must not disturb the waiting. */
  #tell(error: FunctionGraphError | undefined): void {
    try {
      const result = this.#wait.onProgress?.({
        status: this.#last?.status,
        execution: this.#last,
        error,
        polls: this.#polls,
        elapsedMs: performance.now() - this.#began,
      }) as PromiseLike<unknown> | undefined;
      if (typeof result?.then === "function") result.then(undefined, () => {});
    } catch {
      // As hooks do.
    }
  }

  #executionFailed(execution: ShowWorkflowExecutionResponse): ExecutionFailedError {
    const { workflowId, executionId } = this.#wait;
    const { status, output } = execution;
    const failedNodes = failedNodesOf(execution);
    const why = failedNodes.map(({ id, name, message }) => `${name ?? id}: ${message}`).join("; ");
    const what = { fail: "failed", timeout: "timed out", cancel: "was stopped" }[status as string];
    return new ExecutionFailedError(
      `Execution ${executionId} of workflow ${workflowId} ${what}${why && `: ${why}`}`.replace(/\.?$/, "."),
      { status, output, failedNodes, workflowId, executionId },
      this.#facts(),
    );
  }

  #notFound(error: ApiError): ApiError {
    const { attempts, requestId, cause } = error;
    const message = `${error.message} If the workflow is an express workflow: it keeps no history, so its executions cannot be looked up; startSyncWorkflowExecution returns their result.`;
    return new ApiError(message, error, { attempts, requestId, cause });
  }
}

/** Whether a later poll may succeed. A refused key is locked after five tries. */
function canPass(error: FunctionGraphError): boolean {
  if (isA(error, ApiError)) return error.status === 408 || error.status === 429 || error.status >= 500;
  return [ConnectionError, TimeoutError, UnexpectedResponseError].some((type) => isA(error, type));
}

const maxMessageLength = 500;

/** Nodes whose last run did not succeed. The service may leave out whatever is not required. */
function failedNodesOf({ node_execution_details: nodes }: ShowWorkflowExecutionResponse): FailedNode[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node) => {
    const last = Array.isArray(node?.executions) ? node.executions.at(-1) : undefined;
    if (!last?.status || !failures.includes(last.status)) return [];
    const { error_message: error } = last;
    const text = typeof error === "string" ? error : error === undefined ? "" : JSON.stringify(error);
    const message = text.slice(0, maxMessageLength) || last.status;
    return [{ id: textAt(node, "node_id") ?? "", name: textAt(node, "node_name"), message }];
  });
}
