/** Every code block of the README is compiled, and run against the sandbox. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { startSandbox } from "./helpers.js";
import { contractPath, copyProject, project, runNode } from "./project.js";

const readme = readFileSync(join(project, "README.md"), "utf8");
const contract = parse(readFileSync(join(project, contractPath), "utf8"));
const operation = contract.paths["/v2/{project_id}/fgs/workflows/{workflow_id}/executions"].post;

const blocks = [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language, text]) => ({
  language: language!,
  text: text!,
}));
const programs = [
  ...blocks.filter(({ language }) => language === "ts").map(({ text }) => text),
  ...operation["x-codeSamples"]
    .filter((sample: any) => sample.lang === "TypeScript")
    .map((sample: any) => sample.source),
];
const commands = blocks
  .filter(({ language }) => language === "sh")
  .flatMap(({ text }) => text.trim().split("\n"));

test("every block is a program or a command", () => {
  expect(blocks.filter(({ language }) => !["ts", "sh"].includes(language))).toEqual([]);
  expect(programs.length).toBeGreaterThan(5);
});

/** What each program prints. */
const outputs = [
  /^[0-9a-f-]{36}\n$/,
  /^[0-9a-f-]{36} 200 [0-9a-f]{32}\n$/,
  /^200\n[0-9a-f-]{36}\n$/,
  /^$/,
  /^path\.workflow_id\n$/,
  /^StartWorkflowExecution 200 true\n$/,
  /^SDK-HMAC-SHA256 Access=MYACCESSKEY, SignedHeaders=host;x-sdk-date, Signature=[0-9a-f]{64}\n$/,
  /^\{ input: \{ n: 1 \} \}\n$/,
  /^[0-9a-f-]{36}\n$/,
];

test("every program compiles, runs and prints what it should", async () => {
  const copy = copyProject();
  mkdirSync(join(copy.folder, "test"));
  programs.forEach((text, index) => writeFileSync(join(copy.folder, `test/program-${index}.ts`), text));
  expect(await runNode([join(project, "node_modules/typescript/bin/tsc")], { cwd: copy.folder })).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });

  const sandbox = await startSandbox();
  const env = {
    HUAWEICLOUD_SDK_AK: sandbox.credentials.ak,
    HUAWEICLOUD_SDK_SK: sandbox.credentials.sk,
    HUAWEICLOUD_SDK_PROJECT_ID: sandbox.projectId,
    HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_CN_NORTH_4: sandbox.url,
  };
  expect(outputs).toHaveLength(programs.length);
  for (const [index, output] of outputs.entries()) {
    const result = await runNode(["--import", "tsx", `test/program-${index}.ts`], { cwd: copy.folder, env });
    expect(result, programs[index]).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toMatch(output);
  }
});

describe("commands", () => {
  const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));

  test.each(commands)("%s", async (command) => {
    // A fresh clone is what these two are for: .ci/run makes one and runs them there; what they
    // install and start is what test/package.test.ts and test/start.test.ts run.
    if (command === "npm ci && npm start" || command === "npm install functiongraph-workflow") return;
    const [, name, , ...options] = /^npm run (\w+)( -- (.*))?$/.exec(command) ?? [];
    const script = /^node --import tsx scripts\/(\w+\.ts)$/.exec(scripts[name!])?.[1];
    expect(script, command).toBeDefined();
    expect(await copyProject().script(script!, ...options.filter(Boolean))).toMatchObject({ code: 0 });
  });

  test("the contract's curl sample is the contract's own example", async () => {
    const sample = operation["x-codeSamples"].find((one: any) => one.label === "curl").source;
    // It goes to the service itself, so it is held to the contract by its parts.
    const url = /--url "([^"]+)"/
      .exec(sample)![1]!
      .replace("$PROJECT_ID", "{project_id}")
      .replace("$WORKFLOW_ID", "{workflow_id}");
    expect(url).toBe(
      `${contract.servers[0].url.replace("{region}", "cn-north-4")}${Object.keys(contract.paths)[0]}`,
    );
    expect(JSON.parse(/--data '([^']+)'/.exec(sample)![1]!)).toEqual(
      contract.components.examples.StartAnExecution.value,
    );
    expect(sample).toContain(`--header "${contract.components.securitySchemes.IamToken.name}: $IAM_TOKEN"`);
  });
});
