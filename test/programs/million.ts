/** Starts argv[2] inputs with the journal argv[3] over a fetch that answers at once, and says what memory it took. */
import { createFunctionGraphClient } from "functiongraph-workflow";
import { startMany } from "functiongraph-workflow/bulk";

const [count, journal] = process.argv.slice(2);
const headers = { get: () => null, [Symbol.iterator]: () => [][Symbol.iterator]() };
let starts = 0;
const fetch = async () => ({
  status: 200,
  headers,
  arrayBuffer: async () =>
    new TextEncoder().encode(JSON.stringify({ execution_id: `execution-${++starts}` })).buffer,
});
const functiongraph = createFunctionGraphClient({
  endpoint: "https://host.example",
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
  fetch: fetch as never,
});

function* inputs() {
  for (let n = 1; n <= Number(count); n++) yield { key: `order-2026-${n}`, input: { n } };
}

const used = () => {
  globalThis.gc!();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
let told = 0;
let most = 0;
const before = used();
const onOutcome = () => {
  if (++told % (Number(count) / 10) === 0) most = Math.max(most, used() - before);
};
const begin = performance.now();
const { started, earlier } = await startMany(functiongraph, "w", inputs(), {
  journal: journal!,
  rate: 10_000,
  concurrency: 100,
  onOutcome,
});
const seconds = (performance.now() - begin) / 1_000;
console.log(
  JSON.stringify({
    starts,
    started,
    earlier,
    bytesPerInput: most / Number(count),
    seconds,
    rss: process.resourceUsage().maxRSS / 1024,
  }),
);
