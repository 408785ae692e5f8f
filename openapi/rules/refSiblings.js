/**
 * In OpenAPI 3.1, a keyword next to `$ref` changes the target, but the resolver drops it, so no other rule
 * can see it: only `summary` and `description`, which change no data, are allowed.
 *
 * @param {any} node an object of the document as written, with its `$ref`
 * @param {unknown} _options none
 * @param {{ path: (string | number)[] }} context
 */
export default function refSiblings(node, _options, context) {
  if (typeof node?.$ref !== "string") return [];
  return Object.keys(node)
    .filter((key) => !["$ref", "summary", "description"].includes(key))
    .map((key) => ({
      message: `${key} is next to $ref, where it overrides ${node.$ref} unseen: move it there`,
      path: [...context.path, key],
    }));
}
