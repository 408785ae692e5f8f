/** The contract is held closed, proven by edits that contradict the documented rows: every one is found. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { gateway, pages } from "../openapi/documented/index.js";
import { correctionsTable, expectedOperation, type Node } from "../openapi/rules/compare/expected.js";
import { compare } from "../openapi/rules/documented.js";
import { mutantsOf } from "./mutants.js";
import { contractPath, project } from "./project.js";

const contract = parse(readFileSync(join(project, contractPath), "utf8"));
const mutants = mutantsOf(contract);

test("the contract is equal to the rows", () => {
  expect(compare(contract, () => {})).toEqual([]);
});

test("there are at least 500 edits for one operation", () => {
  expect(mutants.length).toBeGreaterThan(500);
});

const starts = (path: unknown[], other: unknown[]) =>
  other.slice(0, path.length).join("\n") === path.join("\n") ||
  path.slice(0, other.length).join("\n") === other.join("\n");

test.each(mutants)("$name", ({ edit, page, place, names }) => {
  const findings = compare(edit(contract), () => {}, [page]);
  expect(
    findings.some(({ path }) => starts(path, place)),
    JSON.stringify(findings),
  ).toBe(true);
  const said = findings.map(({ message }) => message).join("\n");
  for (const name of names) expect(said).toContain(name);
});

describe("the rows themselves", () => {
  test.each(pages)("each correction of $operationId changes a row that is there, or adds a field", (page) => {
    const names = new Set(["request"]);
    for (const { in: place, status, within, rows } of page.tables)
      for (const { field } of rows)
        names.add([status ? `${place} ${status}` : place, within, field].filter(Boolean).join("."));
    const changed = page.corrections.flatMap(({ rows }) => Object.entries(rows ?? {}));
    expect(changed.filter(([name, { type }]) => !names.has(name) && type === undefined)).toEqual([]);
  });

  test.each(pages.filter(({ paging }) => paging))(
    "the paging of $operationId names fields that are there",
    (page) => {
      const { parameters, responses } = expectedOperation(page, gateway);
      const { items, key, total } = page.paging!;
      for (const name of ["offset", "limit"])
        expect(parameters.find((one) => one.name === name)).toMatchObject({
          in: "query",
          schema: { keywords: { type: "integer" } },
        });
      const { properties } = responses.get("200")!.schema!;
      expect(properties.get(items)!.keywords["type"]).toBe("array");
      expect(properties.get(items)!.items!.properties.get(key)!.required).toBe(true);
      if (total) expect(properties.get(total)!.keywords["type"]).toBe("integer");
    },
  );

  test.each(pages)("each row of $operationId is in the contract", (page) => {
    const places: Node[] = [];
    compare(contract, (node) => void places.push(node), [page]);
    const fields = places.filter(
      ({ field, source }) => field && source.page && source.table !== correctionsTable,
    );
    expect(fields).toHaveLength(page.tables.reduce((sum, { rows }) => sum + rows.length, 0));
  });

  test.each(pages)("$operationId has what the gateway adds", (page) => {
    const { responses } = expectedOperation(page, gateway);
    expect([...responses.keys()]).toEqual(expect.arrayContaining(Object.keys(gateway.statuses)));
  });
});
