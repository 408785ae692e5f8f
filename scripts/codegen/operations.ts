import { comment, firstSentence, paragraphs } from "./comments.js";
import { places, type Contract, type Operation } from "./contract.js";
import { successes } from "./guard.js";
import { isOptional, requestType } from "./requests.js";

/** generated/operations.ts: the types of each operation. */
export function generateOperations({ operations }: Contract, requests: string): string {
  const helpers = [
    requests.includes("FreeFormObject") && "FreeFormObject",
    operations.some(({ paging }) => paging) && "PagedPromise",
    "PlainEnums",
    operations.some(({ paging }) => !paging) && "ResponsePromise",
  ].filter(Boolean);
  return `
    import type { ${helpers} } from "./contract.js";
    import type { operations } from "./types.js";

    ${requests}

    ${operations.map(responseType).join("\n\n")}

    /** Every operation of the contract as a method. */
    export interface Operations<Options> { ${operations.map(methodSignature).join("\n\n")} }

    /** The name of an operation's method. */
    export type OperationName = keyof Operations<never>;

    /** \`paths\` as the client takes them: the same requests as the methods. */
    export interface CallerPaths { ${callerPaths(operations)} }`;
}

const responseName = (operation: Operation): string => requestType(operation).replace(/Request$/, "Response");

function responseType(operation: Operation): string {
  const bodies = successes(operation).map(([status, { schema }]) => {
    const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
    return schema !== undefined
      ? `${typeOf(operation)}["responses"][${key}]["content"]["application/json"]`
      : "undefined";
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
    operation.paging && pagingDocs,
    `\`${operation.method} ${operation.path}\``,
    [
      "@throws {InvalidRequestError} if the request does not match the contract; nothing is sent",
      "@throws {ConfigurationError} if a setting, the credentials or the project is missing or unusable",
      ...failures,
      "@throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} if no usable response arrives",
    ].join("\n"),
  );
  const request = `request${canOmitRequest(operation) ? "?" : ""}: ${requestType(operation)}`;
  return `${comment(docs)}${operation.name}(${request}, options?: Options): ${resultType(operation)};`;
}

function resultType(operation: Operation): string {
  const response = responseName(operation);
  if (!operation.paging) return `ResponsePromise<${response}>`;
  return `PagedPromise<${response}, NonNullable<${response}[${JSON.stringify(operation.paging.items)}]>[number]>`;
}

const pagingDocs = `\`for await\` yields the items of all pages, one call for each page; \`timeoutMs\` is for one call. Items that
come or go meanwhile move the others, also out of a filter: one can be missed, and a status can be old. To change
what is listed, collect it first.`;

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
    responses: PlainEnums<${typeOf(operation)}["responses"]>;
  };`;
}
