import Ajv2020 from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { build } from "esbuild";
import { root } from "../tools.js";
import { bareSchema, type Contract, type Json, type Operation, type Schema } from "./contract.js";

/** The name under which generated/validators.ts exports the validator of one part of an operation. */
export const validatorName = (operation: Operation, part: string): string => `${operation.name}_${part}`;

/**
 * Compiles each schema of the contract that a request or an answer has to fit. Lengths count code
 * points. `verbose` keeps with each finding the schema it broke, and with that the table of the
 * source page that the limit came from.
 */
export async function generateValidators(contract: Contract): Promise<string> {
  const ajv = new Ajv2020.default({
    allErrors: true,
    verbose: true,
    strict: false,
    code: { source: true, esm: true, lines: true },
  });
  formats.default(ajv);
  const components = ((contract.document["components"] as Schema | undefined)?.["schemas"] ?? {}) as Schema;
  const prepare = (schema: Json): Json => pointIntoComponents(bareSchema(schema), components);
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
        properties: Object.fromEntries(
          parameters.map(({ name, schema, documentedIn }) => [
            name,
            { ...schema, ...(documentedIn !== undefined && { "x-documented-in": documentedIn }) },
          ]),
        ),
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
  return `// @ts-nocheck: compiled by Ajv; generated/operations.ts gives these functions their types\n${bundled.outputFiles[0]!.text}`;
}

/**
 * Inside the validators the components live in the schema named `contract`. A reference takes along
 * where its target is documented, for the finding that the field is missing.
 */
function pointIntoComponents(schema: Json, components: Schema): Json {
  if (Array.isArray(schema)) return schema.map((one) => pointIntoComponents(one, components));
  if (schema === null || typeof schema !== "object") return schema;
  const { $ref, ...others } = schema;
  const rest = Object.entries(others).map(([key, value]) => [key, pointIntoComponents(value, components)]);
  if (typeof $ref !== "string") return Object.fromEntries(rest);
  const name = /^#\/components\/schemas\/(.+)$/.exec($ref)?.[1];
  if (!name) throw new Error(`${$ref}: a schema can only refer to #/components/schemas/…`);
  const documentedIn = (components[name] as Schema | undefined)?.["x-documented-in"];
  return {
    $ref: `contract#/components/schemas/${name}`,
    ...Object.fromEntries(rest),
    ...(documentedIn !== undefined && { "x-documented-in": documentedIn }),
  };
}
