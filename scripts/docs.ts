/** `npm run docs`: the reference as one self-contained HTML file, dist/docs/index.html. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { contractFile, inProject, isMain, runTool, shown } from "./tools.js";

const docsFile = inProject("dist/docs/index.html");

/** Redoc's footer logo is the only thing that it would load from elsewhere. */
const remoteLogo = /https:\/\/cdn\.redoc(?:ly)?\.(?:ly|com)\/redoc\/logo[\w-]*\.svg/g;

/** Writes the page, and returns it. */
export async function buildDocs(): Promise<string> {
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
  const page = (await readFile(draft, "utf8")).replaceAll(remoteLogo, "data:,");
  await writeFile(draft, page);
  await rename(draft, docsFile);
  return page;
}

if (isMain(import.meta)) {
  await buildDocs();
  console.log(`Wrote ${shown(docsFile)}.`);
}
