import { at, deref, nearest, same, show } from "./tree.js";

/** The media type of every body that is documented. */
export const json = "application/json";

/**
 * Each example on the page is one of the contract's.
 *
 * @param {import("./report.js").Comparison} comparison
 * @param {import("../../documented/page.js").Page} page
 * @param {import("./tree.js").Path} here
 * @param {import("./report.js").Source} source
 */
export function compareExamples({ document, report }, page, here, source) {
  for (const { in: place, status, value } of page.examples) {
    const path = [...here, ...(place === "request" ? ["requestBody"] : ["responses", String(status)])];
    const body = deref(document, { value: at(document, path), path });
    const examples = Object.values(at(body.value, ["content", json, "examples"]) ?? {});
    const values = examples.map((one) => deref(document, { value: one, path: [] }).value?.value);
    if (values.some((one) => same(one, value))) continue;
    const what = place === "request" ? "the request" : `response ${status}`;
    report(
      nearest(document, body.path),
      source,
      `the example of ${what} on {source} is not in the contract: ${show(value)}`,
    );
  }
}
