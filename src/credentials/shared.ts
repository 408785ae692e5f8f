import { Deadline } from "../exchange/deadline.js";
import type { CredentialsContext } from "./types.js";

/** Work under way, and how many wait for it. */
interface Running<Value> {
  result: Promise<Value>;
  deadline: Deadline;
  waiting: number;
}

/**
 * Work that several calls can wait for: done once for all who wait at the same time, and stopped when none of
 * them waits any more. Nothing is kept: whoever shares the work caches its result.
 */
export function share<Value>(
  work: (deadline: Deadline) => Promise<Value>,
  timeoutMs: number,
): (context?: CredentialsContext) => Promise<Value> {
  let running: Running<Value> | undefined;

  function start(): Running<Value> {
    const deadline = new Deadline(timeoutMs);
    const result = deadline.race(work(deadline)).finally(() => {
      deadline.release();
      if (running === started) running = undefined;
    });
    // Whoever waits for it hears of its failure.
    result.catch(() => {});
    const started = { result, deadline, waiting: 0 };
    return started;
  }

  return (context) =>
    new Promise((resolve, reject) => {
      const signal = context?.signal;
      if (signal?.aborted) return reject(signal.reason);
      const mine = (running ??= start());
      mine.waiting++;
      const leave = () => {
        signal?.removeEventListener("abort", onAbort);
        mine.waiting--;
        if (mine.waiting > 0) return;
        if (running === mine) running = undefined;
        mine.deadline.stop();
      };
      const onAbort = () => {
        leave();
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      const settle = (done: () => void) => () => {
        if (signal?.aborted) return;
        leave();
        done();
      };
      mine.result.then(
        (value) => settle(() => resolve(value))(),
        (error: unknown) => settle(() => reject(error))(),
      );
    });
}
