import type { Behaviours } from "../behaviour.js";
import type { Engine } from "../engine.js";

export const steerOperations = ({ find, stop, retry, callBack }: Engine): Behaviours => ({
  StopWorkFlow: ({ path }) => {
    stop(find(path.workflow_id, path.execution_id));
    return undefined;
  },

  RetryWorkFlow: ({ path }) => {
    retry(find(path.workflow_id, path.execution_id));
    return undefined;
  },

  CreateCallbackWorkflow: ({ path, header, body }) => {
    const { result, output, error = "The callback reported a failure." } = body;
    const entry = find(path.workflow_id, header["X-Workflow-Run-Id"]);
    callBack(entry, header["X-Workflow-State-Id"], result === "success" ? { output } : { error });
    return { execution_id: entry.execution.execution_id };
  },
});
