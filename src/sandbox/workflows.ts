import { createHash } from "node:crypto";
import type { components } from "../../generated/types.js";
import type { WorkflowFunction } from "./execution-types.js";
import { Refusal } from "./http.js";
import type { Settings } from "./options.js";
import { cut, memoryOf } from "./values.js";
import { repeatedId, type WorkflowSettings } from "./workflow-options.js";

export type Definition = components["schemas"]["WorkflowDefinition"];

/** A workflow that can be started. */
export interface KnownWorkflow extends WorkflowSettings {
  id: string;
  name: string;
  urn: string;
  /** As the API was given it; without one, a function is all that is known. */
  definition?: Definition | undefined;
  created_time: string;
  updated_time: string;
}

type Stored = Pick<KnownWorkflow, "id" | "mode" | "definition"> & {
  created_time?: string;
  updated_time?: string;
};

/** As documented for an account. */
const maxWorkflows = 200;
/** About how much memory the definitions may take. */
const maxBytes = 128 * 2 ** 20;
/** An express workflow may run for less than that. */
const expressMs = 300_000;
const keptDeletions = 10_000;

/** The workflows that exist: those of the options, and those that the API was given. */
export function createWorkflows({ projectId, workflows: options, newId }: Settings, now: () => number) {
  const stored = new Map<string, Stored>();
  for (const [id, { mode }] of options ?? []) stored.set(id, { id, mode });
  /** Where every id exists, those that do not any more. */
  const deleted = new Set<string>();
  /** Not read before it is needed: a clock may fail. */
  let begun: string | undefined;
  const at = () => new Date(now()).toISOString();

  function read(one: Stored): KnownWorkflow {
    const { id, mode, definition } = one;
    const name = definition?.name ?? id;
    const { run, timeoutMs } = options?.get(id) ?? options?.get(name) ?? {};
    const { created_time = (begun ??= at()), updated_time = created_time } = one;
    return {
      ...{ id, name, mode, definition, created_time, updated_time },
      urn: urnOf(projectId, name),
      run: run ?? (definition && walk(definition)),
      timeoutMs: timeoutMs ?? (mode === "EXPRESS" ? expressMs : undefined),
    };
  }

  /** @throws {Refusal} if there is none */
  function find(id: string): KnownWorkflow {
    const one = stored.get(id);
    if (one) return read(one);
    if (options || deleted.has(id)) throw new Refusal(404, "Function flow not found.");
    return read({ id, mode: "NORMAL" });
  }

  /** All but those from the options whose name the API has used for another one. */
  function list(): KnownWorkflow[] {
    const all = [...stored.values()].map(read);
    const named = new Set(all.flatMap(({ name, definition }) => (definition ? [name] : [])));
    return all.filter(({ name, definition }) => definition ?? !named.has(name));
  }

  /** @throws {Refusal} for a name that is taken, or definitions that take too much memory */
  function store(one: Stored & { definition: Definition }): KnownWorkflow {
    const others = list().filter(({ id, definition }) => id !== one.id && definition);
    const { name } = one.definition;
    if (others.some((other) => other.name === name)) {
      throw new Refusal(400, `There is a workflow named ${name} already: choose another name.`);
    }
    if (memoryOf([one.definition, ...others.map(({ definition }) => definition)]) > maxBytes) {
      throw new Refusal(400, "The definitions of all workflows are too large for the sandbox: delete some.");
    }
    const kept = { ...one, definition: { ...one.definition, mode: one.mode } };
    stored.set(one.id, kept);
    return read(kept);
  }

  return {
    find,
    list,

    /** Whether there is a workflow of this URN. */
    hasUrn: (urn: string): boolean => !options || list().some((one) => one.urn === urn),

    /** @throws {Refusal} for a name that is taken, and when there are too many workflows */
    create: (definition: Definition): KnownWorkflow => {
      if (stored.size >= maxWorkflows) {
        throw new Refusal(
          400,
          `There are ${maxWorkflows} workflows already, as many as an account can have.`,
        );
      }
      const mode = definition.mode === "EXPRESS" ? "EXPRESS" : "NORMAL";
      const id = newId();
      if (stored.get(id)?.definition) throw repeatedId(id);
      return store({ id, mode, definition, created_time: at() });
    },

    /** @throws {Refusal} for another mode, and for a name that is taken */
    update: (id: string, definition: Definition): KnownWorkflow => {
      const { mode, created_time } = find(id);
      if (definition.mode !== undefined && definition.mode !== mode) {
        throw new Refusal(400, `The mode of workflow ${id} is ${mode}: it cannot change.`);
      }
      return store({ id, mode, definition, created_time, updated_time: at() });
    },

    delete: (id: string): void => {
      stored.delete(id);
      deleted.add(id);
      if (deleted.size > keptDeletions) deleted.delete(deleted.values().next().value!);
    },
  };
}

export type Workflows = ReturnType<typeof createWorkflows>;

/** The contract's limit for a URN in a request. */
const maxUrnLength = 128;

/** Instead of the end of a name that is too long for it, it has a hash of the name. */
function urnOf(projectId: string, name: string): string {
  const around = (text: string) => `urn:fss:cn-north-4:${projectId}:workflow:default:${text}:latest`;
  const room = maxUrnLength - [...around("")].length;
  if ([...name].length <= room) return around(name);
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return around(`${cut(name, room - hash.length - 1)}-${hash}`);
}

/** Goes from state to state as if each one's functions succeeded: they are not really called. */
const walk =
  ({ start, states }: Definition): WorkflowFunction =>
  async (input: object, { step, sleep }) => {
    let next: string | undefined = start;
    while (next) {
      const state = states.find(({ id }) => id === next);
      if (!state) throw new Error(`The definition has no state with the id ${next}.`);
      const { id, type, duration = 0, end, transition } = state;
      await step(id, async () => {
        if (type === "Sleep") await sleep(duration * 1_000);
        return input;
      });
      next = end ? undefined : transition;
    }
    return input;
  };
