import { randomUUID } from "node:crypto";
import type { Route } from "./contract.js";
import { createExecutions } from "./executions.js";
import { gatewayError, serviceError, type Call, type Reply } from "./http.js";
import type { Settings } from "./options.js";
import { readRequest, type Reading } from "./request.js";

type Behaviour = (reading: Reading) => Reply;

/** The service behind the gateway: it validates requests against the contract and carries them out. */
export function createFunctionGraph({ projectId, workflows, strict, keepExecutions }: Settings) {
  const executions = createExecutions(keepExecutions);

  /** By operationId; any other operation responds with the contract's example. */
  const behaviours = new Map<string, Behaviour>([
    [
      "StartWorkflowExecution",
      ({ request: { path, header, body }, notes }) => {
        const execution_id = randomUUID();
        executions.add({ execution_id, path: { ...path }, header: { ...header }, body, notes });
        return { status: 200, json: { execution_id } };
      },
    ],
  ]);

  function carryOut({ operation, path }: Route, call: Call): Reply {
    const reading = readRequest({ operation, path }, call, strict);
    if (reading.issues.length > 0) {
      return serviceError(400, "FGS.3002", reading.issues.map(({ message }) => message).join("; "));
    }
    const { project_id, workflow_id } = path;
    if (project_id !== undefined && project_id !== projectId) {
      const message = "The IAM user is not authorized to access another project's API";
      return gatewayError(call.requestId, 403, "APIG.0302", message);
    }
    if (workflow_id !== undefined && workflows && !workflows.has(workflow_id)) {
      return serviceError(404, "FGS.5002", "Function flow not found.");
    }
    const behaviour = behaviours.get(operation.descriptor.operationId);
    if (behaviour) return behaviour(reading);
    const { status, body } = operation.success;
    return { status, json: body };
  }

  return { executions: executions.list, carryOut };
}
