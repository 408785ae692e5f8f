/** Something to do at a time. */
export interface Job {
  /** As of `performance.now()`. */
  readonly at: number;
  readonly run: () => void;
}

/** setTimeout fires at once for anything longer. */
const longestMs = 2 ** 31 - 1;

/** Runs any number of jobs at their times, with a single timer. */
export class Agenda {
  /** The next one last. */
  readonly #jobs: Job[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timerAt = Infinity;

  add(delayMs: number, run: () => void): Job {
    const job = { at: performance.now() + delayMs, run };
    this.#jobs.splice(this.#indexOf(job.at), 0, job);
    this.#setTimer();
    return job;
  }

  /** Nothing happens if it has run, or was cancelled. */
  cancel(job: Job): void {
    let index = this.#indexOf(job.at);
    while (this.#jobs[index]?.at === job.at && this.#jobs[index] !== job) index++;
    if (this.#jobs[index] !== job) return;
    this.#jobs.splice(index, 1);
    this.#setTimer();
  }

  /** Of the first job that is due no later. */
  #indexOf(at: number): number {
    let [low, high] = [0, this.#jobs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#jobs[middle]!.at > at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #setTimer(): void {
    const at = this.#jobs.at(-1)?.at ?? Infinity;
    // One that fires too early sets the next.
    if (at >= this.#timerAt && at !== Infinity) return;
    clearTimeout(this.#timer);
    this.#timerAt = at;
    if (at === Infinity) return;
    const ms = Math.min(longestMs, Math.max(0, at - performance.now()));
    this.#timer = setTimeout(() => this.#runDue(), ms);
  }

  #runDue(): void {
    this.#timerAt = Infinity;
    const now = performance.now();
    // A timer may fire a little early.
    for (let job = this.#jobs.at(-1); job && job.at <= now + 1; job = this.#jobs.at(-1)) {
      this.#jobs.pop();
      job.run();
    }
    this.#setTimer();
  }
}
