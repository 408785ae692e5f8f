import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node, type YAMLMap } from "yaml";
import { shown } from "../tools.js";
import { isObject, isReference, type Document, type Reference } from "./openapi.js";

/** Something in the contract that the generator cannot do; the message begins with file, line and column. */
export class ContractError extends Error {}

/** The contract's text, read; every object in it knows where it stands. */
export interface Source {
  document: Document;
  /** Follows a `$ref` to what it stands for. */
  resolve: <Value>(value: Value | Reference) => Value;
  /** @throws {ContractError} at an object of the document, or at one of its keys */
  refuse: (message: string, at: object, key?: string) => never;
}

/** @throws {ContractError} when it is not YAML */
export function readSource(text: string, file: string): Source {
  const lines = new LineCounter();
  const fail = (message: string, offset: number): never => {
    const { line, col } = lines.linePos(offset);
    throw new ContractError(`${shown(file)}:${line || 1}:${col || 1}  ${message}`);
  };
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const { message, pos } of yaml.errors) fail(message, pos[0]);
  visit(yaml, {
    Alias: (_, alias) =>
      fail(`*${alias.source} is not supported: use a $ref, or write it out`, alias.range?.[0] ?? 0),
  });
  const document: unknown = yaml.toJS();
  if (!isObject(document)) fail("the contract must be an OpenAPI document", 0);

  const places = new Map<object, { offset: number; keys: Map<string, number> }>();
  const record = (node: unknown, value: unknown): void => {
    if (!isObject(value) || places.has(value)) return;
    const keys = new Map<string, number>();
    places.set(value, { offset: (node as Node).range?.[0] ?? 0, keys });
    if (isSeq(node)) for (const [i, item] of node.items.entries()) record(item, value[i]);
    if (isMap(node)) recordKeys(node, value, keys);
  };
  const recordKeys = (map: YAMLMap, value: Record<string, unknown>, keys: Map<string, number>): void => {
    for (const { key, value: inner } of map.items) {
      const name = isScalar(key) ? String(key.value) : "";
      const offset = (key as Node).range?.[0] ?? 0;
      if (name === "__proto__") fail("__proto__ cannot be used as a key: choose another name", offset);
      if (name === "<<") fail("merge keys (<<) are not supported: write the keys out", offset);
      keys.set(name, offset);
      record(inner, value[name]);
    }
  };
  record(yaml.contents, document);

  const refuse: Source["refuse"] = (message, at, key) => {
    const place = places.get(at);
    return fail(message, (key !== undefined && place?.keys.get(key)) || (place?.offset ?? 0));
  };
  return { document: document as Document, refuse, resolve: resolver(document as Document, refuse) };
}

function resolver(document: Document, refuse: Source["refuse"]): Source["resolve"] {
  function follow(value: unknown, seen: Reference[]): unknown {
    if (!isReference(value)) return value;
    if (seen.includes(value)) refuse(`${value.$ref} refers to itself`, value, "$ref");
    return follow(lookUp(value), [...seen, value]);
  }
  function lookUp(reference: Reference): unknown {
    const { $ref } = reference;
    if (!$ref.startsWith("#/"))
      refuse(`${$ref}: the contract is a single file; move the target into it`, reference, "$ref");
    const target = $ref
      .slice(2)
      .split("/")
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>(
        (node, key) => (isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined),
        document,
      );
    if (target === undefined) refuse(`${$ref}: there is nothing at this reference`, reference, "$ref");
    return target;
  }
  // The linters check that a reference leads to something of the right kind.
  return <Value>(value: Value | Reference) => follow(value, []) as Value;
}
