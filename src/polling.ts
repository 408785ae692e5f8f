import { Agenda } from "./agenda.js";

/** One who polls: asked again and again until it is done. */
export interface Poller {
  /** Polls once. Resolves to the delay until the next poll in milliseconds, or to undefined if it was the last. */
  poll(): Promise<number | undefined>;
  /** Called at its deadline; it is not asked again. */
  onDeadline(): void;
  /** Called with what `poll` rejects with; it is not asked again. */
  onError(error: unknown): void;
}

export interface Polling {
  /** Returns a function that ends it. */
  start(poller: Poller, delayMs: number, deadlineMs: number): () => void;
}

/** Polls for everyone who waits, with few polls in flight at a time, and two timers in all. */
export function createPolling(maxInFlight: number): Polling {
  const agenda = new Agenda();
  /** Apart, since a deadline is due whether or not a poll is in flight. */
  const deadlines = new Agenda();
  /** Those whose time has come, longest waiting first. */
  const due = new Set<() => Promise<void>>();
  let inFlight = 0;

  function pump(): void {
    for (const poll of due) {
      if (inFlight >= maxInFlight) return;
      due.delete(poll);
      inFlight++;
      void poll().finally(() => {
        inFlight--;
        pump();
      });
    }
  }

  function start(poller: Poller, delayMs: number, deadlineMs: number): () => void {
    let ended = false;
    const becomeDue = () => {
      due.add(poll);
      pump();
    };
    const poll = async (): Promise<void> => {
      let next: number | undefined;
      try {
        next = await poller.poll();
      } catch (error) {
        poller.onError(error);
      }
      if (ended) return;
      if (next === undefined) end();
      else job = agenda.add(next, becomeDue);
    };
    let job = agenda.add(delayMs, becomeDue);
    const deadline =
      deadlineMs === Infinity
        ? undefined
        : deadlines.add(deadlineMs, () => {
            end();
            poller.onDeadline();
          });
    function end(): void {
      ended = true;
      due.delete(poll);
      agenda.cancel(job);
      if (deadline) deadlines.cancel(deadline);
    }
    return end;
  }

  return { start };
}
