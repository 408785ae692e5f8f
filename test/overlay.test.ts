/** The Chinese words of the contract: what `npm run lint` finds wrong with them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { overlayFindings, translate } from "../scripts/overlay.js";
import { wordsOf } from "../scripts/words.js";
import { contractPath, copyProject, project } from "./project.js";

const overlayPath = "openapi/functiongraph-workflow.zh-CN.yaml";
const contract = readFileSync(join(project, contractPath), "utf8");
const overlay = readFileSync(join(project, overlayPath), "utf8");
const words = wordsOf(parse(contract));

const anyWords = fc.constantFrom(...words);

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

/** The entry of a place, from its target to its last line. */
function entryOf(target: string): string {
  const [, after] = overlay.split(`  - target: ${target}\n`);
  return `  - target: ${target}\n${/^(?: {4}.*\n|\n(?= {8}))*/.exec(after!)![0]}`;
}

function replaced(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, () => to);
  if (result === text) throw new Error(`${from} is not in the text`);
  return result;
}

const name = "$.components.schemas.WorkflowDefinition.properties.name";
const executionId = "$.components.schemas.StartedExecution.properties.execution_id";
const start = "$.paths['/v2/{project_id}/fgs/workflows/{workflow_id}/executions'].post";

test("every word of the contract has its Chinese, and nothing else differs", async () => {
  expect(await overlayFindings(contract, overlay)).toEqual([]);
  const [english, chinese] = [parse(contract), JSON.parse(await translate(contract, overlay))];
  for (const { target, texts } of words)
    for (const [key, text] of Object.entries(texts)) {
      const translated = place(chinese, target)[key];
      expect(translated, `${key} of ${target}`).not.toBe(text);
      expect(translated, `${key} of ${target}`).toMatch(/\p{Script=Han}/u);
    }
  const isWords = (key: string, value: unknown) =>
    typeof value === "string" && ["title", "summary", "description", "x-displayName", "source"].includes(key);
  const rest = (document: object) =>
    JSON.parse(JSON.stringify(document, (key, value) => (isWords(key, value) ? undefined : value)));
  expect(rest(chinese)).toEqual(rest(english));
});

test("English that has changed names the entry to translate again, and its new hash", async () => {
  await fc.assert(
    fc.asyncProperty(anyWords, fc.nat(), async ({ target, texts }, pick) => {
      const changed = parse(contract);
      const keys = Object.keys(texts).filter((key) => key !== "source");
      if (keys.length === 0) return;
      const key = keys[pick % keys.length]!;
      place(changed, target)[key] = `${texts[key]} And one more thing.`;
      const { hash } = wordsOf(changed).find((one) => one.target === target)!;
      const entry = entryOf(target);
      const found = await overlayFindings(JSON.stringify(changed), overlay);
      expect(found).toHaveLength(1);
      const { line, rule, message } = found[0]!;
      expect(rule).toBe("overlay-stale");
      expect(line).toBe(lineOf(overlay, entry) + 1);
      expect(message).toContain(`the English of ${target} has changed: `);
      expect(message).toContain(`set x-english to "${hash}"`);
      expect(message).toContain("And one more thing.");
    }),
    { numRuns: 10 },
  );
});

test("an entry that is missing is printed, ready to paste", async () => {
  await fc.assert(
    fc.asyncProperty(anyWords, async ({ target, texts, hash }) => {
      const entry = entryOf(target);
      const without = replaced(overlay, entry, "");
      const found = await overlayFindings(contract, without);
      expect(found).toHaveLength(1);
      const { line, rule, message } = found[0]!;
      expect(rule).toBe("overlay-missing");
      const [first, ...paste] = message.split("\n");
      expect(first).toContain(`${target} has no translation`);
      expect(paste.slice(0, 3)).toEqual(entry.split("\n").slice(0, 3));
      expect(paste[1]).toContain(hash);
      for (const text of Object.values(texts))
        for (const english of text.trim().split("\n")) expect(message).toContain(`# ${english}`.trimEnd());
      // The finding is at the entry before it.
      const before = words[words.findIndex((one) => one.target === target) - 1];
      if (before) expect(line).toBe(lineOf(without, `  - target: ${before.target}\n`));

      // As it was pasted, it still lacks its Chinese.
      const pasted = `${without.trimEnd()}\n${paste.join("\n")}\n`;
      const rules = (await overlayFindings(contract, pasted)).map((one) => one.rule);
      expect(new Set(rules)).toEqual(new Set(["yaml-empty"]));
    }),
    { numRuns: 10 },
  );
});

function place(document: Record<string, any>, target: string): Record<string, any> {
  const steps = target.matchAll(/\.(\w+)|\['([^']+)'\]|\[(\d+)\]|\[\?@\.name=='(\w+)'\]/g);
  let at = document;
  for (const [, key, quoted, index, tag] of steps)
    at = tag ? at.find((one: { name: string }) => one.name === tag) : at[key ?? quoted ?? index!];
  return at;
}

