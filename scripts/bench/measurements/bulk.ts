/** The cost of starting a list, compared with the client alone. */
import { ask, interleave, ratio, say, stat } from "../measure.js";
import { ours } from "../peers/peers.js";

const ways = ["Promise.all", "startMany, no journal", "startMany, journal"] as const;

interface Cost {
  cpuMicroseconds: number;
  startsPerSecond: number;
}

export async function measureBulk(url: string, rounds: number, starts: number) {
  say(`bulk starts, ${starts} of them`);
  const measured = await interleave(rounds, ways, (way) => ask<Cost>(ours, "bulk.mjs", [way, url, starts]));
  const of = (way: (typeof ways)[number], key: keyof Cost) => measured[way].map((round) => round[key]);
  return ways.map((way) => ({
    way,
    cpu: stat(of(way, "cpuMicroseconds")),
    cpuToClient: ratio(of(way, "cpuMicroseconds"), of("Promise.all", "cpuMicroseconds")),
    rate: stat(of(way, "startsPerSecond")),
  }));
}
