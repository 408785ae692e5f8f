import type { Contract, Operation } from "./contract.js";

/** generated/sandbox.ts: what the sandbox needs to know about each operation beyond its descriptor. */
export const generateSandbox = ({ operations }: Contract): string => `
  import type { SandboxOperation } from "./contract.js";
  import type { OperationName } from "./operations.js";

  export const sandboxOperations: Record<OperationName, SandboxOperation> = {
    ${operations.map((operation) => `${operation.name}: ${sandboxOperation(operation)},`).join("\n")}
  };`;

function sandboxOperation({ operationId, parameters, responses }: Operation): string {
  const wireTypes = parameters
    .filter(({ wireTypes }) => wireTypes.some((type) => type !== "string"))
    .map(({ name, wireTypes, itemTypes }) => [name, { types: wireTypes, items: itemTypes }]);
  const [status, success] = Object.entries(responses).find(([key]) => key.startsWith("2")) ?? ["204"];
  if (success?.schema && success.example === undefined) {
    throw new Error(`${operationId}: response ${status} needs an example for the sandbox to respond with`);
  }
  const body = success?.schema ? `, body: ${JSON.stringify(success.example)}` : "";
  return `{
    wireTypes: ${JSON.stringify(Object.fromEntries(wireTypes))},
    success: { status: ${Number(status.replace("XX", "00"))}${body} },
  }`;
}
