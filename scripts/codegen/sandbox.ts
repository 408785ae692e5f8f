import { validate } from "../../src/request/validate.js";
import type { Contract, Operation } from "./contract.js";
import { guarded, successes } from "./guard.js";
import { minimalValue } from "./minimal.js";
import { mapValues } from "./schemas.js";

/** generated/sandbox.ts: what the sandbox responds to each operation. */
export const generateSandbox = (contract: Contract): string => `
  import type { OperationName } from "./operations.js";

  /** The response to a valid request: the contract's own example, or a small value that fits. */
  export const examples: Record<OperationName, { status: number; body?: unknown }> = {
    ${contract.operations.map((one) => `${one.name}: ${JSON.stringify(example(one, contract))},`).join("\n")}
  };`;

function example(operation: Operation, { document, resolve, refuse }: Contract) {
  const [status, success] = successes(operation)[0] ?? ["204"];
  const answer = (body?: unknown) => ({ status: Number(status.replace("XX", "00")), body });
  if (success?.schema === undefined || success.example !== undefined) return answer(success?.example);
  const body = minimalValue(success.schema, resolve) ?? {};
  const named = mapValues(document.components?.schemas ?? {}, guarded);
  if (validate(guarded(success.schema), body, named).length > 0) {
    const message = `${operation.operationId}: response ${status} needs an example for the sandbox to respond with`;
    refuse(message, success.given);
  }
  return answer(body);
}
