/** What of an OpenAPI document is words: its titles, summaries and descriptions, and comments in its code samples. */
import { createHash } from "node:crypto";

type Json = Record<string, any>;
type Path = (string | number)[];

/** An object of the document that has words. */
export interface Words {
  /** Its JSONPath: an overlay names it by this. */
  target: string;
  /** Its words, by key, without those that hold no English. */
  texts: Record<string, string>;
  /** Changes when its words do. */
  hash: string;
}

const keys = ["title", "summary", "description"];
/** Under these keys are values, unless they are names of properties. */
const values = ["example", "default", "enum", "const"];

/** The objects that have words, in the document's order. */
export function wordsOf(document: Json): Words[] {
  return [...objects(document)].flatMap(({ target, texts }) => {
    const english = Object.entries(texts).filter(([key, text]) => hasEnglish(proseOf(key, text)));
    if (english.length === 0) return [];
    const hash = createHash("sha256").update(JSON.stringify(english)).digest("hex").slice(0, 8);
    return [{ target, texts: Object.fromEntries(english), hash }];
  });
}

/** The document with its words taken out: two that differ only in words are equal then. */
export function withoutWords(document: Json): Json {
  const copy = structuredClone(document);
  for (const { object, texts } of [...objects(copy)])
    for (const [key, text] of Object.entries(texts)) object[key] = codeOf(key, text);
  return copy;
}

const comment = /^(\s*(?:\/\/|#)).*$/gm;

/** What of a text is read by people: all of it, or the comments of a code sample. */
export const proseOf = (key: string, text: string): string =>
  key === "source" ? (text.match(comment) ?? []).join("\n") : text;

/** What of a text is left when its words are gone. */
export const codeOf = (key: string, text: string): string =>
  key === "source" ? text.replace(comment, "$1") : "";

/** Code, and names such as `StartWorkflowExecution`, are the same in every language. */
const hasEnglish = (text: string) => /\b[A-Z]?[a-z]+\b/.test(text.replace(/`[^`]*`/g, ""));

function* objects(
  object: Json,
  path: Path = [],
  target = "$",
): Generator<{ target: string; object: Json; texts: Record<string, string> }> {
  const texts: [string, string][] = keys
    .filter((key) => typeof object[key] === "string")
    .map((key) => [key, object[key]]);
  // The name of a tag is the key that operations refer to, so another name is shown.
  if (path.length === 2 && path[0] === "tags")
    texts.unshift(["x-displayName", object["x-displayName"] ?? object["name"]]);
  if (path.at(-2) === "x-codeSamples") texts.push(["source", object["source"]]);
  if (texts.length > 0) yield { target, object, texts: Object.fromEntries(texts) };

  for (const [name, value] of Object.entries(object)) {
    if (typeof value !== "object" || value === null) continue;
    if (values.includes(name) && path.at(-1) !== "properties") continue;
    if (name === "value" && path.at(-2) === "examples") continue;
    const key = Array.isArray(object) ? Number(name) : name;
    yield* objects(value, [...path, key], target + step(key, value));
  }
}

function step(key: string | number, value: Json): string {
  if (typeof key === "string") return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key}']`;
  return typeof value["name"] === "string" ? `[?@.name=='${value["name"]}']` : `[${key}]`;
}
