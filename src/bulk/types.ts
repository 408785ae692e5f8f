import type { FreeFormObject } from "../../generated/contract.js";

/** One input of a list: what one execution is started with. */
export interface BulkInput {
  /**
   * Tells inputs apart, in this run and in later ones with the same journal. Pass the id that your data has.
   *
   * 1 to 1,000 characters. @default the input's place in the list: `#1`, `#2`, …
   */
  key?: string | undefined;
  /** Input of the execution. */
  input: FreeFormObject;
  /** Headers of the execution, as in the body of StartWorkflowExecution. */
  headers?: FreeFormObject | undefined;
}

export interface StartManyOptions {
  /**
   * Path of the file that keeps account of every start, made if it is not there; another of the same name and
   * `.lock` is made beside it. Keep both on a local disk. A later run with the same journal starts only what
   * certainly was not started.
   *
   * `false` goes without: inputs are started at most once only within this run, and a second run starts all of
   * them again.
   */
  journal: string | false;
  /**
   * How many starts a second, at most. The gateway allows 200 a second for all callers of an API together. When
   * it refuses a start for that reason, the rate is halved, and then rises again. @default 100
   */
  rate?: number | undefined;
  /** How many starts may be in flight; with `wait`, how many executions may run. @default 20 */
  concurrency?: number | undefined;
  /** Whether to wait for the result of each execution. @default false */
  wait?: boolean | undefined;
  /** How many inputs there are, for the time left. @default the length of an array */
  total?: number | undefined;
  /** Stops the run if nothing has got through for so long, in milliseconds. @default 120000 */
  giveUpAfterMs?: number | undefined;
  /**
   * Stops the run: nothing more is sent, what is in flight is waited for (results are not), and the run rejects
   * with a `RunStoppedError`.
   */
  signal?: AbortSignal | undefined;
  /**
   * Called with the outcome of each input that was read, one at a time. The next waits for the promise that it
   * returns, and so does the run. If it fails, the run stops.
   */
  onOutcome?: ((outcome: Outcome) => unknown) | undefined;
  /** Called four times a second, and at the end. What it throws is ignored. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** What became of an input. Plain data, which JSON keeps. */
export interface Outcome {
  key: string;
  /**
   * - `started`: once, as `executionId`.
   * - `refused`: not started, and it would be refused again.
   * - `unknown`: it may have been started. It is never sent again, unless you ask for it with `resend`.
   * - `unsent`: not started. The next run sends it.
   */
  outcome: "started" | "refused" | "unknown" | "unsent";
  executionId?: string;
  /** With `wait`: how the execution ended. Missing if that could not be found out; the next run asks again. */
  status?: string;
  /** With `wait`: the output of an execution that succeeded. */
  output?: unknown;
  /** Why it was not started, is unknown, or failed. */
  error?: OutcomeError;
  /** When it was sent, if it was started or may have been, as ISO 8601. */
  sentAt?: string;
  /** When this was known, as ISO 8601. */
  at: string;
  /** Which input of the list it is, from 1. */
  position?: number;
  /** Whether the journal has it from an earlier run. */
  earlier?: boolean;
}

/** What is kept of an error. */
export interface OutcomeError {
  /** Such as `ApiError`. */
  name: string;
  message: string;
  /** HTTP status of an `ApiError`. */
  status?: number;
  /** Such as `FGS.5002`. */
  code?: string;
  requestId?: string;
  /** Nodes of a failed execution that failed. */
  failedNodes?: unknown;
}

export interface Counts {
  /** Inputs that were read. */
  inputs: number;
  started: number;
  refused: number;
  unknown: number;
  unsent: number;
  /** How many of these the journal had from earlier runs. */
  earlier: number;
  /** Inputs that came a second time, with the same key, and were passed over. */
  repeated: number;
  /** With `wait`: how many executions ended with each status. */
  statuses: Record<string, number>;
}

export interface Progress extends Counts {
  inFlight: number;
  total: number | undefined;
  /** Starts a second that are allowed at the moment. */
  rate: number;
  /** Inputs a second since the run began, without those of earlier runs. */
  perSecond: number;
  /** `undefined` if there is no total, or nothing to go by yet. */
  secondsLeft: number | undefined;
}

export interface Summary extends Counts {
  durationMs: number;
  /** The first 1,000 unknown ones. `readJournal` has them all. */
  unknowns: Outcome[];
}
