import type { Counts, Outcome, Progress, Summary } from "./types.js";

const maxUnknowns = 1_000;

/** Counts outcomes. */
export class Tally {
  inputs = 0;
  repeated = 0;
  readonly #counts = { started: 0, refused: 0, unknown: 0, unsent: 0, earlier: 0 };
  readonly #statuses = new Map<string, number>();
  readonly #unknowns: Outcome[] = [];
  readonly #begin = performance.now();

  add(outcome: Outcome): void {
    this.#counts[outcome.outcome]++;
    if (outcome.earlier) this.#counts.earlier++;
    const { status } = outcome;
    if (status !== undefined) this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    if (outcome.outcome === "unknown" && this.#unknowns.length < maxUnknowns) this.#unknowns.push(outcome);
  }

  counts(): Counts {
    const { inputs, repeated } = this;
    return { inputs, ...this.#counts, repeated, statuses: Object.fromEntries(this.#statuses) };
  }

  progress(total: number | undefined, inFlight: number, rate: number): Progress {
    const { started, refused, unknown, unsent, earlier } = this.#counts;
    const done = started + refused + unknown + unsent;
    const perSecond = ((done - earlier) / (performance.now() - this.#begin)) * 1_000;
    const left = total === undefined ? undefined : Math.max(0, total - done - this.repeated);
    const secondsLeft = left === undefined || perSecond === 0 ? undefined : left / perSecond;
    return { ...this.counts(), inFlight, total, rate, perSecond, secondsLeft };
  }

  summary(): Summary {
    const durationMs = Math.round(performance.now() - this.#begin);
    return { ...this.counts(), durationMs, unknowns: [...this.#unknowns] };
  }
}
