/** Reading what others made, which may throw at every touch. */

/** `instanceof` that never throws, not even for a hostile proxy. */
export function isA<Type>(value: unknown, type: abstract new (...args: never[]) => Type): value is Type {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}

export function textAt(value: unknown, name: string): string | undefined {
  const text = valueAt(value, name);
  return typeof text === "string" && text !== "" ? text : undefined;
}

export function valueAt(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

/** "an array" for "array"; null and undefined need no article. */
export const withArticle = (noun: string): string =>
  ["null", "undefined"].includes(noun) ? noun : `${/^[aeio]/i.test(noun) ? "an" : "a"} ${noun}`;

/** What kind of thing a value is, for a message: "a string", "an array", "a Map". */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return withArticle(typeof value);
  try {
    const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
    return withArticle(["Array", "Object"].includes(tag) ? tag.toLowerCase() : tag);
  } catch {
    return "an object";
  }
}
