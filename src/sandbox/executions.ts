import type { Execution } from "./types.js";

/** About how much memory a sandbox's executions may take. */
const maxBytes = 128 * 2 ** 20;

/** The newest executions, as many as `keep` and the memory allow. */
export function createExecutions(keep: number) {
  const list: Execution[] = [];
  const kept: { execution: Execution; bytes: number }[] = [];
  let total = 0;

  function dropOldest(): void {
    const { execution, bytes } = kept.shift()!;
    total -= bytes;
    // A test may have emptied the list itself.
    if (list[0] === execution) list.shift();
  }

  return {
    list,
    add: (execution: Execution): void => {
      let bytes = memoryOf(execution);
      if (bytes > maxBytes) {
        execution.body = undefined;
        execution.notes.push("body is too large to keep");
        bytes = memoryOf(execution);
      }
      list.push(execution);
      kept.push({ execution, bytes });
      total += bytes;
      while (kept.length > keep || total > maxBytes) dropOldest();
    },
  };
}

/** About how many bytes a JSON value takes in memory. Not recursive: the value may be nested deeply. */
function memoryOf(value: unknown): number {
  let bytes = 0;
  const pending = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    bytes += 16;
    if (typeof next === "string") bytes += 2 * next.length;
    else if (Array.isArray(next)) {
      bytes += 16;
      for (const item of next) pending.push(item);
    } else if (typeof next === "object" && next !== null) {
      bytes += 48;
      for (const key of Object.keys(next)) {
        bytes += 32 + key.length;
        pending.push((next as Record<string, unknown>)[key]);
      }
    }
  }
  return bytes;
}
