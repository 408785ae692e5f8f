/** openapi-fetch's verbs and middlewares, on top of this package's own requests and responses. */
import type { Middleware } from "openapi-fetch";
import type { Descriptor } from "../generated/contract.js";
import { descriptors } from "../generated/descriptors.js";
import { ConfigurationError, InvalidRequestError } from "./errors.js";
import type { Call, CallOptions } from "./exchange/call.js";
import { exchange } from "./exchange/exchange.js";
import { checkFetch } from "./options.js";
import type { GivenRequest } from "./request/guard.js";
import { isObject, type CheckedRequest } from "./request/read.js";
import { fromRequest, urlOf } from "./request/wire.js";
import { readResponse, toResponse } from "./response/response.js";
import { fetchTransport, type FetchInit } from "./runtime/fetch.js";
import type { Transport } from "./runtime/types.js";

/** The arguments of a verb, read up front. */
export interface VerbInput {
  given: GivenRequest;
  callOptions: CallOptions;
  /** Uses the call's own `fetch`, if any. */
  transport: Transport | undefined;
  middlewares: Middleware[];
  /** Headers outside the contract, and openapi-fetch's own options. */
  rest: Record<string, unknown>;
}

export function readVerbInput(init: unknown): VerbInput {
  const { params, body, signal, timeoutMs, retry, fetch, middleware, headers, ...rest } = {
    ...(init as Record<string, unknown> | undefined),
  };
  checkParseAs(rest["parseAs"]);
  const { path, query, header } = { ...(params as GivenRequest | undefined) };
  return {
    given: { path, query, header, body },
    callOptions: { signal, timeoutMs, retry } as CallOptions,
    transport: fetch === undefined ? undefined : overRequests(checkFetch(fetch as RequestFetch)),
    middlewares: [...((middleware as Middleware[] | undefined) ?? [])],
    rest: { ...rest, headers: copyOf(headers) },
  };
}

/** openapi-fetch would throw only after the response. @throws {InvalidRequestError} for anything else */
function checkParseAs(parseAs: unknown): void {
  const known = ["json", "text", "blob", "arrayBuffer", "stream"];
  if (parseAs === undefined || known.includes(parseAs as string)) return;
  const message = `parseAs is not a way to read a response: pass one of ${known.join(", ")}`;
  throw new InvalidRequestError("The request", [{ field: "parseAs", message }]);
}

/** A single call's own `fetch`, which takes a `Request`, as in openapi-fetch. */
type RequestFetch = (request: Request) => Promise<Response>;

const overRequests = (fetch: RequestFetch): Transport =>
  fetchTransport(async (url: string, init: FetchInit) => {
    const request = new Request(url, init);
    const response = await fetch(request);
    // Keeps the request alive until here: once it is garbage-collected, its signal no longer aborts it.
    return request.signal && response;
  });

function copyOf(headers: unknown): unknown {
  if (!isObject(headers)) return headers;
  return Symbol.iterator in headers ? [...(headers as unknown as Iterable<unknown>)] : { ...headers };
}

/** @throws {InvalidRequestError} if the contract has no such operation */
export function findOperation(method: unknown, path: unknown): Descriptor {
  const verb = String(method).toUpperCase();
  const operation = Object.values(descriptors).find((one) => one.path === path && one.method === verb);
  if (operation) return operation;
  const message = "the contract has no such operation: check the method and path";
  throw new InvalidRequestError(`${verb} ${String(path)}`, [{ field: "path", message }]);
}

/** A client's middlewares, following openapi-fetch's rules. */
export function createMiddlewares() {
  const list: Middleware[] = [];
  return {
    list,
    use: (...added: Middleware[]) => {
      // As in openapi-fetch, falsy values are skipped.
      list.push(...added.filter(Boolean).map(checkMiddleware));
    },
    eject: (...removed: Middleware[]) => {
      for (const one of removed) if (list.includes(one)) list.splice(list.indexOf(one), 1);
    },
  };
}

function checkMiddleware(middleware: Middleware): Middleware {
  const names = ["onRequest", "onResponse", "onError"];
  if (isObject(middleware) && names.some((name) => name in middleware)) return middleware;
  throw new ConfigurationError("use() takes objects with onRequest, onResponse or onError.");
}

export interface VerbOutcome {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** Sends a request through openapi-fetch, which gives middlewares real `Request` and `Response` objects. */
export async function sendThrough(
  middlewares: Middleware[],
  request: CheckedRequest,
  call: Call,
  endpoint: string,
  rest: Record<string, unknown>,
): Promise<VerbOutcome> {
  const { operation, params, text } = request;
  const { path, query } = urlOf(request, endpoint);
  // Loaded on first use, to keep importing this package cheap.
  const { default: imported } = await import("openapi-fetch");
  // In CommonJS this is the whole module, with the function as its default export.
  const createClient = "default" in imported ? (imported.default as typeof imported) : imported;
  const client = createClient<Record<string, Record<string, object>>>({ baseUrl: endpoint });
  const init = {
    ...rest,
    baseUrl: endpoint,
    middleware: middlewares,
    params,
    body: text,
    // Already serialized, as checked.
    bodySerializer: (body: string) => body,
    pathSerializer: () => path,
    querySerializer: () => query,
    fetch: async (sendable: Request) => {
      const exchanged = await exchange(await fromRequest(sendable), call);
      return toResponse(readResponse(exchanged, operation, call));
    },
  };
  return (await client.request(
    operation.method as never,
    operation.path as never,
    init as never,
  )) as VerbOutcome;
}
