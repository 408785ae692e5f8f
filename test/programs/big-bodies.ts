/** Sends a sandbox more than the heap can hold, and checks that it keeps only the newest executions. */
import assert from "node:assert/strict";
import { createSandbox } from "functiongraph-workflow/sandbox";
import { send } from "../wire.js";

const sandbox = await createSandbox();
const megabytes = 10 * 2 ** 20;

const bodies = {
  text: { count: 56, input: `"${"x".repeat(megabytes)}"` },
  // Takes about 25 times its size in memory.
  objects: { count: 5, input: `[${"{},".repeat(megabytes / 3)}{}]` },
};
for (const [name, { count, input }] of Object.entries(bodies)) {
  for (let i = 0; i < count; i++) {
    const { status, body } = await send(sandbox.url, {
      method: "POST",
      path: `/v2/${sandbox.projectId}/fgs/workflows/${name}/executions`,
      headers: { "X-Auth-Token": sandbox.token },
      body: `{"input":{"a":${input}}}`,
    });
    assert.equal(status, 200);
    assert.equal(sandbox.executions.at(-1)!.execution_id, body.execution_id);
  }
}
await sandbox.close();
console.log("done");
