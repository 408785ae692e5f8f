/** What is said about a value that cannot be used, word for word. */
import { createSandbox, type SandboxOptions } from "functiongraph-workflow/sandbox";
import { expect, test } from "vitest";
import { clientOf, rejection, startSandbox } from "./helpers.js";
import { sandboxFor } from "./sandbox-workflows.js";

const throws = (value: unknown) => () => {
  throw value;
};
const noMessage = "It failed without a message.";

test.each<[string, () => unknown, string]>([
  ["an error with a message", throws(new RangeError("too far")), "too far"],
  ["an error without one", throws(new RangeError()), "RangeError"],
  ["an error without even a name", throws(Object.assign(new Error(), { name: "" })), noMessage],
  ["text", throws("no stock"), "no stock"],
  ["empty text", throws(""), noMessage],
  ["nothing", throws(undefined), noMessage],
])("an execution fails with what was thrown: %s", async (_, run, message) => {
  const { sandbox, start, statusIs } = await sandboxFor(run as () => object);
  await statusIs(await start(), "fail");
  expect(sandbox.executions[0]!.error).toBe(message);
});

const advice = ": use an object that JSON can hold, or nothing.";

test.each<[unknown, string]>([
  [new Date(0), "a Date, which JSON writes as a string"],
  [{ toJSON: () => 7 }, "an object, which JSON writes as a number"],
  [[7], "an array"],
  [null, "null"],
  [7, "a number"],
  [Symbol("s"), "a symbol"],
])("an output that is no object is named: %o", async (output, kind) => {
  const { sandbox, start, statusIs } = await sandboxFor(() => output as object);
  await statusIs(await start(), "fail");
  expect(sandbox.executions[0]!.error).toBe(`The output of the workflow is ${kind}${advice}`);
});

test.each<[unknown, string]>([
  [{ port: {} }, "The sandbox's option port is an object: "],
  [{ port: 5n }, "The sandbox's option port is a bigint: "],
  [{ host: undefined, port: -1 }, "The sandbox's option port is -1: "],
  [{ clock: new Date() }, "The sandbox's option clock is a Date: "],
  [{ token: { secret: 1 } }, "The sandbox's option token is an object: "],
  [{ workflows: "flow" }, `The sandbox's option workflows is "flow": `],
  [{ workflows: ["a", "b/c"] }, `The sandbox's option workflows has the id "b/c": `],
  [{ workflows: new Map([["flow", {}]]) }, "The sandbox's option workflows is a Map: "],
  [{ workflows: Promise.resolve({}) }, "The sandbox's option workflows is a Promise: "],
  [{ workflows: { flow: { mode: [] } } }, `The sandbox's workflows, "flow": option mode is an array`],
  [7, "The sandbox's options are 7: "],
])("an option that cannot be used is named: %o", async (options, start) => {
  const { message } = await rejection(createSandbox(options as SandboxOptions));
  expect(message.slice(0, start.length)).toBe(start);
});

test("so is what advance cannot use", async () => {
  const sandbox = await startSandbox();
  const { message } = await rejection(sandbox.advance(5n as unknown as number));
  expect(message).toMatch(/^advance cannot move the time by a bigint: pass a whole number/);
});

test.each<[unknown, string]>([
  [null, "null"],
  [[], "an array"],
  [7, "a number"],
])("and what a request cannot hold: %o", async (state, kind) => {
  const call = clientOf(await startSandbox()).createWorkflow({
    body: { name: "w", start: "a", constants: {}, functions: [], retries: [], states: [state as never] },
  });
  expect((await rejection(call)).message).toContain(`body.states.0 must be an object, not ${kind}: `);
});
