/** What the page shows of executions. */
import type { NodeRun } from "../execution-types.js";
import { partOf, type Entry } from "../state.js";

/** How many runs of nodes are shown, how much of a value, and how much of all values together. */
const maxRuns = 1_000;
const maxValueLength = 20_000;
const maxLength = 1_000_000;

/** Of each execution, asked for every second. */
export function summaryOf({ execution, workflow, changes }: Entry) {
  const { execution_id, status, attempt, begin_time, end_time } = execution;
  return {
    id: execution_id,
    workflow: workflow.id,
    status,
    attempt,
    begin: Date.parse(begin_time),
    ...(end_time !== undefined && { end: Date.parse(end_time) }),
    changes,
    canRetry: workflow.mode === "NORMAL" && status !== "running" && status !== "success",
  };
}

/** Of an open one, asked for when it has changed. */
export function detailsOf({ execution, changes }: Entry) {
  const all = execution.nodes.flatMap(({ node_name, executions }) =>
    executions.map((run, index) => ({
      name: executions.length > 1 ? `${node_name}, run ${index + 1}` : node_name,
      run,
    })),
  );
  const runs = all.slice(0, maxRuns);
  const values: { name: string; text: string }[] = [];
  let [length, leftOut] = [0, 0];
  for (const [name, value] of valuesOf(execution, runs)) {
    if (value === undefined) continue;
    // The rest is only counted: to write it as text may take long.
    if (length >= maxLength) leftOut++;
    else {
      const text = textOf(value);
      length += name.length + text.length;
      values.push({ name, text });
    }
  }
  const notes = [
    ...(all.length > maxRuns ? [`${all.length - maxRuns} runs of nodes`] : []),
    ...(leftOut > 0 ? [`${leftOut} values`] : []),
  ];
  if (notes.length > 0)
    values.push({ name: "Left out", text: `${notes.join(" and ")}. See sandbox.executions.` });
  return {
    changes,
    runs: runs.map(({ name, run: { status, begin_time, end_time } }) => ({
      name,
      status,
      begin: begin_time,
      end: end_time,
    })),
    values,
  };
}

function* valuesOf(
  execution: Entry["execution"],
  runs: readonly { name: string; run: NodeRun }[],
): Generator<[name: string, value: unknown]> {
  const { error, output, notes } = execution;
  const input = partOf(execution, "input");
  yield ["Input", input];
  yield ["Headers", partOf(execution, "headers")];
  yield ["Output", output];
  yield ["Error", error];
  yield ["Notes", notes.length > 0 ? notes.join("\n") : undefined];
  for (const { name, run } of runs) {
    yield [`${name}: input`, run.input && run.input === input ? "The execution's input." : run.input];
    yield [`${name}: output`, run.output];
    yield [`${name}: error`, run.error_message];
  }
}

/** A long value is not indented: that may make it many times as long. */
function textOf(value: unknown): string {
  const short = typeof value === "string" ? value : JSON.stringify(value);
  if (short.length > maxValueLength) return `${short.slice(0, maxValueLength)}… (${short.length} characters)`;
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
