import { comment, firstSentence, paragraphs } from "./comments.js";
import { documentedFields, places, type Contract, type Operation, type Place } from "./contract.js";
import type { Resolve } from "./openapi.js";
import { isOptional, requestType } from "./requests.js";
import { validatorName } from "./validators.js";

/** generated/operations.ts: the types of each operation, and what the client needs to know of it. */
export function generateOperations({ document, operations, resolve }: Contract, requests: string): string {
  const servers = (document.servers ?? []).map(({ url }) => ({ url }));
  return `
    import type { Descriptor, FreeFormObject, ResponsePromise, Validator } from "./contract.js";
    import type { operations } from "./types.js";
    import * as validators from "./validators.js";

    /** Where the service is. */
    export const servers = ${JSON.stringify(servers)} as const;

    ${requests}

    ${operations.map(responseType).join("\n\n")}

    /** Every operation of the contract as a method. */
    export interface Operations<Options> { ${operations.map(methodSignature).join("\n\n")} }

    /** The name of an operation's method. */
    export type OperationName = keyof Operations<never>;

    /** \`paths\` for a caller of the client: it takes the same requests as the methods. */
    export interface CallerPaths { ${callerPaths(operations)} }

    /** What the client and the sandbox need to know of each operation. */
    export const descriptors: Record<OperationName, Descriptor> = {
      ${operations.map((operation) => descriptor(operation, resolve)).join("\n")}
    };`;
}

const responseName = (operation: Operation): string => requestType(operation).replace(/Request$/, "Response");

const successes = ({ responses }: Operation) =>
  Object.entries(responses).filter(([status]) => status.startsWith("2"));

function responseType(operation: Operation): string {
  const bodies = successes(operation).map(([status, { schema }]) => {
    const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
    return schema ? `${typeOf(operation)}["responses"][${key}]["content"]["application/json"]` : "undefined";
  });
  return `/** What ${operation.name} resolves to. */
    export type ${responseName(operation)} = ${[...new Set(bodies)].join(" | ") || "undefined"};`;
}

/** The operation in openapi-typescript's `operations`. */
const typeOf = ({ operationId }: Operation): string => `operations[${JSON.stringify(operationId)}]`;

const canOmitRequest = ({ parameters, requestBody }: Operation): boolean =>
  parameters.every(isOptional) && !requestBody?.required;

function methodSignature(operation: Operation): string {
  const failures = Object.entries(operation.responses)
    .filter(([status]) => !status.startsWith("2"))
    .map(([status, { description }]) => {
      const when = status === "default" ? "any other status" : status;
      return `@throws {ApiError} ${when}: ${firstSentence(status, description)}`;
    });
  const docs = paragraphs(
    operation.summary && `${operation.summary}.`,
    operation.description,
    `\`${operation.method} ${operation.path}\``,
    [
      "@throws {InvalidRequestError} if the request does not match the contract; nothing is sent",
      "@throws {ConfigurationError} if a setting, the credentials or the project are missing or unusable",
      ...failures,
      "@throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives",
    ].join("\n"),
  );
  const request = `request${canOmitRequest(operation) ? "?" : ""}: ${requestType(operation)}`;
  return `${comment(docs)}${operation.name}(${request}, options?: Options): ResponsePromise<${responseName(operation)}>;`;
}

function callerPaths(operations: Operation[]): string {
  const paths = new Set(operations.map(({ path }) => path));
  return [...paths]
    .map((path) => {
      const methods = operations.filter((operation) => operation.path === path).map(callerOperation);
      return `${JSON.stringify(path)}: { ${methods.join("\n")} };`;
    })
    .join("\n");
}

function callerOperation(operation: Operation): string {
  const part = (name: string) => `${requestType(operation)}[${JSON.stringify(name)}]`;
  const groups = places.map((place) => {
    const group = operation.parameters.filter((parameter) => parameter.in === place);
    if (group.length === 0) return `${place}?: never;`;
    return `${place}${group.every(isOptional) ? "?" : ""}: ${part(place)};`;
  });
  const { requestBody } = operation;
  const body = requestBody
    ? `requestBody${requestBody.required ? "" : "?"}: { content: { "application/json": ${part("body")} } };`
    : "requestBody?: never;";
  return `${operation.method.toLowerCase()}: {
    parameters: { ${groups.join(" ")} cookie?: never };
    ${body}
    responses: ${typeOf(operation)}["responses"];
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
