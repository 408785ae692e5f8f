import type { Credentials } from "../credentials/types.js";

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
  /** Whose next call: FunctionGraph's, IAM's or the metadata service's. @default "functiongraph" */
  of?: "functiongraph" | "iam" | "metadata";
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

/** A project as IAM lists it; its name is a region's id. */
export interface Project {
  id: string;
  name: string;
}

export interface SandboxOptions {
  /** The access key that it knows. @default a made-up one, see `sandbox.credentials` */
  credentials?: Credentials;
  /** The IAM token that it knows. @default a made-up one, see `sandbox.token` */
  token?: string;
  /** The project that it knows. @default a made-up id, see `sandbox.projectId` */
  projectId?: string;
  /** What IAM answers to a project lookup, by name. @default the one project, whatever the region */
  projects?: readonly Project[];
  /** Ids of the workflows that exist; calls to others answer 404. @default every id exists */
  workflows?: readonly string[];
  /** Milliseconds that a key from the metadata service lasts. @default 86400000, a day */
  temporaryKeyLifetimeMs?: number;
  /** @default 0, any free port */
  port?: number;
  /** Address to listen on. @default "127.0.0.1", which nothing outside this machine can reach */
  host?: string;
  /** Milliseconds since 1970 that it takes for the present time. @default Date.now */
  clock?: () => number;
  /** Whether to refuse JSON text where the contract asks for an object, as the vendor's SDK samples send it. @default false */
  strict?: boolean;
}

export interface Sandbox {
  /** Base URL: the `endpoint` for a client, its `iamEndpoint`, and the metadata service's. */
  url: string;
  /** The access key that it knows. */
  credentials: Credentials;
  /** The IAM token that it knows. */
  token: string;
  /** The project that it knows. */
  projectId: string;
  /** Every execution it has started, oldest first. */
  executions: readonly Execution[];
  /** Makes the next call fail in the given way; called again before that, the one after it. */
  failNext(failure: Failure): void;
  /** Closes its connections and stops listening. */
  close(): Promise<void>;
}
