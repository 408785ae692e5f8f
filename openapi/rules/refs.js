/**
 * A `$ref` stays inside the file, which is read once, and alone: a keyword beside it changes its target in
 * OpenAPI 3.1, but some tools drop it. Only `summary` and `description` may stand there, which change no data.
 *
 * @param {any} node an object of the document as written, with its `$ref`
 * @param {unknown} _options none
 * @param {{ path: (string | number)[] }} context
 */
export default function refs(node, _options, context) {
  if (typeof node?.$ref !== "string") return [];
  const findings = Object.keys(node)
    .filter((key) => !["$ref", "summary", "description"].includes(key))
    .map((key) => ({
      message: `${key} beside $ref overrides ${node.$ref} in some tools only: move it into the target`,
      path: [...context.path, key],
    }));
  if (!node.$ref.startsWith("#/"))
    findings.push({
      message: `$ref ${node.$ref} leads out of this file: move its target into components`,
      path: [...context.path, "$ref"],
    });
  return findings;
}
