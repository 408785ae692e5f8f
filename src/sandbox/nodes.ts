import type { ExecutionStatus, JsonObject } from "./execution-types.js";
import { touch, type Entry, type Keep, type NodeRunState } from "./state.js";
import { cut, jsonObject, messageOf } from "./values.js";

/** As documented for a workflow. */
const maxNodes = 100;
/** As the contract allows. */
const maxRuns = 200;
const maxNameLength = 64;

interface Tools {
  now: () => number;
  keep: Keep;
  /** Why the attempt is over, if it is. */
  over: () => Error | undefined;
}

/** The nodes of an execution, as one attempt at it runs them. */
export function createNodes(entry: Entry, { now, keep, over }: Tools) {
  const { execution, workflow } = entry;
  const running = new Set<NodeRunState>();
  const failures = new Set<unknown>();

  function begin(name: string, input: JsonObject | undefined): NodeRunState {
    const at = now();
    const run: NodeRunState = { status: "running", begin_time: at, ...(input && { input }) };
    let node = execution.nodes.find(({ node_id }) => node_id === name);
    if (!node) {
      const state = workflow.definition?.states.find(({ id }) => id === name);
      node = { node_id: name, node_name: state?.name ?? name, executions: [] };
      execution.nodes.push(node);
    }
    // Only for the node of the workflow's own failures: others have been refused.
    if (node.executions.length >= maxRuns) node.executions.shift();
    node.executions.push(run);
    running.add(run);
    touch(entry, at);
    // The input is counted where it comes from.
    keep(entry, { ...run, input: undefined }, `node ${name}`);
    return run;
  }

  function finish(run: NodeRunState, status: ExecutionStatus, error?: string): void {
    const at = now();
    running.delete(run);
    const kept = error === undefined ? undefined : keep(entry, error, "error of a node");
    Object.assign(run, { status, end_time: at }, kept !== undefined && { error_message: kept });
    touch(entry, at);
  }

  function check(name: unknown): asserts name is string {
    if (typeof name !== "string" || name === "" || [...name].length > maxNameLength) {
      throw new TypeError(`The name of a node must be text of 1 to ${maxNameLength} characters.`);
    }
    const node = execution.nodes.find(({ node_id }) => node_id === name);
    if (node && node.executions.length >= maxRuns) {
      throw new RangeError(`Node ${name} has run ${maxRuns} times: an execution can have no more of them.`);
    }
    if (!node && execution.nodes.length >= maxNodes) {
      throw new RangeError(`Node ${name} is one too many: a workflow can have ${maxNodes} nodes.`);
    }
  }

  return {
    /** Runs a node. */
    run: async <Output>(
      name: string,
      input: JsonObject | undefined,
      work: () => Output | Promise<Output>,
    ) => {
      const before = over();
      if (before) throw before;
      check(name);
      const run = begin(name, input);
      try {
        const output = await work();
        const copy = jsonObject(output, `The output of node ${name}`);
        const kept = copy && !over() ? keep(entry, copy, `output of node ${name}`) : undefined;
        const after = over();
        if (after) throw after;
        if (kept) run.output = kept;
        finish(run, "success");
        return output;
      } catch (error) {
        failures.add(error);
        if (!over()) finish(run, "fail", messageOf(error));
        throw error;
      }
    },

    /** Records why the attempt failed, unless that is what a node of it has failed with. */
    fail: (error: unknown, beganAt: number): void => {
      if (failures.has(error)) return;
      const run = begin(cut(workflow.name, maxNameLength), undefined);
      run.begin_time = beganAt;
      finish(run, "fail", messageOf(error));
    },

    /** Ends the nodes that still run. */
    end: (status: ExecutionStatus, error: string): void => {
      for (const run of running) finish(run, status, error);
    },
  };
}
