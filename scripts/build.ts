/** `npm run build`: what ships, compiled into dist/. */
import { rm } from "node:fs/promises";
import { inProject, runTool } from "./tools.js";

for (const folder of ["dist/src", "dist/generated"])
  await rm(inProject(folder), { recursive: true, force: true });
const { code, stdout, stderr } = await runTool("tsc", ["--project", inProject("src/tsconfig.json")]);
if (code !== 0) {
  console.error(`${stdout}${stderr}`);
  process.exitCode = 1;
}
