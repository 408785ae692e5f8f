/**
 * node load.mjs <url> <in flight> <warm-up ms> <ms>: sends its parent the number of requests per second that
 * a server handles. Each is the same signed request, sent as cheaply as Node can, so that the server is the
 * bottleneck.
 */
import { signRequest } from "functiongraph-workflow";
import { body, credentials, keptAlive, projectId, workflowId } from "./contestants.mjs";

const [endpoint, inFlight, warmUpMs, ms] = process.argv.slice(2);
const url = `${endpoint}/v2/${projectId}/fgs/workflows/${workflowId}/executions`;
const text = JSON.stringify(body);
const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: text };
const signed = await signRequest(new Request(url, init), credentials, { projectId });
const headers = Object.fromEntries(signed.headers);
const post = await keptAlive(endpoint);

async function run(forMs) {
  const until = performance.now() + forMs;
  let requests = 0;
  const lane = async () => {
    for (; performance.now() < until; requests++) {
      if (JSON.parse(await post(headers, text)).execution_id.length !== 36)
        throw new Error("not an execution");
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: Number(inFlight) }, lane));
  return (requests / (performance.now() - start)) * 1000;
}

await run(Number(warmUpMs));
process.send(await run(Number(ms)), () => process.exit(0));
