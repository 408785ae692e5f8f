import { documentedFields, type Contract, type Operation, type Parameter, type Schema } from "./contract.js";
import { validatorName } from "./validators.js";

/** generated/operations.ts: what each operation is, its types, and its openapi-fetch call. */
export function generateOperations({ document, operations, servers }: Contract): string {
  return [
    `import type { Client } from "openapi-fetch";`,
    `import type { operations as Schema, paths } from "./types.js";`,
    `import * as validators from "./validators.js";`,
    preamble,
    `/** Where the service is. */\nexport const servers = ${JSON.stringify(servers)} as const;`,
    ...operations.map(requestAndResponse),
    `/** Every operation of the contract as a method. */\nexport interface Operations<Options> { ${operations.map(methodSignature).join("\n")} }`,
    `/** Every operation of the contract as the openapi-fetch call it is. */\nexport const calls = { ${operations.map(call).join("\n")} };`,
    `/** What the guard and the sandbox have to know of each operation. */\nexport const descriptors: Record<keyof typeof calls, Descriptor> = { ${operations.map((operation) => descriptor(operation, document)).join("\n")} };`,
  ].join("\n\n");
}

const preamble = `
/** One departure from a schema, as Ajv reports it. */
export interface SchemaFinding {
  keyword: string;
  /** JSON pointer into the value. */
  instancePath: string;
  params: Record<string, unknown>;
}

/** Says whether a value fits a schema of the contract, and leaves in \`errors\` where it does not. */
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaFinding[] | null;
}

export interface Descriptor {
  operationId: string;
  method: string;
  /** Path template. */
  path: string;
  /** Names, as on the wire, by place. */
  parameters: { path: readonly string[]; query: readonly string[]; header: readonly string[] };
  /** Parameter name to the client's option that fills it in. */
  defaultsFromClient: Readonly<Record<string, string>>;
  body: "required" | "optional" | "none";
  validate: { path: Validator; query: Validator; header: Validator; body?: Validator };
  /** By status (\`200\`, \`2XX\`): the validator of the answer's body, or null where it has none. */
  success: Readonly<Record<string, Validator | null>>;
  /** By field (\`path.project_id\`, \`body.parts.*.name\`): where the source documents it. */
  documentedIn: Readonly<Record<string, string>>;
}

/** What a method resolves to: the answer's body, or with \`withResponse()\` that and the answer itself. */
export interface Result<Data> extends Promise<Data> {
  /** The answer's body together with its status and headers, and the id the gateway gave the request. */
  withResponse(): Promise<{ data: Data; response: Response; requestId: string | undefined }>;
}

type Parameters<Id extends keyof Schema> = Schema[Id]["parameters"];
type Init = { [option: string]: unknown };
`;

const pascal = ({ name }: Operation): string => name[0]!.toUpperCase() + name.slice(1);

function requestAndResponse(operation: Operation): string {
  const id = JSON.stringify(operation.operationId);
  const groups = (["path", "query", "header"] as const).flatMap((place) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    if (parameters.length === 0) return [];
    const optional = parameters.every(isOptional) ? "?" : "";
    const fields = parameters.map((parameter) => {
      const type = `NonNullable<Parameters<${id}>[${JSON.stringify(place)}]>[${JSON.stringify(parameter.name)}]`;
      return `${comment(describeParameter(parameter))}${JSON.stringify(parameter.name)}${isOptional(parameter) ? "?" : ""}: ${type};`;
    });
    return [`${comment(groupTitles[place])}${place}${optional}: { ${fields.join("\n")} };`];
  });
  if (operation.requestBody) {
    const required = operation.requestBody.required;
    const body = `NonNullable<Schema[${id}]["requestBody"]>["content"]["application/json"]`;
    groups.push(`/** Request body, sent as JSON. */\nbody${required ? "" : "?"}: ${body};`);
  }
  const bodies = successes(operation).map(([status, { schema }]) => {
    const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
    return schema ? `Schema[${id}]["responses"][${key}]["content"]["application/json"]` : "undefined";
  });
  return [
    `/** What ${operation.name} takes. */`,
    `export interface ${pascal(operation)}Request { ${groups.join("\n")} }`,
    `/** What ${operation.name} resolves to. */`,
    `export type ${pascal(operation)}Response = ${[...new Set(bodies)].join(" | ") || "undefined"};`,
  ].join("\n");
}

const groupTitles = { path: "Path parameters.", query: "Query parameters.", header: "Request headers." };

const isOptional = ({ required, defaultFromClient }: Parameter): boolean =>
  !required || defaultFromClient !== undefined;

