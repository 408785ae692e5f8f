/**
 * Walking a document as written.
 *
 * @typedef {(string | number)[]} Path
 * @typedef {{ value: any, path: Path }} Place
 */

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {any} value @param {Path} path */
export const at = (value, path) =>
  path.reduce(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? inner[key] : undefined,
    value,
  );

/**
 * The place that a `$ref` points to, or the place itself. A `$ref` that leads nowhere, out of the file or in
 * a circle gives `undefined`.
 *
 * @param {any} document
 * @param {Place} place
 * @returns {Place}
 */
export function deref(document, place) {
  let { value, path } = place;
  for (let hops = 0; isObject(value) && typeof value.$ref === "string"; hops++) {
    if (hops > 20 || !value.$ref.startsWith("#/")) return { value: undefined, path };
    path = value.$ref
      .slice(2)
      .split("/")
      .map((/** @type {string} */ key) =>
        decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"),
      );
    value = at(document, path);
  }
  return { value, path };
}

/** The longest part of a path that the document has: a finding needs a place that exists. @param {any} document @param {Path} path */
export function nearest(document, path) {
  let length = path.length;
  while (length > 0 && at(document, path.slice(0, length)) === undefined) length--;
  return path.slice(0, length);
}

/** Whether two JSON values are equal, whatever the order of their keys. @param {any} a @param {any} b @returns {boolean} */
export function same(a, b) {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}

/** @param {unknown} value */
export function show(value) {
  const text = value === undefined ? "none" : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

/** @param {Record<string, any>} record @param {(value: any) => any} change */
export const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
