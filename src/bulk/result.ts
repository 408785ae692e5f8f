import type { FunctionGraphClient } from "../client.js";
import { ConfigurationError } from "../errors.js";

/** The part of a handle on an execution that waits for its result. */
interface Handles {
  execution?(
    workflowId: string,
    executionId: string,
  ): { result(options: { signal: AbortSignal }): Promise<unknown> };
}

/** @throws {ConfigurationError} if the client cannot wait for results */
export function resultsOf(functiongraph: FunctionGraphClient) {
  const client = functiongraph as FunctionGraphClient & Handles;
  if (typeof client.execution !== "function") {
    throw new ConfigurationError(
      "This client has no execution(): pass one of createFunctionGraphClient, or no wait.",
    );
  }
  return (workflowId: string, executionId: string, signal: AbortSignal): Promise<unknown> =>
    client.execution!(workflowId, executionId).result({ signal });
}
