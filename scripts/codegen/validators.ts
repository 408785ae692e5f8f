import AjvCore from "ajv/dist/core.js";
import standalone from "ajv/dist/standalone/index.js";
import draft2020 from "ajv/dist/vocabularies/draft2020.js";
import formats from "ajv-formats";
import { build } from "esbuild";
import { root } from "../tools.js";
import { bareSchema, type Contract, type Json, type Operation, type Schema } from "./contract.js";

/** The name under which generated/validators.ts exports the validator of one part of an operation. */
export const validatorName = (operation: Operation, part: string): string => `${operation.name}_${part}`;

/**
 * Compiles each schema of the contract that a request or an answer has to fit, by JSON Schema 2020-12.
 * Lengths count code points. Findings carry no words: the guard finds its own.
 */
export async function generateValidators(contract: Contract): Promise<string> {
  const uses = (keyword: string) => JSON.stringify(contract.document).includes(`"${keyword}`);
  const ajv = new AjvCore.default({
    allErrors: true,
    messages: false,
    strict: false,
    meta: false,
    validateSchema: false,
    // Both cost every validator code, so they are there for contracts that use them.
    unevaluated: uses("unevaluated"),
    dynamicRef: uses("$dynamic"),
    next: true,
    code: { source: true, esm: true },
  } as ConstructorParameters<typeof AjvCore.default>[0]);
  for (const vocabulary of draft2020.default) ajv.addVocabulary(vocabulary);
  formats.default(ajv);
  const components = ((contract.document["components"] as Schema | undefined)?.["schemas"] ?? {}) as Schema;
  const prepare = (schema: Json): Json => pointIntoComponents(bareSchema(schema));
  const schemas = Object.fromEntries(
    Object.entries(components).map(([name, schema]) => [name, prepare(schema)]),
  );
  ajv.addSchema({ $id: "contract", components: { schemas } });

  const exported: Record<string, string> = {};
  const add = (name: string, schema: Json): void => {
    ajv.addSchema(prepare(schema) as object, name);
    exported[name] = name;
  };
  for (const operation of contract.operations) {
    for (const place of ["path", "query", "header"] as const) {
      const parameters = operation.parameters.filter((parameter) => parameter.in === place);
      add(validatorName(operation, place), {
        type: "object",
        properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
        required: parameters.filter(({ required }) => required).map(({ name }) => name),
        additionalProperties: false,
      });
    }
    if (operation.requestBody) add(validatorName(operation, "body"), operation.requestBody.schema);
    for (const [status, { schema }] of Object.entries(operation.responses)) {
      if (schema) add(validatorName(operation, `response_${status}`), schema);
    }
  }

  // Ajv writes `require` for its helpers even into an ES module: bundle the few that are used.
  const bundled = await build({
    stdin: { contents: standalone.default(ajv, exported), resolveDir: root, loader: "js" },
    bundle: true,
    absWorkingDir: root,
    preserveSymlinks: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  // Nothing but functions: bundlers may drop the helpers together with the validators that use them.
  const code = bundled.outputFiles[0]!.text.replace(
    /= (require_.+);/g,
    "= /* @__PURE__ */ (() => $1)();",
  ).replace(/= (__commonJS\()/g, "= /* @__PURE__ */ $1");
  return `// @ts-nocheck: compiled by Ajv; generated/operations.ts gives these functions their types\n${code}`;
}

/** Inside the validators the components live in the schema named `contract`. */
function pointIntoComponents(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(pointIntoComponents);
  if (schema === null || typeof schema !== "object") return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key !== "$ref" || typeof value !== "string") return [key, pointIntoComponents(value)];
      const name = /^#\/components\/schemas\/(.+)$/.exec(value)?.[1];
      if (!name) throw new Error(`${value}: a schema can only refer to #/components/schemas/…`);
      return [key, `contract#/components/schemas/${name}`];
    }),
  );
}
