import { nameOf, resolveCredentials } from "../credentials/check.js";
import type { CredentialsSource } from "../credentials/types.js";
import { Ended, type Deadline } from "./deadline.js";
import {
  AbortError,
  ConfigurationError,
  ConnectionError,
  FunctionGraphError,
  TimeoutError,
  UnexpectedResponseError,
} from "../errors.js";
import { tell, type Hooks, type RequestEvent } from "./hooks.js";
import { retryDelayMs, type RetryOptions, type RetryReason } from "./retry.js";
import { explainRefusal, scrubber, type Scrub } from "../response/scrub.js";
import { sign, type Signable, type Signed } from "../signing/sign.js";
import { AnswerTooLarge, type Answer, type Outgoing, type Transport } from "../runtime/types.js";

/** The answers of FunctionGraph are under 1 KB; this keeps a wrong server from filling the memory. */
const maxAnswerBytes = 10 * 1024 * 1024;

/** Answers that do not tell whether the request was carried out, and may be another when it is repeated. */
const passingFailures = [500, 502, 503, 504];

/** What all calls of a client have in common. */
export interface Settings {
  credentials: CredentialsSource;
  transport: Transport;
  retry: Required<RetryOptions>;
  hooks: Hooks;
  /** How far this machine's clock is behind the gateway's, learnt from a refusal. */
  clock: { offsetMs: number };
}

/** One call: a request, its repetitions, and the time they have. */
export interface Call {
  settings: Settings;
  transport: Transport;
  /** What is called, for errors and hooks. */
  subject: string;
  /** Whether it only reads, so that repeating it does no harm. */
  safe: boolean;
  /** Where the credentials may be sent. */
  origin: string;
  projectId: string | undefined;
  deadline: Deadline;
  progress: Progress;
}

/** What has become of a call so far. */
export interface Progress {
  attempts: number;
  /** Whether the attempt under way may have left this process. */
  sent: boolean;
  /** Whether an attempt before it may have been carried out. */
  mayHaveStarted: boolean;
  /** Whose answer is waited for, other than the service's. */
  waitingFor: string | undefined;
  clockCorrected: boolean;
}

export const newProgress = (): Progress => ({
  attempts: 0,
  sent: false,
  mayHaveStarted: false,
  waitingFor: undefined,
  clockCorrected: false,
});

/** An answer with what is known of it. */
export interface Answered {
  answer: Answer;
  /** Takes the credentials out of what the answer says. */
  scrub: Scrub;
  attempts: number;
  /** Whether an attempt before the last one may have been carried out. */
  mayHaveStarted: boolean;
  /** Why the signature was refused, where that can be told. */
  refusal: string | undefined;
}

/**
 * Signs a request and sends it, again where that is allowed, and resolves to the answer, whatever its
 * status.
 *
 * @throws {FunctionGraphError} when there is no answer
 */
export async function exchange(request: Signable, call: Call): Promise<Answered> {
  const { progress } = call;
  try {
    if (request.url.origin !== call.origin) {
      throw new ConfigurationError(
        `The request goes to ${request.url.origin}, the client is for ${call.origin}: its signature stays here.`,
      );
    }
    for (;;) {
      const prepared = await prepare(request, call);
      const outcome = await attempt(prepared, call);
      const retry = planRetry(outcome, call);
      if (retry) {
        await pause(retry, outcome, call);
      } else if (outcome.answer) {
        const { answer, said } = outcome;
        const { attempts, mayHaveStarted } = progress;
        const refusal =
          answer.status === 401
            ? explainRefusal(prepared.signed.canonicalRequest, messageIn(said))
            : undefined;
        return { answer, scrub: prepared.scrub, attempts, mayHaveStarted, refusal };
      } else {
        throw outcome.error;
      }
    }
  } catch (error) {
    throw nameFailure(error, call);
  }
}

interface Prepared {
  outgoing: Outgoing;
  signed: Signed;
  scrub: Scrub;
}

