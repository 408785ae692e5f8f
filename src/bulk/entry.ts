import type { Outcome, OutcomeError } from "./types.js";

/** What a journal says of a key; its last line tells all that is known. */
export interface Entry {
  key: string;
  /** Of the input and its headers. */
  hash: string;
  /**
   * - `sending`: a request may leave from now on. As the last line, left by a process that was killed, it means
   *   that the input may have been started.
   * - `unsent`: it certainly was not started, and may be sent again.
   * - `resend`: the user decided that it is to be sent again.
   * - `started`; `ended`: and its result is known.
   */
  is: "sending" | "started" | "ended" | "refused" | "unknown" | "unsent" | "resend";
  /** When the line was written. */
  at: string;
  /** When it was sent, if it was started or may have been. */
  sentAt?: string;
  executionId?: string;
  /** How the execution ended. */
  status?: string;
  output?: unknown;
  error?: OutcomeError;
}

/** What is known of an input. */
export type Known = Omit<Entry, "key" | "hash">;

export const maySend = (entry: Entry | undefined): boolean =>
  entry === undefined || entry.is === "unsent" || entry.is === "resend";

/** What the outcome of an entry is, once nobody is at work on it. */
export function outcomeOf(
  { key, is, at, sentAt, executionId, status, output, error }: Entry,
  more: Pick<Outcome, "position" | "earlier">,
): Outcome {
  return {
    key,
    outcome: outcomes[is],
    ...(executionId !== undefined && { executionId }),
    ...(status !== undefined && { status }),
    ...(output !== undefined && { output }),
    ...(error && { error }),
    ...(is === "sending" ? { sentAt: at } : sentAt !== undefined && { sentAt }),
    at,
    ...more,
  };
}

const outcomes: Record<Entry["is"], Outcome["outcome"]> = {
  sending: "unknown",
  unknown: "unknown",
  started: "started",
  ended: "started",
  refused: "refused",
  unsent: "unsent",
  resend: "unsent",
};
