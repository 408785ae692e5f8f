import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { newFolder } from "../bulk-helpers.js";
import { compareAccounts, killUntilDone } from "../kills.js";
import { project, runNode } from "../project.js";

test("killed three hundred times while it starts two thousand inputs, it starts each at most once, and loses none", async () => {
  const result = await killUntilDone(2_000, 300, 100);
  compareAccounts(result, 2_000);
  expect(result.kills).toBeGreaterThan(200);
  expect(result.summary.started).toBeGreaterThan(700);
}, 300_000);

test("two hundred thousand inputs take less than 100 bytes of memory each, in a first run and in a second", async () => {
  const folder = newFolder();
  const program = join(folder, "million.mjs");
  const entryPoints = [join(project, "test/programs/million.ts")];
  const nodePaths = [join(project, "node_modules")];
  await build({ entryPoints, nodePaths, outfile: program, bundle: true, platform: "node", format: "esm" });
  const args = ["--expose-gc", "--max-old-space-size=64", program, "200000", join(folder, "journal")];
  for (const run of [
    { starts: 200_000, started: 200_000, earlier: 0 },
    { starts: 0, started: 200_000, earlier: 200_000 },
  ]) {
    const { stdout, stderr } = await runNode(args);
    expect(stderr).toBe("");
    const said = JSON.parse(stdout);
    expect(said).toMatchObject(run);
    expect(said.bytesPerInput).toBeLessThan(100);
  }
}, 180_000);
