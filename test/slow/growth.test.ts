/** Rows, YAML and `npm run generate` are all that four more operations take: every test passes with them. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { addFourOperations } from "../fixtures/four-operations/add.js";
import { project, runNode } from "../project.js";

test("npm test passes with four more operations", { timeout: 600_000 }, async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "growth-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: project,
  });
  for (const file of files.toString().trim().split("\n")) cpSync(join(project, file), join(folder, file));
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  addFourOperations(folder);

  const run = (...args: string[]) => runNode(args, { cwd: folder });
  const bin = (path: string) => join(project, "node_modules", path);
  await run(bin("prettier/bin/prettier.cjs"), "--write", "openapi");
  expect(await run("--import", "tsx", "scripts/generate.ts")).toMatchObject({ code: 0, stderr: "" });
  expect(await run("--import", "tsx", "scripts/check.ts")).toEqual({ code: 0, stdout: "", stderr: "" });
  const result = await run(bin("vitest/vitest.mjs"), "run", "--config", "test/vitest.config.ts");
  expect(result, result.stdout).toMatchObject({ code: 0 });
});
