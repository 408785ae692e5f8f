import type { CredentialsSource } from "../credentials/types.js";
import type { FailureFacts } from "../errors.js";
import type { Transport } from "../runtime/types.js";
import { checkSignal, checkTimeout, type Deadline } from "./deadline.js";
import type { Hooks } from "./hooks.js";
import type { RetryOptions } from "./retry.js";

/** What all calls of a client have in common. */
export interface Settings {
  credentials: CredentialsSource;
  transport: Transport;
  /** On Node: the agent to connect with. */
  agent: object | undefined;
  retry: Required<RetryOptions>;
  hooks: Hooks;
  /** How far this machine's clock is behind the gateway's, learnt from a refusal. */
  clock: { offsetMs: number };
}

/** One call: what the caller asked for, its attempts, and the time they have. */
export interface Call {
  settings: Settings;
  /** The operation, for errors and hooks. */
  operationId: string;
  /** Whether the operation only reads, so that repeating it does no harm. */
  safe: boolean;
  /** The only origin that the credentials may be sent to. */
  origin: string;
  /** Signed as `X-Project-Id`. */
  projectId: string | undefined;
  deadline: Deadline;
  progress: Progress;
}

/** What has become of a call so far. */
export interface Progress {
  attempts: number;
  /** Whether the last attempt may have been carried out. */
  sent: boolean;
  /** Whether an attempt before it may have been carried out. */
  sentBefore: boolean;
  /** What is waited for, other than the service. */
  waitingFor: string | undefined;
  clockCorrected: boolean;
  /** The gateway's id of the last request that it answered. */
  requestId: string | undefined;
  /** Why the signature was refused, where that can be told. */
  refusal: string | undefined;
}

export const newProgress = (): Progress => ({
  attempts: 0,
  sent: false,
  sentBefore: false,
  waitingFor: undefined,
  clockCorrected: false,
  requestId: undefined,
  refusal: undefined,
});

/** What a caller can set for one call. */
export interface CallOptions {
  /** Ends the call, which then rejects with an `AbortError` whose `cause` is the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that this call may take in all. @default the client's `timeoutMs` */
  timeoutMs?: number | undefined;
}

/** @throws {ConfigurationError} for a signal or a timeout that is none */
export function readCallOptions(
  options: CallOptions | undefined,
  timeoutMs: number,
): { signal: AbortSignal | undefined; timeoutMs: number } {
  const { signal, timeoutMs: own } = { ...options };
  return { signal: checkSignal(signal), timeoutMs: own === undefined ? timeoutMs : checkTimeout(own) };
}

/** What an error says of the call that failed. */
export const factsOf = ({ progress, safe }: Call) =>
  ({
    attempts: progress.attempts,
    mayHaveStarted: !safe && (progress.sent || progress.sentBefore),
    requestId: progress.requestId,
  }) satisfies FailureFacts;

/** The last sentence of a message: what the caller can count on. */
export const adviceOf = (call: Call): string =>
  factsOf(call).mayHaveStarted
    ? " The service may have carried it out: check before you send it again."
    : " Nothing was carried out.";
