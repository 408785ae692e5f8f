/** Every code block of the README is compiled and run against the sandbox. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, onTestFinished, test } from "vitest";
import { startSandbox } from "./helpers.js";
import { contractPath, copyProject, project, runNode } from "./project.js";

const readme = readFileSync(join(project, "README.md"), "utf8");
const contract = parse(readFileSync(join(project, contractPath), "utf8"));
const operation = contract.paths["/v2/{project_id}/fgs/workflows/{workflow_id}/executions"].post;

const blocks = [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language, text]) => ({
  language: language!,
  text: text!,
}));
const textsIn = (language: string) =>
  blocks.filter((one) => one.language === language).map(({ text }) => text);
const programs = [
  ...textsIn("ts"),
  ...operation["x-codeSamples"]
    .filter((sample: { lang: string }) => sample.lang === "TypeScript")
    .map((sample: { source: string }) => sample.source),
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
  return new RegExp(`^${lines.map((line) => `${line}\n`).join("")}$`);
}

test("every block is a program, a handler or a command", () => {
  expect(blocks.filter(({ language }) => !["ts", "js", "sh"].includes(language))).toEqual([]);
  expect(programs.length).toBeGreaterThan(5);
  expect(readme.length).toBeLessThan(10_240);
});

test("every program compiles, runs, and prints what its comments say", async () => {
  const copy = copyProject();
  mkdirSync(join(copy.folder, "test"));
  programs.forEach((text, index) => writeFileSync(join(copy.folder, `test/program-${index}.ts`), text));
  const tsc = join(project, "node_modules/typescript-7/bin/tsc");
  expect(await runNode([tsc], { cwd: copy.folder })).toEqual({ code: 0, stdout: "", stderr: "" });

  for (const [index, text] of programs.entries()) {
    const sandbox = await startSandbox();
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
  }
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
  const sandbox = await startSandbox();
  const caller = `
    const { handler } = require("./handler.cjs");
    const context = {
      getProjectID: () => ${JSON.stringify(sandbox.projectId)},
      getSecurityAccessKey: () => ${JSON.stringify(sandbox.credentials.ak)},
      getSecuritySecretKey: () => ${JSON.stringify(sandbox.credentials.sk)},
      getSecurityToken: () => undefined,
    };
    handler({ n: 1 }, context).then((result) => console.log(JSON.stringify(result)));
  `;
  writeFileSync(join(copy.folder, "test/handler.cjs"), textsIn("js").join("\n"));
  writeFileSync(join(copy.folder, "test/caller.cjs"), caller);
  const env = { HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_CN_NORTH_4: sandbox.url };
  const { stdout } = await runNode(["--import", "tsx", "test/caller.cjs"], { cwd: copy.folder, env });
  expect(JSON.parse(stdout)).toEqual({ execution_id: sandbox.executions[0]!.execution_id });
  expect(sandbox.executions[0]!.body).toEqual({ input: { event: { n: 1 } } });
});

describe("commands", () => {
  const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));

  test("are scripts, which other tests run", () => {
    // .ci/run runs the first in a fresh clone; test/package.test.ts has the second's outcome.
    const others = ["npm ci && npm start", "npm install functiongraph-workflow"];
    const names = commands.filter((command) => !others.includes(command));
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
