import { isDeepStrictEqual } from "node:util";
import type { Document, Reference, Resolve } from "../openapi.js";

/** Something that changed between two contracts. */
export interface Edit {
  place: Place;
  text: string;
  /** Whether programs that use the client can stop compiling or working. */
  breaking: boolean;
}

export interface Place {
  /** As a reader says it: `POST /v2/things body.name`. */
  name: string;
  /** Where it is written: the same, or a component's reference and what comes after it. */
  at: string;
  /** The name of that component. */
  component?: string;
  use: Use;
  contracts: Contracts;
}

/**
 * What callers do with the values at a place: they write requests and read responses. Where it can be either,
 * as under `not` or in an exported type that no operation uses, only words can change without harm.
 */
export type Use = "request" | "response" | "either";

export interface Contracts {
  before: Side;
  after: Side;
  /** By reference: the uses of a component that have been compared. */
  compared: Map<string, Set<Use>>;
}

interface Side {
  document: Document;
  /** What one `$ref` leads to, which can be another. */
  lookUp: (reference: string) => unknown;
  /** Follows every `$ref`. */
  resolve: Resolve;
}

export const contractsOf = (before: Document, after: Document): Contracts => ({
  before: sideOf(before),
  after: sideOf(after),
  compared: new Map(),
});

/** Both contracts have been linted: what they refer to is there. */
export function sideOf(document: Document): Side {
  const lookUp = (reference: string): unknown =>
    reference
      .slice(2)
      .split("/")
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((value, key) => ownField(value as object, key), document);
  const resolve = <Value>(value: Value | Reference): Value =>
    isReference(value) ? resolve(lookUp(value.$ref) as Value) : value;
  return { document, lookUp, resolve };
}

export const within = (place: Place, suffix: string): Place => ({
  ...place,
  name: place.name + suffix,
  at: place.at + suffix,
});

export const edit = (place: Place, text: string, breaks: boolean): Edit => ({
  place,
  text,
  breaking: breaks,
});
export const breaking = (place: Place, text: string): Edit => edit(place, text, true);

/** Fields of any object of a contract that only people read. Fields that start with `x-` need not be. */
const words = [
  "$comment",
  "deprecated",
  "description",
  "example",
  "examples",
  "externalDocs",
  "summary",
  "tags",
  "title",
  "x-codeSamples",
  "x-documented-in",
  "x-undocumented-length",
];

export const isWords = (field: string): boolean => words.includes(field);

interface Rules {
  [field: string]: () => Iterable<Edit>;
}

/** Compares two objects, each field by its rule. Without one, whatever is not words can break callers. */
export function* compareFields(
  before: object,
  after: object,
  place: Place,
  rules: Rules,
  otherwise = (field: string, was: unknown, is: unknown): Iterable<Edit> =>
    isDeepStrictEqual(was, is) ? [] : [breaking(place, becomes(field, was, is))],
): Generator<Edit> {
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [ownField(before, field), ownField(after, field)];
    if (isWords(field)) {
      if (!isDeepStrictEqual(was, is)) yield edit(place, becomes(field, was, is), false);
    } else if (Object.hasOwn(rules, field)) yield* rules[field]!();
    else yield* otherwise(field, was, is);
  }
}

/** Compares two objects whose fields are names that the contract makes up. */
export function* compareNamed<Value>(
  before: Record<string, Value> = {},
  after: Record<string, Value> = {},
  rules: {
    added: (name: string, value: Value) => Iterable<Edit>;
    removed: (name: string, value: Value) => Iterable<Edit>;
    changed: (name: string, before: Value, after: Value) => Iterable<Edit>;
  },
): Generator<Edit> {
  for (const [name, value] of Object.entries(before)) {
    if (!Object.hasOwn(after, name)) yield* rules.removed(name, value);
    else yield* rules.changed(name, value, after[name]!);
  }
  for (const [name, value] of Object.entries(after))
    if (!Object.hasOwn(before, name)) yield* rules.added(name, value);
}

type Compare<Target> = (before: Target, after: Target, place: Place) => Iterable<Edit>;

/** Compares a component, once for each use of it: it can contain itself. */
export function* compareComponent<Target>(
  { $ref }: Reference,
  place: Place,
  compare: Compare<Target>,
): Generator<Edit> {
  const { before, after, compared } = place.contracts;
  const uses = compared.get($ref) ?? new Set();
  if (uses.has(place.use)) return;
  compared.set($ref, uses.add(place.use));
  const [was, is] = [before.lookUp($ref) as Target, after.lookUp($ref) as Target];
  yield* compare(was, is, { ...place, at: $ref, component: $ref.split("/").at(-1)! });
}

/** Compares two objects that may be references. */
export function compareTargets<Target extends object>(
  before: Target | Reference,
  after: Target | Reference,
  place: Place,
  compare: Compare<Target>,
): Iterable<Edit> {
  if (isReference(before) && isReference(after) && before.$ref === after.$ref) {
    return compareComponent<Target | Reference>(before, place, (was, is, at) =>
      compareTargets(was, is, at, compare),
    );
  }
  const { contracts } = place;
  return compare(contracts.before.resolve<Target>(before), contracts.after.resolve<Target>(after), place);
}

/** Compares two objects of words by name. */
export const compareWords = (
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown> | undefined,
  place: Place,
): Iterable<Edit> => {
  const change = (name: string, was: unknown, is: unknown) =>
    isDeepStrictEqual(was, is) ? [] : [edit(place, becomes(name, was, is), false)];
  return compareNamed(before, after, {
    added: (name, is) => change(name, undefined, is),
    removed: (name, was) => change(name, was, undefined),
    changed: change,
  });
};

export const becomes = (field: string, was: unknown, is: unknown): string =>
  `${field} ${show(was)} -> ${show(is)}`;

export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "none";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** A contract can name its fields `constructor` or `__proto__`. */
const ownField = (object: object, field: string): unknown =>
  Object.hasOwn(object, field) ? (object as Record<string, unknown>)[field] : undefined;

export const isReference = (value: unknown): value is Reference =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "$ref");
