/** The command: starting from a list. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cli, environmentOf, folder, jsonLines, region, run, start, startProgram } from "./cli-helpers.js";
import { startSandbox } from "./helpers.js";

/** A sandbox, a journal, and `start-many` with both. */
async function bulkWith(journal: string, options: Parameters<typeof startSandbox>[0] = {}) {
  const sandbox = await startSandbox(options);
  const env = environmentOf(sandbox);
  const call = (name: string, args: string[] = [], input = "") =>
    run([name, ...args, "--journal", journal, ...(name === "resend" ? [] : region)], { env, input });
  const startMany = (input: string, ...args: string[]) => call("start-many", ["w", ...args], input);
  return { sandbox, env, call, startMany };
}

const listOf = (count: number) =>
  Array.from({ length: count }, (_, n) => `{"key":"k${n + 1}","input":{"n":${n + 1}}}\n`).join("");

const keysIn = (stdout: string) => jsonLines(stdout).map(({ key }) => key);

test("starts each line once, tells what became of it, and skips it the next time", async () => {
  const { sandbox, startMany } = await bulkWith("twice.journal");
  const input = `\ufeff{"input":{"text":"a\u2028b"},"headers":{"tenantId":"1"}}\r\n\n  {"key":"x","input":{}}`;
  const first = await startMany(input);
  expect(first).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^2 started, 0 refused, 0 unknown, 0 unsent, in [\d.]+ s\.\n$/),
  });
  expect(jsonLines(first.stdout)).toMatchObject([
    { key: "#1", outcome: "started", executionId: sandbox.executions[0]!.execution_id, position: 1 },
    { key: "x", outcome: "started", executionId: sandbox.executions[1]!.execution_id, position: 2 },
  ]);
  expect(sandbox.executions.map(({ body }) => body)).toEqual([
    { input: { text: "a\u2028b" }, headers: { tenantId: "1" } },
    { input: {} },
  ]);
  const second = await startMany(input, "--json");
  expect(jsonLines(second.stdout)).toMatchObject([{ earlier: true }, { earlier: true }]);
  expect(jsonLines(second.stderr)).toMatchObject([{ summary: { inputs: 2, started: 2, earlier: 2 } }]);
  expect(sandbox.executions).toHaveLength(2);
});

test("with --wait: 1 if an execution fails; from a file; one that is refused", async () => {
  const w = ({ n }: { n: number }) => {
    if (n === 2) throw new Error("No.");
    return { n };
  };
  const { startMany } = await bulkWith("wait.journal", { workflows: { w } });
  writeFileSync(join(folder, "list.jsonl"), listOf(3));
  const { code, stdout, stderr } = await startMany("", "list.jsonl", "--wait", "--concurrency", "1");
  expect(code).toBe(1);
  expect(jsonLines(stdout)).toMatchObject([
    { key: "k1", status: "success", output: { n: 1 } },
    { key: "k2", status: "fail", error: { name: "ExecutionFailedError" } },
    { key: "k3", status: "success" },
  ]);
  expect(stderr).toContain("Ended: 2 success, 1 fail.");
  const other = await bulkWith("refused.journal", { workflows: { other: {} } });
  expect(await other.startMany(listOf(1))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("1 refused"),
  });
});

test("3 for unknown ones; find-unknown finds and marks them, resend sends them", async () => {
  const { sandbox, call, startMany } = await bulkWith("unknown.journal");
  sandbox.failNext({ status: 500, started: true });
  sandbox.failNext({ status: 503 });
  const first = await startMany(listOf(3), "--concurrency", "1");
  expect(first.code).toBe(3);
  expect(first.stderr).toContain("find-unknown --journal unknown.journal");
  expect(sandbox.executions).toHaveLength(2);

  const again = await startMany(listOf(3), "--json");
  expect(again.code).toBe(3);
  expect(jsonLines(again.stderr)).toMatchObject([
    { summary: { unknown: 2, unknowns: [{ key: "k1" }, { key: "k2" }] } },
  ]);

  const looked = await call("find-unknown", ["--json"]);
  const candidate = { executionId: sandbox.executions[0]!.execution_id, status: "success" };
  expect(jsonLines(looked.stdout)).toMatchObject([
    { key: "k1", candidates: [candidate] },
    { key: "k2", candidates: [] },
  ]);
  const marked = await call("find-unknown", ["--mark"]);
  expect(marked.stdout).toMatch(/^k1  sent \S+  [0-9a-f-]{36} \(success\)\nk2  sent \S+  not found\n$/);
  expect(marked.stderr).toContain("2 unknown: 1 started, 1 not found, 0 unclear.");
  expect(await call("resend", ["-", "--json"], "k2\n")).toEqual({
    code: 0,
    stdout: '{"resend":["k2"]}\n',
    stderr: "",
  });
  expect(await call("resend", ["k1"])).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining('"k1" was started'),
  });
  expect(await startMany(listOf(3))).toMatchObject({ code: 0, stderr: expect.stringContaining("3 started") });
  expect(sandbox.executions).toHaveLength(3);
});

