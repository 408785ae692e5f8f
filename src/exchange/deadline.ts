import { ConfigurationError } from "../errors.js";
import { kindOf } from "../foreign.js";

/** Why a call ended early. */
export type Ending = { by: "timeout" } | { by: "caller"; reason: unknown } | { by: "nobody waiting" };

/** What pending work rejects with when its call ends. */
export class Ended extends Error {
  constructor() {
    super("the call has ended");
  }
}

/** 24.8 days: setTimeout fires at once for anything longer. */
const longestTimeoutMs = 2 ** 31 - 1;

/**
 * Ends a call at its timeout or when the caller's signal aborts, whichever comes first. Uses plain callbacks,
 * because AbortSignal events cost more than signing does.
 */
export class Deadline {
  readonly timeoutMs: number;
  /** Why it ended; `undefined` until then. */
  ending: Ending | undefined;
  readonly #endsAt: number;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #forgetCaller: (() => void) | undefined;
  readonly #callbacks = new Set<() => void>();
  #controller: AbortController | undefined;

  constructor(timeoutMs: number, caller?: AbortSignal) {
    this.timeoutMs = timeoutMs;
    // Before the timer starts, as a foreign signal may throw.
    if (caller)
      this.#forgetCaller = listenTo(caller, () => this.#end({ by: "caller", reason: reasonOf(caller) }));
    const ms = Math.min(timeoutMs, longestTimeoutMs);
    this.#endsAt = performance.now() + ms;
    this.#timer = setTimeout(() => this.#end({ by: "timeout" }), ms);
  }

  #end(why: Ending): void {
    if (this.ending) return;
    this.ending = why;
    callEach(this.#callbacks);
    this.#callbacks.clear();
  }

  /** Aborts when the call ends. Created only on demand. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      const controller = (this.#controller = new AbortController());
      this.onEnd(() => controller.abort(this.ending?.by === "caller" ? this.ending.reason : new Ended()));
    }
    return this.#controller.signal;
  }

  /** Ends it now, as nobody is waiting any more. */
  stop(): void {
    this.#end({ by: "nobody waiting" });
    this.release();
  }

  remainingMs(): number {
    return this.#endsAt - performance.now();
  }

  /** Calls back at the end, or at once if it has ended; returns a function that cancels this. */
  onEnd(callback: () => void): () => void {
    if (this.ending) callback();
    else this.#callbacks.add(callback);
    return () => void this.#callbacks.delete(callback);
  }

  /** Settles as the work does, or rejects at the end even if the work hangs. */
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

  /** Rejects if the call ends first. */
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

/** The calls that share a signal, and the one listener that notifies them. */
interface Waiting {
  callbacks: Set<() => void>;
  listener: () => void;
}
const waitingFor = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls back when the signal aborts, or at once if it has. Calls that share a signal, such as a program's shutdown, also share a
 * listener: above ten, Node warns of a leak.
 *
 * @returns a function that stops listening
 */
export function listenTo(signal: AbortSignal, onAbort: () => void): () => void {
  if (signal.aborted) {
    onAbort();
    return () => {};
  }
  const waiting = waitingFor.get(signal) ?? startListening(signal);
  waiting.callbacks.add(onAbort);
  return () => {
    waiting.callbacks.delete(onAbort);
    if (waiting.callbacks.size > 0) return;
    try {
      signal.removeEventListener("abort", waiting.listener);
    } catch {
      // Of a foreign signal; the listener has nobody left to call.
    }
    if (waitingFor.get(signal) === waiting) waitingFor.delete(signal);
  };
}

function startListening(signal: AbortSignal): Waiting {
  const callbacks = new Set<() => void>();
  const listener = () => callEach(callbacks);
  signal.addEventListener("abort", listener, { once: true });
  const waiting = { callbacks, listener };
  waitingFor.set(signal, waiting);
  return waiting;
}

/** Calls each, even if one throws: a broken socket of one call must not keep another from ending. */
function callEach(callbacks: Iterable<() => void>): void {
  for (const callback of callbacks) {
    try {
      callback();
    } catch {
      // Whoever waits for that call hears of its end all the same.
    }
  }
}

export function reasonOf(signal: AbortSignal): unknown {
  try {
    return signal.reason;
  } catch (error) {
    return error;
  }
}

/** @throws {ConfigurationError} if it is not a positive number */
export function checkTimeout(timeoutMs: unknown): number {
  if (typeof timeoutMs === "number" && timeoutMs > 0) return timeoutMs;
  throw new ConfigurationError(
    `timeoutMs is ${shownValue(timeoutMs)}: pass a positive number of milliseconds.`,
  );
}

/** @throws {ConfigurationError} if it is not an AbortSignal */
export function checkSignal(signal: unknown): AbortSignal | undefined {
  if (signal === undefined || signal === null || signal instanceof AbortSignal) return signal ?? undefined;
  throw new ConfigurationError("signal is not an AbortSignal: pass the signal of an AbortController.");
}

/** A number as it is; of anything else only the type, which cannot throw or reveal a secret. */
const shownValue = (value: unknown): string => (typeof value === "number" ? String(value) : kindOf(value));
