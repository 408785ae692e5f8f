import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { pages } from "../openapi/documented/index.js";
import { yamlFindings } from "../scripts/yaml.js";
import { change, mutantsOf } from "./mutants.js";
import { contractPath, copyProject, project, runNode } from "./project.js";

const contract = readFileSync(join(project, contractPath), "utf8");
const document = parse(contract);

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

/** Lints several documents in one run of the real Spectral. */
async function spectral(documents: unknown[]): Promise<{ rule: string; message: string; path: string }[][]> {
  const folder = mkdtempSync(join(tmpdir(), "mutants-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [index, one] of documents.entries())
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(one));
  const cli = join(project, "node_modules/@stoplight/spectral-cli/dist/index.js");
  const ruleset = join(project, "openapi/rules/spectral.yaml");
  const { stdout } = await runNode([cli, "lint", "-r", ruleset, "-q", "-f", "json", join(folder, "*.json")]);
  const found: { source: string; code: string; message: string; path: string[] }[] = JSON.parse(stdout);
  return documents.map((_, index) =>
    found
      .filter(({ source }) => source === join(folder, `${index}.json`))
      .map(({ code, message, path }) => ({ rule: code, message, path: path.join("/") })),
  );
}

describe("the rules, by Spectral itself", () => {
  test("find what contradicts the rows", async () => {
    // test/documented.test.ts has all of these; here are some thirty.
    const mutants = mutantsOf(document);
    const some = mutants.filter((_, index) => index % Math.ceil(mutants.length / 30) === 0);
    const found = await spectral(some.map(({ edit }) => edit(document)));
    for (const [index, { name }] of some.entries())
      expect(
        found[index]!.map(({ rule }) => rule),
        name,
      ).toContain("documented");
  });

  test("find what stands beside a $ref, or leads out of the file", async () => {
    const place = ["components", "responses"];
    const [name] = Object.keys(document.components.responses) as [string];
    const at = [...place, name, "content", "application/json", "schema"];
    const [beside, outside, words] = await spectral([
      change(document, at, (schema) => ({ ...schema, minProperties: 1 })),
      change(document, at, () => ({ $ref: "other.yaml#/Schema" })),
      change(document, at, (schema) => ({ ...schema, description: "Words change no data." })),
    ]);
    expect(beside!.filter(({ rule }) => rule === "refs").map(({ path }) => path)).toEqual([
      `${at.join("/")}/minProperties`,
    ]);
    expect(outside!.filter(({ rule }) => rule === "refs").map(({ path }) => path)).toEqual([
      `${at.join("/")}/$ref`,
    ]);
    expect(words).toEqual([]);
  });

  test("find what is not described, or in the words of its neighbour", async () => {
    const [parameter, other] = Object.keys(document.components.parameters) as [string, string];
    const [response] = Object.keys(document.components.responses) as [string];
    const [schema] = Object.keys(document.components.schemas) as [string];
    const [path] = Object.keys(document.paths) as [string];
    const [method] = Object.keys(document.paths[path]) as [string];
    const edits: [string[], (value: any) => unknown][] = [
      [["components", "parameters", parameter, "description"], () => undefined],
      [["components", "parameters", parameter, "description"], () => " "],
      [
        ["components", "parameters", parameter, "description"],
        () => document.components.parameters[other].description,
      ],
      [["components", "responses", response, "description"], () => "OK"],
      [["components", "schemas", schema, "description"], () => undefined],
      [["paths", path, method, "description"], () => undefined],
      [["tags", "0", "description"], () => undefined],
    ];
    const found = await spectral(edits.map(([place, edit]) => change(document, place, edit)));
    for (const [index, [place]] of edits.entries())
      expect(
        found[index]!.map(({ rule }) => rule),
        place.join("/"),
      ).toContain("described");
  });
});
