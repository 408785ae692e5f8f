/** Something to do at a time. */
export interface Job {
  /** As of `performance.now()`. */
  at: number;
  run: (() => void) | undefined;
}

/** setTimeout fires at once for anything longer. */
const longestMs = 2 ** 31 - 1;

/** Runs any number of jobs at their times, with a single timer. */
export class Agenda {
  /** The next one last. */
  readonly #jobs: Job[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timerAt = Infinity;
  #waiting = 0;

  add(delayMs: number, run: () => void): Job {
    const job = { at: performance.now() + delayMs, run };
    let [low, high] = [0, this.#jobs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#jobs[middle]!.at > job.at) low = middle + 1;
      else high = middle;
    }
    this.#jobs.splice(low, 0, job);
    this.#waiting++;
    this.#setTimer();
    return job;
  }

  /** A job that has run, or was cancelled, stays so. */
  cancel(job: Job): void {
    if (!job.run) return;
    job.run = undefined;
    this.#waiting--;
    // Nothing may keep the process alive.
    if (this.#waiting === 0) this.#jobs.length = 0;
    this.#setTimer();
  }

  #setTimer(): void {
    const at = this.#jobs.at(-1)?.at ?? Infinity;
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
      const { run } = job;
      if (!run) continue;
      job.run = undefined;
      this.#waiting--;
      run();
    }
    this.#setTimer();
  }
}
