/** What every error of this package can say of the call that failed. */
export interface FailureFacts {
  /** What went wrong underneath. */
  cause?: unknown;
  /** The gateway's id of the request, where it answered with one. */
  requestId?: string | undefined;
  /** How many requests were sent, or begun to be sent. */
  attempts?: number;
  /** Whether the service may be running what was asked for, although the call failed. */
  mayHaveStarted?: boolean;
}

/** Any failure of a call. Its subclasses name the cause. */
export class FunctionGraphError extends Error {
  /**
   * True when the request may have reached the service and nothing proves that it was not carried
   * out: sending it again could start a second execution.
   */
  readonly mayHaveStarted: boolean;
  /** The gateway's id of the request, where it answered with one: quote it to Huawei Cloud. */
  readonly requestId: string | undefined;
  /** How many requests were sent, or begun to be sent; 0 when nothing left this process. */
  readonly attempts: number;

  constructor(
    message: string,
    { cause, requestId, attempts = 0, mayHaveStarted = false }: FailureFacts = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.mayHaveStarted = mayHaveStarted;
    this.requestId = requestId;
    this.attempts = attempts;
  }
}

/** The client cannot work as it is set up: a setting is missing, contradictory or unusable. */
export class ConfigurationError extends FunctionGraphError {}

/** There are no usable credentials: none were found, or their source failed. Its error is the `cause`. */
export class CredentialsError extends ConfigurationError {}

/** The project could not be looked up in IAM, or the answer names no single project. */
export class ProjectLookupError extends ConfigurationError {}

/** One thing in a request that the contract, or the signing rules, forbid. */
export interface RequestIssue {
  /** Where: `path.workflow_id`, `header.X-Create-Time`, `body.input`. */
  field: string;
  /** What is wrong and what to do. */
  message: string;
  /** The limit that was broken: a length, a number, a type, a list of values. */
  limit?: unknown;
  /** What was found instead: the length, the number, the type. Never the value of a header or a body. */
  actual?: unknown;
  /** Where the limit is documented. */
  documentedIn?: string;
}

/** The request was not sent: the contract forbids it. */
export class InvalidRequestError extends FunctionGraphError {
  /** Everything that is wrong with the request. */
  readonly issues: readonly RequestIssue[];

  constructor(subject: string, issues: readonly RequestIssue[], facts?: FailureFacts) {
    super(`${subject} was not sent: ${issues.map(({ message }) => message).join("; ")}`, facts);
    this.issues = issues;
  }
}

/** The service, or the gateway before it, answered that the call failed. */
export class ApiError extends FunctionGraphError {
  /** HTTP status. */
  readonly status: number;
  /** The service's or gateway's code, such as `FGS.5002` or `APIG.0301`; `undefined` where it gave none. */
  readonly code: string | undefined;
  /** The answer's body: parsed JSON, or text where it is none. */
  readonly body: unknown;

  constructor(
    message: string,
    answer: { status: number; code: string | undefined; body: unknown },
    facts?: FailureFacts,
  ) {
    super(message, facts);
    this.status = answer.status;
    this.code = answer.code;
    this.body = answer.body;
  }
}

/** No answer came: the connection could not be made, or broke. */
export class ConnectionError extends FunctionGraphError {}

/** No complete answer came within the time allowed. */
export class TimeoutError extends FunctionGraphError {}

/** The caller's `AbortSignal` ended the call; its reason is the `cause`. */
export class AbortError extends FunctionGraphError {}

/** An answer came, but not one that the contract knows: a redirect, HTML, a success without its fields. */
export class UnexpectedResponseError extends FunctionGraphError {
  /** HTTP status. */
  readonly status: number;
  /** The beginning of the body. */
  readonly body: string;

  constructor(message: string, answer: { status: number; body: string }, facts?: FailureFacts) {
    super(message, facts);
    this.status = answer.status;
    this.body = answer.body;
  }
}
