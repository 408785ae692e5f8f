import { ConfigurationError } from "../errors.js";
import type { WireHeaders } from "../runtime/types.js";

export interface RetryOptions {
  /** Maximum number of attempts, including the first; 1 turns retries off. @default 3 */
  attempts?: number;
  /**
   * Also retries requests that may have been carried out: after a broken connection, or a 500, 502, 503 or
   * 504. **This can start a workflow twice.** @default false
   */
  mayStartTwice?: boolean;
}

/** Why a request is retried. */
export type RetryReason =
  "not connected" | "throttled" | "clock corrected" | "connection lost" | "server error";

/** Full jitter: a random delay from 0 to a bound that doubles with each attempt. */
const firstBoundMs: Record<RetryReason, number> = {
  "not connected": 100,
  // "Wait 2 to 5 seconds" is the vendor's advice on APIG.0308.
  throttled: 4_000,
  "clock corrected": 0,
  "connection lost": 200,
  "server error": 500,
};
const longestBoundMs = 20_000;

/** Milliseconds until the next attempt: what the server asks for, or full jitter. */
export function retryDelayMs(
  reason: RetryReason,
  attempts: number,
  headers: WireHeaders | undefined,
): number {
  const asked = reason === "throttled" || reason === "server error" ? retryAfterMs(headers) : undefined;
  const bound = Math.min(longestBoundMs, firstBoundMs[reason] * 2 ** (attempts - 1));
  return asked ?? Math.random() * bound;
}

/** `Retry-After` as in RFC 9110: whole seconds, or a future date. Anything else is ignored. */
export function retryAfterMs(headers: Pick<WireHeaders, "get"> | undefined): number | undefined {
  const value = headers?.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d{1,10}$/.test(value)) return Number(value) * 1000;
  const ms = /^[A-Z][a-z]+, /.test(value) ? Date.parse(value) - Date.now() : NaN;
  return ms > 0 ? ms : undefined;
}

/** @throws {ConfigurationError} unless attempts is a positive whole number */
export function checkRetry(options: RetryOptions | undefined): Required<RetryOptions> {
  const { attempts = 3, mayStartTwice = false } = options ?? {};
  if (Number.isSafeInteger(attempts) && attempts > 0)
    return { attempts, mayStartTwice: mayStartTwice === true };
  throw new ConfigurationError("retry.attempts must be a whole number of at least 1; 1 turns retries off.");
}
