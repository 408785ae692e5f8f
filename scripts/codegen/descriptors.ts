import type { Contract, Operation } from "./contract.js";
import { requestSchemas, successes, successSchemas } from "./guard.js";
import { mapValues } from "./schemas.js";

/** generated/descriptors.ts: what the client and the sandbox need to know about each operation. */
export function generateDescriptors({ document, operations }: Contract): string {
  const servers = (document.servers ?? []).map(({ url }) => ({ url }));
  return `
    import type { Descriptor } from "./contract.js";
    import type { OperationName } from "./operations.js";

    /** The service's base URLs. */
    export const servers = ${JSON.stringify(servers)} as const;

    /** Each operation, by the name of its method. */
    export const descriptors: Record<OperationName, Descriptor> = {
      ${operations.map((operation) => `${operation.name}: ${JSON.stringify(descriptor(operation))},`).join("\n")}
    };`;
}

function descriptor(operation: Operation) {
  const { operationId, method, path, parameters, requestBody, paging } = operation;
  const defaults = parameters.flatMap(({ name, defaultFromClient }) =>
    defaultFromClient ? [[name, defaultFromClient]] : [],
  );
  const schemas = successSchemas(operation);
  return {
    operationId,
    method,
    path,
    defaultsFromClient: Object.fromEntries(defaults),
    body: requestBody ? (requestBody.required ? "required" : "optional") : "none",
    ...(paging && { paging }),
    request: requestSchemas(operation),
    success: mapValues(Object.fromEntries(successes(operation)), (_, status) => schemas[status] ?? null),
  };
}
