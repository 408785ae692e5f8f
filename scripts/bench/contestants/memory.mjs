/** node --expose-gc memory.mjs <endpoint> <calls>: sends its parent the memory in use after each tenth. */
import { callChecked, contestants } from "./contestants.mjs";

const [endpoint, calls] = process.argv.slice(2);
const call = await contestants["functiongraph-workflow"](endpoint);
const megabytes = [];
for (let tenth = 0; tenth < 10; tenth++) {
  let left = Number(calls) / 10;
  const lane = async () => {
    while (left-- > 0) await callChecked(call);
  };
  await Promise.all(Array.from({ length: 50 }, lane));
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  megabytes.push((heapUsed + external) / 1e6);
}
process.send(megabytes, () => process.exit(0));
