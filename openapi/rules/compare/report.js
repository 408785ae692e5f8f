/**
 * @typedef {import("./tree.js").Path} Path
 *
 * @typedef {object} Source where something is documented
 * @property {string} table
 * @property {string} page the operation whose page it is; "" for what all have in common
 *
 * @typedef {(path: Path, source: Source, message: string) => void} Report
 *
 * @typedef {object} Comparison
 * @property {any} document
 * @property {Report} report
 * @property {(node: import("./expected.js").Node, path: Path) => void} found called for each documented schema with its place
 */

/** Collects findings; pages that say the same about the same place share one. `{source}` in a message names them. */
export function newReport() {
  /** @type {Map<string, { path: Path, message: string, sources: Source[] }>} */
  const found = new Map();
  return {
    /** @type {Report} */
    add: (path, source, message) => {
      const key = JSON.stringify([path, message]);
      const finding = found.get(key) ?? { path, message, sources: [] };
      found.set(key, finding);
      finding.sources.push(source);
    },
    findings: () =>
      [...found.values()].map(({ path, message, sources }) => ({
        path,
        message: message.replace("{source}", () => nameOf(sources)),
      })),
  };
}

/** @param {Source[]} sources */
function nameOf([first, ...others]) {
  const page = first?.page ? ` of ${first.page}` : "";
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `${first?.table}${page}${more}`;
}
