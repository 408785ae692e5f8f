import AjvCore from "ajv/dist/core.js";
import standalone from "ajv/dist/standalone/index.js";
import draft2020 from "ajv/dist/vocabularies/draft2020.js";
import formats from "ajv-formats";
import { build } from "esbuild";
import { root } from "../tools.js";
import { places, type Contract, type Operation } from "./contract.js";
import type { Schema } from "./openapi.js";
import { bareSchema, mapSchemas, mapValues } from "./schemas.js";

/** The name under which generated/validators.ts exports the validator of one part of an operation. */
export const validatorName = (operation: Operation, part: string): string => `${operation.name}_${part}`;

/**
 * generated/validators.ts: each schema that a request or a successful response must match, compiled as JSON
 * Schema 2020-12. Lengths count code points. Errors have no messages: the guard writes them.
 */
export async function generateValidators(contract: Contract): Promise<string> {
  const uses = (keyword: string) => JSON.stringify(contract.document).includes(`"${keyword}`);
  const ajv = new AjvCore.default({
    allErrors: true,
    messages: false,
    strict: false,
    meta: false,
    validateSchema: false,
    // Both add code to every validator, so they are only on for contracts that use them.
    unevaluated: uses("unevaluated"),
    dynamicRef: uses("$dynamic"),
    next: true,
    code: { source: true, esm: true },
  } as ConstructorParameters<typeof AjvCore.default>[0]);
  for (const vocabulary of draft2020.default) ajv.addVocabulary(vocabulary);
  formats.default(ajv);
  const prepare = (schema: Schema) => pointIntoComponents(bareSchema(schema));
  const schemas = mapValues(contract.document.components?.schemas ?? {}, prepare);
  ajv.addSchema({ $id: "contract", components: { schemas } });

  const exported: Record<string, string> = {};
  const add = (name: string, schema: Schema): void => {
    ajv.addSchema(prepare(schema) as object, name);
    exported[name] = name;
  };
  for (const operation of contract.operations) {
    for (const place of places) {
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
      if (schema && status.startsWith("2")) add(validatorName(operation, `response_${status}`), schema);
    }
  }

  // Ajv emits `require` for its helpers even in an ES module, so bundle the few that are used.
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
  // Marked as pure, so that bundlers can drop the helpers together with the validators that use them.
  const code = bundled.outputFiles[0]!.text.replace(
    /= (require_.+);/g,
    "= /* @__PURE__ */ (() => $1)();",
  ).replace(/= (__commonJS\()/g, "= /* @__PURE__ */ $1");
  return `// @ts-nocheck: compiled by Ajv; generated/descriptors.ts gives these functions their types\n${code}`;
}

/** In the validators, the components are in the schema named `contract`. */
const pointIntoComponents = (schema: Schema): Schema =>
  mapSchemas(schema, (one) => {
    if (one.$ref === undefined) return one;
    const name = /^#\/components\/schemas\/(.+)$/.exec(one.$ref)?.[1];
    if (!name) throw new Error(`${one.$ref}: a schema can only refer to #/components/schemas/…`);
    return { ...one, $ref: `contract#/components/schemas/${name}` };
  });
