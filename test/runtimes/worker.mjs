/** Runs the suite as a worker, for each request: workerd. */
import * as functiongraph from "functiongraph-workflow";
import { smoke } from "./smoke.mjs";

export default {
  /** @param {Request} request */
  fetch: async (request) => Response.json(await smoke(functiongraph, await request.json())),
};
