/** node calls.mjs <contestant> <endpoint> <in flight> <warm-up ms> <ms>: sends its parent a call's cost. */
import { callChecked, contestants } from "./contestants.mjs";

const [name, endpoint, inFlight, warmUpMs, ms] = process.argv.slice(2);
const call = await contestants[name](endpoint);

async function run(forMs) {
  const until = performance.now() + forMs;
  const latencies = [];
  const lane = async () => {
    while (performance.now() < until) {
      const start = performance.now();
      await callChecked(call);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: Number(inFlight) }, lane));
  return latencies;
}

await run(Number(warmUpMs));
const [cpu, start] = [process.cpuUsage(), performance.now()];
const latencies = await run(Number(ms));
const [used, elapsed] = [process.cpuUsage(cpu), performance.now() - start];
latencies.sort((a, b) => a - b);
process.send(
  {
    cpuMicroseconds: (used.user + used.system) / latencies.length,
    callsPerSecond: (latencies.length / elapsed) * 1000,
    p99Milliseconds: latencies[Math.floor(latencies.length * 0.99)],
  },
  () => process.exit(0),
);
