/**
 * The sandbox behind `npm start`, and one call to it through the generated client, with the contract's own
 * example. If the call starts an execution, its result is waited for. scripts/start.ts loads this anew for each turn, and with it the generated code.
 */
import { readFile } from "node:fs/promises";
import { createFunctionGraphClient, type ExecutionProgress } from "functiongraph-workflow";
import { sandboxDefaults } from "functiongraph-workflow/sandbox";
import { createGateway } from "../src/sandbox/gateway.js";
import { readOptions } from "../src/sandbox/options.js";
import { readContract, type Operation } from "./codegen/contract.js";
import { inProject } from "./tools.js";

const { credentials, projectId } = sandboxDefaults;

export const createSandbox = () => createGateway(readOptions());

/** Calls the first operation that takes a body. */
export async function callExample(endpoint: string): Promise<void> {
  // What was generated, since the contract may be edited again meanwhile.
  const file = inProject("generated/openapi.json");
  const { operations } = readContract(await readFile(file, "utf8"), file);
  const operation = operations.find(({ requestBody }) => requestBody) ?? operations[0];
  if (!operation) throw new Error("the contract has no operations");
  const client = createFunctionGraphClient({ endpoint, credentials, projectId });
  const request = exampleRequest(operation);

  console.log(
    `Sandbox     ${endpoint}  access key ${credentials.ak}, secret ${credentials.sk}, project ${projectId}`,
  );
  console.log(`\n${operation.operationId}, with the contract's own example, through the generated client:`);
  console.log(`  ${operation.method} ${operation.path}`);
  for (const [part, value] of Object.entries(request))
    console.log(`  ${part.padEnd(6)} ${JSON.stringify(value)}`);
  const method = client[operation.name as "startWorkflowExecution"];
  const { data, response, requestId } = await method(request as never).withResponse();
  console.log(`  signed with SDK-HMAC-SHA256 and access key ${credentials.ak}, verified by the sandbox`);
  console.log(`  response ${response.status} ${JSON.stringify(data)}, request id ${requestId}`);
  const { execution_id: id, ...others } = { ...(data as Record<string, unknown>) };
  for (const [name, value] of Object.entries(others)) console.log(`\n${name}: ${String(value)}\n`);
  if (typeof id !== "string") return;
  console.log(`\nexecution_id: ${id}\n`);
  const execution = client.execution(String(request["path"]?.["workflow_id"]), id);
  const onProgress = ({ status }: ExecutionProgress) => console.log(`  status ${status}`);
  const output = await execution.result({ timeoutMs: 30_000, onProgress });
  console.log(`result: ${JSON.stringify(output)}\n`);
}

function exampleRequest({ parameters, requestBody }: Operation): Record<string, Record<string, unknown>> {
  const group = (place: string) =>
    Object.fromEntries(
      parameters
        .filter(
          (one) => one.in === place && one.required && !one.defaultFromClient && one.example !== undefined,
        )
        .map(({ name, example }) => [name, example!]),
    );
  return {
    path: group("path"),
    ...(requestBody?.example !== undefined && { body: requestBody.example as Record<string, unknown> }),
  };
}
