import { gateway, pages } from "../../openapi/documented/index.js";
import type { Correction, Page } from "../../openapi/documented/page.js";
import { correctionsTable, type Node } from "../../openapi/rules/compare/expected.js";
import { compare } from "../../openapi/rules/documented.js";
import type { Document } from "./openapi.js";

type Path = (string | number)[];

/** Each documented schema, and where the contract has it. */
function locate(document: Document): { node: Node; path: Path }[] {
  const places: { node: Node; path: Path }[] = [];
  compare(document, (node: Node, path: Path) => void places.push({ node, path }));
  return places;
}

/** Has each field of the contract name the tables that document it, as `x-documented-in`. */
export function addSources(document: Document): void {
  const tables = new Map<string, Set<string>>();
  for (const { node, path } of locate(document)) {
    if (!node.field || !node.source.page || node.source.table === correctionsTable) continue;
    // A parameter's own schema is part of the parameter.
    const place = JSON.stringify(path.at(-1) === "schema" ? path.slice(0, -1) : path);
    tables.set(place, (tables.get(place) ?? new Set()).add(node.source.table));
  }
  for (const [place, names] of tables) {
    const [first, ...others] = names;
    const target = (JSON.parse(place) as Path).reduce((inner: any, key) => inner[key], document);
    target["x-documented-in"] = others.length > 0 ? `${first} and others` : first;
  }
}

const introduction = `# Where the contract comes from

\`openapi/functiongraph-workflow.yaml\` was written from the pages of Huawei Cloud's FunctionGraph API reference
listed here. The rows of their tables are kept as data in \`openapi/documented/\`, and \`npm run lint\` holds the
contract equal to them. This page leads from each row to its place in the contract, and lists where the contract
says something else, with the evidence.

Evidence is named by these short forms. **Definitions**: the API Explorer's machine-readable definition of the
operation, as published in the repository \`mingyang91/huawei-cloud-api-definitions\` (commit \`e05e9a02\`).
**SDKs**: the vendor's Node 3.1.211, Python 3.1.211, Go and Java 3.1.212 SDKs. **Later edition**: the same page as
of 2025-12-12. **Signing guide**: the API Request Signing Guide. **Authentication page**: FunctionGraph's API
reference, "Authentication".`;

/** generated/SOURCE.md: from each row of the vendor's pages to its place in the contract, and each correction. */
export function generateSource(document: Document): string {
  const places = locate(document);
  return [
    introduction,
    ...pages.map((page) => describePage(page, places)),
    "## For all operations",
    corrections(gateway.corrections),
  ].join("\n\n");
}

function describePage(page: Page, places: { node: Node; path: Path }[]): string {
  const { operationId, title, address, date, readFrom, method, path, statuses } = page;
  const rows = places
    .filter(({ node }) => node.source.page === operationId && node.field)
    .map(({ node, path }) => [node.source.table, code(node.field!), documented(node), code(pointer(path))]);
  return [
    `## ${operationId}`,
    `${title}, edition of ${date}${readFrom ? `, ${readFrom}` : ""}: <${address}>`,
    `${code(`${method} ${path}`)}, statuses ${Object.entries(statuses)
      .map(([status, name]) => `${status} ${name}`)
      .join(", ")}.`,
    table(["table", "row", "contract", "place in the contract"], rows),
    corrections(page.corrections),
  ].join("\n\n");
}

const corrections = (list: readonly Correction[]): string =>
  table(
    ["the page says", "the contract says", "evidence"],
    list.map(({ says, contract, evidence }) => [says, contract, evidence]),
  );

/** A row's keywords: `string, minLength 1, maxLength 64, required`. */
function documented({ keywords, required }: Node): string {
  const { type, additionalProperties: _free, ...others } = keywords;
  const limits = Object.entries(others).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [type ?? "any", ...limits, required && "required"].filter(Boolean).join(", ");
}

const pointer = (path: Path): string =>
  `#/${path.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;

const code = (text: string): string => `\`${text}\``;

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
