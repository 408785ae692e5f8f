import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool } from "../tools.js";
import type { Document } from "./openapi.js";

export interface Change {
  /** Whether programs that use the client may stop compiling or working. */
  breaking: boolean;
  text: string;
}

/** What changed between two contracts, as `redocly diff` rates it; breaking changes first. */
export async function compareContracts(before: Document, after: Document): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  try {
    const [base, revision] = [join(folder, "before.json"), join(folder, "after.json")];
    await Promise.all([writeFile(base, JSON.stringify(before)), writeFile(revision, JSON.stringify(after))]);
    const { stdout, stderr } = await runTool("redocly", [
      "diff",
      base,
      revision,
      "--format",
      "json",
      "--fail-on",
      "none",
    ]);
    const report = JSON.parse(stdout || fail(stderr)) as { changes: Reported[] };
    return report.changes
      .map((change) => ({
        breaking: change.impact === "major" || breaksTypes(change),
        text: describe(change),
      }))
      .sort((a, b) => Number(b.breaking) - Number(a.breaking));
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Reported {
  path: string;
  kind: string;
  impact: string;
  property?: string;
  base?: { value?: unknown };
  revision?: { value?: unknown };
}

/** What redocly cannot know: each schema is an exported type, and the client can fill in a parameter. */
const breaksTypes = ({ path, kind, property }: Reported): boolean =>
  property === "x-default-from-client" || (kind === "removed" && path.startsWith("#/components/schemas/"));

function describe({ path, kind, property, base, revision }: Reported): string {
  const place = path.replace(/^#\//, "").replaceAll("~1", "/").replaceAll("~0", "~");
  if (!property) return `${place}: ${kind}`;
  return `${place}: ${property} ${show(base?.value)} -> ${show(revision?.value)}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "none";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function fail(reason: string): never {
  throw new Error(`cannot compare the contracts: ${reason}`);
}
