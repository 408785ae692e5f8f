/**
 * A keyword beside `$ref` changes the target in OpenAPI 3.1, but the resolver drops it, so no other
 * rule can see it: only `summary` and `description`, which change no data, may stand there.
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
      message: `${key} stands beside $ref, where it overrides ${node.$ref} unseen: move it there`,
      path: [...context.path, key],
    }));
}
