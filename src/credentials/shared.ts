import { Deadline } from "../exchange/deadline.js";
import type { CredentialsContext } from "./types.js";

/** Work in progress, and how many calls wait for it. */
interface Running<Value> {
  result: Promise<Value>;
  deadline: Deadline;
  waiting: number;
}

/**
 * Lets concurrent calls share work: it runs once for all that wait, and stops when none is waiting any more.
 * Its result is not cached.
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
    // The calls that wait handle its failure.
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
