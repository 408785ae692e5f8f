import { ConfigurationError } from "../errors.js";
import type { AnswerHeaders } from "../runtime/types.js";

export interface RetryOptions {
  /** Attempts in all, the first one included; 1 repeats nothing. @default 3 */
  attempts?: number;
  /**
   * Also repeats calls that may have been carried out: those whose connection broke, and those that
   * were answered with 500, 502, 503 or 504. **This can start a workflow twice.** @default false
   */
  mayStartTwice?: boolean;
}

/** Why a request is sent again. */
export type RetryReason =
  "not connected" | "throttled" | "clock corrected" | "connection lost" | "server error";

/** Full jitter: anything from nothing to a bound that doubles with each attempt. */
const firstBoundMs: Record<RetryReason, number> = {
  "not connected": 100,
  // "Wait 2 to 5 seconds" is the vendor's advice on APIG.0308.
  throttled: 4_000,
  "clock corrected": 0,
  "connection lost": 200,
  "server error": 500,
};
const longestBoundMs = 20_000;

/** Milliseconds to wait before the next attempt: what the server asks for, or full jitter. */
export function retryDelayMs(
  reason: RetryReason,
  attempts: number,
  headers: AnswerHeaders | undefined,
): number {
  const asked = reason === "throttled" || reason === "server error" ? retryAfterMs(headers) : undefined;
  const bound = Math.min(longestBoundMs, firstBoundMs[reason] * 2 ** (attempts - 1));
  return asked ?? Math.random() * bound;
}

/** `Retry-After`, as seconds or as a date; `undefined` where there is none that can be read. */
function retryAfterMs(headers: AnswerHeaders | undefined): number | undefined {
  const value = headers?.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

/** @throws {ConfigurationError} for attempts that are no positive whole number */
export function checkRetry(options: RetryOptions | undefined): Required<RetryOptions> {
  const { attempts = 3, mayStartTwice = false } = options ?? {};
  if (Number.isSafeInteger(attempts) && attempts > 0)
    return { attempts, mayStartTwice: mayStartTwice === true };
  throw new ConfigurationError("retry.attempts has to be a whole number from 1 on; 1 repeats nothing.");
}
