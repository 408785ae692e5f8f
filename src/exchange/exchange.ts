import { resolveCredentials, nameOf } from "../credentials/check.js";
import type { CredentialsContext } from "../credentials/types.js";
import { InvalidRequestError } from "../errors.js";
import { scrubber, type Scrub } from "./scrub.js";
import { provesNothingRan } from "./status.js";
import { ResponseTooLarge, type WireRequest, type WireResponse } from "../runtime/types.js";
import { sign, type Signable } from "../signing/sign.js";
import type { Call, Progress } from "./call.js";
import { Ended, type Deadline } from "./deadline.js";
import { nameFailure } from "./failure.js";
import { isA } from "../foreign.js";
import { tell, type RequestEvent } from "./hooks.js";
import { retryDelayMs, type RetryReason } from "./retry.js";

/** FunctionGraph's responses are under 1 KB; this keeps a misbehaving server from filling memory. */
const maxResponseBytes = 10 * 1024 * 1024;

const maxRequestIdLength = 128;

/** Statuses that do not tell whether the request was carried out, and may go away on a retry. */
const passingFailures = [500, 502, 503, 504];

/** A response, and what is needed to read it. */
export interface Exchanged {
  response: WireResponse;
  /** Removes the credentials from text in the response. */
  scrub: Scrub;
  /** What was signed. Contains header values. */
  canonicalRequest: string;
}

/**
 * Signs and sends a request, with retries where allowed, and resolves to the response, whatever its status.
 *
 * @throws {FunctionGraphError} if there is no response
 */
export async function exchange(request: Signable, call: Call): Promise<Exchanged> {
  const { progress } = call;
  // A middleware may send more than once.
  keepSent(progress);
  try {
    refuseForeignHost(request, call);
    for (;;) {
      const prepared = await prepare(request, call);
      const outcome = await attempt(prepared, call);
      const retry = planRetry(outcome, call);
      if (retry) {
        keepSent(progress);
        tell(call.settings.hooks, "onRetry", () => ({ ...outcome.event, ...retry }));
        await call.deadline.sleep(retry.delayMs);
      } else if (outcome.response) {
        const { scrub, canonicalRequest } = prepared;
        return { response: outcome.response, scrub, canonicalRequest };
      } else {
        throw outcome.error;
      }
    }
  } catch (error) {
    throw nameFailure(error, call);
  }
}

function keepSent(progress: Progress): void {
  progress.sentBefore ||= progress.sent;
  progress.sent = false;
}

/** @throws {InvalidRequestError} if a middleware has moved the request to another host */
function refuseForeignHost({ url }: Signable, { operationId, origin }: Call): void {
  if (url.origin === origin) return;
  const message = `the request goes to ${url.origin}, but this client signs only for ${origin}: do not change the host`;
  throw new InvalidRequestError(operationId, [{ field: "url", message }]);
}

interface Prepared {
  request: WireRequest;
  scrub: Scrub;
  canonicalRequest: string;
}

/** Each attempt gets new credentials and a new signature: keys are renewed, and signatures expire. */
async function prepare(request: Signable, call: Call): Promise<Prepared> {
  const { progress, deadline, settings } = call;
  refuseLate(deadline);
  progress.waitingFor = nameOf(settings.credentials);
  const { credentials: source } = settings;
  const credentials =
    typeof source === "function"
      ? await deadline.race(resolveCredentials(source, contextOf(deadline)))
      : source;
  progress.waitingFor = undefined;
  const { offsetMs } = settings.clock;
  const date = offsetMs === 0 ? undefined : new Date(Date.now() + offsetMs);
  const { url, headers, canonicalRequest } = await sign(request, credentials, {
    date,
    projectId: call.projectId,
  });
  refuseLate(deadline);
  const scrub = scrubber(credentials, headers["authorization"]);
  progress.scrub = scrub;
  return {
    request: { method: request.method, url, headers, body: request.body },
    scrub,
    canonicalRequest,
  };
}

/** What a source of credentials may know of the call. */
const contextOf = (deadline: Deadline): CredentialsContext => ({
  get signal() {
    return deadline.signal;
  },
});