/** Asked for afresh and signed afresh each time: keys are renewed, and signatures age. */
async function prepare(request: Signable, call: Call): Promise<Prepared> {
  const { progress, deadline } = call;
  refuseLate(deadline);
  progress.waitingFor = nameOf(call.settings.credentials);
  // Only a function can keep a call waiting.
  const credentials = await (typeof call.settings.credentials === "function"
    ? deadline.race(resolveCredentials(call.settings.credentials))
    : resolveCredentials(call.settings.credentials));
  progress.waitingFor = undefined;
  const { offsetMs } = call.settings.clock;
  const date = offsetMs === 0 ? undefined : new Date(Date.now() + offsetMs);
  const signed = await sign(request, credentials, { date, projectId: call.projectId });
  refuseLate(deadline);
  const { method, body } = request;
  return {
    outgoing: { method, url: signed.url, headers: signed.headers, body },
    signed,
    scrub: scrubber(credentials, signed.headers["authorization"]),
  };
}

function refuseLate(deadline: Deadline): void {
  if (deadline.ending) throw new Ended();
}

/** How one attempt ended. */
type Outcome = { event: RequestEvent } & (
  | { answer: Answer; /** What an answer other than a success says, without the credentials. */ said: string }
  | { answer?: undefined; error: unknown }
);

async function attempt({ outgoing, scrub }: Prepared, call: Call): Promise<Outcome> {
  const { deadline, progress } = call;
  const { hooks } = call.settings;
  const { method, url } = outgoing;
  progress.attempts++;
  const event = { operation: call.subject, method, url, attempt: progress.attempts };
  tell(hooks, "onRequest", () => event);
  const start = performance.now();
  const tellResponse = (answer?: Answer) =>
    tell(hooks, "onResponse", () => {
      const requestId = answer?.headers.get("x-request-id");
      return {
        ...event,
        status: answer?.status,
        requestId: requestId ? scrub(requestId) : undefined,
        durationMs: performance.now() - start,
      };
    });
  try {
    const onConnected = () => void (progress.sent = true);
    const answer = await call.transport(outgoing, { deadline, maxAnswerBytes, onConnected });
    tellResponse(answer);
    const said = isSuccess(answer.status) ? "" : scrub(new TextDecoder().decode(answer.body));
    return { event, answer, said };
  } catch (error) {
    if (provesNoConnection(error)) progress.sent = false;
    tellResponse();
    return { event, error };
  }
}

interface Retry {
  reason: RetryReason;
  delayMs: number;
  clockOffsetMs?: number;
}

/** Whether there is to be another attempt: only for a reason, and only as far as attempts and time reach. */
function planRetry(outcome: Outcome, call: Call): Retry | undefined {
  const clockOffsetMs = outcome.answer && correctClock(outcome.answer, outcome.said, call);
  const reason = clockOffsetMs === undefined ? retryReason(outcome, call) : "clock corrected";
  if (!reason || call.progress.attempts >= call.settings.retry.attempts) return undefined;
  const delayMs = retryDelayMs(reason, call.progress.attempts, outcome.answer?.headers);
  if (delayMs >= call.deadline.remainingMs()) return undefined;
  return { reason, delayMs, ...(clockOffsetMs !== undefined && { clockOffsetMs }) };
}

function retryReason(
  outcome: Outcome,
  { safe, settings, deadline, progress }: Call,
): RetryReason | undefined {
  const repeatable = safe || settings.retry.mayStartTwice;
  if (outcome.answer) {
    const { status } = outcome.answer;
    if (status === 429) return "throttled";
    return passingFailures.includes(status) && repeatable ? "server error" : undefined;
  }
  if (deadline.ending || outcome.error instanceof AnswerTooLarge) return undefined;
  if (!progress.sent) return "not connected";
  return repeatable ? "connection lost" : undefined;
}

/** `X-Sdk-Date` has four digits for the year. */
const endOfDates = Date.UTC(9_999, 0);

/**
 * Once a call, when the gateway says that the signature has expired and its `Date` shows why, takes
 * over the gateway's time, for the calls to come too. Returns how far off the clock is.
 */
function correctClock(
  { status, headers }: Answer,
  said: string,
  { settings: { clock }, progress }: Call,
): number | undefined {
  if (progress.clockCorrected || status !== 401 || !/expired/i.test(said)) return undefined;
  const theirs = Date.parse(headers.get("date") ?? "");
  if (!(theirs > 0 && theirs < endOfDates)) return undefined;
  const offsetMs = theirs - Date.now();
  // Under a minute it is not the clock that let the signature expire.
  if (!(Math.abs(offsetMs - clock.offsetMs) > 60_000)) return undefined;
  progress.clockCorrected = true;
  return (clock.offsetMs = offsetMs);
}

