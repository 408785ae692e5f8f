/** Starts a workflow with the metadata service at argv[2], which hangs, and prints the error's name. */
import { createFunctionGraphClient, fromMetadata } from "functiongraph-workflow";

const functiongraph = createFunctionGraphClient({
  endpoint: "http://127.0.0.1:9",
  projectId: "p",
  credentials: fromMetadata({ endpoint: process.argv[2] }),
  timeoutMs: 300,
});
await functiongraph
  .startWorkflowExecution({ path: { workflow_id: "w" }, body: { input: {} } })
  .catch((error: Error) => console.log(error.name));
// The process exits by itself.
