/** `npm run docs`: the reference as one self-contained HTML file, dist/docs/index.html. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { contractFile, inProject, isMain, runTool, shown } from "./tools.js";

export const docsFile = inProject("dist/docs/index.html");

/** Redoc's footer logo is the only thing that it would load from elsewhere. */
const remoteLogo = /https:\/\/cdn\.redoc(?:ly)?\.(?:ly|com)\/redoc\/logo[\w-]*\.svg/g;

export async function buildDocs(): Promise<void> {
  await mkdir(inProject("dist/docs"), { recursive: true });
  const draft = `${docsFile}.draft`;
  const { code, stdout, stderr } = await runTool("redocly", [
    "build-docs",
    contractFile,
    "--inlineBundle",
    ...["--config", inProject("openapi/rules/redocly.yaml")],
    ...["--template", inProject("scripts/docs.hbs")],
    ...["--title", "FunctionGraph workflows: API reference"],
    ...["--output", draft],
  ]);
  if (code !== 0) throw new Error(`redocly build-docs failed:\n${stdout}${stderr}`);
  const html = await readFile(draft, "utf8");
  await writeFile(draft, html.replaceAll(remoteLogo, "data:,"));
  await rename(draft, docsFile);
}

if (isMain(import.meta)) {
  await buildDocs();
  console.log(`Wrote ${shown(docsFile)}.`);
}