function refuseLate(deadline: Deadline): void {
  if (deadline.ending) throw new Ended();
}

/** How one attempt ended. */
type Outcome = { event: RequestEvent } & (
  { response: WireResponse; error?: undefined } | { response?: undefined; error: unknown }
);

async function attempt({ request, scrub }: Prepared, call: Call): Promise<Outcome> {
  const { deadline, progress, settings } = call;
  const { hooks } = settings;
  progress.attempts++;
  progress.requestId = undefined;
  const event = {
    operation: call.operationId,
    method: request.method,
    url: request.url,
    attempt: progress.attempts,
  };
  tell(hooks, "onRequest", () => ({ ...event }));
  const start = performance.now();
  const tellResponse = (status?: number) =>
    tell(hooks, "onResponse", () => ({
      ...event,
      status,
      requestId: progress.requestId,
      durationMs: performance.now() - start,
    }));
  try {
    const response = await settings.transport(request, {
      onEnd: (callback) => deadline.onEnd(callback),
      maxBytes: maxResponseBytes,
      onSent: () => void (progress.sent = true),
      agent: settings.agent,
    });
    progress.sent = !provesNothingRan(response.status);
    const requestId = response.headers.get("x-request-id");
    if (requestId !== null) progress.requestId = scrub(requestId).slice(0, maxRequestIdLength);
    tellResponse(response.status);
    return { event, response };
  } catch (error) {
    if (isA(error, ResponseTooLarge)) progress.sent = !provesNothingRan(error.status);
    tellResponse();
    return { event, error };
  }
}

interface Retry {
  reason: RetryReason;
  delayMs: number;
  clockOffsetMs?: number;
}

/** Plans a retry, if there is a reason for one, and attempts and time are left. */
function planRetry({ response, error }: Outcome, call: Call): Retry | undefined {
  const { progress, deadline, settings } = call;
  const clockOffsetMs = response && correctClock(response, call);
  const reason = clockOffsetMs === undefined ? retryReason(response, error, call) : "clock corrected";
  if (!reason || progress.attempts >= settings.retry.attempts) return undefined;
  const delayMs = retryDelayMs(reason, progress.attempts, response?.headers);
  if (delayMs >= deadline.remainingMs()) return undefined;
  return { reason, delayMs, ...(clockOffsetMs !== undefined && { clockOffsetMs }) };
}

function retryReason(
  response: WireResponse | undefined,
  error: unknown,
  { safe, settings, deadline, progress }: Call,
): RetryReason | undefined {
  const repeatable = safe || settings.retry.mayStartTwice;
  if (response) {
    if (response.status === 429) return "throttled";
    return passingFailures.includes(response.status) && repeatable ? "server error" : undefined;
  }
  if (deadline.ending || isA(error, ResponseTooLarge)) return undefined;
  if (!progress.sent) return "not connected";
  return repeatable ? "connection lost" : undefined;
}

/** `X-Sdk-Date` has four digits for the year. */
const endOfDates = Date.UTC(9_999, 0);

/** How much of a refusal is searched for the word "expired". */
const maxRefusalBytes = 64 * 1024;

/**
 * If the gateway says that the signature has expired, and its `Date` shows that this machine's clock is off,
 * adopts the gateway's time, for later calls too. Once per call. Returns how far off the clock is.
 */
function correctClock(
  { status, headers, body }: WireResponse,
  { settings: { clock }, progress }: Call,
): number | undefined {
  if (progress.clockCorrected || status !== 401) return undefined;
  if (!/expired/i.test(new TextDecoder().decode(body.subarray(0, maxRefusalBytes)))) return undefined;
  const theirs = Date.parse(headers.get("date") ?? "");
  if (!(theirs > 0 && theirs < endOfDates)) return undefined;
  const offsetMs = theirs - Date.now();
  // A clock that is less than a minute off is not why the signature expired.
  if (!(Math.abs(offsetMs - clock.offsetMs) > 60_000)) return undefined;
  progress.clockCorrected = true;
  return (clock.offsetMs = offsetMs);
}
