import { environment, takesAgent, transport } from "#runtime";
import { checkCredentials } from "./credentials/check.js";
import { defaultCredentials } from "./credentials/default.js";
import type { CredentialsSource } from "./credentials/types.js";
import { ConfigurationError, FunctionGraphError } from "./errors.js";
import type { Settings } from "./exchange/call.js";
import { checkTimeout } from "./exchange/deadline.js";
import type { Hooks } from "./exchange/hooks.js";
import { checkRetry, type RetryOptions } from "./exchange/retry.js";
import { kindOf } from "./foreign.js";
import { checkEndpoint, resolveEndpoint } from "./request/endpoint.js";
import { fetchTransport, type Fetch } from "./runtime/fetch.js";

/** The part of Node's `http.Agent` and `https.Agent` that this package checks. */
export interface HttpAgent {
  destroy(): void;
}

export interface ClientOptions {
  /** Region id, such as `cn-north-4`. Needed unless `endpoint` and `projectId` are given. */
  region?: string | undefined;
  /** Base URL of the service, instead of the region's: https, or http on this machine. */
  endpoint?: string | undefined;
  /**
   * Project id; a call's own `path.project_id` takes precedence.
   * @default the credentials source's, as of `fromFunctionContext`; then `HUAWEICLOUD_SDK_PROJECT_ID`; or else
   *   the region's project, looked up in IAM once per client
   */
  projectId?: string | undefined;
  /**
   * An access key, an IAM token, or a function that returns one, called before each attempt.
   * @default the environment, then the profile file, then the ECS metadata service
   */
  credentials?: CredentialsSource | undefined;
  /** Time limit of a whole call with its retries and response, in milliseconds. @default 30000 */
  timeoutMs?: number | undefined;
  /** What to retry. By default, only requests that were certainly not carried out. */
  retry?: RetryOptions | undefined;
  /**
   * How many executions to look at at a time, of all whose `result()` is waited for. @default 10
   */
  maxConcurrentPolls?: number | undefined;
  /** Called when a request is sent, gets a response or is retried. @default none */
  hooks?: Hooks | undefined;
  /** Base URL of IAM, for the project lookup. @default `HUAWEICLOUD_SDK_IAM_ENDPOINT`, then "https://iam.myhuaweicloud.com" */
  iamEndpoint?: string | undefined;
  /**
   * Node only: the `http.Agent` or `https.Agent` to connect with, for proxies and client certificates.
   * @default the package's own agent, which keeps connections alive
   */
  agent?: HttpAgent | undefined;
  /** Sends the signed requests instead of the runtime's own HTTP client; called as `fetch(url, init)`. */
  fetch?: Fetch | undefined;
}

const defaultTimeoutMs = 30_000;

/** Where the vendor's Node SDK looks up projects, for every region. */
const defaultIamEndpoint = "https://iam.myhuaweicloud.com";

/** A client's options, read once and checked. */
export interface CheckedOptions {
  settings: Settings;
  endpoint: string;
  origin: string;
  timeoutMs: number;
  region: string | undefined;
  projectId: string | undefined;
  iamEndpoint: string;
  maxConcurrentPolls: number;
}

/** @throws {ConfigurationError} if an option is missing, unusable or unreadable */
export function readOptions(given: ClientOptions): CheckedOptions {
  try {
    const options: ClientOptions = { ...given };
    const variables = environment();
    const endpoint = resolveEndpoint(options, variables);
    const iamEndpoint =
      options.iamEndpoint ?? (variables["HUAWEICLOUD_SDK_IAM_ENDPOINT"] || defaultIamEndpoint);
    return {
      settings: {
        credentials: readCredentials(options.credentials),
        transport: options.fetch ? fetchTransport(checkFetch(options.fetch)) : transport,
        agent: checkAgent(options),
        retry: checkRetry(options.retry),
        hooks: options.hooks ?? {},
        clock: { offsetMs: 0 },
      },
      endpoint,
      origin: new URL(endpoint).origin,
      timeoutMs: checkTimeout(options.timeoutMs ?? defaultTimeoutMs),
      region: options.region,
      projectId:
        options.projectId ??
        projectOf(options.credentials) ??
        (variables["HUAWEICLOUD_SDK_PROJECT_ID"] || undefined),
      iamEndpoint: checkEndpoint(iamEndpoint, "iamEndpoint"),
      maxConcurrentPolls: checkConcurrency(options.maxConcurrentPolls ?? 10),
    };
  } catch (cause) {
    if (cause instanceof FunctionGraphError) throw cause;
    throw new ConfigurationError("The client's options cannot be read: pass a plain object.", { cause });
  }
}

/** A key is read here, once; a function is called before each attempt. */
function readCredentials(given: CredentialsSource | undefined): CredentialsSource {
  if (given === undefined) return defaultCredentials();
  return typeof given === "function" ? given : checkCredentials(given, "the credentials option");
}

function checkConcurrency(polls: unknown): number {
  if (Number.isSafeInteger(polls) && (polls as number) > 0) return polls as number;
  throw new ConfigurationError("maxConcurrentPolls must be a whole number of at least 1.");
}

const projectOf = (given: CredentialsSource | undefined): string | undefined =>
  typeof given === "function" ? given.projectId : undefined;

/** @throws {ConfigurationError} if it is not a function */
export function checkFetch<Type>(fetch: Type): Type {
  if (typeof fetch === "function") return fetch;
  throw new ConfigurationError(`fetch must be a function, not ${kindOf(fetch)}.`);
}

function checkAgent({ agent, fetch }: ClientOptions): object | undefined {
  if (agent === undefined) return undefined;
  if (!takesAgent) throw new ConfigurationError("agent works only on Node: pass fetch instead.");
  if (fetch) throw new ConfigurationError("agent has no effect with fetch: pass only one of them.");
  if (typeof agent === "object" && agent !== null && typeof agent.destroy === "function") return agent;
  throw new ConfigurationError("agent must be an http.Agent or an https.Agent.");
}
