/** Starts ten workflows at argv[2], and blocks the process for 50 ms between two of them. */
import { createFunctionGraphClient } from "functiongraph-workflow";

const functiongraph = createFunctionGraphClient({
  endpoint: process.argv[2]!,
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
});
for (let i = 0; i < 10; i++) {
  const { execution_id } = await functiongraph.startWorkflowExecution({
    path: { workflow_id: "w" },
    body: { input: {} },
  });
  console.log(execution_id);
  const end = performance.now() + 50;
  while (performance.now() < end);
}
