import {
  AbortError,
  ConnectionError,
  CredentialsError,
  FunctionGraphError,
  type FailureFacts,
  TimeoutError,
  UnexpectedResponseError,
} from "../errors.js";
import { ResponseTooLarge } from "../runtime/types.js";
import { adviceOf, factsOf, type Call } from "./call.js";
import { isA, textAt, valueAt } from "../foreign.js";
import { withoutSecrets } from "./cause.js";
import type { Scrub } from "./scrub.js";

/** How much of a foreign error's text goes into a message. */
const maxWords = 500;

/** Turns a failure without a response into one of this package's errors. */
export function nameFailure(error: unknown, call: Call): FunctionGraphError {
  const { operationId, origin, progress, deadline } = call;
  const truth = factsOf(call);
  if (isA(error, FunctionGraphError) && hasFacts(error, truth)) return error;
  const facts = { ...truth, cause: withoutSecrets(error, progress.scrub) };
  const advice = adviceOf(call);
  if (isA(error, FunctionGraphError)) {
    // What a credentials source or a middleware throws may tell of another call, or lack this call's attempts.
    const Type = isA(error, CredentialsError) ? CredentialsError : FunctionGraphError;
    return new Type(`${operationId}: ${explainConnection(error, progress.scrub)}${advice}`, facts);
  }
  const waiting = progress.waitingFor ? `, waiting for ${progress.waitingFor}` : "";
  if (deadline.ending?.by === "timeout") {
    return new TimeoutError(
      `${operationId} timed out after ${deadline.timeoutMs} ms${waiting}.${advice}`,
      facts,
    );
  }
  if (deadline.ending?.by === "caller") {
    const { reason: cause } = deadline.ending;
    return new AbortError(`${operationId} was aborted by the caller${waiting}.${advice}`, {
      ...facts,
      cause,
    });
  }
  if (isA(error, ResponseTooLarge)) {
    const response = { status: error.status, body: "" };
    return new UnexpectedResponseError(`${operationId}: ${error.message}.${advice}`, response, facts);
  }
  return new ConnectionError(
    `${operationId}: the request to ${origin} failed: ${explainConnection(error, progress.scrub)}.${advice}`,
    facts,
  );
}

/** What a method rejects with when a middleware throws or returns something unusable. */
export function nameMiddlewareFailure(error: unknown, call: Call): FunctionGraphError {
  if (isA(error, FunctionGraphError) || call.deadline.ending) return nameFailure(error, call);
  const { scrub } = call.progress;
  const facts = { ...factsOf(call), cause: withoutSecrets(error, scrub) };
  const message = `${call.operationId}: a middleware failed: ${explainConnection(error, scrub)}.${adviceOf(call)}`;
  return new FunctionGraphError(message, facts);
}

/** The runtime's error in words. A `fetch` or middleware may throw anything, even what throws when read. */
function explainConnection(error: unknown, scrub: Scrub): string {
  const root = rootOf(error);
  const code = textAt(root, "code");
  const known = code !== undefined && Object.hasOwn(explanations, code) ? explanations[code] : undefined;
  const said = known ?? textAt(root, "message") ?? (typeof root === "string" ? root : "no reason was given");
  return scrub(said, maxWords);
}

/** Whether an error tells the truth about this call. */
const hasFacts = (
  error: FunctionGraphError,
  { attempts, mayHaveStarted, requestId }: FailureFacts,
): boolean =>
  error.attempts === attempts && error.mayHaveStarted === mayHaveStarted && error.requestId === requestId;

/** The innermost error: `fetch` hides the real reason in `cause`. */
function rootOf(error: unknown): unknown {
  let root = error;
  for (let depth = 0; depth < 10; depth++) {
    const cause = valueAt(root, "cause");
    if (!isA(cause, Error)) break;
    root = cause;
  }
  return root;
}

const explanations: Record<string, string> = {
  ENOTFOUND: "the host name could not be resolved; check region, endpoint and DNS",
  EAI_AGAIN: "the host name cannot be resolved at the moment; check the network and DNS",
  ECONNREFUSED: "the connection was refused; check endpoint and port",
  ECONNRESET: "the connection was reset",
  EPIPE: "the connection was closed while the request was being sent",
  ERR_INVALID_PROTOCOL: "the agent is for another protocol; an https endpoint needs an https.Agent",
  ETIMEDOUT: "the connection could not be made in time",
};
