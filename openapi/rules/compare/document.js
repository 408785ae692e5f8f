import { at, isObject, mapValues, same, show } from "./tree.js";

/** Prose, or compared elsewhere. */
const others = ["info", "tags", "externalDocs", "paths", "components"];

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Compares what all operations share, and refuses operations that are not documented.
 *
 * @param {import("./report.js").Comparison} comparison
 * @param {import("../../documented/page.js").Page[]} pages
 * @param {import("../../documented/page.js").Gateway} gateway
 */
export function compareDocument({ document, report }, pages, gateway) {
  const source = { table: "openapi/documented/gateway.js", page: "" };
  const { servers, security, securitySchemes } = gateway;

  /** @param {Record<string, unknown>} expected @param {any} actual @param {import("./tree.js").Path} path @param {string[]} [known] */
  const compare = (expected, actual, path, known = []) => {
    const found = isObject(actual) ? actual : {};
    for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
      if (known.includes(key) || same(expected[key], withoutDescriptions(found[key]))) continue;
      const is = show(found[key]);
      report(
        key in found ? [...path, key] : path,
        source,
        `${key} is ${show(expected[key])} in {source}, found ${is}`,
      );
    }
  };
  compare({ openapi: "3.1.0", servers, security }, document, [], others);
  const place = ["components", "securitySchemes"];
  const schemes = at(document, place);
  compare(securitySchemes, schemes, schemes === undefined ? [] : place);

  for (const [path, item] of Object.entries(isObject(document?.paths) ? document.paths : {})) {
    const documented = pages.filter((page) => page.path === path).map(({ method }) => method.toLowerCase());
    const known = documented.length > 0 ? [...documented, "parameters", "summary", "description"] : [];
    for (const key of Object.keys(isObject(item) ? item : {})) {
      if (known.includes(key)) continue;
      const thing = methods.includes(key) ? `${key.toUpperCase()} ${path}` : `${key} of ${path}`;
      report(
        ["paths", path, key],
        { table: "openapi/documented", page: "" },
        `${thing} is on no page in {source}`,
      );
    }
  }
}

/** @param {any} value @returns {any} */
function withoutDescriptions(value) {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (!isObject(value)) return value;
  const { description: _description, ...rest } = value;
  return mapValues(rest, withoutDescriptions);
}
