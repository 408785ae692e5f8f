import { Refusal } from "./http.js";
import type { Settings } from "./options.js";
import type { WorkflowSettings } from "./workflow-options.js";

/** A workflow that can be started. */
export interface KnownWorkflow extends WorkflowSettings {
  id: string;
  name: string;
  urn: string;
}

/** The workflows that exist. */
export function createWorkflows({ projectId, workflows }: Pick<Settings, "projectId" | "workflows">) {
  return {
    /** Those that are known by id; without a list of them, any exists. */
    ids: (): string[] => [...(workflows?.keys() ?? [])],

    /** @throws {Refusal} if there is none */
    find: (id: string): KnownWorkflow => {
      const settings = workflows ? workflows.get(id) : ({ mode: "NORMAL" } as const);
      if (!settings) throw new Refusal(404, "Function flow not found.");
      const urn = `urn:fss:cn-north-4:${projectId}:workflow:default:${id}:latest`;
      return { id, name: id, urn, ...settings };
    },
  };
}

export type Workflows = ReturnType<typeof createWorkflows>;
