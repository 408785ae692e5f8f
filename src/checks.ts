import { ConfigurationError } from "./errors.js";
import { kindOf } from "./foreign.js";

/** Options whose values must not appear in a message. */
const secrets = ["credentials", "token"];

/** 100 years. */
export const maxDurationMs = 36_500 * 86_400_000;

export type Check<T> = (value: unknown) => value is T;

/** Reads one property of a caller's object. */
export type Read = <T, Default>(
  name: string,
  fallback: Default,
  fits: Check<T>,
  wanted: string,
) => T | Default;

/**
 * Reads properties of a caller's object, one at a time.
 *
 * @throws {ConfigurationError} if it is not an object; `read` throws one for a value that does not fit
 */
export function reader(owner: string, given: unknown) {
  if (!isObject(given)) {
    throw new ConfigurationError(`${owner} options are ${show(given)}: pass an object.`);
  }
  const known = new Set<string>();
  const read: Read = (name, fallback, fits, wanted) => {
    let value: unknown;
    known.add(name);
    try {
      value = given[name];
      // As from an empty or unset environment variable.
      if (value === undefined || value === null || value === "") return fallback;
      if (fits(value)) return value;
    } catch (cause) {
      throw new ConfigurationError(`${owner} option ${name} cannot be used: pass ${wanted}.`, { cause });
    }
    const shown = secrets.includes(name) ? kindOf(value) : show(value);
    throw new ConfigurationError(`${owner} option ${name} is ${shown}: pass ${wanted}.`);
  };
  /** @throws {ConfigurationError} for a property that was not read, such as a misspelt one */
  const refuseOthers = (): void => {
    const other = Object.keys(given).find((name) => !known.has(name));
    if (other === undefined) return;
    const names = [...known].join(", ");
    throw new ConfigurationError(
      `${owner} ${show(other)} is not an option: check its name. There are ${names}.`,
    );
  };
  return { read, refuseOthers };
}

export const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

export const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

export const isFunction = (value: unknown): value is () => unknown => typeof value === "function";

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isWhole =
  (least: number, most: number): Check<number> =>
  (value): value is number =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

export const isList =
  <T>(fits: Check<T>): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    // Array.from: every() skips holes.
    Array.isArray(value) && Array.from(value).every(fits);

/** A value, short enough for a message. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return "an array that does not fit";
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return ["number", "boolean"].includes(typeof value) ? String(value) : kindOf(value);
}
