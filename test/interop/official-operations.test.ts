/** The vendor's Node SDK drives every operation of the contract against the sandbox. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sandbox, WorkflowContext } from "functiongraph-workflow/sandbox";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { descriptors } from "../../generated/descriptors.js";
import openapi from "../../generated/openapi.json" with { type: "json" };
import { rejection, startSandbox } from "../helpers.js";

// The SDK writes a file to the home folder when it builds a client.
const home = mkdtempSync(join(tmpdir(), "home-"));
beforeAll(() => void vi.stubEnv("HOME", home));
afterAll(() => rmSync(home, { recursive: true }));

const definition = openapi.components.examples.OrderFlow.value;

/** The SDK's client, with what it has called, and a way to call an operation with the fields of its request. */
async function officialClient({ url, credentials, projectId }: Sandbox) {
  const core = await import("@huaweicloud/huaweicloud-sdk-core");
  const { Logger4jInstance } = await import("@huaweicloud/huaweicloud-sdk-core/logger/log4jLogger.js");
  Logger4jInstance.level = "off";
  const sdk: any = await import("@huaweicloud/huaweicloud-sdk-functiongraph/v2/public-api.js");
  const key = new core.BasicCredentials()
    .withAk(credentials.ak)
    .withSk(credentials.sk)
    .withProjectId(projectId);
  const client = sdk.FunctionGraphClient.newBuilder().withCredential(key).withEndpoint(url).build();
  const called = new Set<string>();
  const call = async (name: string, fields: Record<string, unknown> = {}): Promise<any> => {
    called.add(name);
    const Request = sdk[`${name[0]!.toUpperCase()}${name.slice(1)}Request`];
    return client[name](Object.assign(new Request(), fields));
  };
  return { call, called, has: (name: string) => name in client };
}

test("each operation does what it is documented to do", async () => {
  const sandbox = await startSandbox({
    workflows: {
      "order-flow": async (
        input: { wait?: boolean; bad?: boolean },
        { step, callback, attempt }: WorkflowContext,
      ) => {
        if (input.bad && attempt === 1) throw new Error("The card was declined.");
        const { approved } = input.wait ? await callback("approval") : { approved: false };
        return step("Charge", () => ({ paid: 42, approved }));
      },
      report: { mode: "EXPRESS", run: () => ({ rows: 3 }) },
    },
  });
  const { call, called, has } = await officialClient(sandbox);
  const workflow_id = "order-flow";
  const start = async (input: object): Promise<string> =>
    (await call("startWorkflowExecution", { workflow_id, body: { input } })).execution_id;
  const show = (execution_id: string) => call("showWorkflowExecution", { workflow_id, execution_id });
  const becomes = async (execution_id: string, status: string) => {
    await expect.poll(async () => (await show(execution_id)).status).toBe(status);
  };

  // Start, watch, call back.
  const first = await start({ wait: true });
  await becomes(first, "running");
  await expect.poll(async () => (await show(first)).node_execution_details).toHaveLength(1);
  await call("createCallbackWorkflow", {
    workflow_id,
    "X-Workflow-Run-Id": first,
    "X-Workflow-State-Id": "approval",
    body: { result: "success", output: { approved: true } },
  });
  await becomes(first, "success");
  expect(await show(first)).toMatchObject({ output: { paid: 42, approved: true } });

  // Stop.
  const second = await start({ wait: true });
  expect(await call("stopWorkFlow", { workflow_id, execution_id: second })).toMatchObject({
    httpStatusCode: 200,
  });
  expect(await show(second)).toMatchObject({ status: "cancel" });

  // Fail, retry.
  const third = await start({ bad: true });
  await becomes(third, "fail");
  await call("retryWorkFlow", { workflow_id, execution_id: third });
  await becomes(third, "success");
  const refused = await rejection(call("retryWorkFlow", { workflow_id, execution_id: third }));
  expect(refused).toMatchObject({ httpStatusCode: 400, errorCode: "FGS.3002" });

  // Lists.
  const listed = await call("listWorkflowExecutions", {
    workflow_id,
    status: "success",
    limit: 10,
    offset: 0,
  });
  expect(listed.executions.map((one: any) => one.execution_id)).toEqual([third, first]);
  const time = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 19).replace("T", " ");
  const history = await call("showWorkflowExecutionForPage", {
    ...{ workflow_id, offset: 0, limit: 2, start_time: time(-60_000), end_time: time(60_000) },
  });
  expect(history).toMatchObject({ total: 3, size: 2 });
  expect(history.executions).toHaveLength(2);

  // An express workflow.
  const report = { workflow_id: "report", body: { input: {} } };
  expect(await call("startSyncWorkflowExecution", report)).toMatchObject({
    status: "success",
    output: { rows: 3 },
  });

  // Definitions.
  const created = await call("createWorkflow", { body: { ...definition, name: "made-by-the-sdk" } });
  expect(created).toMatchObject({ httpStatusCode: 201, name: "made-by-the-sdk" });
  expect(await call("showWorkFlow", { workflow_id: created.id })).toMatchObject({
    definition: { name: "made-by-the-sdk", states: definition.states },
  });
  const body = { ...definition, name: "made-by-the-sdk", description: "changed" };
  expect(await call("updateWorkFlow", { workflow_id: created.id, body })).toMatchObject({
    description: "changed",
  });
  const { total } = await call("listWorkflow", { workflow_name: "made-by-the-sdk" });
  expect(total).toBe(1);
  const deleted = await call("batchDeleteWorkflows", {
    body: { workflow_urns: [created.workflow_urn, "urn:none"] },
  });
  expect(deleted).toMatchObject({ success: [created.workflow_urn], fail: [{ workflow_urn: "urn:none" }] });

  // Metrics.
  const { workflow_urn } = await show(first);
  const [start_time, end_time] = [-3_600_000, 60_000].map((ms) => String(Date.now() + ms));
  const filter = { period: "5", start_time, end_time };
  const sum = ({ count }: any) => count.reduce((all: number, { value }: any) => all + value, 0);
  expect(sum(await call("showWorkFlowMetric", { workflow_urn, ...filter }))).toBe(3);
  expect(sum(await call("showTenantMetric", filter))).toBe(4);

  expect([...called].sort()).toEqual(Object.keys(descriptors).filter(has).sort());
});
