/** Starts a list that never ends at argv[2], for the project argv[3], with the journal argv[4]. */
import { createFunctionGraphClient } from "functiongraph-workflow";
import { startMany } from "functiongraph-workflow/bulk";

const [endpoint, projectId, journal] = process.argv.slice(2);
const functiongraph = createFunctionGraphClient({
  endpoint: endpoint!,
  projectId: projectId!,
  credentials: { ak: "AK", sk: "SK" },
});

async function* inputs() {
  console.log("holds it");
  await new Promise((resolve) => setTimeout(resolve, 600_000));
  yield { input: {} };
}

await startMany(functiongraph, "w", inputs(), { journal: journal! });
