/**
 * A function's handler that starts a workflow at argv[2], as FunctionGraph runs it: the process is stopped
 * between two invocations, while the gateway closes its connections.
 */
import { spawn } from "node:child_process";
import { createFunctionGraphClient } from "functiongraph-workflow";

const functiongraph = createFunctionGraphClient({
  endpoint: process.argv[2]!,
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
});
const handler = async () => {
  const { execution_id } = await functiongraph.startWorkflowExecution({
    path: { workflow_id: "w" },
    body: { input: {} },
  });
  return execution_id;
};

/** Stops this process for a second; a child wakes it up. */
function freeze(): Promise<void> {
  spawn("sh", ["-c", `sleep 0.2; kill -STOP ${process.pid}; sleep 1; kill -CONT ${process.pid}`], {
    stdio: "ignore",
  });
  return new Promise((resolve) => setTimeout(resolve, 500));
}

for (let i = 0; i < 3; i++) {
  if (i > 0) await freeze();
  console.log(await handler());
}
