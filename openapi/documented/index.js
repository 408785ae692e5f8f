import { gateway } from "./gateway.js";
import { startWorkflowExecution } from "./start-workflow-execution.js";

export { gateway };

/** The pages that the contract is made from, in its own order. @type {import("./page.js").Page[]} */
export const pages = [startWorkflowExecution];
