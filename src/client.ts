import { defaultCredentials } from "#default-credentials";
import { transport as runtimeTransport } from "#transport";
import type { Client, Middleware } from "openapi-fetch";
import { calls, descriptors, type Descriptor, type Operations } from "../generated/operations.js";
import type { paths } from "../generated/types.js";
import { apiError, isSafe, PlainResponse, readAnswer, requestIdOf } from "./response/response.js";
import type { CredentialsSource } from "./credentials/types.js";
import { checkSignal, checkTimeout, Deadline } from "./exchange/deadline.js";
import { checkEndpoint, resolveEndpoint } from "./request/endpoint.js";
import { processEnvironment } from "./runtime/environment.js";
import { ConfigurationError, FunctionGraphError, InvalidRequestError } from "./errors.js";
import { guard } from "./request/guard.js";
import type { Hooks } from "./exchange/hooks.js";
import { createProjectLookup, defaultIamEndpoint } from "./credentials/project.js";
import { checkRetry, type RetryOptions } from "./exchange/retry.js";
import {
  exchange,
  nameFailure,
  newProgress,
  type Answered,
  type Call,
  type Settings,
} from "./exchange/exchange.js";
import { encodeStrictly } from "./signing/canonical.js";
import { fetchTransport } from "./runtime/fetch.js";

export interface ClientOptions {
  /** Region id, such as `cn-north-4`. Needed unless `endpoint` and `projectId` are given. */
  region?: string;
  /** Base URL of the service in place of the region's: https, or http to this machine. */
  endpoint?: string;
  /**
   * Project id; a call's own `path.project_id` goes before it.
   * @default `HUAWEICLOUD_SDK_PROJECT_ID`; without it the region's project is looked up once, through IAM
   */
  projectId?: string;
  /**
   * An access key, an IAM token, or a function that gives one and is asked before each request.
   * @default the environment, then the profile file, then the ECS metadata service
   */
  credentials?: CredentialsSource;
  /** Milliseconds that a call may take in all: credentials, project, retries, and the answer's last byte. @default 30000 */
  timeoutMs?: number;
  /** What is sent again. By default only what was certainly not carried out. */
  retry?: RetryOptions;
  /** Called as requests are sent, answered and sent again. @default none */
  hooks?: Hooks;
  /** Base URL of IAM, for the project lookup. @default `HUAWEICLOUD_SDK_IAM_ENDPOINT`, then "https://iam.myhuaweicloud.com" */
  iamEndpoint?: string;
  /** Carries the signed requests in place of this runtime's own client. */
  fetch?: (request: Request) => Promise<Response>;
}

export interface CallOptions {
  /** Ends the call, which then rejects with an `AbortError` whose `cause` is the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that this call may take in all. @default the client's `timeoutMs` */
  timeoutMs?: number | undefined;
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
  const { endpoint, origin, timeoutMs, settings, projectId, lookUpProject } = readOptions(options);
  let inner: Client<paths> | undefined;
  const middlewares: Middleware[] = [];
  const routes = routesOf(descriptors);

  /** Read once, and all of it before anything is done: what was checked is what is sent. */
  function readRequest(method: string, path: string, init: Init | undefined) {
    const { operation, segments, projectParameter } = findRoute(routes, method, path);
    const {
      params,
      body,
      signal,
      timeoutMs: ownTimeoutMs,
      fetch,
      middleware: own = [],
      ...rest
    } = init ?? {};
    const middleware = [...middlewares, ...own];
    const given = { ...params?.path };
    const needsProject = projectParameter !== undefined && given[projectParameter] === undefined;
    if (needsProject) given[projectParameter] = projectId ?? standIn;
    // The guard goes first: nothing is looked up for a request that will not be sent.
    const { params: checked, text } = guard(operation, {
      path: params?.path === undefined || isRecord(params.path) ? given : params.path,
      query: params?.query,
      header: params?.header,
      body,
    });
    const call: Call = {
      settings,
      transport: fetch ? fetchTransport(fetch) : settings.transport,
      subject: operation.operationId,
      safe: isSafe(operation),
      origin,
      projectId: projectParameter && String(checked.path[projectParameter]),
      deadline: new Deadline(
        ownTimeoutMs === undefined ? timeoutMs : checkTimeout(ownTimeoutMs),
        checkSignal(signal),
      ),
      progress: newProgress(),
    };
    const missingProject = needsProject && projectId === undefined ? projectParameter : undefined;
    return { method, path, operation, segments, missingProject, checked, text, middleware, call, rest };
  }

