/** The Chinese words of the contract: an overlay whose every action is tied to the English that it was made from. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { isMap, isScalar, isSeq, LineCounter, parse, parseDocument, type Node, type YAMLMap } from "yaml";
import { slipsOf } from "./chinese.js";
import { contractFile, inProject, runTool } from "./tools.js";
import { codeOf, proseOf, withoutWords, wordsOf, type Words } from "./words.js";
import { yamlFindings, type YamlFinding } from "./yaml.js";

export const overlayFile = inProject("openapi", "functiongraph-workflow.zh-CN.yaml");

/** The contract in Chinese, as JSON text. */
export async function translate(contract: string, overlay: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "overlay-"));
  try {
    const [english, chinese] = [contractFile, overlayFile].map((file) => join(folder, basename(file)));
    const result = join(folder, "translated.json");
    await Promise.all([writeFile(english!, contract), writeFile(chinese!, overlay)]);
    const { code, stdout, stderr } = await runTool("redocly", [
      ...["bundle", english!, "--overlay", chinese!, "--output", result],
      ...["--config", inProject("openapi/rules/redocly.yaml")],
    ]);
    if (code !== 0) throw new Error(`redocly bundle failed:\n${stdout}${stderr}`);
    return await readFile(result, "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Everything that is wrong with the overlay: it must replace all of the contract's words, and nothing else.
 *
 * @param contract one that is clean
 */
export async function overlayFindings(contract: string, overlay: string): Promise<YamlFinding[]> {
  const english = parse(contract);
  const found = [...yamlFindings(overlay)];
  if (found.length > 0) return found;
  found.push(...actionFindings(wordsOf(english), overlay));
  if (found.length > 0) return found.sort((a, b) => a.line - b.line || a.column - b.column);

  const refuse = (message: string) => [{ line: 1, column: 1, rule: "overlay", message }];
  try {
    const chinese = JSON.parse(await translate(contract, overlay));
    if (isDeepStrictEqual(withoutWords(english), withoutWords(chinese))) return [];
    return refuse("Redocly's result differs from the contract in more than words");
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function actionFindings(all: Words[], overlay: string): YamlFinding[] {
  const lines = new LineCounter();
  const document = parseDocument(overlay, { lineCounter: lines });
  const found: YamlFinding[] = [];
  const report = (node: unknown, rule: string, message: string) => {
    const { line, col } = lines.linePos((node as Node | undefined)?.range?.[0] ?? 0);
    found.push({ line, column: col, rule: `overlay-${rule}`, message });
  };

  const actions = document.get("actions", true);
  const entries = new Map<string, YAMLMap>();
  const known = new Map(all.map((words) => [words.target, words]));
  for (const action of isSeq(actions) ? actions.items : []) {
    const target = isMap(action) ? String(action.get("target")) : "";
    const words = known.get(target);
    if (!isMap(action) || !words)
      report(
        action,
        "target",
        `${target || "this"} is no place in the contract that has English words: remove the entry, or mend its target`,
      );
    else if (entries.has(target))
      report(action, "target", `${target} is translated twice: remove one of the entries`);
    else {
      entries.set(target, action);
      checkEntry(words, action, report);
    }
  }

  let last: Node | undefined;
  for (const words of all) {
    const entry = entries.get(words.target);
    if (entry) last = entry;
    else
      report(
        last,
        "missing",
        `${words.target} has no translation: add it after this entry\n${entryFor(words)}`,
      );
  }
  return found;
}

function checkEntry(
  { target, texts, hash }: Words,
  action: YAMLMap,
  report: (node: unknown, rule: string, message: string) => void,
): void {
  for (const { key } of action.items)
    if (!isScalar(key) || !["target", "x-english", "update"].includes(String(key.value)))
      report(key, "words", `${key} does not replace words: remove it`);
  if (action.get("x-english") !== hash)
    report(
      action.get("x-english", true) ?? action,
      "stale",
      `the English of ${target} has changed: translate it again, and set x-english to "${hash}"\n${quoted(texts)}`,
    );

  const update = action.get("update", true);
  const replaced = isMap(update) ? update : undefined;
  for (const { key } of replaced?.items ?? [])
    if (!isScalar(key) || !(String(key.value) in texts))
      report(key, "words", `${key} of ${target} is no English text of the contract: remove it`);
  for (const [key, text] of Object.entries(texts)) {
    const node = replaced?.get(key, true);
    const chinese = isScalar(node) ? node.value : undefined;
    if (typeof chinese !== "string") {
      report(node ?? action, "missing", `${key} of ${target} has no translation\n${quoted({ [key]: text })}`);
      continue;
    }
    if (codeOf(key, text) !== codeOf(key, chinese))
      report(node, "words", `the code of ${target} differs from the contract's: only its comments may`);
    for (const slip of slipsOf(proseOf(key, text), proseOf(key, chinese)))
      report(node, "style", `${key} of ${target}: ${slip}`);
  }
}

const quoted = (texts: Record<string, string>, indent = ""): string =>
  Object.entries(texts)
    .map(
      ([key, text]) =>
        `${indent}${key}:\n${text.trimEnd().replace(/^/gm, `${indent}  # `).replace(/ +$/gm, "")}`,
    )
    .join("\n");

/** An entry without its translation, ready to paste. */
const entryFor = ({ target, texts, hash }: Words): string =>
  `  - target: ${target}\n    x-english: "${hash}"\n    update:\n${quoted(texts, "      ")}`;
