/** Workflows that the API defines, and those of the options as the API shows them. */
import { describe, expect, test } from "vitest";
import { rejection } from "./helpers.js";
import { at, example, small, startDefining } from "./sandbox-definitions.js";
import { callsTo, forever } from "./sandbox-workflows.js";

test("a created workflow is listed and shown", async () => {
  const { functiongraph, create, show, urnOf } = await startDefining();
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
  const { create, list, functiongraph } = await startDefining();
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
  const { sandbox, create, update, show, list, urnOf } = await startDefining();
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
    const { create, update, list } = await startDefining();
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
    const { create, update } = await startDefining();
    const { id } = await create("a");
    const error = await rejection(update(id, small("a", { mode: "EXPRESS" })));
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining("cannot change") });
  });

  test("a workflow that does not exist", async () => {
    const { show, update } = await startDefining();
    for (const call of [show("nowhere"), update("nowhere", small("a"))])
      expect(await rejection(call)).toMatchObject({ status: 404, code: "FGS.5002" });
  });

  test("more workflows than an account can have", async () => {
    const { sandbox, create, remove, urnOf } = await startDefining();
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
    const { create, remove, urnOf } = await startDefining();
    const constants = { text: "x".repeat(11_000_000) };
    for (let i = 0; i < 6; i++) await create(`w${i}`, { constants });
    const error = await rejection(create("w6", { constants }));
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining("too large") });
    await remove(urnOf("w0"));
    await create("w6", { constants });
  });

  test("a definition that does not fit the contract", async () => {
    const { sandbox, list } = await startDefining();
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
  const { create, list } = await startDefining({ newId: () => "same" });
  await create("a");
  expect(await rejection(create("b"))).toMatchObject({ status: 500, body: expect.stringContaining("same") });
  expect(await list()).toEqual(["a"]);
});

describe("deleting", () => {
  test("tells what became of each URN", async () => {
    const { sandbox, create, remove, list, show, urnOf } = await startDefining({
      workflows: { busy: forever },
    });
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
    const { sandbox, create, remove, urnOf } = await startDefining({ workflows: undefined });
    const { id } = await create("a");
    await callsTo(sandbox, id).start();
    await sandbox.advance(5_000);
    await remove(urnOf("a"));
    expect(await rejection(callsTo(sandbox, id).start())).toMatchObject({ status: 404 });
    await callsTo(sandbox, "another").start();
  });
});

describe("a workflow of the options", () => {
  test("is listed and shown with a minimal definition", async () => {
    const { list, show, urnOf } = await startDefining({
      workflows: { "my flow!": { mode: "EXPRESS" }, b: () => {} },
    });
    expect(await list()).toEqual(["my flow!", "b"]);
    expect(await list({ mode: "EXPRESS" })).toEqual(["my flow!"]);
    const shown = await show("my flow!");
    expect(shown).toMatchObject({ id: "my flow!", workflow_urn: urnOf("my flow!"), created_time: at });
    expect(shown.definition).toMatchObject({ name: "my_flow_", mode: "EXPRESS", states: [{ end: true }] });
  });

  test("can be updated, and keeps its function", async () => {
    const { sandbox, update, show, list } = await startDefining({ workflows: { a: () => ({ mine: true }) } });
    await update("a", small("b"));
    expect(await list()).toEqual(["b"]);
    expect((await show("a")).definition).toEqual(small("b"));
    await callsTo(sandbox, "a").start();
    expect(sandbox.executions[0]).toMatchObject({ output: { mine: true } });
  });

  test("exists by every id if none are given, but only what was created is listed", async () => {
    const { list, show } = await startDefining({ workflows: undefined });
    expect((await show("any")).definition).toMatchObject({ name: "any", mode: "NORMAL" });
    expect((await show("x".repeat(512))).id).toHaveLength(64);
    expect(await list()).toEqual([]);
  });
});
