/** `npm start` while the contract is edited: its page in a real browser, and its sandbox. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createFunctionGraphClient } from "functiongraph-workflow";
import { sandboxDefaults } from "functiongraph-workflow/sandbox";
import { launchBrowser } from "../browser.js";
import { example } from "../helpers.js";
import { contractPath, copyProject, lengthsOf } from "../project.js";

const { maxLength } = lengthsOf("workflow_id");
const broken = (text: string) => text.replace(`maxLength: ${maxLength}`, `maxLength: ${maxLength + 1}`);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** An open page, the requests that it makes, and how often it was loaded. */
async function open(url: string) {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const seen = { page, requests: [] as string[], loads: 0 };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("load", () => seen.loads++);
  await page.goto(url);
  return seen;
}

const panel = (page: Page) => page.getByRole("region", { name: /The contract has \d+ problem/ });

const docs = (page: Page) => page.getByText("workflows on Huawei Cloud FunctionGraph.").first();

async function callSandbox(endpoint: string) {
  const { credentials, projectId } = sandboxDefaults;
  const client = createFunctionGraphClient({ endpoint, credentials, projectId });
  return (await client.startWorkflowExecution(example)).execution_id;
}

test("shows what is wrong with the contract over the last good docs until it is mended", async () => {
  const copy = copyProject();
  const good = copy.read(contractPath);
  const { until } = copy.startScript("start.ts", [], { PORT: "0" });
  const url = (await until(/Docs +(http\S+)\//))[1]!;
  await until(/Watching/);
  const opened = await open(url);
  const { page, requests } = opened;
  await docs(page).waitFor();
  expect(await panel(page).count()).toBe(0);

  const html = "<img src=x onerror=alert(1)>";
  const mistakes: [string, RegExp][] = [
    [broken(good), new RegExp(`workflow_id \\(path\\) has maxLength ${maxLength}`)],
    ["a: [1\nb: {", /yaml:\d+:\d+/],
    [good.replace("operationId: ", "x-code: 1\n      operationid: "), /operationid/],
    [good.replace("\ninfo:\n", `\ninfo:\n  '${html}': 1\n`), /<img src=x onerror=/],
  ];
  for (const [mistake, message] of mistakes) {
    copy.write(contractPath, mistake);
    await panel(page).waitFor();
    await page.getByRole("listitem").filter({ hasText: message }).first().waitFor();
    expect(await panel(page).locator("img").count()).toBe(0);
    expect(await page.getByRole("alert").innerText()).toMatch(/^The contract has \d+ problem/);
    expect(await panel(page).innerText()).toMatch(/openapi\/functiongraph-workflow\.yaml:\d+:\d+/);
    expect(await docs(page).isVisible()).toBe(true);
    expect(await page.title()).toMatch(/^✗ \d+ problem/);
    expect(await callSandbox(url)).toMatch(/^[0-9a-f-]{36}$/);

    // Another tab sees it, too.
    const other = await open(url);
    await panel(other.page).waitFor();

    copy.write(contractPath, good);
    await panel(page).waitFor({ state: "hidden" });
    await panel(other.page).waitFor({ state: "hidden" });
  }
  // So does what the linters cannot find.
  const generated = join(copy.folder, "generated");
  rmSync(generated, { recursive: true });
  copy.write("generated", "not a folder");
  copy.write(contractPath, `${good}# again\n`);
  await panel(page).getByText("generated/ cannot be written").waitFor();
  rmSync(generated);
  copy.write(contractPath, good);
  await panel(page).waitFor({ state: "hidden" });
  // The docs are as they were.
  expect(opened.loads).toBe(1);

  copy.write(contractPath, broken(good));
  await panel(page).waitFor();
  copy.write(contractPath, good.replace("summary: Define, start,", "summary: Now define, start,"));
  await page.getByText("Now define, start,").first().waitFor();
  await panel(page).waitFor({ state: "hidden" });
  expect(requests.filter((request) => !request.startsWith(url) && !/^(data|blob):/.test(request))).toEqual(
    [],
  );
}, 240_000);

test("starts with a contract that is broken, and goes on when it is mended", async () => {
  const copy = copyProject();
  const good = copy.read(contractPath);
  copy.write(contractPath, broken(good));
  rmSync(join(copy.folder, "generated"), { recursive: true });
  const { until } = copy.startScript("start.ts", [], { PORT: "0" });
  const url = (await until(/Docs +(http\S+)\//))[1]!;
  await until(/The contract is not clean/);
  const { page } = await open(url);
  await panel(page).getByText(`has maxLength ${maxLength}`).first().waitFor();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("No docs yet");
  await expect(callSandbox(url)).rejects.toThrow("503");

  copy.write(contractPath, good);
  await docs(page).waitFor();
  expect(await panel(page).count()).toBe(0);
  await until(/execution_id: /);
  expect(await callSandbox(url)).toMatch(/^[0-9a-f-]{36}$/);
});

test("follows the contract in docs and sandbox, and an open page finds the next npm start", async () => {
  const copy = copyProject();
  const first = copy.startScript("start.ts", [], { PORT: "0" });
  const url = (await first.until(/Docs +(http\S+)\//))[1]!;
  await first.until(/Watching/);
  const opened = await open(url);
  copy.edit((text) => text.replace("summary: Define, start,", "summary: Now define, start,"));
  await first.until(/None of these can break callers/);
  await first.until(/verified by the sandbox/);
  await expect.poll(() => opened.loads).toBe(2);
  first.kill("SIGINT");
  expect(await first.ended).toEqual([0, null]);
  await expect(fetch(url)).rejects.toThrow("fetch failed");

  copy.edit(broken);
  const second = copy.startScript("start.ts", [], { PORT: new URL(url).port });
  await panel(opened.page).waitFor();
  copy.edit((text) => text.replaceAll(String(maxLength + 1), String(maxLength)));
  await second.until(/execution_id: /);
  await docs(opened.page).waitFor();
});

test("serves the docs in both languages, and leads from them to each other and to the executions", async () => {
  const copy = copyProject();
  const { until } = copy.startScript("start.ts", [], { PORT: "0" });
  const url = (await until(/Docs +(http\S+)\//))[1]!;
  await until(/Watching/);
  const { page, requests } = await open(`${url}/zh-CN`);
  await page.getByText("终端节点").waitFor();
  await page.getByRole("link", { name: "English" }).click();
  await docs(page).waitFor();
  await page.getByRole("link", { name: "简体中文" }).click();
  await page.getByText("终端节点").waitFor();
  await page.getByRole("link", { name: "执行", exact: true }).click();
  await page.waitForURL(`${url}/executions`);
  await page.getByRole("button", { name: "Start" }).waitFor();
  expect(requests.filter((request) => !request.startsWith(url) && !/^(data|blob):/.test(request))).toEqual(
    [],
  );

  // English that has changed does not keep the docs from being built.
  await page.goto(`${url}/zh-CN`);
  copy.edit((text) => text.replace("summary: Stop an execution", "summary: Stop one execution"));
  await until(/verified by the sandbox/);
  await page.getByText("控制", { exact: true }).first().click();
  await page.getByText("停止执行").first().waitFor();
});

test("exits with 1 if the contract is not clean", async () => {
  const { maxLength } = lengthsOf("project_id");
  const copy = copyProject();
  copy.edit((text) => text.replace(`maxLength: ${maxLength}`, `maxLength: ${maxLength + 1}`));
  const { output, ended } = copy.startScript("start.ts", ["--once"], { PORT: "0" });
  expect(await ended, output()).toEqual([1, null]);
  expect(output()).toContain(`project_id (path) has maxLength ${maxLength}`);
});
