import { createHash } from "node:crypto";
import { ConfigurationError } from "../errors.js";
import type { Keyed } from "./writer.js";

/** An input, read. The caller's objects are not read after this. */
export interface Item extends Keyed {
  /** The body of the start, as JSON. */
  body: string;
}

const parts = ["key", "input", "headers"];
const maxKeyLength = 1_000;

/** @throws {ConfigurationError} if it is not an input */
export function readItem(given: unknown, position: number): Item {
  const what = `Input ${position} of the list`;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new ConfigurationError(`${what} is not an object: pass { key, input, headers }.`);
  }
  const other = Object.keys(given).find((name) => !parts.includes(name));
  if (other !== undefined) {
    throw new ConfigurationError(`${what} has ${JSON.stringify(other)}: pass { key, input, headers } only.`);
  }
  const { key = `#${position}`, input, headers } = given as Record<string, unknown>;
  if (typeof key !== "string" || key === "" || key.length > maxKeyLength) {
    throw new ConfigurationError(`${what} has an unusable key: pass 1 to ${maxKeyLength} characters.`);
  }
  const body = jsonOf({ input, headers }, `${what} (key ${JSON.stringify(key)})`);
  const copy = JSON.parse(body) as { input?: unknown; headers?: unknown };
  return { key, hash: hashOf(copy.input, copy.headers), position, offset: undefined, body };
}

function jsonOf(value: object, what: string): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new ConfigurationError(`${what} cannot be written as JSON: pass plain data.`, { cause });
  }
}

/** The same for the same input and headers, in whatever order their members are. Begins with the input's own. */
export const hashOf = (input: unknown, headers: unknown): string =>
  headers === undefined ? digest(input) : `${digest(input)}.${digest(headers)}`;

export const inputHashOf = (hash: string): string => hash.split(".")[0]!;

/** 128 bits. */
const digest = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(value, sorted) ?? "")
    .digest("base64url")
    .slice(0, 22);

const sorted = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** @throws {ConfigurationError} if two inputs with the same key differ */
export function refuseTwin(
  { key, hash, position }: Item,
  seenAt: number,
  hashThere: string | undefined,
): void {
  if (hash === hashThere) return;
  throw new ConfigurationError(
    `Inputs ${seenAt} and ${position} of the list have the same key, ${JSON.stringify(key)}, but differ: give each a key of its own.`,
  );
}

/** @throws {ConfigurationError} if an input is not the one that the journal has with its key */
export function refuseChange({ key, hash, position }: Item, hashThere: string, journal: string): void {
  if (hash === hashThere) return;
  throw new ConfigurationError(
    `Input ${position} of the list differs from the one that ${journal} has with the key ${JSON.stringify(key)}: ` +
      "it is the journal of another list. Pass another path, or the list that it was made with.",
  );
}
