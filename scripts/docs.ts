/** `npm run docs`: the reference in English and in Chinese, each as one self-contained HTML file in dist/docs/. */
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { labels } from "./labels.js";
import { overlayFile, translate } from "./overlay.js";
import { contractFile, inProject, isMain, runTool, shown } from "./tools.js";

/** The pages, by the name of the file. */
export interface Docs {
  index: string;
  "zh-CN": string;
}

const folder = inProject("dist/docs");

/** What the template shows beside Redoc; the link to the executions only where `npm start` serves them. */
const english = {
  title: "FunctionGraph workflows: API reference",
  lang: "en",
  pages: "Other pages",
  executions: "Executions",
  other: "zh-CN",
  otherLang: "zh-CN",
  otherName: "简体中文",
};
const chinese: typeof english = {
  title: "FunctionGraph 函数流 API 参考",
  lang: "zh-CN",
  pages: "其他页面",
  executions: "执行",
  other: "index",
  otherLang: "en",
  otherName: "English",
};

/** Redoc's footer logos are the only thing that it would load from elsewhere: the name stands in for them. */
const remoteLogos = /https:\/\/cdn\.redoc(?:ly)?\.(?:ly|com)\/redoc\/logo-mini(-full)?\.svg/g;

const logo = (text: string): string => {
  const words = `<text y="14" font-family="sans-serif" font-size="13" fill="gray">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${9 * text.length}" height="18">${words}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};

/** Redoc has no setting for its labels: this function of its script looks each of them up. */
const lookUp = "translate:(e,t)=>(typeof t==`string`";

/** @throws {Error} if this version of Redoc looks labels up in another way */
export function translateLabels(html: string): string {
  const parts = html.split(lookUp);
  if (parts.length !== 2)
    throw new Error(
      `Redoc's script has \`${lookUp}\` ${parts.length - 1} times, not once: find what looks up labels in this version of Redoc, and mend lookUp in scripts/docs.ts`,
    );
  return parts.join(lookUp.replace("=>", () => `=>(${JSON.stringify(labels)})[e]||`));
}

/** Writes the pages, and returns them. */
export async function buildDocs(): Promise<Docs> {
  await mkdir(folder, { recursive: true });
  const drafts = await mkdtemp(join(folder, "draft-"));
  try {
    const inChinese = join(drafts, "zh-CN.json");
    const [contract, overlay] = await Promise.all([
      readFile(contractFile, "utf8"),
      readFile(overlayFile, "utf8"),
    ]);
    await writeFile(inChinese, await translate(contract, overlay));
    const [index, zh] = await Promise.all([
      build(contractFile, english, drafts),
      build(inChinese, chinese, drafts),
    ]);
    const docs = { index, "zh-CN": translateLabels(zh) };
    for (const [name, html] of Object.entries(docs)) {
      await writeFile(join(drafts, `${name}.html`), html);
      await rename(join(drafts, `${name}.html`), join(folder, `${name}.html`));
    }
    return docs;
  } finally {
    await rm(drafts, { recursive: true });
  }
}

async function build(contract: string, page: typeof english, drafts: string): Promise<string> {
  const draft = join(drafts, `${page.lang}.draft`);
  const { code, stdout, stderr } = await runTool("redocly", [
    "build-docs",
    contract,
    "--inlineBundle",
    ...["--config", inProject("openapi/rules/redocly.yaml")],
    ...["--template", inProject("scripts/docs.hbs")],
    ...["--title", page.title],
    ...Object.entries(page).flatMap(([name, text]) => [`--templateOptions.${name}`, text]),
    ...["--output", draft],
  ]);
  if (code !== 0) throw new Error(`redocly build-docs failed:\n${stdout}${stderr}`);
  const html = await readFile(draft, "utf8");
  return html.replaceAll(remoteLogos, (_, full) => logo(full ? "Redoc" : "R"));
}

if (isMain(import.meta)) {
  const names = Object.keys(await buildDocs());
  console.log(`Wrote ${names.map((name) => shown(join(folder, `${name}.html`))).join(" and ")}.`);
}
