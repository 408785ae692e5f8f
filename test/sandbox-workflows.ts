/** Sandboxes with one workflow, `flow`, and short names for the calls about its executions. */
import type {
  ExecutionStatus,
  Sandbox,
  SandboxOptions,
  WorkflowFunction,
} from "functiongraph-workflow/sandbox";
import { expect } from "vitest";
import { clientOf, startSandbox } from "./helpers.js";

export const noon = Date.UTC(2026, 0, 31, 12);

/** A sandbox whose time stands still until a test moves it, with one workflow. */
export async function sandboxFor(run: WorkflowFunction | undefined, options: SandboxOptions = {}) {
  let ids = 0;
  const sandbox = await startSandbox({
    workflows: { flow: { run }, another: {} },
    clock: () => noon,
    newId: () => `e${++ids}`,
    ...options,
  });
  return { sandbox, ...callsTo(sandbox) };
}

export function callsTo(sandbox: Sandbox, workflow_id = "flow") {
  const functiongraph = clientOf(sandbox, { credentials: { token: sandbox.token } });
  const path = (execution_id: string) => ({ path: { workflow_id, execution_id } });
  return {
    functiongraph,
    start: async (input: object = {}, headers?: object) => {
      const body = { input: { ...input }, ...(headers && { headers: { ...headers } }) };
      return (await functiongraph.startWorkflowExecution({ path: { workflow_id }, body })).execution_id;
    },
    show: (id: string) => functiongraph.showWorkflowExecution(path(id)),
    stop: (id: string) => functiongraph.stopWorkFlow(path(id)),
    retry: (id: string) => functiongraph.retryWorkFlow(path(id)),
    callBack: (
      id: string,
      state: string,
      body: { result: "success" | "fail"; output: object; error?: string },
    ) =>
      functiongraph.createCallbackWorkflow({
        path: { workflow_id },
        header: { "X-Workflow-Run-Id": id, "X-Workflow-State-Id": state },
        body: { ...body, output: { ...body.output } },
      }),
    statusIs: async (id: string, status: ExecutionStatus) => {
      const execution = () => sandbox.executions.find((one) => one.execution_id === id);
      await expect.poll(() => execution()?.status).toBe(status);
    },
  };
}

/** Waits for a callback that never comes. */
export const forever: WorkflowFunction = (_, { callback }) => callback("never");
