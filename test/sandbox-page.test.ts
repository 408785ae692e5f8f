/** The page at /executions, as far as HTTP goes: what it answers, and to whom. test/slow has it in a browser. */
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { clientOf, rejection, startSandbox } from "./helpers.js";
import { ask, asPage, change, details, state } from "./sandbox-page.js";

const workflows = {
  "order-flow": async (
    input: { bad?: boolean },
    context: { attempt: number; callback(id: string): unknown },
  ) => {
    if (input.bad && context.attempt === 1) throw new Error("The card was declined.");
    await context.callback("approval");
    return { total: 42 };
  },
  report: { mode: "EXPRESS" as const },
};

test("is one page that may ask nobody else, in anything", async () => {
  const sandbox = await startSandbox();
  const response = await ask(sandbox, "GET", "/executions");
  const page = await text(response);
  expect(response.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
    "cache-control": "no-store",
  });
  expect(page).not.toMatch(/https?:\/\/|src=|@import|innerHTML/);
});

test("starts, stops and retries", async () => {
  const sandbox = await startSandbox({ workflows });
  expect(await state(sandbox)).toMatchObject({
    executions: [],
    total: 0,
    workflows: ["order-flow", "report"],
  });

  const started = await change(sandbox, "start", { workflow: "order-flow", input: { orderId: 7 } });
  expect(started.status).toBe(200);
  const { id } = started.body;
  await expect.poll(() => sandbox.executions[0]!.nodes).toHaveLength(1);
  const [shown] = (await state(sandbox)).executions;
  expect(shown).toMatchObject({ id, workflow: "order-flow", status: "running", canRetry: false });
  expect((await details(sandbox, id)).runs).toMatchObject([{ name: "approval", status: "running" }]);

  expect((await change(sandbox, "stop", { id })).status).toBe(200);
  expect((await state(sandbox)).executions[0]).toMatchObject({ status: "cancel", canRetry: true });
  expect(await change(sandbox, "stop", { id })).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining("has ended already") },
  });
  expect((await change(sandbox, "retry", { id })).status).toBe(200);
  expect((await state(sandbox)).executions[0]).toMatchObject({ status: "running", attempt: 2 });
});

test("shows what clients start, the values on demand, and no more of a long one than can be read", async () => {
  const sandbox = await startSandbox({ workflows });
  const input = { bad: true, long: "x".repeat(50_000) };
  const execution = await clientOf(sandbox).start("order-flow", input, { headers: { tenantId: "user1" } });
  await rejection(execution.result());
  expect(JSON.stringify(await state(sandbox)).length).toBeLessThan(2_000);
  const { values } = await details(sandbox, execution.id);
  const named = Object.fromEntries(values.map(({ name, text }: any) => [name, text]));
  expect(JSON.parse(named["Headers"])).toEqual({ tenantId: "user1" });
  expect(named["Error"]).toBe("The card was declined.");
  expect(named["Input"].length).toBeLessThan(21_000);
  expect(named["Input"]).toMatch(/… \(50\d{3} characters\)$/);
});

test.each([
  ["another site", { Origin: "https://evil.example", "Content-Type": "application/json" }, 403],
  ["another port of this machine", { Origin: "http://127.0.0.1:1", "Content-Type": "application/json" }, 403],
  ["a form, which names no origin", { "Content-Type": "application/json" }, 403],
  ["a sandboxed frame", { Origin: "null", "Content-Type": "application/json" }, 403],
  [
    "a name that leads here",
    { Host: "evil.example", Origin: "http://evil.example", "Content-Type": "application/json" },
    403,
  ],
])("refuses changes of %s", async (_, headers, status) => {
  const sandbox = await startSandbox({ workflows });
  const body = JSON.stringify({ workflow: "order-flow", input: {} });
  expect((await ask(sandbox, "POST", "/executions/start", headers, body)).statusCode).toBe(status);
  expect(sandbox.executions).toEqual([]);
});

test("refuses content that a foreign page could send without asking", async () => {
  const sandbox = await startSandbox({ workflows });
  const headers = { Origin: sandbox.url, "Content-Type": "text/plain" };
  expect((await ask(sandbox, "POST", "/executions/start", headers, "{}")).statusCode).toBe(415);
});

test("tells a name that leads here nothing", async () => {
  const sandbox = await startSandbox({ workflows });
  for (const path of ["/executions", "/executions/state"])
    expect((await ask(sandbox, "GET", path, { Host: "evil.example" })).statusCode).toBe(403);
  expect(
    (await ask(sandbox, "GET", "/executions", { Host: `localhost:${new URL(sandbox.url).port}` })).statusCode,
  ).toBe(200);
});

test.each([
  ["start", { workflow: "nowhere", input: {} }, 404],
  ["start", { workflow: "order-flow", input: "text" }, 400],
  ["start", { workflow: "order-flow" }, 400],
  ["start", { workflow: "order-flow", input: null }, 400],
  ["stop", { id: "nothing" }, 404],
  ["toString", {}, 404],
  ["state", {}, 404],
])("refuses %s of %j", async (name, body, status) => {
  const sandbox = await startSandbox({ workflows });
  const answer = await change(sandbox, name, body);
  expect(answer).toMatchObject({ status, body: { error: expect.any(String) } });
  expect(sandbox.executions).toEqual([]);
});

test.each(["{", "null", "7"])("refuses %s in place of JSON objects", async (body) => {
  const sandbox = await startSandbox({ workflows });
  expect((await ask(sandbox, "POST", "/executions/start", asPage(sandbox), body)).statusCode).toBe(400);
});
