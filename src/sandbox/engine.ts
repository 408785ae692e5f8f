import type { Execution } from "./execution-types.js";
import { createExecutions } from "./executions.js";
import { Refusal } from "./http.js";
import type { Settings } from "./options.js";
import { startRun } from "./run.js";
import { touch, type CallbackResult, type Entry, type ExecutionState } from "./state.js";
import type { Time } from "./time.js";
import { repeatedId } from "./workflow-options.js";
import type { KnownWorkflow } from "./workflows.js";

/** A request that starts an execution. */
export type StartRequest = Pick<Execution, "path" | "header" | "body"> & { notes: string[] };

/** Starts executions, and changes their course. */
export function createEngine(
  { keepExecutions, newId }: Pick<Settings, "keepExecutions" | "newId">,
  time: Time,
) {
  const executions = createExecutions(keepExecutions);
  const { keep, entries } = executions;
  const tools = { time, keep };
  const now = () => new Date(time.now()).toISOString();

  /** @throws {Refusal} unless it runs */
  function mustRun({ execution: { execution_id, status } }: Entry): void {
    if (status === "running") return;
    throw new Refusal(400, `Execution ${execution_id} has ended already, with status ${status}.`);
  }

  function run(entry: Entry, body: unknown): void {
    const run = startRun(entry, body, tools);
    entry.run = run;
    // What has ended takes no more memory than its record.
    void run.ended.then(() => {
      if (entry.run === run) entry.run = undefined;
    });
  }

  return {
    ...executions,

    start: (workflow: KnownWorkflow, { path, header, body, notes }: StartRequest): Entry => {
      const execution_id = newId();
      if (entries.has(execution_id)) throw repeatedId(execution_id);
      const execution: ExecutionState = {
        execution_id,
        path: { ...path },
        header: { ...header },
        body: undefined,
        notes,
        status: "running",
        output: undefined,
        error: undefined,
        nodes: [],
        attempt: 1,
        begin_time: now(),
        end_time: undefined,
        last_update_time: now(),
      };
      const entry: Entry = { execution, workflow, bytes: 0, changes: 0 };
      keep(entry, execution, "execution");
      execution.body = keep(entry, body, "body");
      run(entry, body);
      executions.add(entry);
      return entry;
    },

    /** @throws {Refusal} unless it runs */
    stop: (entry: Entry): void => {
      mustRun(entry);
      entry.run?.end("cancel", "The execution was stopped.");
    },

    /** @throws {Refusal} unless it is a standard one that has ended without success */
    retry: (entry: Entry): void => {
      const { execution, workflow } = entry;
      const { execution_id, status } = execution;
      const refuse = (why: string) =>
        new Refusal(400, `Execution ${execution_id} cannot be retried: ${why}.`);
      if (workflow.mode === "EXPRESS") throw refuse("its workflow is an express one");
      if (status === "running" || status === "success") throw refuse(`its status is ${status}`);
      if (execution.body === undefined) throw refuse("its input was too large to keep");
      Object.assign(execution, {
        status: "running",
        output: undefined,
        error: undefined,
        end_time: undefined,
      });
      execution.attempt++;
      touch(entry, time.now());
      run(entry, execution.body);
    },

    /** @throws {Refusal} unless the state waits */
    callBack: (entry: Entry, stateId: string, result: CallbackResult): void => {
      mustRun(entry);
      if (entry.run?.callBack(stateId, result)) return;
      const { execution_id } = entry.execution;
      throw new Refusal(400, `Execution ${execution_id} has no state ${stateId} that waits for a callback.`);
    },

    close: (): void => {
      for (const { run } of entries.values()) run?.end("cancel", "The sandbox was closed.");
    },
  };
}

export type Engine = ReturnType<typeof createEngine>;
