import type { Credentials } from "../credentials/types.js";
import type { Execution, Workflow, WorkflowFunction } from "./execution-types.js";

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
  /** The project it serves, by an id as of a workflow. @default a made-up id, see `sandbox.projectId` */
  projectId?: string | undefined;
  /** The projects that IAM lists. @default the one project, under whatever region is asked for */
  projects?: readonly Project[] | undefined;
  /**
   * The workflows that exist: a list of their ids, or what each of them does, by id. Calls to any other get
   * a 404. Without a function, an execution succeeds at once, with its input as its output. An id has 1 to 64
   * characters, has no `/`, and is not `.` or `..`. A URN has at most 128 characters: of a longer name it has
   * the beginning and a hash.
   * CreateWorkflow adds others. Their executions walk through the states of the definition, `Sleep` included,
   * but call no real functions; a function given here under the id or the name of such a workflow is run
   * instead.
   * @default every id exists
   */
  workflows?: readonly string[] | Readonly<Record<string, WorkflowFunction | Workflow>> | undefined;
  /** How long a key from the metadata service lasts, in milliseconds. @default 86400000, a day */
  temporaryKeyLifetimeMs?: number | undefined;
  /**
   * How many executions to keep; the oldest are dropped first, and stopped if they still run. They are
   * also dropped when all of them together take more than about 128 MB of memory. @default 10000
   */
  keepExecutions?: number | undefined;
  /** Port to listen on. @default 0, any free port */
  port?: number | undefined;
  /**
   * Address to listen on. On a loopback address, requests must ask for an address or `localhost`: any other
   * name gets a 403, because a web page could have led it here.
   * @default "127.0.0.1", which only this machine can reach
   */
  host?: string | undefined;
  /** The current time, in milliseconds since 1970. @default Date.now */
  clock?: (() => number) | undefined;
  /** The next id of an execution or a created workflow, another one each time. @default crypto.randomUUID */
  newId?: (() => string) | undefined;
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
  /** The executions it has started, oldest first, as they are now; see `keepExecutions`. */
  executions: readonly Execution[];
  /**
   * Makes the next call fail. Failures queue up: each one is used by one call.
   *
   * @throws {ConfigurationError} for an unusable failure
   */
  failNext(failure: Failure): void;
  /**
   * Moves the time of executions forward, as if nothing else happened meanwhile: what is due on the way
   * happens in order, such as the end of a `context.sleep`, a workflow's timeout and a call's `delayMs`. The
   * clock that signatures and keys are checked by stays where it is.
   *
   * @throws {ConfigurationError} unless `ms` is a whole number
   */
  advance(ms: number): Promise<void>;
  /** Closes all connections, ends delayed calls, stops the executions that run, and stops listening. */
  close(): Promise<void>;
}
