/**
 * `npm run lint`: lints the contract with Redocly and Spectral, and then its Chinese words. Prints each finding
 * with file, line and column; exits 1 if there are any.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { overlayFile, overlayFindings } from "./overlay.js";
import { contractFile, inProject, isMain, runTool, shown, type ToolResult } from "./tools.js";
import { yamlFindings } from "./yaml.js";

export interface Finding {
  file: string;
  line: number;
  column: number;
  severity: string;
  rule: string;
  message: string;
}

/**
 * Everything that is wrong with a contract: what YAML tools could read differently, or else all that Redocly and
 * Spectral say of it; an empty list for a clean one.
 *
 * @param text the contract, read once by the caller: what is linted is what is generated from
 */
export async function lint(text: string): Promise<Finding[]> {
  const unclear = yamlFindings(text);
  if (unclear.length > 0) return unclear.map((one) => ({ ...one, file: contractFile, severity: "error" }));
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  try {
    const file = join(folder, basename(contractFile));
    await writeFile(file, text);
    const findings = (await Promise.all([redocly(file), spectral(file)])).flat();
    return findings.sort((a, b) => a.line - b.line || a.column - b.column);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const redocly = async (file: string): Promise<Finding[]> =>
  redoclyFindings(
    await runTool("redocly", [
      ...["lint", file, "--format", "json"],
      ...["--config", inProject("openapi/rules/redocly.yaml")],
    ]),
  );

const spectral = async (file: string): Promise<Finding[]> =>
  spectralFindings(
    await runTool("spectral", [
      ...["lint", file, "--format", "json", "--quiet", "--fail-severity", "warn"],
      ...["--ruleset", inProject("openapi/rules/spectral.yaml")],
    ]),
  );

/** What a message has below its first line, such as lines to paste, stays below. */
export function formatFinding({ file, line, column, severity, rule, message }: Finding): string {
  const [what, ...more] = message.split("\n");
  return [`${shown(file)}:${line}:${column}  ${severity}  ${what}  (${rule})`, ...more].join("\n");
}

function redoclyFindings(result: ToolResult): Finding[] {
  const report = readReport<{
    problems: {
      ruleId: string;
      severity: string;
      message: string;
      location: { start?: { line: number; col: number } }[];
    }[];
  }>(result);
  if (!report) return [noReport("redocly", result)];
  return report.problems.map(({ ruleId, severity, message, location }) => ({
    file: contractFile,
    line: location[0]?.start?.line ?? 1,
    column: location[0]?.start?.col ?? 1,
    severity,
    rule: ruleId,
    message,
  }));
}

const spectralSeverities = ["error", "warn", "info", "hint"];

function spectralFindings(result: ToolResult): Finding[] {
  const report = readReport<
    {
      code: string;
      message: string;
      severity: number;
      range: { start: { line: number; character: number } };
    }[]
  >(result);
  if (!report) return [noReport("spectral", result)];
  return report.map(({ code, message, severity, range }) => ({
    file: contractFile,
    line: range.start.line + 1,
    column: range.start.character + 1,
    severity: spectralSeverities[severity] ?? "error",
    rule: code,
    message,
  }));
}

function readReport<Report>({ stdout }: ToolResult): Report | undefined {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return undefined;
  }
}

/** A linter that ends without a report (no YAML, no OpenAPI, a broken rule) must not count as clean. */
function noReport(tool: string, { code, stdout, stderr }: ToolResult): Finding {
  const said = `${stdout}\n${stderr}`.split("\n").filter((line) => line.trim() && !/^\s*[╔║╚]/.test(line));
  const position = /\((\d+):(\d+)\)/.exec(said.join("\n"));
  return {
    file: contractFile,
    line: Number(position?.[1] ?? 1),
    column: Number(position?.[2] ?? 1),
    severity: "error",
    rule: tool,
    message: `${tool} ended with exit code ${code}: ${said.map((line) => line.trim()).join(" ")}`,
  };
}

/** What is wrong with the contract, or else with its Chinese words. */
async function lintAll(): Promise<Finding[]> {
  const text = await readFile(contractFile, "utf8");
  const findings = await lint(text);
  if (findings.length > 0) return findings;
  const inOverlay = await overlayFindings(text, await readFile(overlayFile, "utf8"));
  return inOverlay.map((one) => ({ ...one, file: overlayFile, severity: "error" }));
}

if (isMain(import.meta)) {
  const findings = await lintAll();
  for (const finding of findings) console.error(formatFinding(finding));
  if (findings.length > 0) {
    console.error(
      `${findings.length} finding${findings.length === 1 ? "" : "s"}: the contract is not clean.`,
    );
    process.exitCode = 1;
  } else {
    console.log(`${shown(contractFile)} and its Chinese words are clean.`);
  }
}
