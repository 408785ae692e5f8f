import { ConfigurationError } from "../errors.js";
import { isBoolean, isFunction, isText, isWhole, reader } from "../checks.js";
import type { StartManyOptions } from "./types.js";

/** The options, checked and copied. */
export interface Settings {
  /** Without one, a temporary journal is used. */
  journal: string | undefined;
  rate: number;
  concurrency: number;
  wait: boolean;
  total: number | undefined;
  giveUpAfterMs: number;
  signal: AbortSignal | undefined;
  onOutcome: StartManyOptions["onOutcome"];
  onProgress: StartManyOptions["onProgress"];
}

/** More than the gateway allows by far, and few enough for a timer. */
const maxRate = 10_000;
const maxConcurrency = 10_000;

/** @throws {ConfigurationError} naming the first option that cannot be used */
export function readOptions(options: StartManyOptions): Settings {
  const { read, refuseOthers } = reader("startMany's", options);
  const journal = read("journal", undefined, isJournal, "the path of a file, or false to go without");
  if (journal === undefined) {
    throw new ConfigurationError(
      "startMany's journal is missing: pass the path of a file, or false to go without. Without a journal, a second run starts everything again.",
    );
  }
  const settings: Settings = {
    journal: journal === false ? undefined : journal,
    rate: read("rate", 100, isRate, `a number above 0, at most ${maxRate}`),
    concurrency: read(
      "concurrency",
      20,
      isWhole(1, maxConcurrency),
      `a whole number from 1 to ${maxConcurrency}`,
    ),
    wait: read("wait", false, isBoolean, "true or false"),
    total: read("total", undefined, isWhole(0, Number.MAX_SAFE_INTEGER), "a whole number"),
    giveUpAfterMs: read("giveUpAfterMs", 120_000, isPositive, "a number of milliseconds above 0"),
    signal: read("signal", undefined, isSignal, "the signal of an AbortController"),
    onOutcome: read("onOutcome", undefined, isFunction, "a function") as Settings["onOutcome"],
    onProgress: read("onProgress", undefined, isFunction, "a function") as Settings["onProgress"],
  };
  refuseOthers();
  return settings;
}

const isJournal = (value: unknown): value is string | false => value === false || isText(value);

const isPositive = (value: unknown): value is number => typeof value === "number" && value > 0;

const isRate = (value: unknown): value is number => isPositive(value) && value <= maxRate;

const isSignal = (value: unknown): value is AbortSignal => value instanceof AbortSignal;
