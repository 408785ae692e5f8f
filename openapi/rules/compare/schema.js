import { deref, isObject, nearest, same, show } from "./tree.js";

/** Keywords that are prose. */
const words = ["title", "description", "examples"];

/** @param {boolean} required */
export const requiredness = (required) => (required ? "required" : "optional");

/**
 * @param {import("./report.js").Comparison} comparison
 * @param {import("./expected.js").Node} expected
 * @param {import("./tree.js").Place} given
 */
export function compareSchema(comparison, expected, given) {
  const { document, report } = comparison;
  const { label, source, keywords, properties, items } = expected;
  const { value, path } = deref(document, given);
  if (!isObject(value)) {
    report(nearest(document, path), source, `${label} has a schema in {source}, found ${show(value)}`);
    return;
  }
  comparison.found(expected, path);
  const { required, properties: given_, items: givenItems, ...rest } = value;
  /** @type {Record<string, unknown>} */
  const wanted = keywords;
  for (const keyword of new Set([...Object.keys(wanted), ...Object.keys(rest)])) {
    if (words.includes(keyword) || same(wanted[keyword], rest[keyword])) continue;
    const should = keyword in wanted ? `${keyword} ${show(wanted[keyword])}` : `no ${keyword}`;
    const place = keyword in rest ? [...path, keyword] : path;
    report(place, source, `${label} has ${should} in {source}, found ${show(rest[keyword])}`);
  }

  const found = isObject(given_) ? given_ : {};
  const names = Array.isArray(required) ? required : [];
  for (const [name, property] of properties) {
    if (!Object.hasOwn(found, name)) {
      report(path, property.source, `${property.label} is in {source}, but not in the contract`);
      continue;
    }
    compareSchema(comparison, property, { value: found[name], path: [...path, "properties", name] });
    if (property.required === names.includes(name)) continue;
    const [should, is] = [requiredness(property.required), requiredness(!property.required)];
    const place = "required" in value ? [...path, "required"] : path;
    report(place, property.source, `${property.label} is ${should} by {source}, found ${is}`);
  }
  for (const name of Object.keys(found).filter((name) => !properties.has(name)))
    report([...path, "properties", name], source, `${name} in ${label} is not in {source}`);
  for (const name of names.filter((name) => !properties.has(name)))
    report([...path, "required"], source, `${show(name)}, required in ${label}, is not in {source}`);

  if (items) compareSchema(comparison, items, { value: givenItems, path: [...path, "items"] });
  else if (givenItems !== undefined)
    report([...path, "items"], source, `${label} has no items in {source}, found ${show(givenItems)}`);
}
