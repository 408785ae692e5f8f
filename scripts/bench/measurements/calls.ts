/** The cost of a call, compared with other clients. */
import { ask, interleave, ratio, say, stat, type Pace } from "../measure.js";
import { ours, vendor, type Peer } from "../peers/peers.js";

/** The clients, and the folder each runs in. */
const callers = {
  [ours]: ours,
  "functiongraph-workflow, with a middleware": ours,
  [vendor]: vendor,
  aws4fetch: "aws4fetch",
  "client-sfn": "client-sfn",
  "bare fetch, unsigned": "openapi-fetch",
  "openapi-fetch, unsigned": "openapi-fetch",
  "node:http, unsigned": "openapi-fetch",
} as const satisfies Record<string, Peer>;
export type Caller = keyof typeof callers;
const names = Object.keys(callers) as Caller[];

interface Cost {
  cpuMicroseconds: number;
  callsPerSecond: number;
  p99Milliseconds: number;
}

const measure = (name: Caller, url: string, inFlight: number, { warmUpMs, ms }: Pace) =>
  ask<Cost>(callers[name], "calls.mjs", [name, url, inFlight, warmUpMs, ms]);

export async function measureCalls(url: string, inFlight: number, pace: Pace) {
  say(`calls, ${inFlight} in flight`);
  const measured = await interleave(pace.rounds, names, (name) => measure(name, url, inFlight, pace));
  const of = (caller: Caller, key: keyof Cost) => measured[caller].map((round) => round[key]);
  const callersMeasured = names.map((name) => ({
    name,
    cpu: stat(of(name, "cpuMicroseconds")),
    cpuToVendor: ratio(of(name, "cpuMicroseconds"), of(vendor, "cpuMicroseconds")),
    cpuToBare: ratio(of(name, "cpuMicroseconds"), of("node:http, unsigned", "cpuMicroseconds")),
    rate: stat(of(name, "callsPerSecond")),
    rateToVendor: ratio(of(name, "callsPerSecond"), of(vendor, "callsPerSecond")),
    p99: stat(of(name, "p99Milliseconds")),
  }));
  return { inFlight, callers: callersMeasured };
}

/** Whether the cost of a call grows with the number in flight. */
export async function measureGrowth(url: string, pace: Pace) {
  say("calls, 1 to 1,000 in flight");
  const widths = ["1", "10", "100", "1000"] as const;
  const measured = await interleave(pace.rounds, widths, (inFlight) =>
    measure(ours, url, Number(inFlight), pace),
  );
  return widths.map((inFlight) => ({
    inFlight,
    cpu: stat(measured[inFlight].map(({ cpuMicroseconds }) => cpuMicroseconds)),
  }));
}

/** Megabytes in use after each tenth of the calls. */
export async function measureMemory(url: string, total: number) {
  say(`memory, ${total} calls`);
  return { total, megabytes: await ask<number[]>(ours, "memory.mjs", [url, total], ["--expose-gc"]) };
}

/** What it takes to wait for many executions at once. */
export interface Waiting {
  count: number;
  bytesEach: number;
  timers: number;
  mostInFlight: number;
  pollsEach: number;
  cpuMicrosecondsPerPoll: number;
}

export async function measureWaiting(url: string, count: number): Promise<Waiting> {
  say(`waiting for ${count} executions`);
  return ask<Waiting>(ours, "waiting.mjs", [url, count], ["--expose-gc"]);
}

/** CPU microseconds of validating one request. */
export const measureGuard = (ms: number) => ask<number>(ours, "guard.mjs", [ms]);
