/** The rules, by Spectral itself. test/documented.test.ts has the comparison with the rows without it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { change, mutantsOf } from "../mutants.js";
import { contractPath, project, runNode } from "../project.js";

const document = parse(readFileSync(join(project, contractPath), "utf8"));

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

test("find what contradicts the rows", async () => {
  // Some thirty of them.
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
