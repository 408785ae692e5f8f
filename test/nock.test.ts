/** nock intercepts requests on Node. */
import nock from "nock";
import { createFunctionGraphClient } from "functiongraph-workflow";
import { afterEach, expect, test } from "vitest";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";

const endpoint = "https://functiongraph.cn-north-4.myhuaweicloud.com";
const path = `/v2/p/fgs/workflows/${example.path.workflow_id}/executions`;
const started = { execution_id: "e1" };
const functiongraph = createFunctionGraphClient({
  endpoint,
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
});

afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

test("mocks a call, and lets no other through", async () => {
  const sandbox = await startSandbox();
  nock.disableNetConnect();
  const scope = nock(endpoint, { reqheaders: { authorization: /^SDK-HMAC-SHA256 / } })
    .post(path, example.body)
    .reply(200, started);
  expect(await functiongraph.startWorkflowExecution(example)).toEqual(started);
  scope.done();
  const error = await rejection(clientOf(sandbox).startWorkflowExecution(example));
  expect(error.name).toBe("ConnectionError");
  expect(sandbox.executions).toEqual([]);
});

test("can make a call fail like the network", async () => {
  nock(endpoint)
    .post(path)
    .replyWithError(Object.assign(new Error("reset"), { code: "ECONNRESET" }));
  const error = await rejection(functiongraph.startWorkflowExecution(example));
  expect(error).toMatchObject({ name: "ConnectionError" });
});
