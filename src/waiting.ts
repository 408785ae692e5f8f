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
import { callQuietly } from "./exchange/hooks.js";
import type { Scrub } from "./exchange/scrub.js";
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
  /** Reads the execution, and keeps secrets out of what others wrote. */
  show: (options: CallOptions) => Promise<{ execution: ShowWorkflowExecutionResponse; scrub: Scrub }>;
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
    let shown: Awaited<ReturnType<Wait["show"]>>;
    try {
      shown = await this.#wait.show({ signal: this.#controller.signal });
    } catch (error) {
      return this.#failed(error as FunctionGraphError);
    }
    const { execution, scrub } = shown;
    this.#failingSince = undefined;
    this.#last = execution;
    this.#tell(undefined);
    if (execution.status === "success") {
      this.#wait.onSuccess(execution.output);
      return undefined;
    }
    if (failures.includes(execution.status) && !this.#wait.isStale(execution)) {
      this.#wait.onFailure(this.#executionFailed(execution, scrub));
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
    const asked = (isA(error, ApiError) && error.retryAfterMs) || 0;
    return Math.max(this.#nextDelay(), Math.min(asked, this.#failingSince + patienceMs - now));
  }

  onError(cause: unknown): void {
    const message = `Waiting for execution ${this.#wait.executionId} failed: the response could not be read.`;
    this.#wait.onFailure(new FunctionGraphError(message, { ...this.#facts(), cause }));
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

  #tell(error: FunctionGraphError | undefined): void {
    callQuietly(() =>
      this.#wait.onProgress?.({
        status: this.#last?.status,
        execution: this.#last,
        error,
        polls: this.#polls,
        elapsedMs: performance.now() - this.#began,
      }),
    );
  }

  #executionFailed(execution: ShowWorkflowExecutionResponse, scrub: Scrub): ExecutionFailedError {
    const { workflowId, executionId } = this.#wait;
    const { status, output } = execution;
    const failedNodes = failedNodesOf(execution, scrub);
    const said = failedNodes
      .slice(0, maxNodesNamed)
      .map(({ id, name, message }) => `${name ?? (id || "a node")}: ${message}`);
    const others = failedNodes.length - said.length;
    const why = [...said, ...(others > 0 ? [`${others} more`] : [])].join("; ");
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

/** Of a node's message and of its name, in UTF-16 units; and how many nodes an error's message names. */
const maxMessageLength = 500;
const maxNameLength = 100;
const maxNodesNamed = 5;

/** Nodes whose last run did not succeed. The service may leave out whatever is not required. */
function failedNodesOf(
  { node_execution_details: nodes }: ShowWorkflowExecutionResponse,
  scrub: Scrub,
): FailedNode[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node) => {
    const last = Array.isArray(node?.executions) ? node.executions.at(-1) : undefined;
    if (!last?.status || !failures.includes(last.status)) return [];
    const name = textAt(node, "node_name");
    return [
      {
        id: scrub(textAt(node, "node_id") ?? "", maxNameLength),
        name: name && scrub(name, maxNameLength),
        message: scrub(textOf(last.error_message), maxMessageLength) || last.status,
      },
    ];
  });
}

/** Any JSON as text; the service may nest it more deeply than can be written. */
function textOf(error: unknown): string {
  if (typeof error === "string") return error;
  try {
    return JSON.stringify(error) ?? "";
  } catch {
    return "its error is nested too deeply to be shown";
  }
}
