import type { Client } from "openapi-fetch";
import type { Descriptor } from "../generated/contract.js";
import { descriptors } from "../generated/descriptors.js";
import type { CallerPaths, Operations } from "../generated/operations.js";
import { ConfigurationError } from "./errors.js";
import { createExecutions, type Executions } from "./executions.js";
import { newProgress, readCallOptions, type Call, type CallOptions } from "./exchange/call.js";
import { Deadline } from "./exchange/deadline.js";
import { exchange } from "./exchange/exchange.js";
import { nameFailure, nameMiddlewareFailure } from "./exchange/failure.js";
import { nameEndOnly, settle } from "./exchange/settle.js";
import { readOptions, type ClientOptions } from "./options.js";
import { createProjectLookup } from "./project.js";
import type { GivenRequest } from "./request/guard.js";
import { checkRequest, noProject, reading, readMethodInput, type CheckedRequest } from "./request/read.js";
import { toSignable } from "./request/wire.js";
import { apiError } from "./response/error.js";
import { readResponse, successProblem } from "./response/response.js";
import { asPages, type Page } from "./response/paging.js";
import { asResult, type Outcome } from "./response/result.js";
import type { Transport } from "./runtime/types.js";
import { createMiddlewares, findOperation, readVerbInput, sendThrough } from "./verbs.js";

/**
 * An openapi-fetch client for the contract (`GET`, `POST`, `use`, …, which resolve to
 * `{ data, error, response }`), plus a method for each operation, which resolves to the response body or
 * rejects with a `FunctionGraphError`, plus `start` and `execution` for handles on executions. All of them
 * validate every request against the contract and sign it after all middlewares.
 */
export type FunctionGraphClient = Client<CallerPaths> &
  Operations<CallOptions> &
  Executions & {
    /**
     * Finds out where this client's calls go, without calling the service.
     *
     * @throws {ProjectLookupError} if the project has to be looked up in IAM, and cannot be
     */
    target(options?: CallOptions): Promise<Target>;
  };

/** Where a client's calls go. */
export interface Target {
  /** The service's base URL. */
  endpoint: string;
  /** The project of all calls that do not name another: the client's own, or the region's, looked up in IAM. */
  projectId: string;
}

const verbs = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/**
 * Creates a client for FunctionGraph's workflow API.
 *
 * @throws {ConfigurationError} if an option is missing or unusable
 */
export function createFunctionGraphClient(given: ClientOptions): FunctionGraphClient {
  const options = readOptions(given);
  const { settings, endpoint, origin, projectId } = options;
  const lookUpProject = createProjectLookup(options);
  const { list: middlewares, use, eject } = createMiddlewares();

  function newCall(operationId: string, safe: boolean, given: CallOptions | undefined, own?: Transport) {
    const callOptions = readCallOptions(given, options.timeoutMs);
    const { signal, timeoutMs, retry } = callOptions;
    const call: Call = {
      settings: { ...settings, ...(own && { transport: own }), ...(retry && { retry }) },
      operationId,
      safe,
      origin,
      projectId: undefined,
      deadline: new Deadline(timeoutMs, signal),
      progress: newProgress(),
    };
    return { call, options: callOptions };
  }

  /** Reads everything the caller passed, so later changes to it have no effect. */
  function begin(operation: Descriptor, given: GivenRequest, callOptions?: CallOptions, own?: Transport) {
    const request = checkRequest(operation, given, projectId, lookUpProject !== undefined);
    const { operationId, method, defaultsFromClient } = operation;
    const [projectParameter] = Object.keys(defaultsFromClient);
    const { call, options } = newCall(operationId, method === "GET" || method === "HEAD", callOptions, own);
    if (projectParameter) call.projectId = String(request.params.path[projectParameter]);
    return { request, call, options };
  }

  async function fillInProject({ params, missingProject }: CheckedRequest, call: Call): Promise<void> {
    if (missingProject === undefined || !lookUpProject) return;
    call.progress.waitingFor = "the project lookup in IAM";
    call.projectId = params.path[missingProject] = await lookUpProject(call.deadline);
    call.progress.waitingFor = undefined;
  }

  async function send(request: CheckedRequest, call: Call): Promise<Outcome> {
    await fillInProject(request, call);
    const exchanged = await exchange(toSignable(request, endpoint), call);
    const response = readResponse(exchanged, request.operation, call);
    if (!response.ok) throw apiError(response, response.value, call);
    return { data: response.value, response, requestId: call.progress.requestId };
  }

  async function callMethod(operation: Descriptor, input: unknown, callOptions?: CallOptions): Promise<Page> {
    const { operationId } = operation;
    const { request, call, options } = reading(operationId, () =>
      begin(operation, readMethodInput(operationId, input), callOptions),
    );
    const outcome = await settleMethod(request, call);
    const { path, query, header } = request.params;
    return {
      ...outcome,
      offset: Number(query["offset"] ?? 0),
      limit: query["limit"] as number | undefined,
      pageAt: (offset) => callMethod(operation, { path, query: { ...query, offset }, header }, options),
    };
  }

  function settleMethod(request: CheckedRequest, call: Call): Promise<Outcome> {
    const { operation } = request;
    const observers = [...middlewares];
    return settle(
      call,
      async () => {
        if (observers.length === 0) return send(request, call);
        await fillInProject(request, call);
        const { data, error, response } = await sendThrough(observers, request, call, endpoint, {});
        if (!response.ok) throw apiError(response, error, call);
        const problem = successProblem(operation, response.status, data);
        if (problem) throw new Error(`it changed the response: ${problem}`);
        return { data, response, requestId: call.progress.requestId };
      },
      nameMiddlewareFailure,
    );
  }

  async function callVerb(method: unknown, path: unknown, init: unknown) {
    const { request, call, observers, rest } = reading("The request", () => {
      const operation = findOperation(method, path);
      const { given, callOptions, transport, middlewares: own, rest } = readVerbInput(init);
      return {
        ...begin(operation, given, callOptions, transport),
        observers: [...middlewares, ...own],
        rest,
      };
    });
    return settle(
      call,
      async () => {
        await fillInProject(request, call);
        return sendThrough(observers, request, call, endpoint, rest);
      },
      nameEndOnly,
    );
  }

  async function target(callOptions?: CallOptions): Promise<Target> {
    if (projectId !== undefined) return { endpoint, projectId };
    const { call } = newCall("ProjectLookup", true, callOptions);
    const work = async () => {
      if (!lookUpProject) throw new ConfigurationError(`projectId is missing: ${noProject}.`);
      return { endpoint, projectId: await lookUpProject(call.deadline) };
    };
    return settle(call, work, nameFailure);
  }

  const operations = Object.fromEntries(
    Object.entries(descriptors).map(([name, operation]) => [
      name,
      (input?: unknown, callOptions?: CallOptions) => {
        const page = callMethod(operation, input, callOptions);
        return operation.paging ? asPages(page, operation.paging) : asResult(page);
      },
    ]),
  ) as unknown as Operations<CallOptions>;

  const client = {
    request: callVerb,
    target,
    ...Object.fromEntries(
      verbs.map((verb) => [verb, (path: unknown, init: unknown) => callVerb(verb, path, init)]),
    ),
    use,
    eject,
    ...operations,
    ...createExecutions(operations, options.maxConcurrentPolls),
  };
  return client as unknown as FunctionGraphClient;
}
