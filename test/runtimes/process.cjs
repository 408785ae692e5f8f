/** Runs the suite as a CommonJS program: Node. */
const functiongraph = require("functiongraph-workflow");

void import("./smoke.mjs").then(async ({ smoke }) => {
  console.log(JSON.stringify(await smoke(functiongraph, JSON.parse(String(process.argv[2])))));
});
