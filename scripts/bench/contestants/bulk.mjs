/** node bulk.mjs <how> <endpoint> <starts>: starts a list, and sends its parent what one start costs. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFunctionGraphClient } from "functiongraph-workflow";
import { startMany } from "functiongraph-workflow/bulk";
import { body, credentials, projectId, workflowId } from "./contestants.mjs";

const [how, endpoint, starts] = process.argv.slice(2);
const functiongraph = createFunctionGraphClient({ endpoint, projectId, credentials });
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const inFlight = 50;

function* inputs(count) {
  for (let n = 0; n < count; n++) yield { key: `order-${n}`, ...body };
}

const many = async (count, journal) => {
  const options = { journal, rate: 10_000, concurrency: inFlight };
  return (await startMany(functiongraph, workflowId, inputs(count), options)).started;
};

const ways = {
  "Promise.all": async (count) => {
    let started = 0;
    const list = inputs(count);
    const path = { workflow_id: workflowId };
    const lane = async () => {
      for (const { input, headers } of list) {
        await functiongraph.startWorkflowExecution({ path, body: { input, headers } });
        started++;
      }
    };
    await Promise.all(Array.from({ length: inFlight }, lane));
    return started;
  },
  "startMany, no journal": (count) => many(count, false),
  "startMany, journal": (count, name) => many(count, join(folder, name)),
};

async function run(count, name) {
  if ((await ways[how](count, name)) !== count) throw new Error("not all were started");
}

await run(Number(starts) / 5, "warm-up");
const [cpu, start] = [process.cpuUsage(), performance.now()];
await run(Number(starts), "measured");
const [used, elapsed] = [process.cpuUsage(cpu), performance.now() - start];
rmSync(folder, { recursive: true });
process.send(
  {
    cpuMicroseconds: (used.user + used.system) / Number(starts),
    startsPerSecond: (Number(starts) / elapsed) * 1000,
  },
  () => process.exit(0),
);
