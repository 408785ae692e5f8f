import type { RetryReason } from "./retry.js";

/** What hooks are told about each request; never a header or body. */
export interface RequestEvent {
  /** The contract's operationId, or "ProjectLookup". */
  operation: string;
  method: string;
  url: string;
  /** Counts from 1. */
  attempt: number;
}

export interface ResponseEvent extends RequestEvent {
  /** HTTP status; `undefined` if there was no response. */
  status: number | undefined;
  requestId: string | undefined;
  /** Milliseconds from sending to the response's last byte, or to the failure. */
  durationMs: number;
}

export interface RetryEvent extends RequestEvent {
  reason: RetryReason;
  /** Milliseconds until the next attempt. */
  delayMs: number;
  /** Milliseconds that this machine's clock is behind the gateway's, for `clock corrected`. */
  clockOffsetMs?: number;
}

/** Called as a call proceeds, for logs and metrics. They cannot change it; what they throw is ignored. */
export interface Hooks {
  onRequest?(event: RequestEvent): void;
  onResponse?(event: ResponseEvent): void;
  onRetry?(event: RetryEvent): void;
}

/** Calls a hook, if there is one, and ignores its failure. */
export function tell<Name extends keyof Hooks>(
  hooks: Hooks,
  name: Name,
  event: () => Parameters<NonNullable<Hooks[Name]>>[0],
): void {
  // Called as a method: a logger may need its `this`.
  callQuietly(() => hooks[name]?.(event() as never));
}

/** A failing log must not fail the call, whether it throws or returns a promise of any make that rejects. */
export function callQuietly(listener: () => unknown): void {
  try {
    const result = listener() as PromiseLike<unknown> | undefined;
    // What a `then` of another make returns may reject, too.
    if (typeof result?.then === "function") Promise.resolve(result.then(undefined, () => {})).catch(() => {});
  } catch {
    // Nobody to tell.
  }
}
