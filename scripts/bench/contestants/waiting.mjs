/**
 * node --expose-gc waiting.mjs <endpoint> <executions>: waits for so many executions at once, each of which
 * has ended at its third poll. Sends its parent what it took.
 */
import { createFunctionGraphClient } from "functiongraph-workflow";

const [endpoint, count] = [process.argv[2], Number(process.argv[3])];
let [inFlight, mostInFlight, polls] = [0, 0, 0];
const functiongraph = createFunctionGraphClient({
  endpoint,
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
  hooks: {
    onRequest: () => {
      polls++;
      mostInFlight = Math.max(mostInFlight, ++inFlight);
    },
    onResponse: () => inFlight--,
  },
});
const inUse = () => {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};
const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

await functiongraph.execution("warm", "up").result();
const before = { memory: inUse(), cpu: process.cpuUsage(), polls };
const all = Array.from({ length: count }, (_, index) =>
  functiongraph.execution("w", `e${index}`).result({ timeoutMs: 600_000 }),
);
const memory = inUse() - before.memory;
const mostTimers = timers();
await Promise.all(all);
const { user, system } = process.cpuUsage(before.cpu);
const told = {
  count,
  bytesEach: memory / count,
  timers: mostTimers,
  mostInFlight,
  pollsEach: (polls - before.polls) / count,
  cpuMicrosecondsPerPoll: (user + system) / (polls - before.polls),
};
process.send(told, () => process.exit(0));
