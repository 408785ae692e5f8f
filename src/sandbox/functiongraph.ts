import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { sandboxOperations } from "../../generated/sandbox.js";
import { gatewayError, serviceError, type Reply } from "./http.js";
import { readRequest, type ReadRequest, type Route } from "./route.js";
import type { Execution } from "./types.js";

export interface FunctionGraphOptions {
  projectId: string;
  workflows: readonly string[] | undefined;
  strict: boolean;
}

/** The service behind the gateway: validates by the contract, and answers. */
export function createFunctionGraph({ projectId, workflows, strict }: FunctionGraphOptions) {
  const executions: Execution[] = [];

  /** What an operation does beyond answering with the contract's example. */
  const behaviours: Record<string, (request: ReadRequest, notes: string[]) => Reply> = {
    StartWorkflowExecution: ({ path, header, body }, notes) => {
      const execution_id = randomUUID();
      executions.push({ execution_id, path, header, body, notes });
      return { status: 200, body: { execution_id } };
    },
  };

  function carryOut(route: Route, incoming: IncomingMessage, body: Buffer): Reply {
    const { url = "", headers } = incoming;
    const { request, issues, notes } = readRequest(route, url, headers, body, { strict });
    if (issues.length > 0) {
      return serviceError(400, "FGS.3002", issues.map(({ message }) => message).join("; "));
    }
    const { project_id, workflow_id } = request.path;
    if (project_id !== undefined && project_id !== projectId) {
      return gatewayError(403, "APIG.0302", "The IAM user is not authorized to access another project's API");
    }
    if (workflow_id !== undefined && workflows && !workflows.includes(String(workflow_id))) {
      return serviceError(404, "FGS.5002", "Function flow not found.");
    }
    return behaviours[route.operation.operationId]?.(request, notes) ?? sandboxOperations[route.name].success;
  }

  return { executions, carryOut };
}