const successes = ({ responses }: Operation) =>
  Object.entries(responses).filter(([status]) => status.startsWith("2"));

function describeParameter({
  description,
  limits: schema,
  defaultFromClient,
  documentedIn,
}: Parameter): string {
  const { minLength, maxLength, minimum, maximum } = schema;
  const limited = [
    range(minLength, maxLength, "characters"),
    range(minimum, maximum, ""),
    schema["x-undocumented-length"] ? "No documented limit" : "",
  ].filter(Boolean);
  return [
    description?.trim(),
    limited.length > 0 && `${limited.join("; ")}${documentedIn ? ` (${documentedIn})` : ""}.`,
    defaultFromClient && `@default the client's \`${defaultFromClient}\``,
  ]
    .filter(Boolean)
    .join("\n\n");
}

function range(least: unknown, most: unknown, unit: string): string {
  if (least === undefined && most === undefined) return "";
  if (most === undefined) return `At least ${least} ${unit}`.trim();
  return `${least ?? 0} to ${most} ${unit}`.trim();
}

function methodSignature(operation: Operation): string {
  const refusals = Object.entries(operation.responses).filter(([status]) => !status.startsWith("2"));
  const docs = [
    operation.summary && `${operation.summary}.`,
    operation.description?.trim(),
    `\`${operation.method} ${operation.path}\``,
    [
      "@throws {InvalidRequestError} before anything is sent, for what the contract forbids",
      "@throws {ConfigurationError} before anything is sent, for missing or unusable settings",
      ...refusals.map(
        ([status, { description }]) => `@throws {ApiError} ${status}: ${firstSentence(description)}`,
      ),
      "@throws {ConnectionError | TimeoutError | AbortError | UnexpectedResponseError} when no usable answer came",
    ].join("\n"),
  ];
  const optional = requestIsOptional(operation) ? "?" : "";
  return `${comment(docs.filter(Boolean).join("\n\n"))}${operation.name}(request${optional}: ${pascal(operation)}Request, options?: Options): Result<${pascal(operation)}Response>;`;
}

const firstSentence = (text: string): string =>
  /^[^]*?[.](?=\s|$)/.exec(text)?.[0].replace(/\s+/g, " ") ?? text.trim();

const requestIsOptional = ({ parameters, requestBody }: Operation): boolean =>
  parameters.every(isOptional) && !requestBody?.required;

function call(operation: Operation): string {
  const places = new Set(operation.parameters.map((parameter) => parameter.in));
  const params = [...places].map((place) => `${place}: request.${place}`).join(", ");
  const body = operation.requestBody ? ", body: request.body" : "";
  const request = `request: ${pascal(operation)}Request${requestIsOptional(operation) ? " = {}" : ""}`;
  const init = `{ ...init, params: { ${params} } as Parameters<${JSON.stringify(operation.operationId)}>${body} }`;
  return `${operation.name}: (client: Client<paths>, ${request}, init: Init = {}) => client.${operation.method}(${JSON.stringify(operation.path)}, ${init} as never),`;
}

function descriptor(operation: Operation, document: Schema): string {
  const named = (place: Parameter["in"]) =>
    operation.parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
  const defaults = operation.parameters.flatMap(({ name, defaultFromClient }) =>
    defaultFromClient ? [[name, defaultFromClient]] : [],
  );
  const validator = (part: string) => `validators.${validatorName(operation, part)} as Validator`;
  const body = operation.requestBody ? `, body: ${validator("body")}` : "";
  const success = successes(operation).map(
    ([status, { schema }]) =>
      `${JSON.stringify(status)}: ${schema ? validator(`response_${status}`) : "null"}`,
  );
  return `${operation.name}: {
    operationId: ${JSON.stringify(operation.operationId)},
    method: ${JSON.stringify(operation.method)},
    path: ${JSON.stringify(operation.path)},
    parameters: ${JSON.stringify({ path: named("path"), query: named("query"), header: named("header") })},
    defaultsFromClient: ${JSON.stringify(Object.fromEntries(defaults))},
    body: ${JSON.stringify(operation.requestBody ? (operation.requestBody.required ? "required" : "optional") : "none")},
    validate: { path: ${validator("path")}, query: ${validator("query")}, header: ${validator("header")}${body} },
    success: { ${success.join(", ")} },
    documentedIn: ${JSON.stringify(documentedFields(operation, document))},
  },`;
}

/** A doc comment with the text, or nothing for no text. */
function comment(text: string): string {
  if (!text) return "";
  const lines = text.replaceAll("*/", "*\\/").split("\n");
  return lines.length === 1
    ? `/** ${lines[0]} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}