test("find-unknown does not mark one execution for two inputs that are the same", async () => {
  const { sandbox, call, startMany } = await bulkWith("same.journal");
  sandbox.failNext({ status: 500, started: true });
  sandbox.failNext({ status: 503 });
  await startMany('{"input":{}}\n{"input":{}}\n', "--concurrency", "1");
  const { stderr } = await call("find-unknown", ["--mark"]);
  expect(stderr).toContain("2 unknown: 0 started, 0 not found, 2 unclear.");
  expect(jsonLines((await call("find-unknown", ["--json"])).stdout)).toHaveLength(2);
});

test.each([
  ["json", Buffer.from(`${listOf(1)}{"input":\n`), /line 2 of the input is not JSON/],
  ["utf8", Buffer.from([...Buffer.from(`${listOf(1)}"`), 0xff, 0x0a]), /line 2 of the input is not UTF-8/],
  ["item", Buffer.from(`${listOf(1)}{"inputs":{}}\n`), /Input 2 of the list has "inputs"/],
])("stops at a line that is wrong, and says which: %s", async (name, bytes, message) => {
  const { sandbox, env } = await bulkWith(`${name}.journal`);
  writeFileSync(join(folder, `${name}.jsonl`), bytes);
  const piped = start(["start-many", "w", "--journal", `${name}.journal`, ...region], { env, open: true });
  piped.child.stdin.end(bytes);
  const { code, stdout, stderr } = await piped.ended;
  expect({ code, keys: keysIn(stdout) }).toEqual({ code: 1, keys: ["k1"] });
  expect(stderr).toMatch(message);
  expect(stderr).toContain("1 started");
  expect(sandbox.executions).toHaveLength(1);
});

test("Ctrl-C stops it, and it goes on the next time; a closed pipe does too", async () => {
  const { sandbox, env, startMany } = await bulkWith("stopped.journal");
  const args = ["start-many", "w", "--journal", "stopped.journal", "--rate", "50", ...region];
  const first = start(args, { env, input: listOf(40), open: true });
  await first.until(/k5"/);
  first.child.kill("SIGINT");
  const stopped = await first.ended;
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toMatch(/The run stopped after reading \d+ inputs/);
  const second = start(args, { env, input: listOf(40), open: true });
  await second.until(/k5"/);
  second.child.stdout.destroy();
  expect(await second.ended).toMatchObject({
    code: 141,
    stderr: expect.stringMatching(
      /^\d+ started, .*\n(.*earlier runs.\n)?Run it again with the same journal to go on\.\n$/,
    ),
  });
  expect(sandbox.executions.length).toBeLessThan(40);
  expect(await startMany(listOf(40))).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("40 started"),
  });
  expect(sandbox.executions).toHaveLength(40);
});

test("shows progress on a terminal, and only there", async () => {
  const { env } = await bulkWith("terminal.journal");
  writeFileSync(join(folder, "long.jsonl"), listOf(30));
  const args = ["start-many", "w", "long.jsonl", "--journal", "terminal.journal", "--rate", "40", ...region];
  // It gives its program a terminal; stdout goes elsewhere.
  const command = [process.execPath, cli, ...args].map((word) => `'${word}'`).join(" ");
  const program = startProgram("script", ["-qec", `${command} >outcomes.jsonl`, "/dev/null"], { env });
  const { code, stdout } = await program.ended;
  expect(code).toBe(0);
  expect(stdout).toMatch(/\d+ of 30: \d+ started, 0 refused, 0 unknown, 0 unsent; \d+\/s, [\d.]+ s left/);
  expect(stdout).toMatch(/\r\x1b\[2K30 started, /);
});
