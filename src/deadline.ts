import { ConfigurationError } from "./errors.js";

/** Why a call was ended before it was done. */
export type Ending = { by: "timeout" } | { by: "caller"; reason: unknown };

/** A call's time: ends by its timeout or by the caller's signal, whichever comes first. */
export interface Deadline {
  signal: AbortSignal;
  /** Why it ended; `undefined` while it has not. */
  ending: () => Ending | undefined;
  /** Settles as the work does, or rejects when the time is over, so that work that hangs holds nobody up. */
  race: <T>(work: Promise<T>) => Promise<T>;
  /** Stops the timer and lets go of the caller's signal. */
  release: () => void;
}

/** setTimeout fires at once for anything longer: 24.8 days. */
const longestTimeoutMs = 2 ** 31 - 1;

export function startDeadline(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let ending: Ending | undefined;
  const end = (why: Ending) => {
    ending ??= why;
    controller.abort();
  };
  const onAbort = () => end({ by: "caller", reason: caller?.reason });
  const timer = setTimeout(() => end({ by: "timeout" }), Math.min(timeoutMs, longestTimeoutMs));
  if (caller?.aborted) onAbort();
  else caller?.addEventListener("abort", onAbort, { once: true });

  return {
    signal: controller.signal,
    ending: () => ending,
    race: (work) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(controller.signal.reason);
        if (controller.signal.aborted) stop();
        controller.signal.addEventListener("abort", stop, { once: true });
        work.then(resolve, reject).finally(() => controller.signal.removeEventListener("abort", stop));
      }),
    release: () => {
      clearTimeout(timer);
      caller?.removeEventListener("abort", onAbort);
    },
  };
}

/** @throws {ConfigurationError} for anything but a positive number */
export function checkTimeout(timeoutMs: unknown): number {
  if (typeof timeoutMs === "number" && timeoutMs > 0) return timeoutMs;
  throw new ConfigurationError(`timeoutMs is ${String(timeoutMs)}: pass a positive number of milliseconds.`);
}
