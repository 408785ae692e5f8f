import type { Output } from "./output.js";

/** An option of a command, for `parseArgs` and for its help. */
export interface Option {
  type: "string" | "boolean";
  multiple?: boolean;
  /** What stands for its value in the help. */
  value?: string;
  help: string;
}

export type Options = Readonly<Record<string, Option>>;

/** The options that were given. */
export type Values<O extends Options> = {
  [Name in keyof O]?: O[Name] extends { type: "boolean" }
    ? boolean
    : O[Name] extends { multiple: true }
      ? string[]
      : string;
};

export interface Given<O extends Options> {
  values: Values<O>;
  positionals: string[];
}

/** What every command works with. */
export interface Context {
  out: Output;
  /** Aborts on Ctrl-C, on SIGTERM, and when nobody reads the output any more. The reason is a `Stop`. */
  signal: AbortSignal;
}

export interface Command<O extends Options = Options> {
  summary: string;
  /** More of the help. */
  details?: string;
  /** In capitals; in brackets if it may be left out; with an ellipsis if there may be more. */
  positionals: readonly string[];
  options: O;
  /** Without `npx functiongraph-workflow`. */
  example: string;
  /** Returns the exit code. */
  run(given: Given<O>, context: Context): Promise<number>;
}

/** Infers the types of a command's options. */
export const command = <const O extends Options>(definition: Command<O>): Command<O> => definition;
