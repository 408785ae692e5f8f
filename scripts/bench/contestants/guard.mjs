/** node guard.mjs <ms>: sends its parent the CPU microseconds that the guard takes per request. */
import { body, projectId, workflowId } from "./contestants.mjs";
import { descriptors, guard } from "./internals.mjs";

const path = { project_id: projectId, workflow_id: workflowId };

function run(forMs) {
  let requests = 0;
  const until = performance.now() + forMs;
  while (performance.now() < until) {
    for (let i = 0; i < 100; i++) guard(descriptors.startWorkflowExecution, { path, body });
    requests += 100;
  }
  return requests;
}
run(Number(process.argv[2]));
const cpu = process.cpuUsage();
const requests = run(Number(process.argv[2]));
const { user, system } = process.cpuUsage(cpu);
process.send((user + system) / requests, () => process.exit(0));
