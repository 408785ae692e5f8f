import { ApiError } from "../errors.js";
import { factsOf, type Call } from "../exchange/call.js";
import { retryAfterMs } from "../exchange/retry.js";
import { readErrorBody, type ReadResponse } from "./response.js";

/** How much of the server's text goes into a message or a code, in UTF-16 units. */
const maxMessageLength = 1_000;
const maxCodeLength = 100;

/** The error for a 4xx or 5xx response. */
export function apiError(
  { status, headers }: Pick<ReadResponse, "status" | "headers"> | Response,
  body: unknown,
  call: Call,
): ApiError {
  const { code, message, requestId } = readErrorBody(body);
  call.progress.requestId ??= requestId?.slice(0, maxCodeLength);
  const facts = factsOf(call);
  const shortCode = code?.slice(0, maxCodeLength);
  const said = [shortCode, message?.slice(0, maxMessageLength)].filter(Boolean).join(": ");
  const text = [
    `${call.operationId} failed with status ${status}${said && `, ${said}`}`.replace(/\.?$/, "."),
    call.progress.refusal,
    advice[status],
    facts.mayHaveStarted && "The service may have carried it out: check before you send it again.",
    facts.requestId && `Request id ${facts.requestId}.`,
  ];
  const response = { status, code: shortCode, body, retryAfterMs: retryAfterMs(headers) };
  return new ApiError(text.filter(Boolean).join(" "), response, facts);
}

const advice: Record<number, string> = {
  401: "Check the access key and this machine's clock; after five wrong signatures the gateway locks the key for five minutes.",
  403: "The key's owner may not call this operation: grant the permission in IAM.",
  429: "The rate limit was exceeded: wait 2 to 5 seconds.",
};
