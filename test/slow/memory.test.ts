/** What takes much memory or very many calls, each in a process of its own. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { project, runNode } from "../project.js";

test("bodies larger than the heap in total are received one after another", async () => {
  const program = join(project, "test/programs/big-bodies.ts");
  const { code, stdout, stderr } = await runNode(["--max-old-space-size=512", "--import", "tsx", program]);
  expect(stderr).toBe("");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "done\n" });
}, 180_000);

test("timeouts still reach the connection after thousands of calls, when the code is optimized", async () => {
  const { code, stdout, stderr } = await runNode([
    "--expose-gc",
    "--import",
    "tsx",
    `${project}test/programs/fetch-timeouts.ts`,
  ]);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "0 open\n", stderr: "" });
});

test("a body in very many chunks takes no more memory than its bytes", async () => {
  const { stdout, stderr } = await runNode([
    "--max-old-space-size=64",
    "--import",
    "tsx",
    join(project, "test/programs/small-chunks.ts"),
  ]);
  expect({ stdout, stderr }).toEqual({ stdout: "UnexpectedResponseError 200\nsandbox 401\n", stderr: "" });
});

test("ten thousand calls leave nothing listening and nothing running", async () => {
  const program = join(project, "test/programs/leaks.ts");
  const { code, stdout, stderr } = await runNode(["--import", "tsx", program]);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "done\n", stderr: "" });
});
