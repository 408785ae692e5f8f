import type { Descriptor, Schema } from "../../generated/contract.js";
import { responseSchemas } from "../../generated/schemas.js";
import { UnexpectedResponseError } from "../errors.js";
import { adviceOf, factsOf, type Call } from "../exchange/call.js";
import type { Exchanged } from "../exchange/exchange.js";
import { describe } from "../request/issues.js";
import { validate } from "../request/validate.js";
import type { WireHeaders } from "../runtime/types.js";
import { explainRefusal, withoutCanonicalRequest } from "../signing/refusal.js";
import { cleanValue, type Scrub } from "../exchange/scrub.js";
import { isSuccess } from "../exchange/status.js";

/** How much of an unexpected body goes into an error, in UTF-16 units. */
const excerptLength = 1_000;

/** The service's errors are under 1 KB. Only this much of a larger one is kept, as text. */
const maxErrorLength = 64 * 1024;

/** A response that has been read and checked. */
export interface ReadResponse {
  status: number;
  ok: boolean;
  headers: WireHeaders;
  /** As it arrived; in errors, without the credentials it may echo. */
  body: Uint8Array;
  /** The body: parsed JSON, or text if it is not JSON; `undefined` if empty. */
  value: unknown;
}

/**
 * Reads a response: a success that fits the contract, or a 4xx or 5xx.
 *
 * @throws {UnexpectedResponseError} for anything else
 */
export function readResponse(exchanged: Exchanged, operation: Descriptor, call: Call): ReadResponse {
  const { response, scrub } = exchanged;
  const { status, headers, body } = response;
  const refuse = (problem: string): never => {
    const excerpt = scrub(decode(body), excerptLength);
    throw new UnexpectedResponseError(
      `${scrub(`${call.operationId} got status ${status}, but ${problem}`).slice(0, excerptLength)}${adviceOf(call)}`,
      { status, body: withoutCanonicalRequest(excerpt) },
      factsOf(call),
    );
  };

  if (status < 200 || status > 599) refuse("that is not an HTTP status: check the endpoint.");
  if (status >= 300 && status < 400) {
    refuse("signed requests do not follow redirects: check the endpoint, or any proxy in between.");
  }
  if (isSuccess(status)) {
    return { status, ok: true, headers, body, value: readSuccess(operation, status, body, refuse) };
  }
  return { ...readError(exchanged, call), status, ok: false, headers };
}

function readSuccess(
  operation: Descriptor,
  status: number,
  body: Uint8Array,
  refuse: (problem: string) => never,
): unknown {
  const schema = successSchema(operation, status);
  const text = decode(body);
  if (schema === null) {
    // A proxy's page is no sign that anything was done.
    if (/^\s*</.test(text)) refuse("its body is a page: check the endpoint, or any proxy in between.");
    return undefined;
  }
  if (schema === undefined) return text === "" ? undefined : parse(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse("its body is not JSON: check the endpoint, or any proxy in between.");
  }
  const problem = successProblem(operation, status, value);
  if (problem) refuse(`${problem}.`);
  return value;
}

/** A status that the contract does not have is read like the success that it does have. */
function successSchema({ success }: Descriptor, status: number): Schema | null | undefined {
  return status in success ? success[status] : (success["2XX"] ?? Object.values(success)[0]);
}

/** What makes the body of a success useless, in words. */
export function successProblem(operation: Descriptor, status: number, value: unknown): string | undefined {
  const schema = successSchema(operation, status);
  if (schema === null || schema === undefined) return undefined;
  const wrong = validate(schema, value, responseSchemas).map((finding) => describe("body", finding).message);
  return wrong.length > 0 ? `its body does not match the contract: ${wrong.join("; ")}` : undefined;
}

/** An error's body, cleaned after parsing, so that escapes hide nothing. */
export function readError({ response, scrub, canonicalRequest }: Exchanged, call: Call) {
  const { status, body } = response;
  if (body.length === 0) return { body, value: undefined };
  const text = decode(body);
  const isLarge = body.length > maxErrorLength;
  const parsed = isLarge ? text : parse(text);
  if (status === 401) call.progress.refusal = explain(parsed, canonicalRequest, scrub);
  const clean = (text: string) => withoutCanonicalRequest(scrub(text, maxErrorLength));
  const value = cleanValue(parsed, clean);
  return {
    value,
    body: new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)),
  };
}

function explain(parsed: unknown, canonicalRequest: string, scrub: Scrub): string | undefined {
  const { message } = readErrorBody(parsed);
  // Cleaned whole, as it is cut into lines, and these are cut again.
  return message && explainRefusal(scrub(canonicalRequest), scrub(message));
}

export interface ErrorBody {
  code?: string;
  message?: string;
  requestId?: string;
}

/** The service and the gateway use error_code and error_msg; IAM and older services use other names. */
export function readErrorBody(body: unknown, depth = 0): ErrorBody {
  if (body === null || typeof body !== "object" || depth > 2) return {};
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
  return code === undefined && message === undefined
    ? { ...readErrorBody(fields["error"], depth + 1), ...own }
    : own;
}

/** A real `Response`, for middlewares and `withResponse()`. */
export function toResponse({ status, headers, body }: ReadResponse): Response {
  const empty = body.length === 0 || status === 204 || status === 205;
  return new Response(empty ? null : (body as Uint8Array<ArrayBuffer>), {
    status,
    headers: headers.ofDecoded(body.length).toHeaders(),
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const utf8 = new TextDecoder();
const decode = (body: Uint8Array): string => utf8.decode(body);
