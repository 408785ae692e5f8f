/** Makes two bursts of 20 calls to argv[2], in a process that has made no call before. */
import { createFunctionGraphClient } from "functiongraph-workflow";

const functiongraph = createFunctionGraphClient({
  endpoint: process.argv[2]!,
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
});
const request = { path: { workflow_id: "w" }, body: { input: {} } };
const burst = () =>
  Promise.all(Array.from({ length: 20 }, () => functiongraph.startWorkflowExecution(request)));
console.log((await burst()).length, (await burst()).length);
