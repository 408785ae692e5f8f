import { Refusal } from "./http.js";
import type { Entry, ExecutionState, Keep } from "./state.js";
import { memoryOf } from "./values.js";

/** About how much memory a sandbox's executions may take. */
const maxBytes = 128 * 2 ** 20;

/** The newest executions, as many as `limit` and the memory allow. */
export function createExecutions(limit: number) {
  const list: ExecutionState[] = [];
  /** By id, oldest first. */
  const entries = new Map<string, Entry>();
  let total = 0;

  function drop(entry: Entry): void {
    entries.delete(entry.execution.execution_id);
    total -= entry.bytes;
    // A test may have emptied the list itself.
    if (list[0] === entry.execution) list.shift();
    // Nothing may run that nobody can see.
    entry.run?.end("cancel", "The sandbox no longer keeps the execution.");
  }

  function dropOldest(): void {
    while (entries.size > limit || total > maxBytes) drop(entries.values().next().value!);
  }

  return {
    list,
    entries,

    add: (entry: Entry): void => {
      list.push(entry.execution);
      entries.set(entry.execution.execution_id, entry);
      total += entry.bytes;
      dropOldest();
    },

    keep: ((entry, value, name) => {
      const bytes = memoryOf(value);
      if (entry.bytes + bytes > maxBytes) {
        const note = `${name} is too large to keep`;
        if (!entry.execution.notes.includes(note)) entry.execution.notes.push(note);
        return undefined;
      }
      entry.bytes += bytes;
      if (entries.has(entry.execution.execution_id)) total += bytes;
      dropOldest();
      return value;
    }) satisfies Keep,

    /** @throws {Refusal} if there is none */
    find: (workflowId: string, executionId: string): Entry => {
      const entry = entries.get(executionId);
      if (entry?.workflow.id === workflowId) return entry;
      throw new Refusal(
        404,
        `Function flow not found: workflow ${workflowId} has no execution ${executionId}.`,
      );
    },
  };
}
