import { kindOf, textAt } from "../foreign.js";
import type { JsonObject } from "./execution-types.js";

/** The first `length` characters of a text. */
export const cut = (text: string, length: number): string =>
  // Cut twice, as a code point has one or two code units: a text may be very long.
  [...text.slice(0, 2 * length)].slice(0, length).join("");

/**
 * A copy of an object that a user's function gave, as JSON has it; `undefined` for nothing.
 *
 * @throws {TypeError} for anything else
 */
export function jsonObject(value: unknown, name: string): JsonObject | undefined {
  if (value === undefined) return undefined;
  const advice = "use an object that JSON can hold, or nothing";
  let copy: unknown;
  try {
    const text = JSON.stringify(value);
    copy = text === undefined ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new TypeError(`${name} cannot be written as JSON (${messageOf(cause)}): ${advice}.`, { cause });
  }
  if (isTooDeep(copy)) throw new TypeError(`${name} is nested more than ${maxDepth} levels deep: ${advice}.`);
  if (typeof copy === "object" && copy !== null && !Array.isArray(copy)) return copy as JsonObject;
  const [kind, written] = [kindOf(value), kindOf(copy)];
  // Such as a Date.
  const how = typeof value === "object" && kind !== written ? `, which JSON writes as ${written}` : "";
  throw new TypeError(`${name} is ${kind}${how}: ${advice}.`);
}

/** How deep a value may be nested: deeper ones can be read, but not all of them written. */
export const maxDepth = 500;

/** Not recursive, as `memoryOf`. */
export function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === maxDepth) return true;
    const inner: unknown[] = [];
    for (const each of level)
      if (typeof each === "object" && each !== null)
        for (const one of Object.values(each)) if (typeof one === "object") inner.push(one);
    level = inner;
  }
  return false;
}

/** The contract's limit for the length of a node's error message. */
const maxMessageLength = 2048;

/** What a user's function threw, in words. */
export function messageOf(error: unknown): string {
  const text = typeof error === "string" ? error : (textAt(error, "message") ?? textAt(error, "name"));
  return cut(text || "It failed without a message.", maxMessageLength);
}

/** About how many bytes a JSON value takes in memory. Not recursive: the value may be nested deeply. */
export function memoryOf(value: unknown): number {
  let bytes = 0;
  const pending = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    bytes += 16;
    if (typeof next === "string") bytes += 2 * next.length;
    else if (Array.isArray(next)) {
      bytes += 16;
      for (const item of next) pending.push(item);
    } else if (typeof next === "object" && next !== null) {
      bytes += 48;
      for (const key of Object.keys(next)) {
        bytes += 32 + key.length;
        pending.push((next as Record<string, unknown>)[key]);
      }
    }
  }
  return bytes;
}
