/** Starts ten inputs at the sandbox argv[2], of the project argv[3], with the journal argv[4]. Says how it ends. */
import { createFunctionGraphClient } from "functiongraph-workflow";
import { startMany } from "functiongraph-workflow/bulk";
import { sandboxDefaults } from "functiongraph-workflow/sandbox";

const [endpoint, projectId, journal] = process.argv.slice(2);
const functiongraph = createFunctionGraphClient({
  endpoint: endpoint!,
  projectId: projectId!,
  credentials: sandboxDefaults.credentials,
});
const inputs = Array.from({ length: 10 }, (_, index) => ({ key: `k${index + 1}`, input: { n: index + 1 } }));
const said = await startMany(functiongraph, "w", inputs, { journal: journal!, concurrency: 1 }).catch(
  ({ name, message, cause, summary }) => ({ name, message, cause: cause?.name, summary }),
);
console.log(JSON.stringify(said));
