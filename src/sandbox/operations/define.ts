import type { Behaviours } from "../behaviour.js";
import type { Engine } from "../engine.js";
import { cut } from "../values.js";
import type { Definition, KnownWorkflow, Workflows } from "../workflows.js";

/** The contract's limits. */
const maxListed = 200;
const maxIdLength = 64;
const maxUrnLength = 128;

export const defineOperations = (workflows: Workflows, { entries }: Engine): Behaviours => ({
  ListWorkflow: ({ query }) => {
    const { workflow_name, mode, enterprise_project, limit = maxListed, offset = 0 } = query;
    // Empty text filters nothing.
    const fits = (wanted: string | undefined, value: string) => !wanted || wanted === value;
    const found = workflows
      .list()
      .filter(
        (one) =>
          fits(workflow_name, one.name) &&
          fits(mode, one.mode) &&
          fits(enterprise_project, one.definition?.enterprise_project_id ?? "0"),
      );
    const page = found.slice(offset, offset + Math.min(limit, maxListed));
    return { total: found.length, size: page.length, workflows: page.map(summaryOf) };
  },

  CreateWorkflow: ({ body }) => summaryOf(workflows.create(body)),

  ShowWorkFlow: ({ path }) => {
    const workflow = workflows.find(path.workflow_id);
    return { ...commonOf(workflow), definition: workflow.definition ?? minimalDefinition(workflow) };
  },

  UpdateWorkFlow: ({ path, body }) => summaryOf(workflows.update(path.workflow_id, body)),

  BatchDeleteWorkflows: ({ body }) => {
    const success: string[] = [];
    const fail: { workflow_urn: string; error_detail: string }[] = [];
    const running = new Set(
      [...entries.values()]
        .filter(({ execution }) => execution.status === "running")
        .map(({ workflow }) => workflow.id),
    );
    for (const urn of body.workflow_urns) {
      const workflow = workflows.list().find((one) => one.urn === urn);
      const why = !workflow
        ? "There is no such workflow."
        : running.has(workflow.id)
          ? "The workflow is running."
          : undefined;
      if (workflow && !why) {
        workflows.delete(workflow.id);
        success.push(urn);
      } else fail.push({ workflow_urn: cut(urn, maxUrnLength), error_detail: why! });
    }
    return { success, fail };
  },
});

const commonOf = ({ id, urn, created_time, updated_time }: KnownWorkflow) => ({
  id: cut(id, maxIdLength),
  workflow_urn: urn,
  created_by: "sandbox",
  created_time,
  updated_time,
});

function summaryOf(workflow: KnownWorkflow) {
  const { description, enable_stream_response = false } = workflow.definition ?? {};
  return {
    ...commonOf(workflow),
    name: workflow.name,
    ...(description !== undefined && { description }),
    enable_stream_response,
  };
}

/** What a workflow of which only a function is known could be defined by. */
const minimalDefinition = ({ name, mode }: KnownWorkflow): Definition => ({
  // The contract allows only these in a definition.
  name: cut(name.replaceAll(/[^_a-zA-Z0-9().\-\u4e00-\u9fa5]/g, "_"), maxIdLength),
  mode,
  start: "start",
  constants: {},
  functions: [],
  retries: [],
  states: [{ id: "start", name: "start", type: "Operation", end: true, actions: [] }],
});
