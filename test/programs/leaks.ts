/** Makes ten thousand calls under one signal. Afterwards nothing may be listening or running. */
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { createFunctionGraphClient } from "functiongraph-workflow";
import { createSandbox } from "functiongraph-workflow/sandbox";

const sandbox = await createSandbox();
const { url: endpoint, credentials, projectId } = sandbox;
const functiongraph = createFunctionGraphClient({ endpoint, credentials, projectId });
const { signal } = new AbortController();
const total = 10_000;
const request = { path: { workflow_id: "w" }, body: { input: {} } };

process.on("warning", (warning) => {
  throw warning;
});
let most = 0;
for (let i = 0; i < total; i += 50) {
  const calls = Array.from({ length: 50 }, () => functiongraph.startWorkflowExecution(request, { signal }));
  await new Promise((resolve) => setImmediate(resolve));
  most = Math.max(most, getEventListeners(signal, "abort").length);
  await Promise.all(calls);
}
assert.equal(sandbox.executions.length, total);
assert.equal(most, 1);
assert.equal(getEventListeners(signal, "abort").length, 0);
const timers = process.getActiveResourcesInfo().filter((name) => name === "Timeout");
assert.deepEqual(timers, []);
await sandbox.close();
console.log("done");
// The process exits by itself: nothing keeps it alive.
