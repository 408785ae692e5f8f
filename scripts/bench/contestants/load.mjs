/**
 * node load.mjs <url> <in flight> <warm-up ms> <ms>: tells its parent how many requests per second a server
 * answers. The same signed request each time, by the cheapest client there is, so that the server is what
 * is measured.
 */
import { signRequest } from "functiongraph-workflow";
import { Agent } from "undici";
import { body, credentials, projectId, workflowId } from "./contestants.mjs";

const [endpoint, inFlight, warmUpMs, ms] = process.argv.slice(2);
const url = `${endpoint}/v2/${projectId}/fgs/workflows/${workflowId}/executions`;
const text = JSON.stringify(body);
const given = new Request(url, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: text,
});
const { headers } = await signRequest(given, credentials, { projectId });
const options = {
  origin: endpoint,
  path: new URL(url).pathname,
  method: "POST",
  headers: Object.fromEntries(headers),
  body: text,
};
const agent = new Agent();

const request = () =>
  new Promise((resolve, reject) => {
    let status = 0;
    let answer = "";
    agent.dispatch(options, {
      onConnect() {},
      onHeaders: (statusCode) => {
        status = statusCode;
        return true;
      },
      onData: (chunk) => {
        answer += chunk;
        return true;
      },
      onComplete: () => {
        if (status === 200 && JSON.parse(answer).execution_id.length === 36) resolve(undefined);
        else reject(new Error(`${status} ${answer}`));
      },
      onError: reject,
    });
  });

async function run(forMs) {
  const until = performance.now() + forMs;
  let requests = 0;
  const lane = async () => {
    for (; performance.now() < until; requests++) await request();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: Number(inFlight) }, lane));
  return (requests / (performance.now() - start)) * 1000;
}

await run(Number(warmUpMs));
process.send(await run(Number(ms)), () => process.exit(0));
