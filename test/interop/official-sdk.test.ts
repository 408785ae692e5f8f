import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { example, rejection, startSandbox } from "../helpers.js";
import type { Sandbox } from "functiongraph-workflow/sandbox";

// The SDK writes a file to the home folder when it builds a client.
const home = mkdtempSync(join(tmpdir(), "home-"));
beforeAll(() => void vi.stubEnv("HOME", home));
afterAll(() => rmSync(home, { recursive: true }));

/** Starts workflows with the vendor's Node SDK, used as on the source page. */
async function officialStart({ url, credentials, projectId }: Sandbox) {
  const core = await import("@huaweicloud/huaweicloud-sdk-core");
  // It logs every error that it rejects with, with all headers, straight to stdout.
  const { Logger4jInstance } = await import("@huaweicloud/huaweicloud-sdk-core/logger/log4jLogger.js");
  Logger4jInstance.level = "off";
  const functiongraph = await import("@huaweicloud/huaweicloud-sdk-functiongraph/v2/public-api.js");
  const client = functiongraph.FunctionGraphClient.newBuilder()
    .withCredential(
      new core.BasicCredentials().withAk(credentials.ak).withSk(credentials.sk).withProjectId(projectId),
    )
    .withEndpoint(url)
    .build();
  // Its types name fields that do not exist at run time.
  const start = (body: { input?: object | string; headers?: object | string }): Promise<any> =>
    client.startWorkflowExecution(
      new functiongraph.StartWorkflowExecutionRequest()
        .withWorkflowId(example.path.workflow_id)
        .withBody(Object.assign(new functiongraph.FlowExecuteBody(), body)),
    );
  return start;
}

test("the official Node SDK starts a workflow on the sandbox, with the arguments from the source page", async () => {
  const sandbox = await startSandbox();
  const start = await officialStart(sandbox);
  const response = await start({
    input: '{"arg2":"argument_2","arg1":"argument_1"}',
    headers: '{"tenantId":"user1"}',
  });

  expect(response.httpStatusCode).toBe(200);
  const [execution] = sandbox.executions;
  expect(response.execution_id).toBe(execution!.execution_id);
  expect(execution!.body).toEqual(example.body);
  expect(execution!.notes).toEqual([
    expect.stringContaining("body.headers came as JSON text"),
    expect.stringContaining("body.input came as JSON text"),
  ]);
});

test("objects instead of JSON text leave nothing to note", async () => {
  const sandbox = await startSandbox({ strict: true });
  const start = await officialStart(sandbox);
  await start(example.body);
  expect(sandbox.executions).toMatchObject([{ body: example.body, notes: [] }]);
});

test("a strict sandbox refuses JSON text", async () => {
  const sandbox = await startSandbox({ strict: true });
  const start = await officialStart(sandbox);
  const error = await rejection(start({ input: "{}" }));
  expect(error).toMatchObject({ httpStatusCode: 400, errorCode: "FGS.3002" });
  expect(error.errorMsg).toContain("body.input must be an object, not a string");
});
