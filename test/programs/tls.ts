/** Starts a workflow over https at argv[2], and prints the result. Twice. */
import { createFunctionGraphClient, FunctionGraphError } from "functiongraph-workflow";

const functiongraph = createFunctionGraphClient({
  endpoint: process.argv[2]!,
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
});
for (let i = 0; i < 2; i++) {
  try {
    const { execution_id } = await functiongraph.startWorkflowExecution({
      path: { workflow_id: "w" },
      body: { input: {} },
    });
    console.log(execution_id);
  } catch (error) {
    const { name, mayHaveStarted, attempts, message } = error as FunctionGraphError;
    console.log(JSON.stringify({ name, mayHaveStarted, attempts, message }));
  }
}
