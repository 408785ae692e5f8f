/** What TypeScript says: whether programs that compile with one contract's types do so with another's. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readContract, type Contract } from "../../scripts/codegen/contract.js";
import type { Document } from "../../scripts/codegen/openapi.js";
import { generateOperations } from "../../scripts/codegen/operations.js";
import { generateRequests, requestType } from "../../scripts/codegen/requests.js";
import { generateTypes } from "../../scripts/codegen/types.js";
import { project, runNode } from "../project.js";

/** By name of a later contract: what stops compiling. Compiles once for all of them. */
export async function typeErrors(
  before: Document,
  later: Record<string, Document>,
): Promise<Record<string, string[]>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "types-")));
  try {
    symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
    const old = await writeTypes(folder, "before", before);
    const names = Object.keys(later);
    const errors: Record<string, string[]> = Object.fromEntries(names.map((name) => [name, []]));
    for (const [index, name] of names.entries()) {
      await writeTypes(folder, `after${index}`, later[name]!);
      writeFileSync(join(folder, `check${index}.ts`), program(old, `after${index}`));
    }
    const compilerOptions = {
      ...{ target: "ES2022", module: "NodeNext", types: [], noEmit: true, skipLibCheck: true },
      ...{ strict: true, exactOptionalPropertyTypes: true },
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const tsc = join(project, "node_modules/typescript-7/bin/tsc");
    const { stdout, code } = await runNode([tsc, "--pretty", "false"], { cwd: folder });
    if (code !== 0 && stdout === "") throw new Error("tsc did not run");
    for (const line of stdout.split("\n").filter((one) => /^\S/.test(one))) {
      const [, index] = /^(?:check|after)(\d+)/.exec(line) ?? [];
      if (index === undefined) throw new Error(line);
      errors[names[Number(index)]!]!.push(line);
    }
    return errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeTypes(folder: string, name: string, document: Document): Promise<Contract> {
  const inside = (file: string) => join(folder, name, file);
  mkdirSync(join(folder, name));
  const contract = readContract(JSON.stringify(document), "contract.json");
  writeFileSync(inside("types.ts"), await generateTypes(contract));
  writeFileSync(inside("operations.ts"), generateOperations(contract, await generateRequests(contract)));
  await cp(join(project, "scripts/codegen/templates/contract.ts"), inside("contract.ts"));
  return contract;
}

/** Callers write requests, so old ones have to fit the new types; they read responses, so new ones the old. */
function program({ document, operations }: Contract, after: string): string {
  const checks = operations.flatMap((operation) => {
    const { name, path, method } = operation;
    const verb = (side: string) => `${side}.CallerPaths[${JSON.stringify(path)}]["${method.toLowerCase()}"]`;
    const args = (side: string) => `Parameters<${side}.Operations<object>["${name}"]>`;
    const response = requestType(operation).replace(/Request$/, "Response");
    const responses = (side: string) => `${verb(side)}["responses"]`;
    const error = (side: string) => `ErrorResponse<${responses(side)}, "application/json">`;
    const success = (side: string) => `SuccessResponse<${responses(side)}, "application/json">`;
    return [
      `Fits<${args("Old")}, ${args("New")}>`,
      `Fits<Old.${requestType(operation)}, New.${requestType(operation)}>`,
      `Fits<${verb("Old")}["parameters"], ${verb("New")}["parameters"]>`,
      `Fits<Pick<${verb("Old")}, "requestBody">, Pick<${verb("New")}, "requestBody">>`,
      `Fits<New.${response}, Old.${response}>`,
      `Fits<${responses("New")}, ${responses("Old")}>`,
      `Fits<${error("New")}, ${error("Old")}>`,
      `Fits<${success("New")}, ${success("Old")}>`,
    ];
  });
  const names = Object.entries(document.components ?? {})
    .filter(([kind]) => ["schemas", "parameters", "responses", "requestBodies", "headers"].includes(kind))
    .map(([kind]) => `Fits<keyof OldTypes["${kind}"], keyof NewTypes["${kind}"]>`);
  return `
    import type { ErrorResponse, SuccessResponse } from "openapi-typescript-helpers";
    import type * as Old from "./before/operations.js";
    import type { components as OldTypes } from "./before/types.js";
    import type * as New from "./${after}/operations.js";
    import type { components as NewTypes } from "./${after}/types.js";

    type Fits<From extends To, To> = From;
    type OldSchemas = OldTypes["schemas"];
    type NewSchemas = NewTypes["schemas"];
    type Written = keyof OldSchemas & keyof Old.RequestSchemas;
    type Read = Exclude<keyof OldSchemas, Written>;
    export type Checks = [
      ${[
        ...checks,
        ...names,
        "Fits<Old.OperationName, New.OperationName>",
        "Fits<Pick<OldSchemas, Written>, Pick<NewSchemas, Written>>",
        "Fits<Pick<NewSchemas, Read>, Pick<OldSchemas, Read>>",
        "Fits<Old.RequestSchemas, Pick<New.RequestSchemas, keyof Old.RequestSchemas>>",
      ].join(",\n")}
    ];`;
}
