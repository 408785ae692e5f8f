/** What every error of this package can tell about the failed call. */
export interface FailureFacts {
  /** The underlying error. */
  cause?: unknown;
  /** The gateway's request id, if it sent one. */
  requestId?: string | undefined;
  /** How many attempts were made. */
  attempts?: number;
  /** Whether the service may have carried out the request even though the call failed. */
  mayHaveStarted?: boolean;
}

/** The base class of this package's errors. Each subclass names a cause. */
export class FunctionGraphError extends Error {
  /**
   * True if the service may have carried out the request: sending it again could start a second execution, or
   * stop, retry or change something twice. Always false for calls that only read.
   */
  readonly mayHaveStarted: boolean;
  /** The gateway's request id, if it sent one: quote it to Huawei Cloud. */
  readonly requestId: string | undefined;
  /** How many attempts were made; 0 if the call failed before the first. */
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

/** The client is misconfigured: a setting is missing, unusable or in conflict with another. */
export class ConfigurationError extends FunctionGraphError {}

/** No usable credentials were found, or their source failed; its error is the `cause`. */
export class CredentialsError extends ConfigurationError {}

/** The project lookup in IAM failed, or did not find exactly one project. */
export class ProjectLookupError extends ConfigurationError {}

/** One thing wrong with a request, by the contract or the signing rules. */
export interface RequestIssue {
  /** Where: `path.workflow_id`, `header.X-Create-Time`, `body.input`. */
  field: string;
  /** What is wrong and what to do. */
  message: string;
  /** The limit that was broken: a length, a number, a type, a list of values. */
  limit?: unknown;
  /** What was found instead: the length, the number, the type. Never the value of a header or body field. */
  actual?: unknown;
  /** Where the limit is documented. */
  documentedIn?: string;
}

/** The request is invalid and was not sent. */
export class InvalidRequestError extends FunctionGraphError {
  /** Everything wrong with the request. */
  readonly issues: readonly RequestIssue[];

  constructor(subject: string, issues: readonly RequestIssue[], facts?: FailureFacts) {
    super(`${subject} was not sent: ${issues.map(({ message }) => message).join("; ")}`, facts);
    this.issues = issues;
  }
}

/** The service, or the gateway in front of it, responded with an error. */
export class ApiError extends FunctionGraphError {
  /** HTTP status. */
  readonly status: number;
  /** The service's or gateway's code, such as `FGS.5002` or `APIG.0301`; `undefined` if there is none. */
  readonly code: string | undefined;
  /** What the response's `Retry-After` asks for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The response body: parsed JSON, or text if it is not JSON. */
  readonly body: unknown;

  constructor(
    message: string,
    response: { status: number; code: string | undefined; body: unknown; retryAfterMs?: number | undefined },
    facts?: FailureFacts,
  ) {
    super(message, facts);
    this.status = response.status;
    this.code = response.code;
    this.retryAfterMs = response.retryAfterMs;
    this.body = response.body;
  }
}

/** A node of a workflow that failed in an execution. */
export interface FailedNode {
  /** Id of the node in the workflow's definition. */
  id: string;
  /** Its name there, if the service gave it. */
  name: string | undefined;
  /** Why it failed: the service's text, or its JSON. */
  message: string;
}

/** An execution that was waited for has ended, but not well. */
export class ExecutionFailedError extends FunctionGraphError {
  /** `fail`, `timeout` (the execution took too long) or `cancel` (it was stopped). */
  readonly status: string;
  /** The execution's output, if it has one. */
  readonly output: unknown;
  /** The nodes that failed. */
  readonly failedNodes: readonly FailedNode[];
  readonly workflowId: string;
  readonly executionId: string;

  constructor(
    message: string,
    execution: {
      status: string;
      output: unknown;
      failedNodes: readonly FailedNode[];
      workflowId: string;
      executionId: string;
    },
    facts?: FailureFacts,
  ) {
    super(message, facts);
    this.status = execution.status;
    this.output = execution.output;
    this.failedNodes = execution.failedNodes;
    this.workflowId = execution.workflowId;
    this.executionId = execution.executionId;
  }
}

/** There was no response: the connection failed or broke. */
export class ConnectionError extends FunctionGraphError {}

/** The call timed out before a complete response arrived, or waiting for a result took too long. */
export class TimeoutError extends FunctionGraphError {}

/** The caller's `AbortSignal` aborted the call or the waiting; its reason is the `cause`. */
export class AbortError extends FunctionGraphError {}

/** The response is not one that the contract describes: a redirect, HTML, a success with fields missing. */
export class UnexpectedResponseError extends FunctionGraphError {
  /** HTTP status. */
  readonly status: number;
  /** The beginning of the body. */
  readonly body: string;

  constructor(message: string, response: { status: number; body: string }, facts?: FailureFacts) {
    super(message, facts);
    this.status = response.status;
    this.body = response.body;
  }
}
