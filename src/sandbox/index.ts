import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { checkCredentials, type Credentials } from "../credentials.js";
import { ConfigurationError } from "../errors.js";
import { createHandler } from "./handler.js";
import type { Execution, Failure } from "./types.js";

export type { Execution, Failure } from "./types.js";

export interface SandboxOptions {
  /** The one access key that it knows. @default a made-up pair, see `sandbox.credentials` */
  credentials?: Credentials;
  /** The one project that it knows. @default a made-up id, see `sandbox.projectId` */
  projectId?: string;
  /** Ids of the workflows that exist; calls to others answer 404. @default every id exists */
  workflows?: readonly string[];
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
  /** Base URL: the `endpoint` for a client. */
  url: string;
  /** The access key that it knows. */
  credentials: Credentials;
  /** The project that it knows. */
  projectId: string;
  /** Every execution it has started, oldest first. */
  executions: readonly Execution[];
  /** Makes the next call fail in the given way; called again before that, the one after it. */
  failNext(failure: Failure): void;
  /** Closes its connections and stops listening. */
  close(): Promise<void>;
}

/** Made up, in the shape of real ones, and worth nothing anywhere else. */
export const sandboxDefaults = {
  credentials: { ak: "SANDBOXACCESSKEY0000", sk: "sandbox-secret-key-that-opens-nothing-00" },
  projectId: "c53626012ba84727b938ca8bf03108ef",
} as const;

/**
 * Starts a FunctionGraph on this machine: it routes and validates by the contract, verifies AK/SK
 * signatures over the bytes that arrived, and answers as the gateway and the service do.
 *
 * @throws {ConfigurationError} for unusable options, or when it cannot listen
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = "127.0.0.1", workflows, clock = Date.now, strict = false } = options;
  const credentials = checkCredentials(
    options.credentials ?? sandboxDefaults.credentials,
    "the sandbox's options",
  );
  const projectId = options.projectId ?? sandboxDefaults.projectId;
  const { handle, executions, failNext } = createHandler({
    credentials,
    projectId,
    workflows,
    clock,
    strict,
  });

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  // A slow sender is cut off, as a gateway would do.
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) =>
      reject(new ConfigurationError(`The sandbox cannot listen: ${cause.message}.`, { cause })),
    );
    server.listen(port, host, resolve);
  });

  const { address, family, port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`,
    credentials,
    projectId,
    executions,
    failNext,
    close: () =>
      new Promise((resolve) => {
        // Closing what is closed already is fine: the error says only that.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
