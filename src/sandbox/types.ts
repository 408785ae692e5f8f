import type { Credentials } from "../credentials/types.js";

/** An execution that the sandbox has started. */
export interface Execution {
  execution_id: string;
  /** The request's parts, decoded, grouped as in the contract. */
  path: Record<string, unknown>;
  header: Record<string, unknown>;
  body: unknown;
  /** What was accepted but is probably a mistake, and whether the body was too large to keep. */
  notes: string[];
}

/** How the next call fails. */
export interface Failure {
  /** Which service's next call: FunctionGraph's, IAM's or the metadata service's. @default "functiongraph" */
  of?: "functiongraph" | "iam" | "metadata" | undefined;
  /** Status of the response, 200 to 999. @default 500 if `body` or `headers` is given */
  status?: number | undefined;
  /** Body of the response: a string is sent unchanged, anything else as JSON. */
  body?: unknown;
  /** Headers of the response. They override the sandbox's own. */
  headers?: Record<string, string> | undefined;
  /** Milliseconds to wait before responding. On its own, it delays the call without failing it. */
  delayMs?: number | undefined;
  /** Closes the connection instead of responding. @default false */
  drop?: boolean | undefined;
  /** Carries the call out and then fails it, as when a service's response is lost. @default false */
  started?: boolean | undefined;
}

/** A project in IAM's list. Its name is a region id. */
export interface Project {
  id: string;
  name: string;
}

/** `undefined`, `null` and `""` (an empty environment variable) all leave an option at its default. */
export interface SandboxOptions {
  /** The access key it accepts. @default a made-up one, see `sandbox.credentials` */
  credentials?: Credentials | undefined;
  /** The IAM token it accepts. @default a made-up one, see `sandbox.token` */
  token?: string | undefined;
  /** The project it serves. @default a made-up id, see `sandbox.projectId` */
  projectId?: string | undefined;
  /** The projects that IAM lists. @default the one project, under whatever region is asked for */
  projects?: readonly Project[] | undefined;
  /** Ids of the workflows that exist; calls to any other get a 404. @default every id exists */
  workflows?: readonly string[] | undefined;
  /** How long a key from the metadata service lasts, in milliseconds. @default 86400000, a day */
  temporaryKeyLifetimeMs?: number | undefined;
  /**
   * How many executions to keep in `executions`; the oldest are dropped first. They are
   * also dropped when all of them together take more than about 128 MB of memory. @default 10000
   */
  keepExecutions?: number | undefined;
  /** Port to listen on. @default 0, any free port */
  port?: number | undefined;
  /** Address to listen on. @default "127.0.0.1", which only this machine can reach */
  host?: string | undefined;
  /** The current time, in milliseconds since 1970. @default Date.now */
  clock?: (() => number) | undefined;
  /**
   * Whether to refuse what is otherwise accepted with a note: JSON text instead of an object, as the
   * vendor's SDK samples send it, and a path parameter that is still a placeholder, such as
   * `{workflow_id}`. @default false
   */
  strict?: boolean | undefined;
}

/** A running sandbox. */
export interface Sandbox {
  /**
   * Base URL. Use it as a client's `endpoint` and `iamEndpoint`, and as the metadata service's endpoint.
   *
   * The vendor's Go SDK puts `https://` before HUAWEICLOUD_SDK_IAM_ENDPOINT, so that variable cannot
   * point it at the sandbox, which speaks http: call `WithIamEndpointOverride` on its credentials instead.
   */
  url: string;
  /** The access key it accepts. */
  credentials: Credentials;
  /** The IAM token it accepts. */
  token: string;
  /** The project it serves. */
  projectId: string;
  /** The executions it has started, oldest first; see `keepExecutions`. */
  executions: readonly Execution[];
  /**
   * Makes the next call fail. Failures queue up: each one is used by one call.
   *
   * @throws {ConfigurationError} for an unusable failure
   */
  failNext(failure: Failure): void;
  /** Closes all connections, ends delayed calls and stops listening. */
  close(): Promise<void>;
}
