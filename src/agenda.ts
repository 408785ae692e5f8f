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
  /** A binary heap: each job is due no later than the two below it. */
  readonly #heap: Job[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timerAt = Infinity;
  #waiting = 0;

  add(delayMs: number, run: () => void): Job {
    const job = { at: performance.now() + delayMs, run };
    this.#waiting++;
    this.#push(job);
    this.#setTimer();
    return job;
  }

  /** A job that has run, or was cancelled, stays so. */
  cancel(job: Job): void {
    if (!job.run) return;
    job.run = undefined;
    this.#waiting--;
    // Nothing may keep the process alive.
    if (this.#waiting === 0) this.#heap.length = 0;
    this.#setTimer();
  }

  #setTimer(): void {
    const at = this.#heap[0]?.at ?? Infinity;
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
    while (this.#heap[0] && this.#heap[0].at <= now + 1) {
      const job = this.#pop();
      const { run } = job;
      if (!run) continue;
      job.run = undefined;
      this.#waiting--;
      run();
    }
    this.#setTimer();
  }

  #push(job: Job): void {
    const heap = this.#heap;
    let index = heap.push(job) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (heap[above]!.at <= job.at) break;
      heap[index] = heap[above]!;
      index = above;
    }
    heap[index] = job;
  }

  #pop(): Job {
    const heap = this.#heap;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && heap[below + 1]!.at < heap[below]!.at) below++;
      if (heap[below]!.at >= last.at) break;
      heap[index] = heap[below]!;
      index = below;
    }
    heap[index] = last;
    return first;
  }
}
