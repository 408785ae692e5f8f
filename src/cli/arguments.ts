import * as util from "node:util";
import type { Command, Given, Option, Options, Values } from "./command.js";
import { UsageError } from "./failures.js";

/** Of every command. */
export const commonOptions = {
  json: { type: "boolean", help: "Print JSON, for programs: a line for each result, and errors on stderr" },
  help: { type: "boolean", help: "Print this" },
} as const satisfies Options;

/** @throws {UsageError} if the command line does not fit the command */
export function readArguments(
  { options, positionals: names }: Command,
  args: string[],
): Given<Options> & { json: boolean; help: boolean } {
  const { values, positionals, tokens } = parse(args, { ...options, ...commonOptions });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (seen.has(token.name) && !options[token.name]?.multiple)
      throw new UsageError(`--${token.name} is given more than once: pass it once.`);
    if (token.value === "") throw new UsageError(`--${token.name} is empty: pass a value, or leave it out.`);
    seen.add(token.name);
  }
  const { json = false, help = false, ...rest } = values;
  const given = { values: rest as Values<Options>, positionals, json: json === true, help: help === true };
  if (given.help) return given;
  const missing = names[positionals.length];
  if (missing !== undefined && !missing.startsWith("[") && !isRepeated(missing, positionals, names))
    throw new UsageError(`${missing.replace("…", "")} is missing: pass ${names.join(" ")}.`);
  const extra = names.at(-1)?.includes("…") ? undefined : positionals[names.length];
  if (extra !== undefined) throw new UsageError(`${JSON.stringify(extra)} is one argument too many.`);
  return given;
}

const isRepeated = (name: string, positionals: string[], names: readonly string[]) =>
  name.includes("…") && positionals.length >= names.length;

function parse(args: string[], options: Record<string, Option>) {
  try {
    return util.parseArgs({ args, options, allowPositionals: true, tokens: true });
  } catch (cause) {
    // Its first sentence says what is wrong.
    throw new UsageError(`${(cause as Error).message.split(". ")[0]!.replace(/\.$/, "")}.`, { cause });
  }
}

/** @throws {UsageError} if it is not a whole number, at least `least` */
export function readWhole(name: string, text: string | undefined, least = 1): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text) && Number(text) >= least) return Number(text);
  throw new UsageError(`--${name} is ${JSON.stringify(text)}: pass a whole number, at least ${least}.`);
}

const unitMs: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** In milliseconds. @throws {UsageError} if it is not a duration */
export function readDuration(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = durationOf(text);
  if (ms !== undefined) return ms;
  throw new UsageError(`--${name} is ${JSON.stringify(text)}: pass a duration, such as 90s, 10m, 2h or 3d.`);
}

/** @throws {UsageError} if it is neither a time nor a duration */
export function readTime(name: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const ago = durationOf(text);
  const time = new Date(ago !== undefined ? Date.now() - ago : /^\d{4}-\d\d-\d\d/.test(text) ? text : NaN);
  if (!Number.isNaN(time.getTime())) return time;
  throw new UsageError(
    `--${name} is ${JSON.stringify(text)}: pass how long ago, such as 2h or 3d, or a time, such as 2026-01-31T09:30:00Z.`,
  );
}

function durationOf(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  return number === undefined || Number(number) === 0 ? undefined : Number(number) * unitMs[unit!]!;
}
