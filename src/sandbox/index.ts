import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { checkCredentials } from "../credentials/check.js";
import { ConfigurationError } from "../errors.js";
import { createHandler } from "./handler.js";
import type { Sandbox, SandboxOptions } from "./types.js";

export type { Execution, Failure, Project, Sandbox, SandboxOptions } from "./types.js";

/** Made up, in the shape of real ones, and worth nothing anywhere else. */
export const sandboxDefaults = {
  credentials: { ak: "SANDBOXACCESSKEY0000", sk: "sandbox-secret-key-that-opens-nothing-00" },
  token: "sandbox-iam-token-that-opens-nothing-00",
  projectId: "c53626012ba84727b938ca8bf03108ef",
} as const;

/**
 * Starts a FunctionGraph on this machine: it routes and validates by the contract, verifies AK/SK
 * signatures over the bytes that arrived, and answers as the gateway and the service do. It also
 * plays IAM's project list and the ECS metadata service.
 *
 * @throws {ConfigurationError} for unusable options, or when it cannot listen
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = "127.0.0.1" } = options;
  const origin = "the sandbox's options";
  const credentials = checkCredentials(options.credentials ?? sandboxDefaults.credentials, origin);
  const { token } = checkCredentials({ token: options.token ?? sandboxDefaults.token }, origin);
  const projectId = options.projectId ?? sandboxDefaults.projectId;
  const { handle, executions, failNext } = createHandler({ ...options, credentials, token, projectId });

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  // A slow sender is cut off, as a gateway would do.
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: Error) =>
      reject(new ConfigurationError(`The sandbox cannot listen: ${cause.message}.`, { cause }));
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });

  const { address, family, port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`,
    credentials,
    token,
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
