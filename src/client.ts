import { transport as runtimeTransport } from "#transport";
import createClient, { type Client, type Middleware } from "openapi-fetch";
import { calls, descriptors, type Descriptor, type Operations } from "../generated/operations.js";
import type { paths } from "../generated/types.js";
import { apiError, requestIdOf } from "./answer.js";
import { processEnvironment, type CredentialsSource } from "./credentials.js";
import { checkTimeout } from "./deadline.js";
import { resolveEndpoint } from "./endpoint.js";
import { ConfigurationError, InvalidRequestError } from "./errors.js";
import { guard } from "./guard.js";
import { PlainRequest, send } from "./send.js";
import { encodeStrictly } from "./signature.js";
import { fetchTransport } from "./transport/fetch.js";

export interface ClientOptions {
  /** Region id, such as `cn-north-4`. Needed unless `endpoint` is given. */
  region?: string;
  /** Base URL of the service in place of the region's: https, or http to this machine. */
  endpoint?: string;
  /** Project id; a call's own `path.project_id` goes before it. @default `HUAWEICLOUD_SDK_PROJECT_ID` */
  projectId?: string;
  /**
   * An access key, or a function that gives one and is asked before each request.
   * @default `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK` (with `HUAWEICLOUD_SDK_SECURITY_TOKEN`
   * where set), then `CLOUD_SDK_AK` and `CLOUD_SDK_SK`
   */
  credentials?: CredentialsSource;
  /** Milliseconds that a call may take in all, from asking for credentials to the answer's last byte. @default 30000 */
  timeoutMs?: number;
  /** Carries the signed requests in place of this runtime's own client. */
  fetch?: (request: Request) => Promise<Response>;
}

export interface CallOptions {
  /** Ends the call, which then rejects with an `AbortError` whose `cause` is the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds that this call may take in all. @default the client's `timeoutMs` */
  timeoutMs?: number;
}

/**
 * An openapi-fetch client of the contract (`GET`, `POST`, `use`, …, resolving to
 * `{ data, error, response }`), and a method for each operation, which resolves to the answer's body
 * or throws. Both check every request against the contract and sign it after every middleware.
 */
export type FunctionGraphClient = Client<paths> & Operations<CallOptions>;

const defaultTimeoutMs = 30_000;

/**
 * A client of FunctionGraph's workflow API.
 *
 * @throws {ConfigurationError} when an option is missing or unusable
 */
export function createFunctionGraphClient(options: ClientOptions): FunctionGraphClient {
  const environment = processEnvironment();
  const endpoint = resolveEndpoint(options, environment);
  const settings = {
    origin: new URL(endpoint).origin,
    credentials: options.credentials,
    timeoutMs: checkTimeout(options.timeoutMs ?? defaultTimeoutMs),
    transport: options.fetch ? fetchTransport(options.fetch) : runtimeTransport,
  };
  /** Parameters that the client fills in, by the name of the option that the contract gives them. */
  const defaults: Record<string, unknown> = {
    projectId: options.projectId ?? (environment["HUAWEICLOUD_SDK_PROJECT_ID"] || undefined),
  };

  const inner = createClient<paths>({ baseUrl: endpoint });
  const middlewares: Middleware[] = [];

  async function request(method: string, path: string, init: Init = {}) {
    const operation = findOperation(method, path);
    const { params = {}, body, signal, timeoutMs, fetch, ...rest } = init;
    const { params: checked, text } = guard(operation, {
      ...params,
      path: fillIn(operation, params.path, defaults),
      body,
    });
    const call = {
      ...settings,
      ...(fetch && { transport: fetchTransport(fetch) }),
      operation,
      timeoutMs: timeoutMs === undefined ? settings.timeoutMs : checkTimeout(timeoutMs),
      signal,
      projectId: projectOf(operation, checked.path),
    };
    const observed = middlewares.length > 0 || (rest.middleware?.length ?? 0) > 0;
    return inner.request(
      method as never,
      path as never,
      {
        ...rest,
        params: checked,
        pathSerializer: strictPath,
        body: text,
        bodySerializer: asItIs,
        Request: observed ? globalThis.Request : PlainRequest,
        fetch: (signable: Request) => send(signable, call),
      } as never,
    );
  }

  const verb = (method: string) => (path: string, init?: Init) => request(method, path, init);
  const client = {
    request,
    ...Object.fromEntries(verbs.map((method) => [method, verb(method)])),
    use: (...added: Middleware[]) => {
      inner.use(...added);
      middlewares.push(...added);
    },
    eject: (...removed: Middleware[]) => {
      inner.eject(...removed);
      for (const one of removed)
        if (middlewares.includes(one)) middlewares.splice(middlewares.indexOf(one), 1);
    },
  } as unknown as Client<paths>;

  const methods = Object.entries(calls).map(([name, call]) => [
    name,
    (input?: never, options?: CallOptions) =>
      result(descriptors[name as keyof typeof calls], call(client, input ?? ({} as never), { ...options })),
  ]);
  return Object.assign(client, Object.fromEntries(methods) as Operations<CallOptions>);
}

interface Init extends CallOptions {
  params?: {
    path?: Record<string, unknown>;
    query?: Record<string, unknown>;
    header?: Record<string, unknown>;
  };
  body?: unknown;
  fetch?: (request: Request) => Promise<Response>;
  middleware?: Middleware[];
}

const verbs = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

const asItIs = (text: string): string => text;

const strictPath = (template: string, values: Record<string, unknown>): string =>
  template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeStrictly(String(values[name])));

function findOperation(method: string, path: string): Descriptor {
  const operation = Object.values(descriptors).find(
    (one) => one.method === method.toUpperCase() && one.path === path,
  );
  if (operation) return operation;
  const message = "the contract has no such operation: check method and path";
  throw new InvalidRequestError(`${method} ${path}`, [{ field: "path", message }]);
}

function fillIn(
  operation: Descriptor,
  given: Record<string, unknown> | undefined,
  defaults: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const missing = Object.entries(operation.defaultsFromClient).filter(
    ([name]) => given?.[name] === undefined,
  );
  if (missing.length === 0) return given;
  const filled = { ...given };
  for (const [name, option] of missing) {
    if (defaults[option] === undefined) {
      throw new ConfigurationError(
        `${name} is missing: pass ${option} to createFunctionGraphClient, or path.${name} to the call` +
          (option === "projectId" ? ", or set HUAWEICLOUD_SDK_PROJECT_ID." : "."),
      );
    }
    filled[name] = defaults[option];
  }
  return filled;
}

/** The project that the call is for: the path parameter which the client's `projectId` fills in. */
function projectOf(
  { defaultsFromClient }: Descriptor,
  path: Record<string, unknown> = {},
): string | undefined {
  const [name] = Object.entries(defaultsFromClient).find(([, option]) => option === "projectId") ?? [];
  return name === undefined ? undefined : (path[name] as string);
}

/** A method's result from its openapi-fetch call: the body or an error, and the response on request. */
function result(
  operation: Descriptor,
  call: Promise<{ data?: unknown; error?: unknown; response: Response }>,
) {
  const outcome = call.then(({ data, error, response }) => {
    if (!response.ok) throw apiError(operation, response, error);
    return { data, response, requestId: requestIdOf(response.headers) };
  });
  const data = outcome.then((answer) => answer.data);
  return Object.assign(data, {
    withResponse: () => {
      // Whoever asks for the answer handles its failure there.
      data.catch(() => {});
      return outcome;
    },
  });
}