async function pause(
  retry: Retry,
  { event, answer }: Outcome,
  { progress, safe, deadline, settings }: Call,
): Promise<void> {
  const unknown = answer ? !provesNothingRan(answer.status) : progress.sent;
  progress.mayHaveStarted ||= unknown && !safe;
  progress.sent = false;
  tell(settings.hooks, "onRetry", () => ({ ...event, ...retry }));
  await deadline.sleep(retry.delayMs);
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** A 4xx is the gateway or the service turning the request away; 408 only says that somebody lost patience. */
export const provesNothingRan = (status: number): boolean => status >= 400 && status < 500 && status !== 408;

/** The text inside a JSON envelope, whose quoting would stand between us and the canonical request. */
function messageIn(said: string): string {
  try {
    const { error_msg, error } = JSON.parse(said);
    return String(error_msg ?? error?.message ?? "");
  } catch {
    return said;
  }
}

/** Turns what went wrong without an answer into one of this package's errors. */
export function nameFailure(error: unknown, call: Call): FunctionGraphError {
  const { subject, origin, progress, deadline, safe } = call;
  if (error instanceof FunctionGraphError && error.attempts >= progress.attempts) return error;
  const mayHaveStarted = progress.mayHaveStarted || (progress.sent && !safe);
  const facts = { cause: withoutPacket(error), attempts: progress.attempts, mayHaveStarted };
  const advice = mayHaveStarted
    ? " The service may have carried it out all the same: look before you send it again."
    : " Nothing was carried out.";
  // What keeps a repetition from being sent knows nothing of the attempts before it.
  if (error instanceof FunctionGraphError) return new ConfigurationError(`${error.message}${advice}`, facts);

  const ending = deadline.ending;
  if (ending?.by === "timeout" && progress.waitingFor) {
    const message = `${progress.waitingFor} gave nothing within ${deadline.timeoutMs} ms.${advice}`;
    return new ConfigurationError(message, facts);
  }
  if (ending?.by === "timeout") {
    return new TimeoutError(
      `${subject} got no complete answer within ${deadline.timeoutMs} ms.${advice}`,
      facts,
    );
  }
  if (ending?.by === "caller") {
    return new AbortError(`${subject} was aborted by its caller.${advice}`, {
      ...facts,
      cause: ending.reason,
    });
  }
  if (error instanceof AnswerTooLarge) {
    const answer = { status: error.status, body: "" };
    return new UnexpectedResponseError(
      `${subject} was answered, but ${error.message}.${advice}`,
      answer,
      facts,
    );
  }
  return new ConnectionError(`${subject} failed at ${origin}: ${explainConnection(error)}.${advice}`, facts);
}

/** undici keeps the bytes of an answer that it cannot parse on its error: they can say back what was sent. */
function withoutPacket(error: unknown): unknown {
  const root = rootOf(error);
  return "data" in root && !Reflect.deleteProperty(root, "data") ? undefined : error;
}

/** The innermost error: `fetch` hides the telling one in `cause`. A `fetch` that is passed in may throw anything. */
function rootOf(error: unknown): { code?: unknown; message?: unknown } {
  let root = error;
  for (let depth = 0; depth < 10 && root instanceof Error && root.cause instanceof Error; depth++) {
    root = root.cause;
  }
  return typeof root === "object" && root !== null ? root : { message: root };
}

const provesNoConnection = (error: unknown): boolean =>
  ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "UND_ERR_CONNECT_TIMEOUT"].includes(String(rootOf(error).code));

/** The runtime's error in words. */
function explainConnection(error: unknown): string {
  const { code, message } = rootOf(error);
  return (typeof code === "string" && explanations[code]) || String(message ?? error);
}

const explanations: Record<string, string> = {
  ENOTFOUND: "its name could not be resolved; check region, endpoint and DNS",
  EAI_AGAIN: "its name could not be resolved for now; check the network and DNS",
  ECONNREFUSED: "the connection was refused; check endpoint and port",
  ECONNRESET: "the connection was reset",
  EPIPE: "the connection was closed while the request was sent",
  ETIMEDOUT: "the connection timed out",
};
