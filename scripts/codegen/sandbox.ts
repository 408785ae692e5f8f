import type { Contract, Operation } from "./contract.js";
import { validatorName } from "./validators.js";

/** generated/sandbox.ts: what the sandbox has to know of each operation beyond its descriptor. */
export function generateSandbox({ operations }: Contract): string {
  return [
    `import type { Validator, calls } from "./operations.js";`,
    `import * as validators from "./validators.js";`,
    `export interface WireType {
      types: readonly string[];
      /** Of an array's items. */
      items: readonly string[];
    }`,
    `export interface Answers {
      /** What the text on the wire can stand for, of the parameters that are not only strings. */
      wireTypes: Readonly<Record<string, WireType>>;
      /** What a successful call answers: the contract's own example. */
      success: { status: number; body?: unknown };
      /** By status: the validator of an error's body, or null where it has none. */
      errors: Readonly<Record<string, Validator | null>>;
    }`,
    `export const answers: Record<keyof typeof calls, Answers> = {
      ${operations.map((operation) => `${operation.name}: ${answer(operation)},`).join("\n")}
    };`,
  ].join("\n\n");
}

function answer(operation: Operation): string {
  const wireTypes = operation.parameters
    .filter(({ wireTypes }) => wireTypes.some((type) => type !== "string"))
    .map(({ name, wireTypes, itemTypes }) => [name, { types: wireTypes, items: itemTypes }]);
  const [status, success] = Object.entries(operation.responses).find(([key]) => /^2/.test(key)) ?? [
    "204",
    undefined,
  ];
  if (success?.schema && success.example === undefined) {
    throw new Error(
      `${operation.operationId}: response ${status} needs an example, which the sandbox answers with`,
    );
  }
  const errors = Object.entries(operation.responses)
    .filter(([key]) => !key.startsWith("2"))
    .map(([key, { schema }]) => {
      const validator = schema
        ? `validators.${validatorName(operation, `response_${key}`)} as Validator`
        : "null";
      return `${JSON.stringify(key)}: ${validator}`;
    });
  const body = success?.schema ? `, body: ${JSON.stringify(success.example)}` : "";
  return `{
    wireTypes: ${JSON.stringify(Object.fromEntries(wireTypes))},
    success: { status: ${Number(status.replace("XX", "00"))}${body} },
    errors: { ${errors.join(", ")} },
  }`;
}
