import type { Contract, Operation } from "./contract.js";
import { successes } from "./guard.js";

/** generated/sandbox.ts: what the sandbox responds to each operation. */
export const generateSandbox = ({ operations }: Contract): string => `
  import type { OperationName } from "./operations.js";

  /** The response to a valid request: the contract's own example. */
  export const examples: Record<OperationName, { status: number; body?: unknown }> = {
    ${operations.map((operation) => `${operation.name}: ${JSON.stringify(example(operation))},`).join("\n")}
  };`;

function example(operation: Operation) {
  const [status, success] = successes(operation)[0] ?? ["204"];
  if (success?.schema !== undefined && success.example === undefined) {
    throw new Error(
      `${operation.operationId}: response ${status} needs an example for the sandbox to respond with`,
    );
  }
  return { status: Number(status.replace("XX", "00")), body: success?.example };
}
