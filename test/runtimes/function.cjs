/**
 * A function's file, and the part of FunctionGraph's runtime that calls its handler, once per line on stdin.
 */
const { createInterface } = require("node:readline");
const { createFunctionGraphClient } = require("functiongraph-workflow");

/** @type {import("./types.js").Setup} */
const { endpoint, credentials, projectId, workflows } = JSON.parse(String(process.argv[2]));
const functiongraph = createFunctionGraphClient({ endpoint, credentials, projectId });

/** @param {object} event */
exports.handler = async (event) =>
  functiongraph.startWorkflowExecution({
    path: { workflow_id: String(workflows[0]) },
    body: { input: { event } },
  });

createInterface({ input: process.stdin }).on("line", (line) => {
  void exports
    .handler(JSON.parse(line))
    .then((/** @type {object} */ result) => console.log(JSON.stringify(result)))
    .catch((/** @type {Error} */ error) => console.log(JSON.stringify({ error: error.message })));
});
