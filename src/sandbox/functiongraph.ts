import type { Behaviours } from "./behaviour.js";
import type { Route } from "./contract.js";
import { createEngine } from "./engine.js";
import { gatewayError, Refusal, serviceError, type Call, type Reply } from "./http.js";
import { defineOperations } from "./operations/define.js";
import { measureOperations } from "./operations/measure.js";
import { startOperations } from "./operations/start.js";
import { steerOperations } from "./operations/steer.js";
import { watchOperations } from "./operations/watch.js";
import type { Settings } from "./options.js";
import { createPage } from "./page/page.js";
import { readRequest, type Reading } from "./request.js";
import type { Time } from "./time.js";
import { createWorkflows } from "./workflows.js";

/** The service behind the gateway: it validates requests against the contract and carries them out. */
export function createFunctionGraph(settings: Settings, time: Time) {
  const { projectId, strict } = settings;
  const workflows = createWorkflows(settings, time.now);
  const engine = createEngine(settings, time);

  const behaviours: Behaviours = {
    ...startOperations(workflows, engine),
    ...watchOperations(engine, time.now),
    ...steerOperations(engine),
    ...defineOperations(workflows, engine),
    ...measureOperations(workflows, engine, time.now),
  };
  /** Without the names that every object has. */
  const byId = new Map(Object.entries(behaviours)) as ReadonlyMap<
    string,
    (request: unknown, reading: Reading) => unknown
  >;

  async function carryOut({ operation, path }: Route, call: Call): Promise<Reply> {
    const { descriptor, success } = operation;
    const reading = readRequest({ operation, path }, call, strict);
    if (reading.issues.length > 0) {
      return serviceError(new Refusal(400, reading.issues.map(({ message }) => message).join("; ")));
    }
    const { project_id, workflow_id } = path;
    if (project_id !== undefined && project_id !== projectId) {
      const message = "The IAM user is not authorized to access another project's API";
      return gatewayError(call.requestId, 403, "APIG.0302", message);
    }
    time.catchUp();
    try {
      if (workflow_id !== undefined) workflows.find(workflow_id);
      const behaviour = byId.get(descriptor.operationId);
      const body = behaviour ? await behaviour(reading.request, reading) : success.body;
      return { status: success.status, json: body };
    } catch (error) {
      if (error instanceof Refusal) return serviceError(error);
      throw error;
    }
  }

  const page = createPage(engine, workflows, time.now);
  return { executions: engine.list, carryOut, servePage: page.handle, close: engine.close };
}
