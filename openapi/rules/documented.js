import { gateway, pages } from "../documented/index.js";
import { compareDocument } from "./compare/document.js";
import { expectedOperation } from "./compare/expected.js";
import { compareOperation } from "./compare/operation.js";
import { newReport } from "./compare/report.js";

/**
 * Holds the contract closed: apart from prose and examples, it must equal what the documented rows give.
 * Anything missing, weaker, stricter, added or hidden is a finding.
 *
 * @param {any} document the contract as written, its `$ref`s not resolved
 */
export default function documented(document) {
  return compare(document, () => {});
}

/**
 * @param {any} document
 * @param {import("./compare/report.js").Comparison["found"]} found called for each documented schema with its place
 * @param {import("../documented/page.js").Page[]} some the pages to hold it to
 */
export function compare(document, found, some = pages) {
  const report = newReport();
  const comparison = { document, report: report.add, found };
  compareDocument(comparison, pages, gateway);
  for (const page of some) compareOperation(comparison, expectedOperation(page, gateway));
  return report.findings();
}
