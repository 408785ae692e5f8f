/** msw intercepts requests on Node. */
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { createFunctionGraphClient } from "functiongraph-workflow";
import { expect, onTestFinished, test } from "vitest";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";

const endpoint = "https://functiongraph.cn-north-4.myhuaweicloud.com";
const started = { execution_id: "e1" };

test("mocks a call, and sees the signed request", async () => {
  const seen: Request[] = [];
  const server = setupServer(
    http.post(`${endpoint}/v2/p/fgs/workflows/${example.path.workflow_id}/executions`, ({ request }) => {
      seen.push(request.clone());
      return HttpResponse.json(started);
    }),
  );
  server.listen({ onUnhandledRequest: "error" });
  onTestFinished(() => server.close());
  expect(
    await createFunctionGraphClient({
      endpoint,
      projectId: "p",
      credentials: { ak: "AK", sk: "SK" },
    }).startWorkflowExecution(example),
  ).toEqual(started);
  expect(await seen[0]!.json()).toEqual(example.body);
  expect(seen[0]!.headers.get("authorization")).toContain("SDK-HMAC-SHA256 Access=AK");
});

test("lets no unknown call through", async () => {
  const sandbox = await startSandbox();
  const server = setupServer();
  server.listen({ onUnhandledRequest: "error" });
  onTestFinished(() => server.close());
  const call = clientOf(sandbox).startWorkflowExecution(example);
  expect(await rejection(call)).toMatchObject({ name: expect.stringMatching(/ConnectionError|ApiError/) });
  expect(sandbox.executions).toEqual([]);
});
