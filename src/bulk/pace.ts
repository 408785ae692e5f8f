/** How late starts may catch up with the rate: timers are not exact. */
const catchUpMs = 50;
/** The pause after a failure, which doubles while nothing gets through; "wait 2 to 5 seconds", the vendor says. */
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Lets starts through at a rate. Being throttled halves the rate, and each start that gets through raises it a
 * little, up to the limit: additive increase, multiplicative decrease.
 */
export class Pace {
  rate: number;
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #next = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  #failures = 0;
  #pausedUntil = 0;

  constructor(limit: number) {
    this.#limit = this.rate = limit;
  }

  /** Resolves when one start may be sent. */
  slot(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#timer ??= this.#release();
    });
  }

  passed(): void {
    this.#failures = 0;
    // In a second, a twentieth of the limit.
    this.rate = Math.min(this.#limit, this.rate + this.#limit / 20 / this.rate);
  }

  /** For a start that failed, because it was throttled or for another reason that can pass. */
  failed({ throttled }: { throttled: boolean }): void {
    const now = performance.now();
    // Those that were in flight together count as one.
    if (now < this.#pausedUntil) return;
    // A single failure says nothing of the rate, but a service that carries out none needs less of it.
    if (throttled || this.#failures > 0) this.rate = Math.max(Math.min(1, this.#limit), this.rate / 2);
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#failures++);
    this.#pausedUntil = now + pause * (0.5 + Math.random() / 2);
    this.#next = Math.max(this.#next, this.#pausedUntil);
  }

  /** Lets everyone go, since nothing more is sent. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#release();
  }

  #release(): ReturnType<typeof setTimeout> | undefined {
    const now = performance.now();
    while (this.#waiting.length > 0 && (this.#ended || this.#next <= now)) {
      this.#next = Math.max(this.#next, now - catchUpMs) + 1_000 / this.rate;
      this.#waiting.shift()!();
    }
    this.#timer =
      this.#waiting.length === 0 ? undefined : setTimeout(() => this.#release(), this.#next - now);
    return this.#timer;
  }
}