  async function send(request: ReturnType<typeof readRequest>, plain: boolean) {
    const { method, path, operation, segments, missingProject, checked, text, middleware, call, rest } =
      request;
    if (missingProject) {
      if (!lookUpProject) throw noProject(missingProject);
      call.progress.waitingFor = "The project lookup at IAM";
      call.projectId = checked.path[missingProject] = await lookUpProject();
      call.progress.waitingFor = undefined;
    }
    inner ??= await openapiFetch(endpoint);
    const observed = middleware.length > 0;
    let answered: Answered | undefined;
    const answer = await inner.request(
      method as never,
      path as never,
      {
        ...rest,
        middleware,
        params: checked,
        pathSerializer: (template: string) =>
          template.slice(0, -path.length) + filledPath(segments, checked.path),
        body: text,
        bodySerializer: asItIs,
        Request: observed ? globalThis.Request : PlainRequest,
        fetch: async (sendable: Request | PlainRequest) => {
          const { method, headers } = sendable;
          const signable = { method, url: new URL(sendable.url), headers, body: await bodyOf(sendable) };
          answered = await exchange(signable, call);
          const response = readAnswer(answered, operation);
          return plain && !observed ? response : response.toResponse();
        },
      } as never,
    );
    // A middleware may have put another response in the place of the one that came.
    return plain ? { ...(answer as MethodAnswer), answered } : answer;
  }

  async function request(method: string, path: string, init: Init | undefined, plain: boolean) {
    const request = reading("The request", () => readRequest(method, path, init));
    const { deadline } = request.call;
    try {
      return await deadline.race(send(request, plain));
    } catch (error) {
      // What a middleware throws is its own; only the end of the call's time is named here.
      throw deadline.ending ? nameFailure(error, request.call) : error;
    } finally {
      deadline.release();
    }
  }

  /** openapi-fetch's verbs; `plain` ones are for the methods, who can do with a `PlainResponse`. */
  const verbsOf = (plain: boolean) =>
    Object.fromEntries(
      verbs.map((method) => [method, (path: string, init?: Init) => request(method, path, init, plain)]),
    );
  const client = {
    request: (method: string, path: string, init?: Init) => request(method, path, init, false),
    ...verbsOf(false),
    use: (...added: Middleware[]) => {
      // As openapi-fetch has it, what is left out by a condition is no mistake.
      middlewares.push(...added.filter(Boolean).map(checkMiddleware));
    },
    eject: (...removed: Middleware[]) => {
      for (const one of removed) {
        if (middlewares.includes(one)) middlewares.splice(middlewares.indexOf(one), 1);
      }
    },
  } as unknown as Client<paths>;

  const plainClient = verbsOf(true) as unknown as Client<paths>;
  const methods = Object.entries(calls).map(([name, call]) => {
    const operation = descriptors[name as keyof typeof calls];
    const method = (input?: unknown, options?: CallOptions) =>
      result(
        operation,
        Promise.resolve().then(() => {
          const request = reading(operation.operationId, () => readParts(input));
          const { signal, timeoutMs } = reading(operation.operationId, () => ({ ...options }));
          return call(plainClient, request as never, { signal, timeoutMs }) as Promise<MethodAnswer>;
        }),
      );
    return [name, method];
  });
  return Object.assign(client, Object.fromEntries(methods) as Operations<CallOptions>);
}

/** @throws {ConfigurationError} for an option that is missing or unusable, or cannot even be read */
function readOptions(given: ClientOptions) {
  try {
    const options: ClientOptions = { ...given };
    const environment = processEnvironment();
    const endpoint = resolveEndpoint(options, environment);
    const timeoutMs = checkTimeout(options.timeoutMs ?? defaultTimeoutMs);
    const settings: Settings = {
      credentials: options.credentials ?? defaultCredentials(),
      transport: options.fetch ? fetchTransport(options.fetch) : runtimeTransport,
      retry: checkRetry(options.retry),
      hooks: options.hooks ?? {},
      clock: { offsetMs: 0 },
    };
    const iamEndpoint =
      options.iamEndpoint ?? (environment["HUAWEICLOUD_SDK_IAM_ENDPOINT"] || defaultIamEndpoint);
    const checkedIamEndpoint = checkEndpoint(iamEndpoint, "iamEndpoint");
    const lookUpProject = options.region
      ? createProjectLookup(settings, checkedIamEndpoint, options.region, timeoutMs)
      : undefined;
    const projectId = options.projectId ?? (environment["HUAWEICLOUD_SDK_PROJECT_ID"] || undefined);
    return { endpoint, origin: new URL(endpoint).origin, timeoutMs, settings, projectId, lookUpProject };
  } catch (cause) {
    if (cause instanceof FunctionGraphError) throw cause;
    throw new ConfigurationError("The client's options cannot be read: pass a plain object.", { cause });
  }
}

