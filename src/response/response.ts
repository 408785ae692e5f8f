import type { Descriptor } from "../../generated/operations.js";
import { ApiError, UnexpectedResponseError, type FailureFacts } from "../errors.js";
import { findings } from "../request/guard.js";
import { isSuccess, provesNothingRan, type Answered } from "../exchange/exchange.js";
import type { Answer, AnswerHeaders } from "../runtime/types.js";

/** How much of a body that nobody expected goes into an error. */
const excerptLength = 1_000;

/** Operations that only read can be repeated without harm. */
export const isSafe = ({ method }: Descriptor): boolean => method === "GET" || method === "HEAD";

/**
 * As much of a `Response` as openapi-fetch asks for, where nobody else looks at it: a real one costs
 * more than all the rest of a call. The body has been read and parsed already.
 */
export class PlainResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly statusText = "";
  readonly headers: AnswerHeaders;
  readonly #body: Uint8Array;
  readonly #value: unknown;

  constructor({ status, headers }: Answer, body: Uint8Array, value: unknown) {
    this.status = status;
    this.ok = isSuccess(status);
    this.headers = headers;
    this.#body = body;
    this.#value = value;
  }

  json(): unknown {
    return this.#value;
  }

  text(): string {
    return decode(this.#body);
  }

  /** The real thing. */
  toResponse(): Response {
    const { status } = this;
    const empty = this.#body.length === 0 || [204, 205].includes(status);
    const headers = this.headers.toHeaders();
    return new Response(empty ? null : (this.#body as Uint8Array<ArrayBuffer>), { status, headers });
  }
}

/**
 * The answer as a response: a success that fits the contract, or a 4xx or 5xx.
 *
 * @throws {UnexpectedResponseError} for anything else
 */
export function readAnswer(answered: Answered, operation: Descriptor): PlainResponse {
  const { answer, scrub, attempts } = answered;
  const { status, headers } = answer;
  const refuse = (problem: string, cause?: unknown): never => {
    const requestId = headers.get("x-request-id");
    throw new UnexpectedResponseError(
      scrub(`${operation.operationId} was answered with ${status}, but ${problem}.`),
      { status, body: scrub(decode(answer.body)).slice(0, excerptLength) },
      {
        cause,
        attempts,
        requestId: requestId === null ? undefined : scrub(requestId),
        mayHaveStarted: answered.mayHaveStarted || !isSafe(operation),
      },
    );
  };

  if (status < 200 || status > 599) refuse("there is no such status here");
  if (status >= 300 && status < 400) {
    refuse("a signed request follows no redirect; check the endpoint, or what stands between");
  }
  return isSuccess(status)
    ? new PlainResponse(answer, answer.body, readSuccess(operation, answered, refuse))
    : new PlainResponse(answer, scrubbedBody(answered), undefined);
}

function readSuccess(
  operation: Descriptor,
  { answer, scrub }: Answered,
  refuse: (problem: string, cause?: unknown) => never,
): unknown {
  const { status, body } = answer;
  const validate = operation.success[status in operation.success ? status : "2XX"];
  if (validate === undefined) refuse("the contract does not know this status");
  if (!validate) return undefined;
  const text = decode(body);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    try {
      // Once more without the credentials: the parser's error quotes what it read.
      JSON.parse(scrub(text));
    } catch (cause) {
      refuse("its body is not JSON; check the endpoint, or what stands between", cause);
    }
  }
  const wrong = findings("it", validate, value).map(({ message }) => message);
  if (wrong.length > 0) refuse(`its body is not what the contract says: ${wrong.join("; ")}`);
  return value;
}

function scrubbedBody({ answer, scrub }: Answered): Uint8Array {
  const said = decode(answer.body);
  const clean = scrub(said);
  return said === clean ? answer.body : new TextEncoder().encode(clean);
}

const utf8 = new TextDecoder();
const decode = (body: Uint8Array): string => utf8.decode(body);

/** The error that a 4xx or 5xx answer stands for. */
export function apiError(
  operation: { operationId: string; safe: boolean },
  response: { status: number; statusText: string; headers: Headers | AnswerHeaders },
  body: unknown,
  origin: Answered | undefined,
): ApiError {
  const { status } = response;
  const { code, message, requestId } = readErrorBody(body);
  const header = requestIdOf(response.headers);
  const mayHaveStarted = !operation.safe && (origin?.mayHaveStarted || !provesNothingRan(status));
  const failure: FailureFacts = {
    attempts: origin?.attempts ?? 1,
    requestId: header === undefined ? requestId : (origin?.scrub(header) ?? header),
    mayHaveStarted,
  };
  // The canonical request is explained in place of being repeated: it holds the values of headers.
  const words = origin?.refusal ? message?.replace(/,?\s*canonicalRequest:.*$/s, "") : message;
  const said = [code, words ?? response.statusText].filter(Boolean).join(": ");
  const text = [
    `${operation.operationId} failed with status ${status}${said && `, ${said}`}.`,
    origin?.refusal,
    advice[status],
    mayHaveStarted && "The service may have carried it out all the same: look before you send it again.",
    failure.requestId && `Request id ${failure.requestId}.`,
  ];
  return new ApiError(text.filter(Boolean).join(" "), { status, code, body }, failure);
}

export const requestIdOf = (headers: Headers | AnswerHeaders): string | undefined =>
  headers.get("x-request-id") ?? undefined;

const advice: Record<number, string> = {
  401: "Check the access key and this machine's clock; five wrong signatures lock the key for five minutes.",
  403: "The key's owner may not call this operation: grant the permission in IAM.",
  429: "Above the call rate: wait 2 to 5 seconds.",
};

/** The service and the gateway say error_code and error_msg; IAM and older services say it otherwise. */
function readErrorBody(body: unknown): { code?: string; message?: string; requestId?: string } {
  if (body === null || typeof body !== "object") return {};
  const fields = body as Record<string, unknown>;
  const pick = (...names: string[]): string | undefined => {
    const value = names
      .map((name) => fields[name])
      .find((one) => typeof one === "string" || typeof one === "number");
    return value === undefined ? undefined : String(value);
  };
  const code = pick("error_code", "errorCode", "code");
  const message = pick("error_msg", "errorMsg", "message");
  const requestId = pick("request_id", "requestId");
  const own = { ...(code && { code }), ...(message && { message }), ...(requestId && { requestId }) };
  return code === undefined && message === undefined ? { ...readErrorBody(fields["error"]), ...own } : own;
}
