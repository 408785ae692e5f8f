/** Starts a list of argv[4] inputs at argv[2], with the journal argv[3], at argv[5] starts a second. */
import { createFunctionGraphClient } from "functiongraph-workflow";
import { startMany } from "functiongraph-workflow/bulk";

const [endpoint, journal, count, rate] = process.argv.slice(2);
const functiongraph = createFunctionGraphClient({
  endpoint: endpoint!,
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
  timeoutMs: 200,
});

function* inputs() {
  for (let n = 1; n <= Number(count); n++) yield { key: `key-${n}`, input: { key: `key-${n}`, n } };
}

console.log("ready");
const options = { journal: journal!, rate: Number(rate), concurrency: 4 };
console.log(JSON.stringify(await startMany(functiongraph, "w", inputs(), options)));