/** Runs what reads values of the caller's, whose getters and proxies may throw anything. */
function reading<Value>(subject: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof FunctionGraphError) throw cause;
    const message = "the request cannot be read: pass plain data";
    throw new InvalidRequestError(subject, [{ field: "request", message }], { cause });
  }
}

function readParts(input: unknown): Record<string, unknown> {
  if (input === undefined || input === null) return {};
  if (!isRecord(input)) {
    const message = `the request is a ${typeof input}: pass { path, query, header, body }`;
    throw new InvalidRequestError("The request", [{ field: "request", message, actual: typeof input }]);
  }
  const { path, query, header, body } = input;
  return { path, query, header, body };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

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

/** By the first call, so that importing this package is as quick as starting an empty program. */
async function openapiFetch(baseUrl: string): Promise<Client<paths>> {
  const { default: createClient } = await import("openapi-fetch");
  return createClient<paths>({ baseUrl });
}

/** @throws {ConfigurationError} for what has none of a middleware's functions */
function checkMiddleware(middleware: Middleware): Middleware {
  const names = ["onRequest", "onResponse", "onError"];
  if (isRecord(middleware) && names.some((name) => name in middleware)) return middleware;
  throw new ConfigurationError(
    "A middleware is an object with onRequest, onResponse or onError: pass one to use().",
  );
}

const verbs = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** What the guard sees for a project that is still to be looked up. */
const standIn = "project";

/**
 * Stands in for `Request` where no middleware can look at it: it keeps the body as the text that the
 * guard checked, and costs next to nothing to make.
 */
class PlainRequest {
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

async function bodyOf(request: Request | PlainRequest): Promise<string | Uint8Array | undefined> {
  if (request instanceof PlainRequest) return request.text;
  return request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
}

const asItIs = (text: string): string => text;

const filledPath = (segments: readonly string[], values: Record<string, unknown>): string =>
  segments.map((part, index) => (index % 2 === 0 ? part : encodeStrictly(String(values[part])))).join("");

interface Route {
  operation: Descriptor;
  /** The path template: text, and every second one the name of a parameter. */
  segments: readonly string[];
  /** The path parameter that the client's `projectId` fills in. */
  projectParameter: string | undefined;
}

function routesOf(operations: typeof descriptors): Route[] {
  return Object.values(operations).map((operation) => {
    const { path, defaultsFromClient } = operation;
    const names = Object.keys(defaultsFromClient);
    return {
      operation,
      segments: path.split(/\{([^{}]+)\}/),
      projectParameter: names.find((name) => defaultsFromClient[name] === "projectId"),
    };
  });
}

function findRoute(routes: readonly Route[], method: string, path: string): Route {
  const verb = String(method).toUpperCase();
  const route = routes.find(({ operation }) => operation.path === path && operation.method === verb);
  if (route) return route;
  const message = "the contract has no such operation: check method and path";
  throw new InvalidRequestError(`${String(method)} ${String(path)}`, [{ field: "path", message }]);
}

const noProject = (parameter: string): ConfigurationError =>
  new ConfigurationError(
    `${parameter} is missing: pass projectId or region to createFunctionGraphClient, or path.${parameter} to the call, ` +
      "or set HUAWEICLOUD_SDK_PROJECT_ID.",
  );

interface MethodAnswer {
  data?: unknown;
  error?: unknown;
  response: Response | PlainResponse;
  /** The answer behind the response; none where a middleware answered in its place. */
  answered?: Answered | undefined;
}

/** A method's result from its openapi-fetch call: the body or an error, and the response on request. */
function result(operation: Descriptor, call: Promise<MethodAnswer>) {
  const outcome = call.then((answer) => {
    if (answer.response.ok) return answer;
    throw apiError(
      { operationId: operation.operationId, safe: isSafe(operation) },
      answer.response,
      answer.error,
      answer.answered,
    );
  });
  const data = outcome.then((answer) => answer.data);
  return Object.assign(data, {
    withResponse: () => {
      // Whoever asks for the answer handles its failure there.
      data.catch(() => {});
      return outcome.then(({ data, response }) => ({
        data,
        response: response instanceof PlainResponse ? response.toResponse() : response,
        requestId: requestIdOf(response.headers),
      }));
    },
  });
}
