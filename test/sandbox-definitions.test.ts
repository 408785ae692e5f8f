/** Workflows that the API creates, and those of the options as the API shows them. */
import type { SandboxOptions } from "functiongraph-workflow/sandbox";
import { describe, expect, test } from "vitest";
import contract from "../generated/openapi.json" with { type: "json" };
import { clientOf, rejection, startSandbox } from "./helpers.js";
import { callsTo, forever, noon } from "./sandbox-workflows.js";

/** The contract's own example: reserve, pause for five seconds, charge, done. */
const example: any = contract.components.examples.OrderFlow.value;
const small = (name: string, others: object = {}) => ({ ...structuredClone(example), name, ...others });
const at = "2026-01-31T12:00:00.000Z";

async function start(options: SandboxOptions = {}) {
  let ids = 0;
  const sandbox = await startSandbox({
    workflows: [],
    clock: () => noon,
    newId: () => `id${++ids}`,
    ...options,
  });
  const functiongraph = clientOf(sandbox, { credentials: { token: sandbox.token } });
  return {
    sandbox,
    functiongraph,
    urnOf: (name: string) => `urn:fss:cn-north-4:${sandbox.projectId}:workflow:default:${name}:latest`,
    create: (name: string, others?: object) => functiongraph.createWorkflow({ body: small(name, others) }),
    update: (workflow_id: string, body: any) => functiongraph.updateWorkFlow({ path: { workflow_id }, body }),
    show: (workflow_id: string) => functiongraph.showWorkFlow({ path: { workflow_id } }),
    list: async (query: object = {}) => {
      const { workflows } = await functiongraph.listWorkflow({ query });
      return workflows.map(({ name }) => name);
    },
    remove: (...workflow_urns: string[]) => functiongraph.batchDeleteWorkflows({ body: { workflow_urns } }),
  };
}

test("a created workflow is listed and shown", async () => {
  const { functiongraph, create, show, urnOf } = await start();
  const { data, response } = await functiongraph.createWorkflow({ body: example }).withResponse();
  expect(response.status).toBe(201);
  const common = { id: "id1", workflow_urn: urnOf("order-flow"), created_by: "sandbox" };
  const times = { created_time: at, updated_time: at };
  const summary = {
    ...common,
    ...times,
    name: "order-flow",
    description: "takes-orders",
    enable_stream_response: false,
  };
  expect(data).toEqual(summary);
  expect(await show("id1")).toEqual({ ...common, ...times, definition: example });
  await create("b", { description: undefined, enable_stream_response: true });
  const { workflows, ...counts } = await functiongraph.listWorkflow();
  expect(counts).toEqual({ total: 2, size: 2 });
  expect(workflows[0]).toEqual(summary);
  expect(workflows[1]).toMatchObject({ id: "id2", name: "b", enable_stream_response: true });
  expect(workflows[1]).not.toHaveProperty("description");
});

test("lists are filtered and paged", async () => {
  const { create, list, functiongraph } = await start();
  for (const name of ["a", "b", "c"]) {
    await create(name, {
      mode: name === "b" ? "EXPRESS" : "NORMAL",
      ...(name === "c" && { enterprise_project_id: "7" }),
    });
  }
  const rows: [object, string[]][] = [
    [{}, ["a", "b", "c"]],
    [{ workflow_name: "b" }, ["b"]],
    [{ workflow_name: "" }, ["a", "b", "c"]],
    [{ workflow_name: "toString" }, []],
    [{ mode: "NORMAL" }, ["a", "c"]],
    [{ mode: "EXPRESS" }, ["b"]],
    [{ mode: "another" }, []],
    [{ enterprise_project: "7" }, ["c"]],
    [{ enterprise_project: "0" }, ["a", "b"]],
    [{ limit: 2 }, ["a", "b"]],
    [{ limit: 2, offset: 2 }, ["c"]],
    [{ limit: 1_000, offset: 9 }, []],
  ];
  for (const [query, names] of rows) expect(await list(query), JSON.stringify(query)).toEqual(names);
  expect(await functiongraph.listWorkflow({ query: { limit: 1, mode: "NORMAL" } })).toMatchObject({
    total: 2,
    size: 1,
  });
});

