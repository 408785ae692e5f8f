import type { Descriptor } from "../generated/operations.js";
import { isSafe, readAnswer } from "./answer.js";
import { resolveCredentials, type CredentialsSource } from "./credentials.js";
import { startDeadline, type Deadline } from "./deadline.js";
import {
  AbortError,
  ConfigurationError,
  ConnectionError,
  FunctionGraphError,
  TimeoutError,
  UnexpectedResponseError,
} from "./errors.js";
import { sign } from "./signing.js";
import { AnswerTooLarge, type Answer, type Outgoing, type Transport } from "./transport/types.js";

/** The answers of FunctionGraph are under 1 KB; this keeps a wrong server from filling the memory. */
const maxAnswerBytes = 10 * 1024 * 1024;

export interface Call {
  operation: Descriptor;
  /** Where the credentials may be sent. */
  origin: string;
  credentials: CredentialsSource | undefined;
  projectId: string | undefined;
  timeoutMs: number;
  signal: AbortSignal | undefined;
  transport: Transport;
}

/** What has become of a call so far. */
interface Progress {
  attempts: number;
  /** Whether a request may have left this process. */
  sent: boolean;
}

/**
 * Signs a request as it stands and sends it, within the call's time.
 *
 * @throws {FunctionGraphError} for every failure but an answer with a 4xx or 5xx status
 */
export async function send(request: Request, call: Call): Promise<Response> {
  const deadline = startDeadline(call.timeoutMs, call.signal);
  const progress: Progress = { attempts: 0, sent: false };
  try {
    return await deadline.race(exchange(request, call, deadline, progress));
  } catch (error) {
    throw nameFailure(error, call, deadline, progress);
  } finally {
    deadline.release();
  }
}

async function exchange(
  request: Request,
  call: Call,
  deadline: Deadline,
  progress: Progress,
): Promise<Response> {
  if (deadline.signal.aborted) throw deadline.signal.reason;
  const url = new URL(request.url);
  if (url.origin !== call.origin) {
    throw new ConfigurationError(
      `The request goes to ${url.origin}, the client is for ${call.origin}: its signature stays here.`,
    );
  }
  const credentials = await resolveCredentials(call.credentials);
  const body = await bodyOf(request);
  const { method, headers } = request;
  const signed = await sign({ method, url, headers, body }, credentials, { projectId: call.projectId });
  if (deadline.signal.aborted) throw deadline.signal.reason;

  progress.attempts++;
  const outgoing: Outgoing = { method, url: signed.url, headers: signed.headers, body };
  const answer: Answer = await call.transport(outgoing, {
    signal: deadline.signal,
    maxAnswerBytes,
    onConnected: () => (progress.sent = true),
  });
  return readAnswer(answer, call.operation, progress.attempts);
}

async function bodyOf(request: Request): Promise<string | Uint8Array | undefined> {
  if (request instanceof PlainRequest) return request.text;
  return request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
}

/**
 * Stands in for `Request` where no middleware can look at it: it keeps the body as the text that the
 * guard checked, and costs next to nothing to make.
 */
export class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly text: string | undefined;

  constructor(url: string, init: { method: string; headers: Headers; body?: string }) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.text = init.body;
  }
}

function nameFailure(
  error: unknown,
  call: Call,
  deadline: Deadline,
  { attempts, sent }: Progress,
): FunctionGraphError {
  if (error instanceof FunctionGraphError) return error;
  const { operationId } = call.operation;
  const mayHaveStarted = sent && !isSafe(call.operation);
  const facts = { cause: error, attempts, mayHaveStarted };
  const advice = mayHaveStarted
    ? " The service may have carried it out all the same: look before you send it again."
    : " Nothing was carried out.";

  const ending = deadline.ending();
  if (ending?.by === "timeout") {
    return new TimeoutError(
      `${operationId} got no complete answer within ${call.timeoutMs} ms.${advice}`,
      facts,
    );
  }
  if (ending?.by === "caller") {
    return new AbortError(`${operationId} was aborted by its caller.${advice}`, {
      ...facts,
      cause: ending.reason,
    });
  }
  if (error instanceof AnswerTooLarge) {
    const answer = { status: error.status, body: "" };
    return new UnexpectedResponseError(
      `${operationId} was answered, but ${error.message}.${advice}`,
      answer,
      facts,
    );
  }
  return new ConnectionError(
    `${operationId} failed at ${call.origin}: ${explainConnection(error)}.${advice}`,
    facts,
  );
}

/** The runtime's error in words; `fetch` hides the telling one in `cause`. */
function explainConnection(error: unknown): string {
  let root = error;
  while (root instanceof Error && root.cause instanceof Error) root = root.cause;
  const { code, message } = (root ?? {}) as { code?: unknown; message?: unknown };
  return (typeof code === "string" && explanations[code]) || String(message ?? root);
}

const explanations: Record<string, string> = {
  ENOTFOUND: "its name could not be resolved; check region, endpoint and DNS",
  EAI_AGAIN: "its name could not be resolved for now; check the network and DNS",
  ECONNREFUSED: "the connection was refused; check endpoint and port",
  ECONNRESET: "the connection was reset",
  EPIPE: "the connection was closed while the request was sent",
  ETIMEDOUT: "the connection timed out",
};
