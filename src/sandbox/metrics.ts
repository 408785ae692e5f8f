import type { Execution } from "./execution-types.js";

interface MetricValue {
  timestamp: number;
  value: number;
}

export type Metrics = Record<"count" | "duration" | "fail_count" | "running_count", MetricValue[]>;

interface Span {
  from: number;
  /** Not in it any more. */
  to: number;
  periodMs: number;
}

/** What happened to executions in each period of a span. */
export function measure(executions: readonly Execution[], { from, to, periodMs }: Span): Metrics {
  const length = Math.max(Math.ceil((to - from) / periodMs), 0);
  const periods = Array.from({ length }, () => ({ begun: 0, ended: 0, failed: 0, ms: 0 }));
  const periodAt = (time: number) => (time < to ? periods[Math.floor((time - from) / periodMs)] : undefined);
  /** How many more run from a time on. */
  const changes: { time: number; by: 1 | -1 }[] = [];

  for (const { begin_time, end_time, status } of executions) {
    const begun = Date.parse(begin_time);
    changes.push({ time: begun, by: 1 });
    const atBegin = periodAt(begun);
    if (atBegin) atBegin.begun++;
    if (end_time === undefined) continue;
    const ended = Date.parse(end_time);
    // One that ends at once has run, too.
    changes.push({ time: Math.max(ended, begun + 1), by: -1 });
    const atEnd = periodAt(ended);
    if (!atEnd) continue;
    atEnd.ended++;
    atEnd.ms += ended - begun;
    if (status === "fail" || status === "timeout") atEnd.failed++;
  }

  const values = (valueOf: (index: number) => number): MetricValue[] =>
    periods.map((_, index) => ({ timestamp: from + index * periodMs, value: valueOf(index) }));
  const ends = periods.map((_, index) => Math.min(from + (index + 1) * periodMs, to));
  const atOnce = mostAtOnce(changes, from, ends);
  return {
    count: values((index) => periods[index]!.begun),
    duration: values((index) => {
      const { ms, ended } = periods[index]!;
      return ended === 0 ? 0 : ms / ended;
    }),
    fail_count: values((index) => periods[index]!.failed),
    running_count: values((index) => atOnce[index]!),
  };
}

/** The most that ran at the same time, in each of the periods that follow each other. */
function mostAtOnce(
  changes: { time: number; by: 1 | -1 }[],
  from: number,
  ends: readonly number[],
): number[] {
  changes.sort((a, b) => a.time - b.time || a.by - b.by);
  let next = 0;
  let running = 0;
  /** Goes on to what is not before `time`, and returns the most on the way. */
  const passTo = (time: number): number => {
    let most = running;
    for (; next < changes.length && changes[next]!.time < time; next++) {
      running += changes[next]!.by;
      most = Math.max(most, running);
    }
    return most;
  };
  let start = from;
  return ends.map((end) => {
    // What happens in the first millisecond belongs to the period as a whole.
    passTo(start + 1);
    start = end;
    return passTo(end);
  });
}