test("an update replaces the definition, and keeps id, mode and creation", async () => {
  const { sandbox, create, update, show, list, urnOf } = await start();
  const { id } = await create("a", { mode: "EXPRESS" });
  await sandbox.advance(1_000);
  const { mode: _, description: __, ...rest } = small("renamed");
  const later = "2026-01-31T12:00:01.000Z";
  const common = { id, workflow_urn: urnOf("renamed"), created_time: at, updated_time: later };
  expect(await update(id, rest)).toMatchObject({ ...common, name: "renamed" });
  expect(await show(id)).toEqual({
    ...common,
    created_by: "sandbox",
    definition: { ...rest, mode: "EXPRESS" },
  });
  expect(await list()).toEqual(["renamed"]);
});

describe("refusals", () => {
  test("a name that is taken, of a new workflow or a renamed one", async () => {
    const { create, update, list } = await start();
    await create("a");
    const { id } = await create("b");
    for (const call of [create("a"), update(id, small("a"))]) {
      expect(await rejection(call)).toMatchObject({
        status: 400,
        message: expect.stringContaining("named a already"),
      });
    }
    await update(id, small("b"));
    expect(await list()).toEqual(["a", "b"]);
  });

  test("another mode", async () => {
    const { create, update } = await start();
    const { id } = await create("a");
    const error = await rejection(update(id, small("a", { mode: "EXPRESS" })));
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining("cannot change") });
  });

  test("a workflow that does not exist", async () => {
    const { show, update } = await start();
    for (const call of [show("nowhere"), update("nowhere", small("a"))])
      expect(await rejection(call)).toMatchObject({ status: 404, code: "FGS.5002" });
  });

  test("more workflows than an account can have", async () => {
    const { sandbox, create, remove, urnOf } = await start();
    for (let i = 0; i < 200; i++) await create(`w${i}`);
    expect(await rejection(create("one-more"))).toMatchObject({
      status: 400,
      message: expect.stringContaining("200"),
    });
    await remove(urnOf("w7"));
    await create("one-more");
    expect(sandbox.executions).toEqual([]);
  });

  test("definitions that take too much memory", async () => {
    const { create, remove, urnOf } = await start();
    const constants = { text: "x".repeat(11_000_000) };
    for (let i = 0; i < 6; i++) await create(`w${i}`, { constants });
    const error = await rejection(create("w6", { constants }));
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining("too large") });
    await remove(urnOf("w0"));
    await create("w6", { constants });
  });

  test("a definition that does not fit the contract", async () => {
    const { sandbox, list } = await start();
    const response = await fetch(`${sandbox.url}/v2/${sandbox.projectId}/fgs/workflows`, {
      method: "POST",
      headers: { "X-Auth-Token": sandbox.token },
      body: JSON.stringify(small("a b")),
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as any).error_msg).toContain("body.name");
    expect(await list()).toEqual([]);
  });
});

test("an id that was given before is refused", async () => {
  const { create, list } = await start({ newId: () => "same" });
  await create("a");
  expect(await rejection(create("b"))).toMatchObject({ status: 500, body: expect.stringContaining("same") });
  expect(await list()).toEqual(["a"]);
});

describe("deleting", () => {
  test("tells what became of each URN", async () => {
    const { sandbox, create, remove, list, show, urnOf } = await start({ workflows: { busy: forever } });
    const { id } = await create("a");
    await callsTo(sandbox, "busy").start();
    const long = `urn:${"x".repeat(200)}`;
    expect(await remove(urnOf("a"), urnOf("a"), urnOf("busy"), long)).toEqual({
      success: [urnOf("a")],
      fail: [
        { workflow_urn: urnOf("a"), error_detail: "There is no such workflow." },
        { workflow_urn: urnOf("busy"), error_detail: "The workflow is running." },
        { workflow_urn: long.slice(0, 128), error_detail: "There is no such workflow." },
      ],
    });
    expect(await list()).toEqual(["busy"]);
    for (const call of [show(id), callsTo(sandbox, id).start()])
      expect(await rejection(call)).toMatchObject({ status: 404 });
  });

  test("is final, also where every other id exists", async () => {
    const { sandbox, create, remove, urnOf } = await start({ workflows: undefined });
    const { id } = await create("a");
    await callsTo(sandbox, id).start();
    await sandbox.advance(5_000);
    await remove(urnOf("a"));
    expect(await rejection(callsTo(sandbox, id).start())).toMatchObject({ status: 404 });
    await callsTo(sandbox, "another").start();
  });
});

