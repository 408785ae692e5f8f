/**
 * `npm run generate`: generates everything in generated/ from the contract.
 *
 *   (no option)   lint, generate, write, and report what changed in the contract
 *   --check       write nothing; exit 1 and name the files in generated/ that are out of date
 *   --watch       generate again whenever something in openapi/ changes
 *
 * If the contract does not lint, generated/ stays as it is.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { tsImport } from "tsx/esm/api";
import { compareContracts } from "./codegen/changes.js";
import { readContract } from "./codegen/contract.js";
import type { Document } from "./codegen/openapi.js";
import { generateDescriptors } from "./codegen/descriptors.js";
import { generateSchemas } from "./codegen/guard.js";
import { generateOperations } from "./codegen/operations.js";
import { generateRequests } from "./codegen/requests.js";
import type * as Source from "./codegen/source.js";
import { generateSandbox } from "./codegen/sandbox.js";
import { ContractError } from "./codegen/document.js";
import { generateTypes } from "./codegen/types.js";
import { formatFinding, lint } from "./lint.js";
import { contractFile, endOnSignals, inProject, isMain, shown } from "./tools.js";
import { saves } from "./watch.js";

const folder = inProject("generated");
const notice = `Generated from openapi/functiongraph-workflow.yaml by \`npm run generate\`: do not edit.`;

/**
 * The text of each generated file, by name.
 *
 * @throws {ContractError} naming, with file, line and column, what the generator cannot do
 */
export async function generateFiles(text: string, file = contractFile): Promise<Record<string, string>> {
  // Loaded anew each time: while the contract is watched, the documented rows change, too.
  const source = (await tsImport("./codegen/source.js", import.meta.url)) as typeof Source;
  const contract = readContract(text, file, source.addSources);
  const options = { ...(await resolveConfig(inProject("generated/types.ts"))), parser: "typescript" };
  const head = `// ${notice}\n`;
  const pretty = (text: string) => format(head + text, options);
  // What openapi-typescript prints is formatted already.
  return {
    "contract.ts": head + (await readFile(inProject("scripts/codegen/templates/contract.ts"), "utf8")),
    "descriptors.ts": await pretty(generateDescriptors(contract)),
    "openapi.json": `${JSON.stringify({ "x-generated": notice, ...contract.document }, null, 2)}\n`,
    "operations.ts": await pretty(generateOperations(contract, await generateRequests(contract))),
    "SOURCE.md": await format(`<!-- ${notice} -->\n\n${source.generateSource(contract.document)}`, {
      ...options,
      parser: "markdown",
    }),
    "sandbox.ts": await pretty(generateSandbox(contract)),
    "schemas.ts": await pretty(generateSchemas(contract)),
    "types.ts": head + (await generateTypes(contract)),
  };
}

/** Files in generated/ that are missing, out of date or unexpected. */
async function findDrift(files: Record<string, string>): Promise<string[]> {
  const present = await readdir(folder).catch(() => []);
  const drifted = await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const now = await readFile(join(folder, name), "utf8").catch(() => undefined);
      return now === text ? [] : [name];
    }),
  );
  return [...drifted.flat(), ...present.filter((name) => !(name in files))].sort();
}

/**
 * Writes to a temporary folder first, so that a full disk leaves the old files intact; and without a pause, so
 * that Ctrl-C comes before or after it.
 */
function writeFiles(files: Record<string, string>, drifted: string[]): void {
  mkdirSync(folder, { recursive: true });
  const staging = mkdtempSync(`${folder}-`);
  try {
    const changed = drifted.filter((name) => name in files);
    for (const name of changed) writeFileSync(join(staging, name), files[name]!);
    for (const name of changed) renameSync(join(staging, name), join(folder, name));
    for (const name of drifted) if (!(name in files)) rmSync(join(folder, name), { recursive: true });
  } finally {
    rmSync(staging, { recursive: true });
  }
}

async function contractBefore(): Promise<Document | undefined> {
  try {
    return withoutNotice(await readFile(join(folder, "openapi.json"), "utf8"));
  } catch {
    return undefined;
  }
}

function withoutNotice(text: string): Document {
  const { "x-generated": _notice, ...document } = JSON.parse(text);
  return document;
}

export interface Outcome {
  ok: boolean;
  /** Files that were written, or with `check`, would have been. */
  changed: string[];
  /** What is wrong with the contract, a line for each thing, with its place. */
  findings: string[];
}

function refuse(findings: string[], ...verdict: string[]): Outcome {
  for (const line of [...findings, ...verdict]) console.error(line);
  return { ok: false, changed: [], findings };
}

/** Lints, generates and prints what was done. */
export async function generate({ check = false } = {}): Promise<Outcome> {
  const text = await readFile(contractFile, "utf8");
  const attempt = generateFiles(text);
  // The linters explain mistakes better, so the generator's own error only counts if they find none.
  attempt.catch(() => {});
  const findings = await lint(text);
  if (findings.length > 0) {
    return refuse(findings.map(formatFinding), "The contract is not clean: nothing was generated.");
  }
  let files: Record<string, string>;
  try {
    files = await attempt;
  } catch (error) {
    const { message } = error as Error;
    const place = error instanceof ContractError ? "" : `${shown(contractFile)}:1:1  `;
    return refuse([`${place}${message}`], "Nothing was generated.");
  }

  const changed = await findDrift(files);
  if (check) {
    for (const name of changed) console.error(`generated/${name} is out of date.`);
    console.log(changed.length > 0 ? "Run `npm run generate`." : "generated/ is up to date.");
    return { ok: changed.length === 0, changed, findings: [] };
  }
  if (changed.length === 0) {
    console.log("generated/ is up to date.");
    return { ok: true, changed, findings: [] };
  }
  const before = await contractBefore();
  try {
    writeFiles(files, changed);
  } catch (error) {
    return refuse([`generated/ cannot be written: ${(error as Error).message}`]);
  }
  console.log(`Wrote ${changed.map((name) => `generated/${name}`).join(", ")}.`);
  if (before && changed.includes("openapi.json")) {
    sayWhatChanged(before, withoutNotice(files["openapi.json"]!));
  }
  return { ok: true, changed, findings: [] };
}

function sayWhatChanged(before: Document, after: Document): void {
  const changes = compareContracts(before, after);
  for (const { breaking, text } of changes) console.log(`${breaking ? "breaking " : "         "} ${text}`);
  if (changes.length === 0) return;
  const breaking = changes.filter((change) => change.breaking).length;
  console.log(breaking > 0 ? `${breaking} of these can break callers.` : "None of these can break callers.");
}

if (isMain(import.meta)) {
  const options = process.argv.slice(2);
  const unknown = options.filter((option) => !["--check", "--watch"].includes(option));
  if (unknown.length > 0) {
    console.error(`unknown option ${unknown.join(" ")}: use --check or --watch`);
    process.exit(2);
  }
  const watching = options.includes("--watch");
  endOnSignals(watching ? 0 : undefined);
  for await (const _ of watching ? saves() : [undefined]) {
    const run = generate({ check: options.includes("--check") });
    const { ok } = await run.catch((error: Error) => refuse([error.message]));
    process.exitCode = ok ? 0 : 1;
  }
}
