/** What a YAML file may not hold, because tools read it in different ways. */
import {
  isAlias,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
} from "yaml";

export interface YamlFinding {
  line: number;
  column: number;
  rule: string;
  message: string;
}

/** Under these keys are values, not parts of the document: there `null` is a value too. */
const values = ["example", "examples", "value", "default", "enum", "const"];

/** All that is wrong with the text as YAML; the linters need not see what is found here. */
export function yamlFindings(text: string): YamlFinding[] {
  const lines = new LineCounter();
  const found: YamlFinding[] = [];
  const report = (offset: number, rule: string, message: string) => {
    const { line, col } = lines.linePos(offset);
    found.push({ line, column: col, rule, message });
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const { pos, message } of [...document.errors, ...document.warnings]) report(pos[0], "yaml", message);
  if (found.length > 0) return found;
  if (document.contents === null) report(0, "yaml", "the file is empty");

  const at = (node: unknown) => (node as Node | undefined)?.range?.[0] ?? 0;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node))
        report(
          at(node),
          "yaml-alias",
          `*${node.source} repeats what stands elsewhere: use a $ref, or write it out`,
        );
      else if (node.tag !== undefined)
        report(at(node), "yaml-tag", `the tag ${node.tag} is read in different ways: leave it out`);
    },
    Pair: (_, { key, value }, above) => {
      const name = isScalar(key) ? String(key.value) : "";
      if (name === "<<")
        report(at(key), "yaml-merge-key", "tools read merge keys (<<) in different ways: write the keys out");
      if (name === "__proto__")
        report(at(key), "yaml-proto", "some tools drop a key named __proto__: use another name");
      if (value !== null && !(isScalar(value) && value.value === null)) return;
      const isValue = above.some(
        (one) => "key" in one && isScalar(one.key) && values.includes(String(one.key.value)),
      );
      if (!isValue && !values.includes(name))
        report(at(key), "yaml-empty", `${name} has no value: give it one, or remove it`);
    },
  });
  for (const [scalar, older] of readTwice(document, text)) {
    if (Object.is(scalar.value, older) || scalar.value === "<<") continue;
    const [now, then] = [JSON.stringify(scalar.value), JSON.stringify(older)];
    report(
      at(scalar),
      "yaml-ambiguous",
      `${scalar.source} is ${now} in YAML 1.2 and ${then} in YAML 1.1: put it in quotes`,
    );
  }
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Each scalar, and what YAML 1.1 takes it for. */
function readTwice(document: Document, text: string): [Scalar, unknown][] {
  const older = scalarsOf(parseDocument(text, { version: "1.1", merge: false, logLevel: "silent" }));
  return scalarsOf(document).map((scalar, index) => [scalar, older[index]?.value]);
}

function scalarsOf(document: Document): Scalar[] {
  const found: Scalar[] = [];
  visit(document, { Scalar: (_, scalar) => void found.push(scalar) });
  return found;
}