describe("an execution of a created workflow", () => {
  test("walks its states in the sandbox's time, with the input as its output", async () => {
    const { sandbox, create } = await start();
    const { id } = await create("order-flow");
    const calls = callsTo(sandbox, id);
    const execution = await calls.start({ orderId: 7 });
    expect((await calls.show(execution)).node_execution_details).toMatchObject([
      {
        node_id: "reserve",
        node_name: "Reserve",
        executions: [{ status: "success", output: { orderId: 7 } }],
      },
      { node_id: "pause", node_name: "Pause", executions: [{ status: "running" }] },
    ]);
    await sandbox.advance(5_000);
    const shown = await calls.show(execution);
    expect(shown).toMatchObject({
      status: "success",
      output: { orderId: 7 },
      end_time: "2026-01-31T12:00:05.000Z",
    });
    const names = shown.node_execution_details?.map(({ node_name }) => node_name);
    expect(names).toEqual(["Reserve", "Pause", "Charge", "Done"]);
  });

  test("is synchronous if the workflow is an express one, and has its five minutes", async () => {
    const { sandbox, create, functiongraph } = await start();
    const states = [{ ...example.states[1], end: true, duration: 301 }];
    const { id } = await create("slow", { mode: "EXPRESS", start: "pause", states });
    const path = { workflow_id: id };
    const response = functiongraph.startSyncWorkflowExecution({ path, body: { input: {} } });
    await expect.poll(() => sandbox.executions).toHaveLength(1);
    await sandbox.advance(300_000);
    expect(await response).toMatchObject({ status: "timeout" });
  });

  test.each([
    ["an unknown state", { start: "nowhere" }, "no state with the id nowhere"],
    ["a circle", { states: [{ ...example.states[0], transition: "reserve" }] }, "has run 200 times"],
  ])("fails in words for %s", async (_, others, message) => {
    const { sandbox, create } = await start();
    const { id } = await create("odd", others);
    await callsTo(sandbox, id).start();
    await expect.poll(() => sandbox.executions[0]?.error).toContain(message);
  });

  test.each(["order-flow", "id1"])("is what the options' function for %s does", async (key) => {
    const { sandbox, create, list } = await start({
      workflows: { [key]: async (_, { step }) => step("charge", () => ({ real: true })) },
    });
    const { id } = await create("order-flow");
    await callsTo(sandbox, id).start();
    expect(sandbox.executions[0]).toMatchObject({ output: { real: true }, nodes: [{ node_name: "Charge" }] });
    expect(await list({ workflow_name: "order-flow" })).toEqual(["order-flow"]);
  });
});

describe("a workflow of the options", () => {
  test("is listed and shown with a minimal definition", async () => {
    const { list, show, urnOf } = await start({
      workflows: { "my flow!": { mode: "EXPRESS" }, b: () => {} },
    });
    expect(await list()).toEqual(["my flow!", "b"]);
    expect(await list({ mode: "EXPRESS" })).toEqual(["my flow!"]);
    const shown = await show("my flow!");
    expect(shown).toMatchObject({ id: "my flow!", workflow_urn: urnOf("my flow!"), created_time: at });
    expect(shown.definition).toMatchObject({ name: "my_flow_", mode: "EXPRESS", states: [{ end: true }] });
  });

  test("can be updated, and keeps its function", async () => {
    const { sandbox, update, show, list } = await start({ workflows: { a: () => ({ mine: true }) } });
    await update("a", small("b"));
    expect(await list()).toEqual(["b"]);
    expect((await show("a")).definition).toEqual(small("b"));
    await callsTo(sandbox, "a").start();
    expect(sandbox.executions[0]).toMatchObject({ output: { mine: true } });
  });

  test("exists by every id if none are given, but only what was created is listed", async () => {
    const { list, show } = await start({ workflows: undefined });
    expect((await show("any")).definition).toMatchObject({ name: "any", mode: "NORMAL" });
    expect((await show("x".repeat(512))).id).toHaveLength(64);
    expect(await list()).toEqual([]);
  });
});
