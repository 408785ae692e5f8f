import { documentedFields, places, type Contract, type Operation, type Place } from "./contract.js";
import type { Resolve } from "./openapi.js";
import { successes } from "./operations.js";
import { validatorName } from "./validators.js";

/** generated/descriptors.ts: what the client and the sandbox need to know about each operation. */
export function generateDescriptors({ document, operations, resolve }: Contract): string {
  const servers = (document.servers ?? []).map(({ url }) => ({ url }));
  return `
    import type { Descriptor, Validator } from "./contract.js";
    import type { OperationName } from "./operations.js";
    import * as validators from "./validators.js";

    /** The service's base URLs. */
    export const servers = ${JSON.stringify(servers)} as const;

    /** Each operation, by the name of its method. */
    export const descriptors: Record<OperationName, Descriptor> = {
      ${operations.map((operation) => descriptor(operation, resolve)).join("\n")}
    };`;
}

function descriptor(operation: Operation, resolve: Resolve): string {
  const { operationId, method, path, requestBody } = operation;
  const named = (place: Place) =>
    operation.parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
  const defaults = operation.parameters.flatMap(({ name, defaultFromClient }) =>
    defaultFromClient ? [[name, defaultFromClient]] : [],
  );
  const validator = (part: string) => `validators.${validatorName(operation, part)} as Validator`;
  const validated = requestBody ? [...places, "body"] : places;
  const success = successes(operation).map(
    ([status, { schema }]) =>
      `${JSON.stringify(status)}: ${schema ? validator(`response_${status}`) : "null"}`,
  );
  const body = requestBody ? (requestBody.required ? "required" : "optional") : "none";
  return `${operation.name}: {
    operationId: ${JSON.stringify(operationId)},
    method: ${JSON.stringify(method)},
    path: ${JSON.stringify(path)},
    parameters: ${JSON.stringify({ path: named("path"), query: named("query"), header: named("header") })},
    defaultsFromClient: ${JSON.stringify(Object.fromEntries(defaults))},
    body: ${JSON.stringify(body)},
    validate: { ${validated.map((part) => `${part}: ${validator(part)}`).join(", ")} },
    success: { ${success.join(", ")} },
    documentedIn: ${JSON.stringify(documentedFields(operation, resolve))},
  },`;
}
