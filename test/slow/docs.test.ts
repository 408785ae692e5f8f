/** The reference in a real browser: Debian's chromium, or the one that CHROMIUM names. */
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { translateLabels } from "../../scripts/docs.js";
import { launchBrowser } from "../browser.js";
import { lengthsOf, project, runNode } from "../project.js";

let browser: Browser;
beforeAll(async () => {
  expect(await runNode(["--import", "tsx", join(project, "scripts/docs.ts")])).toMatchObject({ code: 0 });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a page, and records its requests and errors. */
async function openPage(url: string, colorScheme: "light" | "dark" = "light") {
  const page = await browser.newPage({ colorScheme });
  onTestFinished(() => page.close());
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  await page.goto(url);
  return { page, requests, errors };
}

const openOperation = async (page: Page, tag: string, summary: string) => {
  await page.getByText(tag, { exact: true }).first().click();
  await page.getByText(summary).first().click();
};

/** Without the spaces that let long words wrap. */
const textOf = async (page: Page) => (await page.locator("body").innerText()).replace(/[\u200b\s]+/g, " ");

const fileUrl = (name: string) => pathToFileURL(join(project, "dist/docs", name)).href;

const notFrom = (url: string, requests: string[]) =>
  requests.filter((request) => request !== url && !/^(data|blob):/.test(request));

/** Of a text to its background, as WCAG defines it. */
const contrast = (text: Locator) =>
  text.evaluate((element) => {
    const luminance = (color: string) => {
      const [r, g, b] = color.match(/\d+/g)!.map((one) => {
        const part = Number(one) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const [a, b] = [
      getComputedStyle(element).color,
      getComputedStyle(element.parentElement!).backgroundColor,
    ].map(luminance);
    return (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05);
  });

/** Lengths as Redoc writes them. */
function characters(parameter: string): string {
  const { minLength, maxLength } = lengthsOf(parameter);
  return `[ ${minLength} .. ${maxLength} ] characters`;
}

test("shows the operation, its limits, its example and its code samples, and makes no request", async () => {
  const url = fileUrl("index.html");
  const { page, requests, errors } = await openPage(url);
  await openOperation(page, "Start", "Execute a workflow asynchronously");

  const text = () => textOf(page);
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

  expect(notFrom(url, requests)).toEqual([]);
  expect(errors).toEqual([]);
});

test("shows the same in Chinese, labels and comments included", async () => {
  const url = fileUrl("zh-CN.html");
  const { page, requests, errors } = await openPage(url);
  await page.getByText("终端节点").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  expect(await page.title()).toBe("FunctionGraph 函数流 API 参考");
  expect(await page.getByText("**").count()).toBe(0);
  await openOperation(page, "启动", "异步执行函数流");

  const text = () => textOf(page);
  await expect.poll(text).toContain(`project_id string, ${characters("project_id")} 必选`);
  for (const label of ["请求", "响应", "路径参数", "查看认证方式", "示例:", "复制"])
    expect(await text()).toContain(label);
  expect(await text()).toContain("非幂等。每个被接受的请求都会启动一次新的执行");
  expect(await text()).toContain("// 访问密钥从 HUAWEICLOUD_SDK_AK 和 HUAWEICLOUD_SDK_SK 读取。");
  expect(await text()).toContain("createFunctionGraphClient({");
  // No sentence was left in English. Types and some labels are built into Redoc.
  expect(await text()).not.toMatch(/\b(the|of|is|are|required|Responses|Example)\b/);

  await page.getByText("查看认证方式").first().click();
  await page.getByText("算法见华为云的《API 签名指南》。").first().waitFor();
  expect(notFrom(url, requests)).toEqual([]);
  expect(errors).toEqual([]);
});

test.each(["light", "dark"] as const)(
  "leads from one language to the other and back, in %s",
  async (colorScheme) => {
    const { page, requests, errors } = await openPage(fileUrl("index.html"), colorScheme);
    await openOperation(page, "Steer", "Stop an execution");
    await expect.poll(() => textOf(page)).toContain("its status becomes cancel");
    const toChinese = page.getByRole("navigation", { name: "Other pages" }).getByRole("link");
    expect(await toChinese.count()).toBe(1);
    expect(await contrast(toChinese)).toBeGreaterThan(3);

    await toChinese.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "停止执行" }).waitFor();
    await expect.poll(() => textOf(page)).toContain("它的状态会变为 cancel");
    expect(page.url()).toContain("zh-CN.html#");

    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "Stop an execution" }).waitFor();
    expect(page.url()).toContain("index.html#");
    expect(requests.filter((request) => !/^(file|data|blob):/.test(request))).toEqual([]);
    expect(errors).toEqual([]);
  },
);

test("a Redoc that looks its labels up in another way is not left in English", () => {
  expect(() => translateLabels("<html></html>")).toThrow("0 times, not once");
});
