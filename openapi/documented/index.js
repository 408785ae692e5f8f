import { batchDeleteWorkflows } from "./batch-delete-workflows.js";
import { createCallbackWorkflow } from "./create-callback-workflow.js";
import { createWorkflow } from "./create-workflow.js";
import { gateway } from "./gateway.js";
import { listWorkflowExecutions } from "./list-workflow-executions.js";
import { listWorkflow } from "./list-workflow.js";
import { retryWorkFlow } from "./retry-work-flow.js";
import { showWorkFlow } from "./show-work-flow.js";
import { showWorkflowExecutionForPage } from "./show-workflow-execution-for-page.js";
import { showWorkflowExecution } from "./show-workflow-execution.js";
import { startSyncWorkflowExecution } from "./start-sync-workflow-execution.js";
import { startWorkflowExecution } from "./start-workflow-execution.js";
import { stopWorkFlow } from "./stop-work-flow.js";
import { updateWorkFlow } from "./update-work-flow.js";
import { showTenantMetric, showWorkFlowMetric } from "./workflow-metrics.js";

export { gateway };

/** The pages that the contract is made from, in its own order. @type {import("./page.js").Page[]} */
export const pages = [
  startWorkflowExecution,
  startSyncWorkflowExecution,
  listWorkflowExecutions,
  showWorkflowExecutionForPage,
  showWorkflowExecution,
  stopWorkFlow,
  retryWorkFlow,
  createCallbackWorkflow,
  listWorkflow,
  createWorkflow,
  showWorkFlow,
  updateWorkFlow,
  batchDeleteWorkflows,
  showWorkFlowMetric,
  showTenantMetric,
];
