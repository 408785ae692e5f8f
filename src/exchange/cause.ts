import { isA, textAt, valueAt } from "../foreign.js";
import type { Scrub } from "./scrub.js";

/** How many errors deep a chain of causes is kept. */
const maxCauses = 8;

/** How many values of an error are looked at. */
const maxValues = 1_000;

/**
 * An error as a `cause`: itself if it holds no secret, or else a copy of what can be told of it. A failing
 * `fetch`, agent or mock may put the request's headers into its message or its properties.
 */
export function withoutSecrets(error: unknown, scrub: Scrub, depth = 0): unknown {
  if (typeof error === "string") return scrub(error);
  if (isHarmless(error, scrub)) return error;
  if (!isA(error, Error))
    return new Error("what was thrown is not kept: it holds a secret, or cannot be read");
  const cause = depth < maxCauses ? withoutSecrets(valueAt(error, "cause"), scrub, depth + 1) : undefined;
  const copy = new Error(scrub(textAt(error, "message") ?? ""), cause === undefined ? undefined : { cause });
  const [name, code] = [textAt(error, "name"), textAt(error, "code")];
  return Object.assign(copy, name && { name: scrub(name) }, code && { code: scrub(code) });
}

/** Whether all of a value can be seen, and nothing in it is a secret. */
function isHarmless(value: unknown, scrub: Scrub): boolean {
  const pending = [value];
  const seen = new Set<unknown>();
  try {
    while (pending.length > 0) {
      const next = pending.pop();
      if (typeof next === "function") return false;
      if (typeof next === "string" && scrub(next) !== next) return false;
      if (typeof next !== "object" || next === null || seen.has(next)) continue;
      seen.add(next);
      const prototype: unknown = Object.getPrototypeOf(next);
      const isError = next instanceof Error;
      const isPlain = Array.isArray(next) || prototype === Object.prototype || prototype === null;
      // Others may show in a log what their properties do not.
      if (!isError && !isPlain) return false;
      if (isError) pending.push(next.name, next.message, next.stack);
      for (const [name, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(next))) {
        // Newer engines have an error's stack as a getter; it has been read.
        if (get && !(isError && name === "stack")) return false;
        pending.push(value);
      }
      if (pending.length + seen.size > maxValues) return false;
    }
    return true;
  } catch {
    return false;
  }
}
