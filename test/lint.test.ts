import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pages } from "../openapi/documented/index.js";
import { yamlFindings } from "../scripts/yaml.js";
import { contractPath, copyProject, project } from "./project.js";

const contract = readFileSync(join(project, contractPath), "utf8");

describe("npm run lint", () => {
  function lintOf(text: string) {
    const copy = copyProject();
    copy.write(contractPath, text);
    return copy.script("lint.ts");
  }

  test("says what is wrong with a limit: file, line and column, field, limit, page and what was found", async () => {
    const [limit] = /maxLength: \d+/.exec(contract)!;
    const broken = contract.replace(limit, "maxLength: 7777");
    const line = broken.split("\n").findIndex((text) => text.includes("7777")) + 1;
    const { code, stderr } = await lintOf(broken);
    expect(code).toBe(1);
    expect(stderr).toMatch(`openapi/functiongraph-workflow.yaml:${line}:`);
    const [page] = pages;
    expect(stderr).toMatch(
      new RegExp(
        `error  .+ has ${limit.replace(":", "")} in .+ of ${page?.operationId}.*, found 7777  \\(documented\\)`,
      ),
    );
  });

  test("refuses an example that does not match its schema", async () => {
    const { code, stderr } = await lintOf(contract.replace(/^( +)error_code: \w.*$/m, "$1error_code: 7"));
    expect(code).toBe(1);
    expect(stderr).toContain("no-invalid-media-type-examples");
  });

  test("refuses the edit that YAML tools read differently, before a linter sees it", async () => {
    const merged = contract.replace(/^( +)maxLength: \d+$/m, "$1maxLength: 7777\n$1<<: { maxLength: 64 }");
    const { code, stderr } = await lintOf(merged);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /functiongraph-workflow\.yaml:\d+:\d+ {2}error {2}.*merge keys.*\(yaml-merge-key\)/,
    );
  });

  test.each([
    ["a file that is not OpenAPI", "hello: world\n"],
    ["a file that is not YAML", "a: [\n"],
    ["an empty file", ""],
    ["OpenAPI 3.0", contract.replace("openapi: 3.1.0", "openapi: 3.0.3")],
  ])("refuses %s", async (_, text) => {
    const { code, stderr } = await lintOf(text);
    expect(code).toBe(1);
    expect(stderr).toMatch(/functiongraph-workflow\.yaml:\d+:\d+ {2}error/);
  });
});

describe("YAML that tools could read differently", () => {
  test.each([
    ["a merge key", "a: 1\nb:\n  <<: { c: 1 }\n", "3:3 yaml-merge-key"],
    ["two merge keys", "b:\n  <<: { c: 1 }\n  <<: { c: 2 }\n", "3:3 yaml"],
    ["a key that is there twice", "a: 1\na: 2\n", "2:1 yaml"],
    ["an alias", "a: &x { b: 1 }\nc: *x\n", "2:4 yaml-alias"],
    ["a tag", "a: !!str 7\n", "1:10 yaml-tag"],
    ["a word that YAML 1.1 takes for true", "a: yes\n", "1:4 yaml-ambiguous"],
    ["a number that YAML 1.1 takes for octal", "a: 012\n", "1:4 yaml-ambiguous"],
    ["a date", "a: 2024-03-21\n", "1:4 yaml-ambiguous"],
    ["a time", "a: 12:30:00\n", "1:4 yaml-ambiguous"],
    ["__proto__", "a: 1\n__proto__: { b: 1 }\n", "2:1 yaml-proto"],
    ["a key without a value", "get:\n", "1:1 yaml-empty"],
    ["null", "content:\n  application/json: null\n", "2:3 yaml-empty"],
    ["two documents", "a: 1\n---\nb: 2\n", "2:1 yaml"],
  ])("%s", (_, text, expected) => {
    const found = yamlFindings(text).map(({ line, column, rule }) => `${line}:${column} ${rule}`);
    expect(found).toContain(expected);
  });

  test.each([
    ["null as an example", "example: null\nexamples:\n  a:\n    value: { b: null }\n"],
    ["dates and words in quotes", 'a: "2024-03-21"\nb: "yes"\n'],
    ["plain numbers, booleans and words", "a: 12\nb: 0.01\nc: true\nd: word\ne: 1e3\n"],
  ])("but not %s", (_, text) => {
    expect(yamlFindings(text)).toEqual([]);
  });
});
