import type { Behaviours } from "../behaviour.js";
import type { Engine } from "../engine.js";
import { partOf, type Entry } from "../state.js";
import { Refusal } from "../http.js";
import { cut } from "../values.js";

const dayMs = 86_400_000;
/** How far back lists go unless they are told. */
const defaultSpanMs = 3 * dayMs;
const maxListed = 200;
/** The contract's limit for `workflow_id` in responses. */
const maxIdLength = 64;

interface Filter {
  start_time?: string;
  end_time?: string;
}

export function watchOperations({ entries, find }: Engine, now: () => number): Behaviours {
  /** The executions that a list may show, newest first. Express workflows keep no history. */
  function list(workflowId: string, filter: Filter): Entry[] {
    const { from, to } = spanOf(filter, now());
    const entriesOf = [...entries.values()].filter(
      ({ workflow: { id, mode }, execution: { begin_time } }) =>
        id === workflowId &&
        mode === "NORMAL" &&
        Date.parse(begin_time) >= from &&
        Date.parse(begin_time) <= to,
    );
    return entriesOf.reverse();
  }

  return {
    ListWorkflowExecutions: ({ path, query }) => {
      const { limit = maxListed, offset = 0, status } = query;
      const found = list(path.workflow_id, query).filter(
        ({ execution }) => status === undefined || execution.status === status,
      );
      return { executions: found.slice(offset, offset + Math.min(limit, maxListed)).map(briefOf) };
    },

    ShowWorkflowExecutionForPage: ({ path, query }) => {
      const { offset, limit } = query;
      const found = list(path.workflow_id, query);
      const executions = found.slice(offset, offset + limit).map((entry) => {
        const { status, attempt } = entry.execution;
        return { ...briefOf(entry), ...(status === "running" && attempt > 1 && { status: "retrying" }) };
      });
      return { total: found.length, size: limit, executions };
    },

    ShowWorkflowExecution: ({ path: { workflow_id, execution_id } }) => {
      const entry = find(workflow_id, execution_id);
      if (entry.workflow.mode === "EXPRESS") {
        throw new Refusal(404, "Function flow not found: no history is kept of an express workflow.");
      }
      return detailsOf(entry);
    },
  };
}

function briefOf({ execution, workflow }: Entry) {
  const { execution_id, status, begin_time, end_time, last_update_time } = execution;
  return {
    execution_id,
    status,
    workflow_id: cut(workflow.id, maxIdLength),
    workflow_urn: workflow.urn,
    begin_time,
    ...(end_time !== undefined && { end_time }),
    last_update_time,
    created_by: "sandbox",
  };
}

function detailsOf(entry: Entry) {
  const { execution } = entry;
  const { execution_id, output, nodes } = execution;
  const input = partOf(execution, "input");
  const headers = partOf(execution, "headers");
  return {
    ...briefOf(entry),
    ...(headers && { headers }),
    ...(input && { input }),
    ...(output && { output }),
    node_execution_details: nodes.map((node) => ({ execution_id, ...node })),
  };
}

/** The first and the last millisecond that a list is about, by the filters' documented defaults. */
function spanOf({ start_time, end_time }: Filter, now: number): { from: number; to: number } {
  const start = readTime(start_time);
  const end = readTime(end_time);
  const to = end ?? (start === undefined ? now : start + defaultSpanMs);
  // The last second is included whole, since filters know no smaller part.
  return { from: start ?? to - defaultSpanMs, to: to + 999 };
}

/** Times have the format `utc-time`, or the request would have been refused. */
const readTime = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(`${text.replace(" ", "T")}Z`);
