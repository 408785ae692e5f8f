/** Starts a workflow over https at argv[2], and prints what comes of it. */
import { createFunctionGraphClient, FunctionGraphError } from "functiongraph-workflow";

const functiongraph = createFunctionGraphClient({
  endpoint: process.argv[2]!,
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
});
for (let i = 0; i < 2; i++) {
  try {
    const answer = await functiongraph.startWorkflowExecution({
      path: { workflow_id: "w" },
      body: { input: {} },
    });
    console.log(answer.execution_id);
  } catch (error) {
    const { name, mayHaveStarted, attempts, message } = error as FunctionGraphError;
    console.log(JSON.stringify({ name, mayHaveStarted, attempts, message }));
  }
}
