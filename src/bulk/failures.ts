import { FunctionGraphError } from "../errors.js";
import type { Summary } from "./types.js";

/** A journal cannot be used: it is damaged, in use, of another run, or cannot be written. */
export class JournalError extends FunctionGraphError {}

/** A run stopped before its last input. The `cause` tells why. Run it again with the same journal to go on. */
export class RunStoppedError extends FunctionGraphError {
  /** What was done until then. */
  readonly summary: Summary;

  constructor(cause: unknown, summary: Summary) {
    const { inputs, started, refused, unknown, unsent } = summary;
    const counts = `${started} started, ${refused} refused, ${unknown} unknown, ${unsent} unsent`;
    super(`The run stopped after reading ${inputs} inputs (${counts}): ${messageOf(cause)}`, { cause });
    this.summary = summary;
  }
}

/** Of anything that was thrown. */
export function messageOf(error: unknown): string {
  try {
    const text = (error as { message?: unknown } | null | undefined)?.message ?? error;
    return String(text);
  } catch {
    return "no reason was given";
  }
}
