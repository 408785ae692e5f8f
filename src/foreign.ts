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
