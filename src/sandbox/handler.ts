import type { IncomingMessage, ServerResponse } from "node:http";
import { ConfigurationError } from "../errors.js";
import { createFunctionGraph } from "./functiongraph.js";
import { gatewayError, readBody, sleep, splitOnce, write, type Reply } from "./http.js";
import { listProjects } from "./iam.js";
import { createKeys } from "./keys.js";
import { createMetadata } from "./metadata.js";
import { routesOf } from "./route.js";
import type { Execution, Failure, SandboxOptions } from "./types.js";
import { refusalOf } from "./verify.js";

export type HandlerOptions = Required<Pick<SandboxOptions, "credentials" | "token" | "projectId">> &
  SandboxOptions;

export interface Handler {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  executions: Execution[];
  failNext: (failure: Failure) => void;
}

/** One call that the sandbox knows. */
interface Endpoint {
  of: NonNullable<Failure["of"]>;
  /** Whether the gateway asks for a signature or a token first. */
  signed: boolean;
  carryOut: (request: IncomingMessage, body: Buffer) => Reply;
}

/** FunctionGraph and IAM behind the gateway, and the metadata service, for one project. */
export function createHandler(options: HandlerOptions): Handler {
  const { credentials, token, projectId, workflows, projects, clock = Date.now, strict = false } = options;
  const keys = createKeys(credentials, token);
  const functiongraph = createFunctionGraph({ projectId, workflows, strict });
  const metadata = createMetadata(keys, clock, options.temporaryKeyLifetimeMs ?? 86_400_000);
  const failures: Failure[] = [];

  /** The calls at a path, by method. */
  function endpointsAt(url: string): Record<string, Endpoint> {
    switch (splitOnce(url, "?")[0]) {
      case "/v3/projects":
        return {
          GET: { of: "iam", signed: true, carryOut: (request) => listProjects(request, projects, projectId) },
        };
      case "/meta-data/latest/api/token":
        return { PUT: { of: "metadata", signed: false, carryOut: metadata.token } };
      case "/openstack/latest/securitykey":
        return { GET: { of: "metadata", signed: false, carryOut: metadata.key } };
    }
    const routes = Object.entries(routesOf(url)).map(([method, route]): [string, Endpoint] => {
      const carryOut: Endpoint["carryOut"] = (request, body) => functiongraph.carryOut(route, request, body);
      return [method, { of: "functiongraph", signed: true, carryOut }];
    });
    return Object.fromEntries(routes);
  }

  function takeFailure(of: Endpoint["of"]): Failure | undefined {
    const index = failures.findIndex((failure) => (failure.of ?? "functiongraph") === of);
    return index < 0 ? undefined : failures.splice(index, 1)[0];
  }

  function carryOut({ signed, carryOut }: Endpoint, request: IncomingMessage, body: Buffer): Reply {
    const refusal = signed ? refusalOf(request, body, { keys, now: clock() }) : undefined;
    return refusal === undefined
      ? carryOut(request, body)
      : gatewayError(401, "APIG.0301", `Incorrect IAM authentication information: ${refusal}`);
  }

  async function answer(request: IncomingMessage): Promise<Reply | "drop"> {
    const endpoints = endpointsAt(request.url ?? "");
    const methods = Object.keys(endpoints);
    if (methods.length === 0) {
      return gatewayError(404, "APIG.0101", "The API does not exist or has not been published");
    }
    const endpoint = endpoints[request.method ?? ""];
    if (!endpoint) {
      const refusal = gatewayError(405, "APIG.0101", `The API has no method ${request.method}`);
      return { ...refusal, headers: { Allow: methods.join(", ") } };
    }
    const body = await readBody(request);
    if (!body) {
      const refusal = gatewayError(413, "APIG.0201", "The request body is larger than 12 MB");
      return { ...refusal, headers: { Connection: "close" } };
    }

    const failure = takeFailure(endpoint.of);
    if (failure?.delayMs) await sleep(failure.delayMs, request);
    const fails =
      failure && (failure.drop || failure.status || failure.body !== undefined || failure.headers);
    if (!fails) return carryOut(endpoint, request, body);
    if (failure.started) carryOut(endpoint, request, body);
    if (failure.drop) return "drop";
    const { status = 500, body: failureBody, headers } = failure;
    return { status, body: failureBody, ...(headers && { headers }) };
  }

  return {
    executions: functiongraph.executions,
    failNext: (failure) => {
      const { status = 500 } = failure;
      if (!Number.isInteger(status) || status < 200 || status > 999) {
        throw new ConfigurationError("failNext: status has to be a whole number from 200 to 999.");
      }
      failures.push(failure);
    },
    handle: async (request, response) => {
      const reply = await answer(request);
      if (reply === "drop") request.socket.destroy();
      else write(response, reply, clock());
    },
  };
}
