import type { RetryReason } from "./retry.js";

/** What is told of each request; never a header or a body. */
export interface RequestEvent {
  /** The contract's operationId, or "ProjectLookup". */
  operation: string;
  method: string;
  url: string;
  /** From 1 on. */
  attempt: number;
}

export interface ResponseEvent extends RequestEvent {
  /** HTTP status; `undefined` when no answer came. */
  status: number | undefined;
  requestId: string | undefined;
  /** Milliseconds from sending to the answer's last byte, or to the failure. */
  durationMs: number;
}

export interface RetryEvent extends RequestEvent {
  reason: RetryReason;
  /** Milliseconds until the next attempt. */
  delayMs: number;
  /** Milliseconds that this machine's clock is behind the gateway's, for `clock corrected`. */
  clockOffsetMs?: number;
}

/** Called as things happen, for logs and metrics. What they throw is ignored; they cannot change a call. */
export interface Hooks {
  onRequest?(event: RequestEvent): void;
  onResponse?(event: ResponseEvent): void;
  onRetry?(event: RetryEvent): void;
}

/** Tells a hook, where there is one, and holds the call clear of what it does. */
export function tell<Name extends keyof Hooks>(
  hooks: Hooks,
  name: Name,
  event: () => Parameters<NonNullable<Hooks[Name]>>[0],
): void {
  try {
    // Called on its object: a logger's method needs its `this`.
    const result: unknown = hooks[name]?.(event() as never);
    if (result instanceof Promise) result.catch(() => {});
  } catch {
    // A log that fails is no reason for a call to fail.
  }
}
