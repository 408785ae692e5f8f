/** The command: starting, watching and steering executions. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import {
  cli,
  environmentOf,
  folder,
  installed,
  jsonLines,
  region,
  run,
  start,
  startProgram,
} from "./cli-helpers.js";
import { always, scriptedServer } from "./faults.js";
import { startSandbox } from "./helpers.js";

/** In the examples. */
const id = "9d3a1f52-6c0b-4f3e-8a57-2f1d5b7c9e04";
const fail = () => {
  throw new Error("The stock is empty.");
};
const failFirst = (_: unknown, { attempt }: { attempt: number }) => (attempt === 1 ? fail() : {});
const untilStopped = (_: unknown, { signal }: { signal: AbortSignal }) =>
  new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));

async function sandboxWith(options: Parameters<typeof startSandbox>[0] = {}) {
  const sandbox = await startSandbox(options);
  const env = environmentOf(sandbox);
  return { sandbox, env, call: (...args: string[]) => run([...args, ...region], { env }) };
}

test("--version, --help, and no command", async () => {
  const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  expect(await run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  expect(await run(["--help"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Exit codes: 0 all well"),
  });
  expect(await run([])).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("There is no command"),
  });
});

test("each command's help has an example, which works", async () => {
  // npx, without the time that it takes.
  const bin = join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "npx"), `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(join(bin, "npx"), 0o755);
  const PATH = `${bin}:${process.env["PATH"]}`;
  writeFileSync(join(folder, "orders.jsonl"), '{"key":"order-7","input":{"orderId":7}}\n');
  const withUnknown = await sandboxWith();
  withUnknown.sandbox.failNext({ status: 503 });

  const bulkNames = ["start-many", "find-unknown", "resend"];
  const helps = new Map<string, string>();
  const check = async (name: string) => {
    const example = /^Example:\n {2}(npx functiongraph-workflow .+)$/m.exec(helps.get(name)!)?.[1];
    expect(example).toContain(`functiongraph-workflow ${name} `);
    const workflow = { run: { stop: untilStopped, retry: failFirst }[name] };
    const { env, call } = bulkNames.includes(name)
      ? withUnknown
      : await sandboxWith({ workflows: { "order-flow": workflow }, newId: () => id });
    if (["wait", "show", "stop", "retry"].includes(name)) await call("start", "order-flow");
    const program = startProgram("sh", ["-c", `exec ${example!}`], { env: { ...env, PATH } });
    if (name === "sandbox") {
      await program.until(/^Calls:$/m);
      program.child.kill("SIGINT");
    }
    const ended = await program.ended;
    // The one that may have started is what the next examples are about.
    expect({ name, ...ended }).toMatchObject({ name, code: name === "start-many" ? 3 : 0 });
  };
  const { stdout } = await run(["--help"]);
  const names = [...stdout.matchAll(/^ {2}([a-z-]+) {2,}[A-Z]/gm)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(9);
  await Promise.all(names.map(async (name) => helps.set(name, (await run([name, "--help"])).stdout)));
  await Promise.all(names.filter((name) => !bulkNames.includes(name)).map(check));
  // Each goes on from the one before.
  for (const name of bulkNames) await check(name);
});

const wrong: [args: string[], message: string][] = [
  [[], "There is no command"],
  [["nope"], '"nope" is not a command'],
  [["__proto__"], '"__proto__" is not a command'],
  [["start"], "WORKFLOW is missing"],
  [["start", "w"], "Neither --region nor --endpoint is given"],
  [["start", "w", "x", ...region], '"x" is one argument too many'],
  [["start", "w", "-", "x", ...region], '"x" is one argument too many'],
  [["start", "w", "--nope", ...region], "Unknown option '--nope'"],
  [["start", "w", "--input", ...region], "Option '--input"],
  [["start", "w", "--input", "{", ...region], "--input is not JSON"],
  [["start", "w", "--input", "[1]", ...region], "body.input must be an object, not an array"],
  [["start", "w", "--input", "{}", "--input", "{}", ...region], "--input is given more than once"],
  [["start", "w", "--input", "{}", "--input-file", "f", ...region], "more than one input"],
  [["start", "w", "--input-file", "nowhere.json", ...region], "nowhere.json cannot be read: ENOENT"],
  [["start", "w", "--header", "x", ...region], '--header is "x"'],
  [["start", "w", "--timeout", "5m", ...region], "--timeout needs --wait"],
  [["start", "w", "--wait", "--timeout", "5", ...region], '--timeout is "5": pass a duration'],
  [["start", "a/b", ...region], "path.workflow_id"],
  [["start", "w", "--region", "CN"], 'region "CN" is not a region id'],
  [["start", "w", "--endpoint", "http://example.com"], "is not https"],
  [["start", "w", "--region", ""], "--region is empty"],
  [["show", "w", ...region], "EXECUTION is missing"],
  [["list", "w", "--limit", "0", ...region], '--limit is "0"'],
  [["list", "w", "--since", "yesterday", ...region], '--since is "yesterday"'],
  [["list", "w", "--status", "bad", ...region], "query.status must be"],
  [["start-many", "w", ...region], "--journal is missing"],
  [["start-many", "w", "nowhere.jsonl", "--journal", "j", ...region], "nowhere.jsonl cannot be read"],
  [["start-many", "w", "--journal", "j", "--rate", "fast", ...region], '--rate is "fast"'],
  [["find-unknown", ...region], "--journal is missing"],
  [["resend", "--journal", "j"], "KEY is missing"],
  [["sandbox", "--port", "70000"], "port is 70000"],
];

test("2: wrong usage, before anything is sent", async () => {
  const env = { HUAWEICLOUD_SDK_PROJECT_ID: "p" };
  const ended = await Promise.all(wrong.map(([args]) => run(args, { env })));
  expect(ended).toEqual(
    wrong.map(([, message]) => ({ code: 2, stdout: "", stderr: expect.stringContaining(message) })),
  );
  for (const { stderr } of ended) expect(stderr).not.toMatch(/^ +at /m);
  const [json] = jsonLines((await run(["start", "--json"])).stderr);
  expect(json).toEqual({ error: { name: "UsageError", message: "WORKFLOW is missing: pass WORKFLOW [-]." } });
});

test("start: from an option, a file and a pipe, with headers; text for people, JSON for programs", async () => {
  const { sandbox, env, call } = await sandboxWith();
  writeFileSync(join(folder, "input.json"), '\ufeff{"from":"a file"}');
  const ended = [
    await call(
      "start",
      "w",
      "--input",
      '{"from":"an option"}',
      "--header",
      "tenantId=7",
      "--header",
      "a=b=c",
    ),
    await call("start", "w", "--input-file", "input.json", "--json"),
    await run(["start", "w", "-", "--json", "--wait", ...region], { env, input: '{"from":"a pipe 中"}' }),
    await call("start", "w", "--wait"),
  ];
  const ids = sandbox.executions.map(({ execution_id }) => execution_id);
  expect(sandbox.executions.map(({ body }) => body)).toEqual([
    { input: { from: "an option" }, headers: { tenantId: "7", a: "b=c" } },
    { input: { from: "a file" } },
    { input: { from: "a pipe 中" } },
    { input: {} },
  ]);
  expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(ids.map(() => [0, ""]));
  const [first, second, third, fourth] = ended.map(({ stdout }) => stdout);
  expect(first).toBe(`Started execution ${ids[0]} of workflow w.\n`);
  expect(jsonLines(second!)).toEqual([{ workflowId: "w", executionId: ids[1] }]);
  expect(jsonLines(third!)).toEqual([
    { workflowId: "w", executionId: ids[2] },
    { workflowId: "w", executionId: ids[2], status: "success", output: { from: "a pipe 中" } },
  ]);
  expect(fourth).toContain("\nsuccess\n{}\n");
});

test("1: an execution that fails, and a call that is refused", async () => {
  const { sandbox, call } = await sandboxWith({
    workflows: { w: (_, { step }) => step("Reserve stock", fail) },
  });
  const [failed, unknown] = [
    await call("start", "w", "--wait", "--json"),
    await call("start", "unknown", "--json"),
  ];
  const executionId = sandbox.executions[0]!.execution_id;
  expect(failed.code).toBe(1);
  expect(jsonLines(failed.stdout)).toEqual([
    { workflowId: "w", executionId },
    { workflowId: "w", executionId, status: "fail" },
  ]);
  expect(jsonLines(failed.stderr)).toMatchObject([
    {
      error: {
        name: "ExecutionFailedError",
        failedNodes: [{ name: "Reserve stock", message: "The stock is empty." }],
      },
    },
  ]);
  expect(unknown).toMatchObject({ code: 1, stdout: "" });
  expect(jsonLines(unknown.stderr)).toMatchObject([
    { error: { name: "ApiError", status: 404, code: "FGS.5002", mayHaveStarted: false } },
  ]);
});

test("1: no service, no key, no project", async () => {
  const { env } = await sandboxWith();
  const { close, url } = await scriptedServer();
  close();
  const endpoint = ["--endpoint", url];
  const [refused, keyless, projectless] = await Promise.all([
    run(["start", "w", ...endpoint], { env }),
    run(["start", "w", ...endpoint], { env: { ...env, HUAWEICLOUD_SDK_AK: "", HUAWEICLOUD_SDK_SK: "" } }),
    run(["start", "w", ...region], { env: { ...env, HUAWEICLOUD_SDK_PROJECT_ID: "" } }),
  ]);
  expect(refused).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("the connection was refused"),
  });
  expect(keyless).toEqual({ code: 1, stdout: "", stderr: expect.stringContaining("No credentials") });
  expect(projectless).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("The project of cn-north-4 could not be looked up"),
  });
});

test("3: it may have started, or have been stopped", async () => {
  const { sandbox, call } = await sandboxWith({ workflows: { w: untilStopped }, newId: () => id });
  sandbox.failNext({ status: 500, started: true });
  const failed = await call("start", "w");
  sandbox.failNext({ drop: true });
  const dropped = await call("start", "w", "--json");
  expect(jsonLines(dropped.stderr)).toMatchObject([
    { error: { name: "ConnectionError", mayHaveStarted: true } },
  ]);
  expect([failed, dropped]).toMatchObject([
    { code: 3, stdout: "" },
    { code: 3, stdout: "" },
  ]);
  expect(failed.stderr).toMatch(
    /failed with status 500.*\n.*list w --since 10m\n|list w --since 10m\n.*status 500/,
  );
  sandbox.failNext({ drop: true, started: true });
  const stopped = await call("stop", "w", id, "--json");
  expect(stopped).toMatchObject({ code: 3, stdout: "" });
  expect(jsonLines(stopped.stderr)).toMatchObject([
    { error: { name: "ConnectionError", mayHaveStarted: true } },
  ]);
  expect(sandbox.executions[0]!.status).toBe("cancel");
});

test("a lying server: it may have started, and its text cannot steer a terminal", async () => {
  const { env } = await sandboxWith();
  const html = await scriptedServer(always(200, "<html>"));
  const rude = await scriptedServer(
    always(400, JSON.stringify({ error_msg: "\x1b[2J\x9b1m\u202eno", error_code: "\x07" })),
  );
  const [lied, steered] = await Promise.all(
    [html, rude].map(({ url }) => run(["start", "w", "--endpoint", url], { env })),
  );
  expect(lied).toMatchObject({ code: 3, stdout: "" });
  expect(steered).toMatchObject({ code: 1, stdout: "" });
  expect(steered!.stderr).toContain("\\u202eno");
  expect(steered!.stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
});

test("wait, show, list, stop and retry", async () => {
  const { sandbox, call } = await sandboxWith({
    workflows: { fails: failFirst, runs: untilStopped, works: {} },
  });
  for (const name of ["fails", "runs", "works"]) await call("start", name, "--input", '{"a":1}');
  const [fails, runs, works] = sandbox.executions.map(({ execution_id }) => execution_id) as [
    string,
    string,
    string,
  ];

  expect(await call("wait", "works", works)).toEqual({
    code: 0,
    stdout: 'success\n{\n  "a": 1\n}\n',
    stderr: "",
  });
  expect(await call("wait", "fails", fails)).toMatchObject({ code: 1, stdout: "fail\n" });
  const waited = await call("wait", "runs", runs, "--timeout", "1s", "--json");
  expect(waited).toMatchObject({ code: 1, stdout: "" });
  expect(jsonLines(waited.stderr)).toMatchObject([{ error: { name: "TimeoutError" } }]);

  const shown = await call("show", "fails", fails);
  expect(shown).toMatchObject({ code: 0, stderr: "" });
  expect(shown.stdout).toMatch(/^Status    fail\n/m);
  expect(shown.stdout).toMatch(/^Input     {"a":1}\n/m);
  expect(shown.stdout).toMatch(/^Node .*The stock is empty\.$/m);
  const [details] = jsonLines((await call("show", "fails", fails, "--json")).stdout);
  expect(details).toMatchObject({ execution_id: fails, status: "fail", input: { a: 1 } });

  expect(await call("stop", "runs", runs)).toEqual({
    code: 0,
    stdout: `Stopped execution ${runs}.\n`,
    stderr: "",
  });
  expect(await call("stop", "runs", runs)).toMatchObject({ code: 1, stdout: "" });
  // The failure from before is not taken for the result.
  const retried = await call("retry", "fails", fails, "--wait", "--json");
  expect(retried).toMatchObject({ code: 0, stderr: "" });
  expect(jsonLines(retried.stdout).at(-1)).toEqual({
    workflowId: "fails",
    executionId: fails,
    status: "success",
    output: {},
  });
});

test("list: by status and time, and no more than asked for", async () => {
  const { sandbox, env, call } = await sandboxWith({ workflows: { w: ({ n }) => (n === 3 ? fail() : {}) } });
  const lines = Array.from({ length: 205 }, (_, n) => `{"input":{"n":${n}}}\n`).join("");
  await run(["start-many", "w", "--journal", "list.journal", "--rate", "10000", ...region], {
    env,
    input: lines,
  });
  const idsIn = (stdout: string) => jsonLines(stdout).map(({ execution_id }) => execution_id);
  const [all, some, failed, since] = await Promise.all([
    call("list", "w", "--limit", "300", "--json"),
    call("list", "w"),
    call("list", "w", "--status", "fail", "--since", "1h", "--json"),
    call("list", "w", "--since", "2020-01-01", "--limit", "2", "--json"),
  ]);
  expect(new Set(idsIn(all.stdout))).toEqual(
    new Set(sandbox.executions.map(({ execution_id }) => execution_id)),
  );
  expect(some.stdout.split("\n")).toHaveLength(1 + 50 + 1);
  expect(some.stdout).toMatch(/^EXECUTION +STATUS +BEGAN +ENDED\n/);
  expect(jsonLines(failed.stdout)).toMatchObject([{ status: "fail" }]);
  expect(idsIn(since.stdout)).toHaveLength(2);
  expect(await call("list", "w", "--status", "timeout")).toEqual({
    code: 0,
    stdout: "",
    stderr: "There are none.\n",
  });
});

test("ends quietly when nobody reads any more", async () => {
  const { env, call } = await sandboxWith();
  await call("start", "w");
  const running = [start(["list", "w", ...region], { env }), start(["sandbox", "--port", "0"])];
  for (const { child } of running) child.stdout.destroy();
  const quiet = { code: 141, stdout: "", stderr: "" };
  expect(await Promise.all(running.map(({ ended }) => ended))).toEqual([quiet, quiet]);
});

test("Ctrl-C: the execution goes on, even if npm sends the signal twice", async () => {
  const { sandbox, env } = await sandboxWith({ workflows: { w: untilStopped } });
  const { child, until, ended } = start(["start", "w", "--wait", ...region], { env });
  await until(/Started execution/);
  child.kill("SIGINT");
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ code: 130, stderr: expect.stringContaining("The execution goes on") });
  expect(sandbox.executions[0]!.status).toBe("running");
});

test("Ctrl-C: 3 while a start is in flight, 130 before it", async () => {
  const { env } = await sandboxWith();
  const { url } = await scriptedServer(async ({ readRequest }) => {
    await readRequest();
    inFlight.child.kill("SIGINT");
  });
  const inFlight = start(["start", "w", "--endpoint", url], { env });
  const { stderr, ...rest } = await inFlight.ended;
  expect(rest).toEqual({ code: 3, stdout: "" });
  expect(stderr).toContain("was aborted by the caller");
  expect(stderr).toContain("It may have started");

  const reading = start(["start", "w", "-", ...region], { env, input: "{", open: true });
  // Until it listens to signals.
  await setTimeout(2_000);
  reading.child.kill("SIGTERM");
  expect(await reading.ended).toEqual({ code: 143, stdout: "", stderr: "Stopped by SIGTERM.\n" });
});
