import { startSandbox } from "./start.js";
import type { Sandbox, SandboxOptions } from "./types.js";

export { sandboxDefaults } from "./options.js";
export type {
  Execution,
  ExecutionNode,
  ExecutionStatus,
  JsonObject,
  NodeRun,
  Workflow,
  WorkflowContext,
  WorkflowFunction,
  WorkflowOutput,
} from "./execution-types.js";
export type { Failure, Project, Sandbox, SandboxOptions } from "./types.js";

/**
 * Starts a local FunctionGraph. It routes and validates requests by the contract, verifies their AK/SK
 * signatures over the bytes that arrived, runs executions, and responds as the gateway and the service do. It
 * also emulates IAM's project list and the ECS metadata service.
 *
 * @throws {ConfigurationError} for unusable options, or if it cannot listen
 */
export const createSandbox: (options?: SandboxOptions) => Promise<Sandbox> = startSandbox;
