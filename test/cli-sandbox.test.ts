/** The command: the sandbox, for programs in other languages. */
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { folder, jsonLines, run, start, startProgram, type RunOptions } from "./cli-helpers.js";
import { inProject } from "../scripts/tools.js";

const runProgram = (program: string, args: string[], options: RunOptions) =>
  startProgram(program, args, options).ended;

/** Starts it, and reads what it says to set. */
async function startSandbox(...args: string[]) {
  const running = start(["sandbox", "--port", "0", ...args]);
  const text = (await running.until(/^[^]*^Calls:$/m))[0];
  const env = Object.fromEntries(
    [...text.matchAll(/^export (\w+)=(.+)$/gm)].map(([, name, value]) => [name, value]),
  );
  const lineFor = (language: string) => new RegExp(`^${language} +(.+)$`, "m").exec(text)![1]!;
  return { ...running, env, text, lineFor };
}

test("the vendor's Node SDK and this package call it with what it says to set; it shows each call", async () => {
  const { env, text, lineFor, until, child, ended } = await startSandbox("--workflow", "order-flow");
  const { code, stdout, stderr } = await runProgram(
    process.execPath,
    [
      "--input-type=commonjs",
      "-e",
      `
      const { FunctionGraphClient, StartWorkflowExecutionRequest, FlowExecuteBody } = require("@huaweicloud/huaweicloud-sdk-functiongraph/v2/public-api.js");
      const client = ${lineFor("Node")};
      const body = new FlowExecuteBody().withInput('{"orderId":7}');
      client.startWorkflowExecution(new StartWorkflowExecutionRequest().withWorkflowId("order-flow").withBody(body))
        .then(({ execution_id }) => console.log(execution_id));
    `,
    ],
    // It writes a file to the home folder.
    { cwd: inProject(), env: { ...env, HOME: mkdtempSync(join(folder, "home-")) } },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const id = stdout.trim();
  await until(new RegExp(`POST +StartWorkflowExecution +200 +${id}\n +note: body.input came as JSON text`));

  const own = await runProgram(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `
      import { createFunctionGraphClient } from "functiongraph-workflow";
      const functiongraph = ${lineFor("This package")};
      console.log(JSON.stringify(await functiongraph.execution("order-flow", "${id}").result()));
    `,
    ],
    { cwd: folder, env },
  );
  expect(own).toEqual({ code: 0, stdout: '{"orderId":7}\n', stderr: "" });
  await until(new RegExp(`GET +ShowWorkflowExecution +200 +${id}\n`));

  const refused = await run(["start", "other", "--region", "cn-north-4"], { env });
  expect(refused.code).toBe(1);
  await until(/POST +StartWorkflowExecution +404 +Function flow not found/);
  const wrongKey = { ...env, HUAWEICLOUD_SDK_SK: "wrong" };
  expect((await run(["start", "order-flow", "--region", "cn-north-4"], { env: wrongKey })).code).toBe(1);
  await until(/POST +StartWorkflowExecution +401 +Incorrect IAM authentication information/);
  const withoutProject = { ...env, HUAWEICLOUD_SDK_PROJECT_ID: "" };
  expect((await run(["start", "order-flow", "--region", "cn-north-4"], { env: withoutProject })).code).toBe(
    0,
  );
  await until(/GET +\/v3\/projects +200\n/);

  const page = /^Executions: (.+)$/m.exec(text)![1]!;
  expect((await fetch(page)).status).toBe(200);
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
});

test("the vendor's Python SDK calls it with what it says to set", async ({ skip }) => {
  const found = spawnSync("python3", ["-c", "import huaweicloudsdkfunctiongraph"]);
  if (found.status !== 0) {
    const reason = "skipped: python3 or its package huaweicloudsdkfunctiongraph is not there";
    process.stderr.write(`The sandbox with the vendor's Python SDK: ${reason}\n`);
    skip(reason);
  }
  const { env, lineFor, until } = await startSandbox();
  const program = `
from huaweicloudsdkfunctiongraph.v2 import FunctionGraphClient, StartWorkflowExecutionRequest, FlowExecuteBody
from huaweicloudsdkfunctiongraph.v2.region.functiongraph_region import FunctionGraphRegion
client = ${lineFor("Python")}
request = StartWorkflowExecutionRequest(workflow_id="order-flow", body=FlowExecuteBody(input={"orderId": 7}))
print(client.start_workflow_execution(request).execution_id)
`;
  const { code, stdout, stderr } = await runProgram("python3", ["-c", program], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await until(new RegExp(`POST +StartWorkflowExecution +200 +${stdout.trim()}\n`));
});

test("--json: a line with where it is, and one for each call; --strict", async () => {
  const { child, until, ended } = start(["sandbox", "--port", "0", "--strict", "--json"]);
  const [first] = jsonLines((await until(/^.+\n/))[0]);
  expect(first).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    projectId: expect.any(String),
    ak: expect.any(String),
    sk: expect.any(String),
    token: expect.any(String),
    executions: `${first.url}/executions`,
  });
  const send = (input: unknown) =>
    fetch(`${first.url}/v2/${first.projectId}/fgs/workflows/w/executions`, {
      method: "POST",
      headers: { "X-Auth-Token": first.token, "Content-Type": "application/json" },
      body: JSON.stringify({ input }),
    });
  const { execution_id } = await (await send({})).json();
  expect((await send("{}")).status).toBe(400);
  await until(/"status":400/);
  child.kill("SIGTERM");
  const { code, stdout } = await ended;
  expect(code).toBe(0);
  const operation = "StartWorkflowExecution";
  expect(jsonLines(stdout).slice(1)).toEqual([
    { method: "POST", operation, status: 200, executionId: execution_id },
    {
      method: "POST",
      operation,
      status: 400,
      message: expect.stringContaining("body.input must be an object"),
    },
  ]);
});

test("a port that is taken", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  expect(await run(["sandbox", "--port", String(port)])).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining(`cannot listen on 127.0.0.1, port ${port}`),
  });
});
