import { textAt, valueAt } from "../foreign.js";

/** Of the command. After Ctrl-C it is 130, after SIGTERM 143, and 141 if nobody reads its output any more. */
export const exitCodes = { well: 0, failed: 1, usage: 2, mayHaveStarted: 3 } as const;

/** The command line is wrong. */
export class UsageError extends Error {}

/** Why a command has to end early. */
export class Stop extends Error {
  readonly exitCode: number;
  /** Whether there is nobody to tell. */
  readonly quiet: boolean;

  constructor(message: string, exitCode: number, { quiet = false } = {}) {
    super(message);
    this.exitCode = exitCode;
    this.quiet = quiet;
  }
}

/** Of a call that failed. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Stop) return error.exitCode;
  if (valueAt(error, "mayHaveStarted") === true) return exitCodes.mayHaveStarted;
  const isWrong = ["InvalidRequestError", "ConfigurationError"].includes(textAt(error, "name") ?? "");
  return isWrong || error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
}

export const messageOf = (error: unknown): string => textAt(error, "message") ?? String(error);

/** An error for programs. */
export function factsOf(error: unknown) {
  const facts = Object.fromEntries(
    ["status", "code", "requestId", "mayHaveStarted", "failedNodes"].map((name) => [
      name,
      valueAt(error, name),
    ]),
  );
  const name = error instanceof UsageError ? "UsageError" : (textAt(error, "name") ?? "Error");
  return { error: { name, message: messageOf(error), ...facts } };
}
