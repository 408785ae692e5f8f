/** The Chinese README says what the English one does: the same headings, programs, tables, code and links. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "./project.js";

const read = (name: string) => readFileSync(join(project, name), "utf8");
const english = read("README.md");
const chinese = read("README-zh-CN.md");

const fence = /^```(\w*)\n([^]*?)^```$/gm;
const blocksOf = (text: string) => [...text.matchAll(fence)].map(([, language, code]) => [language, code!]);
/** Without the comments that are sentences: what a program prints stays. */
const codeOf = (text: string) =>
  blocksOf(text).map(([language, code]) => [
    language,
    code!.replace(/(^|(?<!console\.log.*)\s)\/\/ .*$/gm, ""),
  ]);
const proseOf = (text: string) => text.replace(fence, "");

/** The parts between headings. */
const sectionsOf = (text: string) => proseOf(text).split(/^#+ /m).slice(1);
const spansOf = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!).sort();
const linksOf = (text: string) =>
  [...text.matchAll(/\]\(([^)]+)\)|<(https?:[^>]+)>/g)]
    .map(([, inText, bare]) => inText ?? bare!)
    .filter((link) => !/^README(-zh-CN)?\.md$/.test(link));
const shapeOf = (text: string) =>
  proseOf(text)
    .split("\n")
    .map((line) => {
      if (/^\|/.test(line)) return `table of ${line.split("|").length - 2}`;
      if (/^- /.test(line)) return "item";
      return /^#+/.exec(line)?.[0] ?? (line === "" ? "" : "text");
    })
    .filter(Boolean);

test("each leads to the other", () => {
  expect(english).toContain("English | [简体中文](README-zh-CN.md)");
  expect(chinese).toContain("[English](README.md) | 简体中文");
});

test("headings, paragraphs, lists and tables stand in the same order", () => {
  expect(shapeOf(chinese)).toEqual(shapeOf(english));
});

test("the programs and commands are the same, but for their comments", () => {
  expect(codeOf(chinese)).toEqual(codeOf(english));
  expect(blocksOf(chinese).length).toBeGreaterThan(10);
});

describe("section by section", () => {
  const pairs = sectionsOf(english).map((section, index) => ({
    title: section.split("\n")[0]!,
    section,
    translated: sectionsOf(chinese)[index]!,
  }));
  test.each(pairs)("$title: names, numbers and links are the same", ({ section, translated }) => {
    expect(spansOf(translated)).toEqual(spansOf(section));
    expect(linksOf(translated)).toEqual(linksOf(section));
    const figures = (text: string) => text.replace(/`[^`\n]+`/g, "").match(/\d+(\.\d+)+/g);
    expect(figures(translated)).toEqual(figures(section));
  });

  test.each(pairs)("$title: is Chinese, set as Chinese is", ({ translated }) => {
    const [, ...lines] = translated.split("\n");
    const prose = lines.join("\n").replace(/`[^`\n]*`/g, "`x`");
    expect(prose).toMatch(/\p{Script=Han}/u);
    // A space between Chinese and Latin letters, digits or code; none beside full-width punctuation.
    expect(prose.match(/\p{Script=Han}[A-Za-z0-9`[]|[A-Za-z0-9`]\p{Script=Han}/gu)).toBeNull();
    expect(prose.match(/[ ][，。；：、（）]|[，。；：、（）][ ]/g)).toBeNull();
    expect(prose.match(/\p{Script=Han}[,;:!?]/gu)).toBeNull();
  });
});
