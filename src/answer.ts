import type { Descriptor } from "../generated/operations.js";
import { ApiError, UnexpectedResponseError, type FailureFacts } from "./errors.js";
import type { Answer } from "./transport/types.js";

/** How much of a body that nobody expected goes into an error. */
const excerptLength = 1_000;

const facts = new WeakMap<Response, { attempts: number }>();

/**
 * The answer as a `Response`: a success that fits the contract, or a 4xx or 5xx.
 *
 * @throws {UnexpectedResponseError} for anything else
 */
export function readAnswer(answer: Answer, operation: Descriptor, attempts: number): Response {
  const { status, headers, body } = answer;
  const refuse = (problem: string, cause?: unknown): never => {
    throw new UnexpectedResponseError(
      `${operation.operationId} was answered with ${status}, but ${problem}.`,
      { status, body: new TextDecoder().decode(body.subarray(0, excerptLength)) },
      { cause, attempts, requestId: requestIdOf(headers), mayHaveStarted: !isSafe(operation) },
    );
  };

  if (status < 200 || status > 599) refuse("there is no such status here");
  if (status >= 300 && status < 400) {
    refuse("a signed request follows no redirect; check the endpoint, or what stands between");
  }
  if (status < 300) {
    const validate = operation.success[status in operation.success ? status : "2XX"];
    if (validate === undefined) refuse("the contract does not know this status");
    if (validate) {
      let value: unknown;
      try {
        value = JSON.parse(new TextDecoder().decode(body));
      } catch (cause) {
        refuse("its body is not JSON; check the endpoint, or what stands between", cause);
      }
      if (!validate(value)) {
        const wrong = (validate.errors ?? []).map(
          ({ instancePath, message }) => `${instancePath || "it"} ${message}`,
        );
        refuse(`its body is not what the contract says: ${wrong.join("; ")}`);
      }
    }
  }
  const empty = body.length === 0 || [204, 205].includes(status);
  const response = new Response(empty ? null : (body as Uint8Array<ArrayBuffer>), { status, headers });
  facts.set(response, { attempts });
  return response;
}

/** The error that a 4xx or 5xx answer stands for. */
export function apiError(operation: Descriptor, response: Response, body: unknown): ApiError {
  const { status } = response;
  const { code, message, requestId } = readErrorBody(body);
  const mayHaveStarted = !isSafe(operation) && !provesNothingRan(status);
  const failure: FailureFacts = {
    attempts: facts.get(response)?.attempts ?? 1,
    requestId: requestIdOf(response.headers) ?? requestId,
    mayHaveStarted,
  };
  const said = [code, message ?? response.statusText].filter(Boolean).join(": ");
  const text = [
    `${operation.operationId} failed with status ${status}${said && `, ${said}`}.`,
    advice[status],
    mayHaveStarted && "The service may have carried it out all the same: look before you send it again.",
    failure.requestId && `Request id ${failure.requestId}.`,
  ];
  return new ApiError(text.filter(Boolean).join(" "), { status, code, body }, failure);
}

/** Operations that only read can be repeated without harm. */
export const isSafe = ({ method }: Descriptor): boolean => method === "GET" || method === "HEAD";

export const requestIdOf = (headers: Headers): string | undefined => headers.get("x-request-id") ?? undefined;

/** A 4xx is the gateway or the service turning the request away; 408 only says that somebody lost patience. */
const provesNothingRan = (status: number): boolean => status >= 400 && status < 500 && status !== 408;

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
  if (code === undefined && message === undefined && fields["error"] !== body) {
    return { ...(requestId && { requestId }), ...readErrorBody(fields["error"]) };
  }
  return { ...(code && { code }), ...(message && { message }), ...(requestId && { requestId }) };
}
