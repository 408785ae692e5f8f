/** Every code block of the README is compiled and run against the sandbox. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, onTestFinished, test } from "vitest";
import type { WorkflowFunction } from "functiongraph-workflow/sandbox";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { contractPath, copyProject, project, runNode } from "./project.js";

const readme = readFileSync(join(project, "README.md"), "utf8");
const contract = parse(readFileSync(join(project, contractPath), "utf8"));
const operations = Object.values<any>(contract.paths).flatMap((item) => Object.values<any>(item));
const operation = operations.find(({ operationId }) => operationId === "StartWorkflowExecution");

const blocks = [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language, text]) => ({
  language: language!,
  text: text!,
}));
const textsIn = (language: string) =>
  blocks.filter((one) => one.language === language).map(({ text }) => text);
/** Each program, and the operation whose code sample it is. */
const programs: { text: string; of?: string }[] = [
  ...textsIn("ts").map((text) => ({ text })),
  ...operations.flatMap(({ operationId, "x-codeSamples": samples }) =>
    samples
      .filter(({ lang }: { lang: string }) => lang === "TypeScript")
      .map(({ source }: { source: string }) => ({ text: source, of: operationId })),
  ),
];
const commands = textsIn("sh").flatMap((text) => text.trim().split("\n"));

/** What a program prints, from the comments after its `console.log`s; an ellipsis matches anything. */
function expectedOutput(text: string): RegExp {
  const printed = [...text.matchAll(/^\s*console\.log\(.*\);(?: \/\/ (.*))?$/gm)].filter(
    ([, comment]) => comment !== undefined || !text.includes("catch"),
  );
  const lines = printed.map(([, comment = "…"]) =>
    comment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("…", ".+"),
  );
  // Each line of a loop is printed again and again.
  const often = text.includes("for await") ? "+" : "";
  return new RegExp(`^${lines.map((line) => `(?:${line}\n)${often}`).join("")}$`);
}

test("every block is a program, a handler or a command", () => {
  expect(blocks.filter(({ language }) => !["ts", "js", "sh"].includes(language))).toEqual([]);
  expect(programs.length).toBeGreaterThan(5);
  expect(readme.length).toBeLessThan(15_500);
});

const { ExecutionId, CallbackStateId } = contract.components.parameters;

const fail = () => {
  throw new Error("It fails.");
};

/** What the workflow of a code sample does, so that there is something to stop, to retry or to call back. */
const runs: Record<string, WorkflowFunction> = {
  StopWorkFlow: (_, { signal }) =>
    new Promise((resolve) => signal.addEventListener("abort", () => resolve({}))),
  ListWorkflowExecutions: fail,
  RetryWorkFlow: fail,
  CreateCallbackWorkflow: (_, { callback }) => callback(CallbackStateId.example),
};

/** A sandbox with the workflow, and if it is asked for the execution, that the contract's examples name. */
async function sandboxFor({ text, of = "" }: (typeof programs)[number]) {
  const { workflow_id } = example.path;
  const mode = of === "StartSyncWorkflowExecution" ? ("EXPRESS" as const) : ("NORMAL" as const);
  const sandbox = await startSandbox({
    workflows: { [workflow_id]: { mode, run: runs[of] }, "my-workflow": {}, "order-flow": {} },
    newId: of === "CreateWorkflow" ? undefined : () => ExecutionId.example,
  });
  if (/execution_id:|Run-Id|listWorkflowExecutions/.test(text)) {
    const execution = await clientOf(sandbox).start(workflow_id, {});
    if (runs[of] === fail) await rejection(execution.result());
  }
  return sandbox;
}

