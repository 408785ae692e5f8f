/** Whatever the sandbox names, a client can ask for. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientOf, startSandbox } from "./helpers.js";
import { small, startDefining } from "./sandbox-definitions.js";
import { sandboxFor } from "./sandbox-workflows.js";
import { runsTimes } from "./seed.js";

const runs = runsTimes(0.1);
const long = "n".repeat(63);

test(`any workflow has a URN that metrics and deleting take, seed ${runs.seed}`, async () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 64 })
    .filter((id) => [...id].length <= 64 && !id.includes("/") && ![".", ".."].includes(id));
  const ids = fc.uniqueArray(fc.oneof(text, fc.constantFrom(`${long}a`, `${long}b`)), { minLength: 1 });
  // It is sent as a header, too.
  const project = fc.stringMatching(/^[!-.0-~]{1,64}$/).filter((id) => ![".", ".."].includes(id));
  await fc.assert(
    fc.asyncProperty(ids, project, async (workflows, projectId) => {
      const sandbox = await startSandbox({ workflows, projectId });
      const functiongraph = clientOf(sandbox);
      for (const id of workflows) await functiongraph.start(id, {});
      const listed = (await functiongraph.listWorkflow()).workflows;
      for (const { workflow_urn } of listed) {
        const { count } = await functiongraph.showWorkFlowMetric({
          path: { workflow_urn: workflow_urn! },
          // What begins in the millisecond of the end is not counted.
          query: { end_time: new Date(Date.now() + 60_000) },
        });
        expect(count!.reduce((sum, { value }) => sum + value!, 0)).toBe(1);
      }
      const workflow_urns = listed.map((one) => one.workflow_urn!);
      expect(await functiongraph.batchDeleteWorkflows({ body: { workflow_urns } })).toEqual({
        success: workflow_urns,
        fail: [],
      });
      expect(workflow_urns).toHaveLength(workflows.length);
      await sandbox.close();
    }),
    runs,
  );
});

test("a created workflow with the longest name does, too, and a short one has its whole name", async () => {
  const { functiongraph, create, urnOf } = await startDefining();
  expect((await create("n".repeat(52))).workflow_urn).toBe(urnOf("n".repeat(52)));
  const { workflow_urn } = await functiongraph.createWorkflow({ body: small(`${long}a`) });
  expect(workflow_urn).toMatch(/:workflow:default:n{43}-[0-9a-f]{8}:latest$/);
  await functiongraph.showWorkFlowMetric({ path: { workflow_urn: workflow_urn! } });
});

describe("the node of a workflow's own failures", () => {
  const lastError = "this time, too";

  test.each([
    ["beside as many runs of a step by its name as there can be", 200, () => "flow"],
    ["beside as many nodes as there can be", 100, (index: number) => `n${index}`],
  ])("is there %s", async (_, steps, nameOf) => {
    const { sandbox, start, show, statusIs } = await sandboxFor(async (_, { step }) => {
      for (let i = 0; i < steps; i++) await step(nameOf(i), () => {});
      throw new Error(lastError);
    });
    const id = await start();
    await statusIs(id, "fail");
    const { node_execution_details: nodes } = await show(id);
    expect(nodes!.at(-1)!.executions!.at(-1)).toMatchObject({ error_message: lastError });
    for (const { executions } of sandbox.executions[0]!.nodes) expect(executions.length).toBeLessThan(201);
  });

  test("keeps the newest of many retries", async () => {
    const { start, show, retry, statusIs } = await sandboxFor((_, { attempt }) => {
      throw new Error(`attempt ${attempt}`);
    });
    const id = await start();
    for (let i = 0; i < 204; i++) {
      await statusIs(id, "fail");
      await retry(id);
    }
    await statusIs(id, "fail");
    const { executions } = (await show(id)).node_execution_details![0]!;
    expect(executions).toHaveLength(200);
    expect(executions!.map(({ error_message }) => error_message)).toEqual(
      Array.from({ length: 200 }, (_, i) => `attempt ${i + 6}`),
    );
  });
});
