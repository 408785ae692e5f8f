/** Short names for the calls that define workflows. */
import type { SandboxOptions } from "functiongraph-workflow/sandbox";
import contract from "../generated/openapi.json" with { type: "json" };
import { clientOf, startSandbox } from "./helpers.js";
import { noon } from "./sandbox-workflows.js";

/** The contract's own example: reserve, pause for five seconds, charge, done. */
export const example: any = contract.components.examples.OrderFlow.value;
export const small = (name: string, others: object = {}) => ({
  ...structuredClone(example),
  name,
  ...others,
});
export const at = "2026-01-31T12:00:00.000Z";

export async function startDefining(options: SandboxOptions = {}) {
  let ids = 0;
  const sandbox = await startSandbox({
    workflows: [],
    clock: () => noon,
    newId: () => `id${++ids}`,
    ...options,
  });
  const functiongraph = clientOf(sandbox, { credentials: { token: sandbox.token } });
  return {
    sandbox,
    functiongraph,
    urnOf: (name: string) => `urn:fss:cn-north-4:${sandbox.projectId}:workflow:default:${name}:latest`,
    create: (name: string, others?: object) => functiongraph.createWorkflow({ body: small(name, others) }),
    update: (workflow_id: string, body: any) => functiongraph.updateWorkFlow({ path: { workflow_id }, body }),
    show: (workflow_id: string) => functiongraph.showWorkFlow({ path: { workflow_id } }),
    list: async (query: object = {}) => {
      const { workflows } = await functiongraph.listWorkflow({ query });
      return workflows.map(({ name }) => name);
    },
    remove: (...workflow_urns: string[]) => functiongraph.batchDeleteWorkflows({ body: { workflow_urns } }),
  };
}