test("every program compiles, runs, and prints what its comments say", async () => {
  const copy = copyProject();
  mkdirSync(join(copy.folder, "test"));
  programs.forEach(({ text }, index) => writeFileSync(join(copy.folder, `test/program-${index}.ts`), text));
  const tsc = join(project, "node_modules/typescript-7/bin/tsc");
  expect(await runNode([tsc], { cwd: copy.folder })).toEqual({ code: 0, stdout: "", stderr: "" });

  const check = async (program: (typeof programs)[number], index: number) => {
    const { text } = program;
    const sandbox = await sandboxFor(program);
    const mocked = /from "(nock|msw)"/.test(text);
    const env = {
      HUAWEICLOUD_SDK_AK: sandbox.credentials.ak,
      HUAWEICLOUD_SDK_SK: sandbox.credentials.sk,
      HUAWEICLOUD_SDK_PROJECT_ID: sandbox.projectId,
      HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_CN_NORTH_4: mocked ? "" : sandbox.url,
      HTTPS_PROXY: text.includes("HTTPS_PROXY") ? await startProxy() : "",
    };
    // msw looks for localStorage, which newer Node warns of.
    const quiet = mocked ? ["--disable-warning=ExperimentalWarning"] : [];
    const args = [...quiet, "--import", "tsx", `test/program-${index}.ts`];
    const result = await runNode(args, { cwd: copy.folder, env });
    expect(result, text).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout, text).toMatch(expectedOutput(text));
    if (text.includes("HTTPS_PROXY")) expect(sandbox.executions).toHaveLength(1);
  };
  await Promise.all(programs.map(check));
});

/** An HTTP proxy that tunnels. */
async function startProxy(): Promise<string> {
  const proxy = createServer();
  proxy.on("connect", (request: IncomingMessage, socket) => {
    const [host, port] = request.url!.split(":");
    const target = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    for (const end of [target, socket]) end.on("error", () => {});
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => void proxy.close());
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

test("the function's handler, called as FunctionGraph calls it", async () => {
  const copy = copyProject();
  mkdirSync(join(copy.folder, "test"));
  const credentials = { ak: "AK", sk: "SK", securityToken: "TOKEN" };
  const sandbox = await startSandbox({ credentials });
  const caller = `
    const { handler } = require("./handler.cjs");
    const context = {
      getProjectID: () => ${JSON.stringify(sandbox.projectId)},
      getSecurityAccessKey: () => ${JSON.stringify(sandbox.credentials.ak)},
      getSecuritySecretKey: () => ${JSON.stringify(sandbox.credentials.sk)},
      getSecurityToken: () => ${JSON.stringify(sandbox.credentials.securityToken)},
      getRemainingTimeInMilliSeconds: () => 3000,
    };
    handler({ n: 1 }, context).then((result) => console.log(JSON.stringify(result)));
  `;
  const [handler] = textsIn("js");
  // The one that npm run test:runtimes runs on FunctionGraph's own versions of Node.
  expect(readFileSync(join(project, "test/runtimes/function/index.js"), "utf8")).toBe(handler);
  writeFileSync(join(copy.folder, "test/handler.cjs"), handler!);
  writeFileSync(join(copy.folder, "test/caller.cjs"), caller);
  const env = { HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_CN_NORTH_4: sandbox.url };
  const { stdout } = await runNode(["--import", "tsx", "test/caller.cjs"], { cwd: copy.folder, env });
  const [execution] = sandbox.executions;
  expect(JSON.parse(stdout)).toEqual({ workflowId: example.path.workflow_id, id: execution!.execution_id });
  expect(sandbox.executions[0]!.body).toEqual({ input: { event: { n: 1 } } });
});

describe("commands", () => {
  const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));

  test("are scripts, which other tests run", () => {
    // .ci/run runs the first in a fresh clone; test/package.test.ts has the second's outcome.
    const others = ["npm ci && npm start", "npm install functiongraph-workflow"];
    const names = commands.filter((command) => !others.includes(command) && !command.startsWith("npx "));
    expect(names.map((command) => /^npm run (\w+)$/.exec(command)?.[1])).toEqual([
      "lint",
      "generate",
      "docs",
    ]);
    for (const name of ["lint", "generate", "docs"])
      expect(scripts[name]).toBe(`node --import tsx scripts/${name}.ts`);
  });

  test("the contract's curl sample sends the contract's own example", async () => {
    const { source } = operation["x-codeSamples"].find((one: { label: string }) => one.label === "curl");
    // It calls the real service, so its parts are compared with the contract instead.
    const url = /--url "([^"]+)"/
      .exec(source)![1]!
      .replace("$PROJECT_ID", "{project_id}")
      .replace("$WORKFLOW_ID", "{workflow_id}");
    const [server] = contract.servers;
    expect(url).toBe(`${server.url.replace("{region}", "cn-north-4")}${Object.keys(contract.paths)[0]}`);
    expect(JSON.parse(/--data '([^']+)'/.exec(source)![1]!)).toEqual(
      contract.components.examples.StartAnExecution.value,
    );
    expect(source).toContain(`--header "${contract.components.securitySchemes.IamToken.name}: $IAM_TOKEN"`);
  });
});
