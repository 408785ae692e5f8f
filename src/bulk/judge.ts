import { textAt, valueAt } from "../foreign.js";
import { messageOf } from "./failures.js";
import type { OutcomeError } from "./types.js";

/**
 * What follows from a failed start:
 * - `unknown`: it may have been carried out, and is never sent again.
 * - `again`: nothing was carried out, for a reason that can pass.
 * - `refused`: nothing was carried out, and nothing would be the next time.
 * - `stop`: nothing was carried out, and every other start would fail as well. Five wrong signatures lock a key.
 */
export type Verdict = "unknown" | "again" | "refused" | "stop";

/** By an error's facts and not its class, which another copy of this package may have made. */
export function judge(error: unknown): Verdict {
  if (valueAt(error, "mayHaveStarted") !== false) return "unknown";
  const status = valueAt(error, "status");
  if (status === 401 || status === 403) return "stop";
  if (status === 429) return "again";
  const name = textAt(error, "name");
  if (name === "ConnectionError" || name === "TimeoutError") return "again";
  if (name === "ApiError" || name === "InvalidRequestError" || name === "UnexpectedResponseError") {
    return "refused";
  }
  // Configuration, credentials, the project lookup; a middleware that fails.
  return "stop";
}

const maxMessageLength = 500;

/** What is kept of an error: its `cause` and the body of a response are not. */
export function factsOf(error: unknown): OutcomeError {
  const status = valueAt(error, "status");
  const code = textAt(error, "code");
  const requestId = textAt(error, "requestId");
  const failedNodes = valueAt(error, "failedNodes");
  return {
    name: textAt(error, "name") ?? "Error",
    message: messageOf(error).slice(0, maxMessageLength),
    ...(typeof status === "number" && { status }),
    ...(code !== undefined && { code }),
    ...(requestId !== undefined && { requestId }),
    ...(failedNodes !== undefined && { failedNodes }),
  };
}
