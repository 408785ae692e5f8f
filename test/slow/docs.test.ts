/** The reference in a real browser: Debian's chromium, or the one that CHROMIUM names. */
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../browser.js";
import { lengthsOf, project, runNode } from "../project.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a page, and records its requests and errors. */
async function openPage(url: string): Promise<{ page: Page; requests: string[]; errors: string[] }> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  await page.goto(url);
  return { page, requests, errors };
}

async function openOperation(page: Page): Promise<void> {
  await page.getByText("Start", { exact: true }).first().click();
  await page.getByText("Execute a workflow asynchronously").first().click();
}

/** Lengths as Redoc writes them. */
function characters(parameter: string): string {
  const { minLength, maxLength } = lengthsOf(parameter);
  return `[ ${minLength} .. ${maxLength} ] characters`;
}

test("shows the operation, its limits, its example and its code samples, and makes no request", async () => {
  expect(await runNode(["--import", "tsx", join(project, "scripts/docs.ts")])).toMatchObject({ code: 0 });
  const url = pathToFileURL(join(project, "dist/docs/index.html")).href;
  const { page, requests, errors } = await openPage(url);
  await openOperation(page);

  const body = page.locator("body");
  const text = async () => (await body.innerText()).replace(/[\u200b\s]+/g, " ");
  await expect.poll(text).toContain(`project_id string, ${characters("project_id")} required`);
  expect(await text()).toContain(`workflow_id string, ${characters("workflow_id")} required`);
  expect(await text()).toContain("暂不支持国际站局点调用");
  expect(await text()).toContain('"execution_id": "48aff955-ea10-4ffd-b426-190bc192dc14"');
  for (const status of ["200", "400", "404", "500", "default"]) expect(await text()).toContain(status);

  // The samples are behind a menu of languages.
  expect(await text()).toContain("createFunctionGraphClient({");
  await page.getByText("TypeScript", { exact: true }).first().click();
  await page.getByText("curl", { exact: true }).last().click();
  await expect.poll(text).toContain("curl --request POST");
  await page.getByText("curl", { exact: true }).first().click();
  await page.getByText("Payload", { exact: true }).last().click();
  await expect.poll(text).toContain('"tenantId": "user1"');

  const elsewhere = requests.filter((request) => request !== url && !/^(data|blob):/.test(request));
  expect(elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});