describe("an overlay that does more than replace words", () => {
  const extra = (target: string, update: string) =>
    `  - target: ${target}\n    x-english: "0"\n    update: ${update}\n`;
  const into = (target: string, line: string) => [target, `${entryOf(target)}      ${line}\n`, line] as const;
  const added = (target: string, update: string) =>
    [
      executionId,
      entryOf(executionId) + extra(target, update),
      `- target: ${target}\n    x-english: "0"`,
    ] as const;

  test.each([
    ["changes a limit", ...into(name, "maxLength: 7"), "words"],
    ["changes an enum", ...into(name, "enum: [a, b]"), "words"],
    ["changes a $ref", ...into(start, 'requestBody: { $ref: "#/a" }'), "words"],
    ["changes an operationId", ...into(start, "operationId: StartIt"), "words"],
    ["adds a title", ...into(name, "title: 名称"), "words"],
    ["changes words by way of their parent", ...into(start, "requestBody: { description: 输入 }"), "words"],
    ["renames a tag", ...into("$.tags[?@.name=='Start']", "name: 启动"), "words"],
    ["removes something", executionId, `${entryOf(executionId)}    remove: true\n`, "remove: true", "words"],
    [
      "has a target that matches nothing",
      ...added("$.components.schemas.Nothing", "{ description: 没有 }"),
      "target",
    ],
    ["has a target that matches much", ...added("$.components.schemas.*", "{ description: 很多 }"), "target"],
    ["has a target that matches everything", ...added("$..description", "{ description: 全部 }"), "target"],
    ["has a target without words", ...added("$.paths", "{ description: 路径 }"), "target"],
    ["translates a place twice", executionId, entryOf(executionId).repeat(2), "", "target"],
    [
      "changes the code of a sample",
      `${start}['x-codeSamples'][0]`,
      replaced(entryOf(`${start}['x-codeSamples'][0]`), 'region: "cn-north-4"', 'region: "cn-north-9"'),
      "source: |",
      "words",
    ],
    [
      "has no words for a key",
      "$.tags[?@.name=='Start']",
      replaced(entryOf("$.tags[?@.name=='Start']"), /x-displayName: .*\n */, ""),
      "",
      "missing",
    ],
    [
      "has a number for words",
      name,
      replaced(entryOf(name), /description: .*/, "description: 7"),
      "7",
      "missing",
    ],
  ])("%s", async (_, target, entry, marker, rule) => {
    const broken = replaced(overlay, entryOf(target), entry);
    const found = await overlayFindings(contract, broken);
    expect(found.map((one) => one.rule)).toEqual([`overlay-${rule}`]);
    const at = broken.indexOf(entry);
    const offset = rule === "target" && marker === "" ? entry.length / 2 : entry.indexOf(marker);
    expect(found[0]!.line).toBe(broken.slice(0, at + offset).split("\n").length);
  });

  test.each([
    ["is no YAML", "a: [\n", "yaml"],
    ["is no overlay", overlay.replace("overlay: 1.0.0\n", ""), "overlay"],
    ["has no actions", overlay.replace(/^actions:[^]*/m, "actions: []\n"), "overlay-missing"],
  ])("%s", async (_, text, rule) => {
    const found = await overlayFindings(contract, text);
    expect(new Set(found.map((one) => one.rule))).toEqual(new Set([rule]));
  });
});

describe("Chinese that slipped", () => {
  const target = "$.components.parameters.WorkflowsLimit";
  const finding = async (chinese: string) => {
    const entry = replaced(entryOf(target), /description: .*/, `description: ${JSON.stringify(chinese)}`);
    return (await overlayFindings(contract, replaced(overlay, entryOf(target), entry))).map(
      ({ rule, message }) => `${rule}: ${message}`,
    );
  };

  test.each([
    ["the English left as it is", "How many workflows a page has; 200 without it.", "it has no Chinese"],
    ["no space before a number", "每页的函数流数，默认为200。", "put a space between"],
    ["no space beside code", "默认为 200，不超过`limit`。", "put a space between"],
    ["a space beside full-width punctuation", "每页的函数流数， 默认为 200。", "leave out the space"],
    ["half-width punctuation", "每页的函数流数,默认为 200。", "use full-width punctuation"],
    ["a half-width full stop", "每页的函数流数，默认为 200 个.", "use full-width punctuation"],
    ["a paragraph of two lines", "每页的函数流数，\n默认为 200。", "put the paragraph on one line"],
    [
      "punctuation in bold",
      "**每页的函数流数。**默认为 200。",
      "keep punctuation out of **每页的函数流数。**",
    ],
    ["a polite word", "您要的函数流数，默认为 200。", "write as people talk"],
    ["a word of another house", "沙盒的函数流数，默认为 200。", "write 沙箱, not 沙盒"],
    ["a number that is lost", "每页的函数流数，默认为 100。", "200 is missing"],
    ["code that was not there", "每页的函数流数 `limit`，默认为 200。", "`limit` is not in the English"],
  ])("%s", async (_, chinese, message) => {
    expect(await finding(chinese)).toContainEqual(expect.stringContaining(message));
  });

  test.each([
    "每页的函数流数；不指定时为 200，无论传入多少都不超过 200。",
    "**每页**的函数流数（默认为 200）。\n\n- **一**：不超过 200\n- “二”（workflow）\n\n| 甲 | 乙。 |\n| --- | --- |\n| （丙） | 50% |\n",
    "## 每页\n函数流数，默认为 200.5，见《指南》。",
  ])("but not: %s", async (chinese) => {
    expect(await finding(chinese)).toEqual([]);
  });
});

describe("npm run lint", () => {
  test("names the place in the overlay, and prints the rule before what is to paste", async () => {
    const copy = copyProject();
    copy.edit((text) => text.replace(entryOf(name), ""), overlayPath);
    const { code, stderr } = await copy.script("lint.ts");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^openapi\/functiongraph-workflow\.zh-CN\.yaml:\d+:\d+ {2}error {2}.*\.name has no translation.* {2}\(overlay-missing\)\n {2}- target: /,
    );
  });

  test("leaves the overlay alone while the contract is broken", async () => {
    const copy = copyProject();
    copy.write(overlayPath, "a: [\n");
    copy.edit((text) => text.replace(/maxLength: \d+/, "maxLength: 7777"));
    const { code, stderr } = await copy.script("lint.ts");
    expect(code).toBe(1);
    expect(stderr).toContain("found 7777");
    expect(stderr).not.toContain("zh-CN");
  });
});
