import type { CredentialsSource } from "../credentials/types.js";
import type { FailureFacts } from "../errors.js";
import type { Transport } from "../runtime/types.js";
import { checkSignal, checkTimeout, type Deadline } from "./deadline.js";
import type { Hooks } from "./hooks.js";
import type { Scrub } from "./scrub.js";
import { checkRetry, type RetryOptions } from "./retry.js";

/** What all calls of a client share. */
export interface Settings {
  credentials: CredentialsSource;
  transport: Transport;
  /** Node only: the agent to connect with. */
  agent: object | undefined;
  retry: Required<RetryOptions>;
  hooks: Hooks;
  /** How far this machine's clock is behind the gateway's, learnt from a refusal. */
  clock: { offsetMs: number };
}

/** One call: its operation, progress and deadline. */
export interface Call {
  settings: Settings;
  /** The operation, for errors and hooks. */
  operationId: string;
  /** Whether the operation only reads, so retrying it is harmless. */
  safe: boolean;
  /** The only origin that the credentials may be sent to. */
  origin: string;
  /** Signed as `X-Project-Id`. */
  projectId: string | undefined;
  deadline: Deadline;
  progress: Progress;
}

/** How far a call has got. */
export interface Progress {
  attempts: number;
  /** Whether the last attempt may have been carried out. */
  sent: boolean;
  /** Whether an earlier attempt may have been carried out. */
  sentBefore: boolean;
  /** What the call is waiting for, other than the service itself. */
  waitingFor: string | undefined;
  clockCorrected: boolean;
  /** The gateway's request id of the last attempt, if it sent one. */
  requestId: string | undefined;
  /** Removes the last attempt's credentials from text that others wrote. */
  scrub: Scrub;
  /** Why the signature was refused, if known. */
  refusal: string | undefined;
}

export const newProgress = (): Progress => ({
  attempts: 0,
  sent: false,
  sentBefore: false,
  waitingFor: undefined,
  clockCorrected: false,
  requestId: undefined,
  scrub: (text) => text,
  refusal: undefined,
});

/** Options for one call. */
export interface CallOptions {
  /** Aborts the call, which rejects with an `AbortError`; its `cause` is the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Time limit of this call, in milliseconds. @default the client's `timeoutMs` */
  timeoutMs?: number | undefined;
  /** What to retry in this call. @default the client's `retry` */
  retry?: RetryOptions | undefined;
}

/** @throws {ConfigurationError} if an option is invalid */
export function readCallOptions(
  options: CallOptions | undefined,
  defaultTimeoutMs: number,
): { signal: AbortSignal | undefined; timeoutMs: number; retry: Required<RetryOptions> | undefined } {
  // Not spread: the signal of an AbortController, which fits here too, is a getter.
  const [signal, timeoutMs, retry] = [options?.signal, options?.timeoutMs, options?.retry];
  return {
    signal: checkSignal(signal),
    timeoutMs: timeoutMs === undefined ? defaultTimeoutMs : checkTimeout(timeoutMs),
    retry: retry && checkRetry(retry),
  };
}

/** What an error tells about the failed call. */
export const factsOf = ({ progress, safe }: Call) =>
  ({
    attempts: progress.attempts,
    mayHaveStarted: !safe && (progress.sent || progress.sentBefore),
    requestId: progress.requestId,
  }) satisfies FailureFacts;

/** The last sentence of a message: whether the request may have been carried out. */
export const adviceOf = (call: Call): string =>
  factsOf(call).mayHaveStarted
    ? " The service may have carried it out: check before you send it again."
    : " Nothing was carried out.";
