import { createGateway } from "./gateway.js";
import { readOptions } from "./options.js";
import { serve } from "./server.js";
import type { Sandbox, SandboxOptions } from "./types.js";

export { sandboxDefaults } from "./options.js";
export type { Execution, Failure, Project, Sandbox, SandboxOptions } from "./types.js";

/**
 * Starts a local FunctionGraph. It routes and validates requests by the contract, verifies their AK/SK
 * signatures over the bytes that arrived, and responds as the gateway and the service do. It also
 * emulates IAM's project list and the ECS metadata service.
 *
 * @throws {ConfigurationError} for unusable options, or if it cannot listen
 */
export async function createSandbox(options?: SandboxOptions): Promise<Sandbox> {
  const settings = readOptions(options);
  const { handle, executions, failNext, close: endCalls } = createGateway(settings);
  const { url, close } = await serve({ handle, close: endCalls }, settings.port, settings.host);
  const { credentials, token, projectId } = settings;
  return { url, credentials, token, projectId, executions, failNext, close };
}
