import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answers } from "../../generated/answers.js";
import type { Credentials } from "../credentials.js";
import { maxSignedBodyBytes } from "../signing.js";
import { readRequest, routesOf, type ReadRequest, type Route } from "./route.js";
import type { Execution, Failure } from "./types.js";
import { refusalOf } from "./verify.js";

export interface HandlerOptions {
  credentials: Credentials;
  projectId: string;
  workflows: readonly string[] | undefined;
  clock: () => number;
  strict: boolean;
}

export interface Handler {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  executions: Execution[];
  failNext: (failure: Failure) => void;
}

interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** FunctionGraph behind its gateway, for one project and one access key. */
export function createHandler(options: HandlerOptions): Handler {
  const executions: Execution[] = [];
  const failures: Failure[] = [];

  /** What an operation does beyond answering with the contract's example. */
  const behaviours: Record<string, (request: ReadRequest, notes: string[]) => Reply> = {
    StartWorkflowExecution: ({ path, header, body }, notes) => {
      const execution_id = randomUUID();
      executions.push({ execution_id, path, header, body, notes });
      return { status: 200, body: { execution_id } };
    },
  };

  function carryOut(route: Route, request: IncomingMessage, body: Buffer): Reply {
    const {
      request: read,
      issues,
      notes,
    } = readRequest(route, request.url ?? "", request.headers, body, options);
    if (issues.length > 0)
      return serviceError(400, "FGS.3002", issues.map(({ message }) => message).join("; "));
    if (read.path["project_id"] !== undefined && read.path["project_id"] !== options.projectId) {
      return gatewayError(
        403,
        "APIG.0302",
        "The IAM user is not authorized to access the API: another project's id",
      );
    }
    const workflow = read.path["workflow_id"];
    if (workflow !== undefined && options.workflows && !options.workflows.includes(String(workflow))) {
      return serviceError(404, "FGS.5002", "Function flow not found.");
    }
    return behaviours[route.operation.operationId]?.(read, notes) ?? answers[route.name].success;
  }

  async function answer(request: IncomingMessage): Promise<Reply | "drop"> {
    const routes = routesOf(request.url ?? "");
    const route = routes[request.method ?? ""];
    const known = Object.keys(routes);
    if (known.length === 0)
      return gatewayError(404, "APIG.0101", "The API does not exist or has not been published");
    if (!route) {
      const refusal = gatewayError(405, "APIG.0101", `The API has no method ${request.method}`);
      return { ...refusal, headers: { Allow: known.join(", ") } };
    }
    const body = await readBody(request);
    if (!body)
      return {
        ...gatewayError(413, "APIG.0201", "The request body is larger than 12 MB"),
        headers: { Connection: "close" },
      };

    const failure = failures.shift();
    if (failure?.delayMs) await sleep(failure.delayMs, request);
    const ownWay =
      failure && (failure.drop || failure.status || failure.body !== undefined || failure.headers);
    if (!ownWay || failure.started) {
      const refusal = refusalOf(request, body, { credentials: options.credentials, now: options.clock() });
      const reply = refusal
        ? gatewayError(401, "APIG.0301", `Incorrect IAM authentication information: ${refusal}`)
        : carryOut(route, request, body);
      if (!ownWay) return reply;
    }
    if (failure.drop) return "drop";
    const { status = 500, body: failureBody, headers } = failure;
    return { status, body: failureBody, ...(headers && { headers }) };
  }

  return {
    executions,
    failNext: (failure) => void failures.push(failure),
    handle: async (request, response) => {
      const reply = await answer(request);
      if (reply === "drop") request.socket.destroy();
      else write(response, reply, options.clock());
    },
  };
}

const serviceError = (status: number, code: string, message: string): Reply => ({
  status,
  // The contract's own limit for error_msg, in code points.
  body: { error_code: code, error_msg: [...message].slice(0, 512).join("") },
});

/** A gateway's answer also carries its request id, filled in when it is written. */
const gatewayError = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error_code: code, error_msg: message, request_id: undefined },
});

function write(response: ServerResponse, { status, body, headers }: Reply, now: number): void {
  const requestId = randomBytes(16).toString("hex");
  const isEnvelope =
    body !== null && typeof body === "object" && "request_id" in body && body.request_id === undefined;
  const value = isEnvelope ? { ...body, request_id: requestId } : body;
  const text = value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  response.statusCode = status;
  response.setHeader("Date", new Date(now).toUTCString());
  response.setHeader("X-Request-Id", requestId);
  if (text && typeof value !== "string") response.setHeader("Content-Type", "application/json");
  for (const [name, given] of Object.entries(headers ?? {})) response.setHeader(name, given);
  response.end(text);
}

/** The whole body, or `undefined` when it is over the gateway's limit. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers["content-length"] ?? 0) > maxSignedBodyBytes) return resolve(undefined);
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxSignedBodyBytes) {
        request.pause();
        resolve(undefined);
      } else chunks.push(chunk);
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
  });
}

/** Ends early when the caller goes away. */
function sleep(ms: number, request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      request.socket.off("close", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    request.socket.once("close", done);
  });
}
