import type { Behaviours, SuccessBody } from "../behaviour.js";
import type { Engine } from "../engine.js";
import type { Entry } from "../state.js";
import { Refusal } from "../http.js";
import type { Workflows } from "../workflows.js";

export const startOperations = (workflows: Workflows, { start }: Engine): Behaviours => ({
  StartWorkflowExecution: ({ path }, { request, notes }) => {
    const { execution } = start(workflows.find(path.workflow_id), { ...request, notes });
    return { execution_id: execution.execution_id };
  },

  StartSyncWorkflowExecution: async ({ path }, { request, notes }) => {
    const workflow = workflows.find(path.workflow_id);
    if (workflow.mode !== "EXPRESS") {
      const message = `Workflow ${workflow.id} is a standard one: only an express one can be started synchronously.`;
      throw new Refusal(400, message);
    }
    const entry = start(workflow, { ...request, notes });
    await entry.run?.ended;
    return endedExecution(entry);
  },
});

/** A synchronous start knows no `cancel`. */
function endedExecution({ execution }: Entry): SuccessBody<"StartSyncWorkflowExecution"> {
  const { execution_id, status, output, begin_time, end_time = "" } = execution;
  const times = { begin_time, end_time };
  if (status === "success") return { execution_id, status, ...(output && { output }), ...times };
  if (status === "timeout") return { execution_id, status, ...times };
  return { execution_id, status: "fail", errors: failuresOf(execution), ...times };
}

/** The contract's limit for `errors`. */
const maxFailures = 200;

const failuresOf = ({ nodes }: Entry["execution"]) =>
  nodes
    .flatMap(({ node_id, executions }) => executions.map((run) => ({ node_id, ...run })))
    .flatMap(({ node_id, error_message, begin_time, end_time = begin_time }) =>
      error_message === undefined
        ? []
        : [{ node_id, error_message, begin_time: isoTime(begin_time), end_time: isoTime(end_time) }],
    )
    .slice(-maxFailures);

const isoTime = (ms: number) => new Date(ms).toISOString();
