/** node cold.mjs <contestant> <endpoint>: one call of a process that has just begun. */
import { callChecked, contestants } from "./contestants.mjs";

const [name, endpoint] = process.argv.slice(2);
await callChecked(await contestants[name](endpoint));
process.exit(0);
