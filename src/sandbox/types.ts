/** An execution that the sandbox has started. */
export interface Execution {
  execution_id: string;
  /** The request's parts, as the contract groups them, decoded. */
  path: Record<string, unknown>;
  header: Record<string, unknown>;
  body: unknown;
  /** What the sandbox let pass although the contract does not. */
  notes: string[];
}

/** How the next call goes wrong. */
export interface Failure {
  /** Status of the answer. @default 500 where `body` or `headers` is given */
  status?: number;
  /** Body of the answer: text as it is, anything else as JSON. */
  body?: unknown;
  /** Headers of the answer, before the sandbox's own. */
  headers?: Record<string, string>;
  /** Milliseconds before anything is answered; alone, the call is late but goes well. */
  delayMs?: number;
  /** Closes the connection in place of answering. */
  drop?: boolean;
  /** Carries the call out before it fails, as a service does whose answer gets lost. @default false */
  started?: boolean;
}
