import { ConfigurationError } from "../errors.js";

/** Why a call was ended before it was done. */
export type Ending = { by: "timeout" } | { by: "caller"; reason: unknown };

/** What work is ended with when a call's time is over. */
export class Ended extends Error {
  constructor() {
    super("the call's time is over");
  }
}

/** setTimeout fires at once for anything longer: 24.8 days. */
const longestTimeoutMs = 2 ** 31 - 1;

/**
 * A call's time: ends by its timeout or by the caller's signal, whichever comes first. Plain callbacks
 * in place of an AbortSignal, whose events cost more than the signature does.
 */
export class Deadline {
  readonly timeoutMs: number;
  /** Why it ended; `undefined` while it has not. */
  ending: Ending | undefined;
  readonly #endsAt: number;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #forgetCaller: (() => void) | undefined;
  readonly #callbacks = new Set<() => void>();
  #controller: AbortController | undefined;

  constructor(timeoutMs: number, caller?: AbortSignal) {
    this.timeoutMs = timeoutMs;
    // Before the timer, as a signal of another make may throw.
    if (caller)
      this.#forgetCaller = listenTo(caller, () => this.#end({ by: "caller", reason: caller.reason }));
    const ms = Math.min(timeoutMs, longestTimeoutMs);
    this.#endsAt = performance.now() + ms;
    this.#timer = setTimeout(() => this.#end({ by: "timeout" }), ms);
  }

  #end(why: Ending): void {
    if (this.ending) return;
    this.ending = why;
    for (const callback of this.#callbacks) callback();
    this.#callbacks.clear();
  }

  /** Aborts when the time is over, with why as its reason. Made only for those who ask for one. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      const controller = (this.#controller = new AbortController());
      this.onEnd(() => controller.abort(this.ending?.by === "caller" ? this.ending.reason : new Ended()));
    }
    return this.#controller.signal;
  }

  /** Ends it now: nobody waits any more. */
  stop(): void {
    this.#end({ by: "caller", reason: new Ended() });
    this.release();
  }

  remainingMs(): number {
    return this.#endsAt - performance.now();
  }

  /** Calls back when the time is over, at once if it is; returns how to stop that. */
  onEnd(callback: () => void): () => void {
    if (this.ending) callback();
    else this.#callbacks.add(callback);
    return () => void this.#callbacks.delete(callback);
  }

  /** Settles as the work does, or rejects when the time is over, so that work that hangs holds nobody up. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const stop = this.onEnd(() => reject(new Ended()));
      work.then(
        (value) => {
          stop();
          resolve(value);
        },
        (error: unknown) => {
          stop();
          reject(error);
        },
      );
    });
  }

  /** Rejects when the time is over first. */
  async sleep(ms: number): Promise<void> {
    let wait: ReturnType<typeof setTimeout> | undefined;
    try {
      await this.race(new Promise<void>((resolve) => (wait = setTimeout(resolve, ms))));
    } finally {
      clearTimeout(wait);
    }
  }

  /** Stops the timer and lets go of the caller's signal. */
  release(): void {
    clearTimeout(this.#timer);
    this.#forgetCaller?.();
    this.#callbacks.clear();
  }
}

/** The calls that wait for a caller's signal, and the one listener that tells them. */
interface Waiting {
  callbacks: Set<() => void>;
  listener: () => void;
}
const waitingFor = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls back when the signal aborts. However many calls share a signal, such as a program's shutdown,
 * it has one listener of ours: Node takes more than ten for a leak, and warns.
 *
 * @returns how to stop listening
 */
function listenTo(signal: AbortSignal, onAbort: () => void): () => void {
  if (signal.aborted) {
    onAbort();
    return () => {};
  }
  const waiting = waitingFor.get(signal) ?? startListening(signal);
  waiting.callbacks.add(onAbort);
  return () => {
    waiting.callbacks.delete(onAbort);
    if (waiting.callbacks.size > 0) return;
    signal.removeEventListener("abort", waiting.listener);
    if (waitingFor.get(signal) === waiting) waitingFor.delete(signal);
  };
}

function startListening(signal: AbortSignal): Waiting {
  const callbacks = new Set<() => void>();
  const listener = () => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener("abort", listener, { once: true });
  const waiting = { callbacks, listener };
  waitingFor.set(signal, waiting);
  return waiting;
}

/** @throws {ConfigurationError} for anything but a positive number */
export function checkTimeout(timeoutMs: unknown): number {
  if (typeof timeoutMs === "number" && timeoutMs > 0) return timeoutMs;
  throw new ConfigurationError(
    `timeoutMs is ${shownValue(timeoutMs)}: pass a positive number of milliseconds.`,
  );
}

/** @throws {ConfigurationError} for anything but an AbortSignal */
export function checkSignal(signal: unknown): AbortSignal | undefined {
  if (signal === undefined || signal === null || signal instanceof AbortSignal) return signal ?? undefined;
  throw new ConfigurationError("signal is not an AbortSignal: pass the signal of an AbortController.");
}

/** A number as it is; of anything else only its type, which cannot throw and holds nothing secret. */
const shownValue = (value: unknown): string =>
  typeof value === "number" ? String(value) : `a ${typeof value}`;
