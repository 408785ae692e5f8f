/** Makes the suite a global of the page: Chromium. */
import * as functiongraph from "functiongraph-workflow";
import { smoke } from "./smoke.mjs";

/** @param {import("./types.js").Setup} setup */
const run = (setup) => smoke(functiongraph, setup);
Object.assign(globalThis, { run });
