/** `npm run docs`: the reference as one self-contained HTML file, dist/docs/index.html. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { contractFile, inProject, isMain, runTool, shown } from "./tools.js";

const docsFile = inProject("dist/docs/index.html");

/** Redoc's footer logos are the only thing that it would load from elsewhere: the name stands in for them. */
const remoteLogos = /https:\/\/cdn\.redoc(?:ly)?\.(?:ly|com)\/redoc\/logo-mini(-full)?\.svg/g;

const logo = (text: string): string => {
  const words = `<text y="14" font-family="sans-serif" font-size="13" fill="gray">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${9 * text.length}" height="18">${words}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};

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
  const html = await readFile(draft, "utf8");
  const page = html.replaceAll(remoteLogos, (_, full) => logo(full ? "Redoc" : "R"));
  await writeFile(draft, page);
  await rename(draft, docsFile);
  return page;
}

if (isMain(import.meta)) {
  await buildDocs();
  console.log(`Wrote ${shown(docsFile)}.`);
}
