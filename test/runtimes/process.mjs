/** Runs the suite as a program: Node, Bun and Deno. */
import process from "node:process";
import * as functiongraph from "functiongraph-workflow";
import { smoke } from "./smoke.mjs";

console.log(JSON.stringify(await smoke(functiongraph, JSON.parse(String(process.argv[2])))));
