/** Values that are nested so deeply that not all parts of the sandbox could handle them. */
import { describe, expect, test } from "vitest";
import { rejection } from "./helpers.js";
import { change, details } from "./sandbox-page.js";
import { sandboxFor } from "./sandbox-workflows.js";

/** An object with that many levels of arrays below it. */
function nested(levels: number): { value: unknown } {
  let value: unknown = [];
  for (let i = 1; i < levels; i++) value = [value];
  return { value };
}
/** The body, the input, and what is in it. */
const most = nested(498);
const tooDeep = nested(499);
const why = "nested more than 500 levels deep";

describe("what is as deep as it may be goes all the way", () => {
  test.each<[string, (input: object) => object]>([
    ["input", () => ({})],
    ["output", (input) => input],
  ])("as %s", async (part, run) => {
    const { sandbox, start, show, statusIs } = await sandboxFor((input, { step }) =>
      step("s", () => run(input)),
    );
    const id = await start(most);
    await statusIs(id, "success");
    const shown = (await show(id)) as any;
    expect(shown[part]).toEqual(most);
    expect(shown.node_execution_details[0].executions[0][part]).toEqual(most);
    const { values } = await details(sandbox, id);
    expect(values.map(({ name }: any) => name)).toEqual(["Input", "Output", "s: input", "s: output"]);
  });
});

describe("what is deeper is refused", () => {
  test("as input, by the API and by the page", async () => {
    const { sandbox, start } = await sandboxFor(undefined);
    expect(await rejection(start(tooDeep))).toMatchObject({
      status: 400,
      message: expect.stringContaining(`body is ${why}`),
    });
    expect(await change(sandbox, "start", { workflow: "flow", input: tooDeep })).toEqual({
      status: 400,
      body: { error: `body is ${why}` },
    });
    expect(sandbox.executions).toEqual([]);
  });

  test("as what a callback brings, and the state goes on waiting", async () => {
    const { sandbox, start, callBack } = await sandboxFor((_, { callback }) => callback("go"));
    const id = await start();
    const late = callBack(id, "go", { result: "success", output: nested(500) });
    expect(await rejection(late)).toMatchObject({ status: 400 });
    expect(sandbox.executions).toMatchObject([{ status: "running" }]);
  });

  test.each<[string, Parameters<typeof sandboxFor>[0]]>([
    ["The output of the workflow", () => nested(501)],
    ["The output of node s", (_, { step }) => step("s", () => nested(501))],
    ["The input of node s", (_, { step }) => step("s", () => {}, nested(501))],
  ])("as %s", async (name, run) => {
    const { sandbox, start, statusIs } = await sandboxFor(run);
    await statusIs(await start(), "fail");
    expect(sandbox.executions[0]!.error).toContain(`${name} is ${why}`);
  });
});
