import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRouter, operations as contract, type Operation } from "./contract.js";
import { createFaults, type Service } from "./faults.js";
import { createFunctionGraph } from "./functiongraph.js";
import { isLocal, isLoopback } from "./hosts.js";
import { gatewayError, readBody, readHead, write, type Call, type Reply } from "./http.js";
import { listProjects } from "./iam.js";
import { createKeys } from "./keys.js";
import { createMetadata } from "./metadata.js";
import type { Settings } from "./options.js";
import type { Execution } from "./execution-types.js";
import { createTime } from "./time.js";
import type { Failure } from "./types.js";
import { refusalOf } from "./verify.js";

export interface Gateway {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  executions: readonly Execution[];
  failNext: (failure: Failure) => void;
  /** Moves the time of executions forward. */
  advance: (ms: number) => Promise<void>;
  /** Ends delayed calls, and executions that run. */
  close: () => void;
}

/** What is at a path. */
interface Endpoint {
  service: Service;
  methods: ReadonlyMap<string, (call: Call) => Reply | Promise<Reply>>;
}

/** A call and what came of it. */
export interface Reported {
  method: string;
  pathname: string;
  /** Of the operation that it is for, if any. */
  operationId: string | undefined;
  /** In its path. */
  executionId: string | undefined;
  /** `undefined` if the connection was closed without one. */
  reply: Reply | undefined;
}

/** Not for users. */
export interface Watch {
  /** Is shown what an operation replies, even if a failure takes its place. */
  observe?: ((operation: Operation, reply: Reply) => void) | undefined;
  /** Is told of each call. */
  onReply?: ((reported: Reported) => void) | undefined;
}

/** FunctionGraph and IAM behind their gateway, and the metadata service, for one project. */
export function createGateway(
  settings: Settings,
  { operations = contract, observe = () => {}, onReply }: { operations?: readonly Operation[] } & Watch = {},
): Gateway {
  const { credentials, token, projectId, projects, clock } = settings;
  const keys = createKeys(credentials, token);
  const time = createTime(clock);
  const functiongraph = createFunctionGraph(settings, time);
  const metadata = createMetadata(keys, clock, settings.temporaryKeyLifetimeMs);
  const faults = createFaults(time);
  const routesAt = createRouter(operations);
  const guarded = isLoopback(settings.host);
  let closed = false;

  const fixed = new Map<string, Endpoint>([
    [
      "/v3/projects",
      { service: "iam", methods: new Map([["GET", (call) => listProjects(call, projects, projectId)]]) },
    ],
    ["/meta-data/latest/api/token", { service: "metadata", methods: new Map([["PUT", metadata.token]]) }],
    ["/openstack/latest/securitykey", { service: "metadata", methods: new Map([["GET", metadata.key]]) }],
  ]);

  function endpointAt(pathname: string): Endpoint | undefined {
    const known = fixed.get(pathname);
    if (known) return known;
    const methods = new Map<string, (call: Call) => Promise<Reply>>();
    for (const [method, route] of routesAt(pathname)) {
      methods.set(method, async (call) => {
        const reply = await functiongraph.carryOut(route, call);
        observe(route.operation, reply);
        return reply;
      });
    }
    return methods.size > 0 ? { service: "functiongraph", methods } : undefined;
  }

  function report(request: IncomingMessage, reply: Reply | undefined): Reported {
    const { method, pathname } = readHead(request);
    const route = routesAt(pathname).get(method);
    const operationId = route?.operation.descriptor.operationId;
    return { method, pathname, operationId, executionId: route?.path["execution_id"], reply };
  }

  /** The response to a request; `undefined` to close its connection without one. */
  async function reply(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<Reply | undefined> {
    const { host } = request.headers;
    if (guarded && !isLocal(host)) {
      const why = `The sandbox does not answer to the host ${JSON.stringify(host)}, which a web page may have led here`;
      const advice = 'use its address or localhost, or start it with the option host, such as "0.0.0.0"';
      return gatewayError(requestId, 403, "APIG.0302", `${why}: ${advice}`);
    }
    const head = readHead(request);
    const endpoint = endpointAt(head.pathname);
    // Set before anything can fail: IAM sends it with errors too.
    if (endpoint?.service === "iam") response.setHeader("X-IAM-Trace-Id", requestId);
    if (!endpoint) {
      return gatewayError(requestId, 404, "APIG.0101", "The API does not exist or has not been published");
    }
    const { service, methods } = endpoint;
    const method = methods.get(head.method);
    if (!method) {
      const refusal = gatewayError(requestId, 405, "APIG.0101", `The API has no method ${head.method}`);
      return { ...refusal, headers: { Allow: [...methods.keys()].join(", ") } };
    }
    const body = await readBody(request);
    if (!body) {
      const refusal = gatewayError(requestId, 413, "APIG.0201", "The request body is larger than 12 MB");
      return { ...refusal, headers: { Connection: "close" } };
    }

    const carryOut = async (): Promise<Reply> => {
      const call = { ...head, requestId, body };
      const refusal = service === "metadata" ? undefined : refusalOf(call, { keys, now: clock() });
      return refusal === undefined
        ? method(call)
        : gatewayError(requestId, 401, "APIG.0301", `Incorrect IAM authentication information: ${refusal}`);
    };
    const fault = faults.take(service);
    if (fault?.delayMs) await faults.delay(fault.delayMs, response);
    if (closed) return undefined;
    const carriedOut = !fault?.outcome || fault.started ? await carryOut() : undefined;
    return fault?.outcome === "drop" ? undefined : (fault?.outcome ?? carriedOut);
  }

  return {
    executions: functiongraph.executions,
    failNext: faults.failNext,
    advance: time.advance,
    close: () => {
      closed = true;
      faults.close();
      functiongraph.close();
    },
    handle: async (request, response) => {
      try {
        if (await functiongraph.servePage(request, response)) return;
        const requestId = randomUUID().replaceAll("-", "");
        response.setHeader("X-Request-Id", requestId);
        const outcome = await reply(request, response, requestId);
        onReply?.(report(request, outcome));
        response.setHeader("Date", new Date(clock()).toUTCString());
        if (outcome) write(response, outcome);
        else request.socket.destroy();
      } catch (error) {
        // The client has disconnected, or the sandbox itself failed, for example because its clock throws.
        if (request.socket.destroyed || response.headersSent) return void request.socket.destroy();
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
        response.end(`The sandbox failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}
