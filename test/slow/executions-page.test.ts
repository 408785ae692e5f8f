/** The page at /executions in a real browser: Debian's chromium, or the one that CHROMIUM names. */
import type { Browser, Page } from "playwright-core";
import type { SandboxOptions, WorkflowContext } from "functiongraph-workflow/sandbox";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../browser.js";
import { clientOf, startSandbox } from "../helpers.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const workflows = {
  "order-flow": async (input: { bad?: boolean }, context: WorkflowContext) => {
    await context.step("Reserve", () => ({ reserved: true }));
    await context.step("Charge <b>card</b>", () => {
      if (input.bad && context.attempt === 1) throw new Error("<img src=x onerror=alert(1)>");
      return { paid: true };
    });
    return { total: 42 };
  },
  "approval-flow": async (_: object, { step, callback }: WorkflowContext) => {
    const output = await callback("approval");
    await step("Ship", () => ({ shipped: true }));
    await callback("receipt");
    return output;
  },
};

/** Opens the page, and records its requests and errors. */
async function open(colorScheme: "light" | "dark" = "light", options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ workflows, ...options });
  const page: Page = await browser.newPage({ colorScheme });
  onTestFinished(() => page.close());
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("dialog", (dialog) => void errors.push(dialog.message()));
  await page.goto(`${sandbox.url}/executions`);
  return { sandbox, page, requests, errors, article: page.locator("article") };
}

const statusIs = (page: Page, status: string) =>
  page.locator("article .status", { hasText: new RegExp(`^${status}$`) }).waitFor();

test("an execution from start to end: form, live status, nodes, values, retry", async () => {
  const { sandbox, page, requests, errors, article } = await open();
  await page.getByText("None yet").waitFor();
  expect(await page.getByLabel("Workflow").inputValue()).toBe("order-flow");
  await page.getByLabel("Input, as JSON").fill('{ "bad": true }');
  await page.getByRole("button", { name: "Start" }).click();
  await statusIs(page, "fail");

  await article.locator("summary").click();
  await page.getByText("<img src=x onerror=alert(1)>").first().waitFor();
  expect(await article.locator(".node").count()).toBe(2);
  expect(await article.locator(".node").last().getAttribute("aria-label")).toMatch(
    /^Charge <b>card<\/b>: fail, /,
  );
  await page.getByRole("button", { name: "Retry" }).click();
  await statusIs(page, "success");
  await page.getByText('"total": 42').waitFor();
  expect(await article.locator("summary").textContent()).toContain("order-flow, attempt 2");
  expect(sandbox.executions).toMatchObject([{ status: "success", attempt: 2 }]);

  expect(errors).toEqual([]);
  expect(
    requests.filter((url) => !url.startsWith(`${sandbox.url}/executions`) && !url.startsWith("data:")),
  ).toEqual([]);
});

test("what clients start appears by itself, open executions stay open, and one can be stopped", async () => {
  const { sandbox, page, errors, article } = await open("dark");
  const functiongraph = clientOf(sandbox);
  await functiongraph.start("approval-flow", { n: 1 });
  await statusIs(page, "running");
  await article.locator("summary").click();
  const stop = page.getByRole("button", { name: "Stop" });
  await stop.focus();
  await functiongraph.start("order-flow", { n: 2 });
  await statusIs(page, "success");
  expect(await article.count()).toBe(2);
  // The newest is first; the other one kept its place in the reader's hands.
  expect(await article.first().locator(".workflow").textContent()).toBe("order-flow");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Stop");
  await page.keyboard.press("Enter");
  await statusIs(page, "cancel");
  expect(await page.getByRole("status").textContent()).toBe("2 executions");
  expect(errors).toEqual([]);
});

test("an open execution is kept up to date when its time stands still", async () => {
  const now = Date.now();
  const { sandbox, page, errors, article } = await open("light", { clock: () => now });
  const functiongraph = clientOf(sandbox);
  const { id } = await functiongraph.start("approval-flow", {});
  await statusIs(page, "running");
  await article.locator("summary").click();
  await article.getByLabel(/^approval: running/).waitFor();
  await functiongraph.createCallbackWorkflow({
    path: { workflow_id: "approval-flow" },
    header: { "X-Workflow-Run-Id": id, "X-Workflow-State-Id": "approval" },
    body: { result: "success", output: {} },
  });
  await article.getByLabel(/^Ship: success/).waitFor();
  await article.getByText('"shipped": true').waitFor();
  expect(errors).toEqual([]);
});

test("mistakes are said, and the end of the sandbox is", async () => {
  const { sandbox, page } = await open();
  await page.getByLabel("Input, as JSON").fill("nope");
  await page.getByRole("button", { name: "Start" }).click();
  const alert = page.getByRole("alert");
  await alert.getByText("The input is not JSON").waitFor();
  await page.getByLabel("Input, as JSON").fill("[1]");
  await page.getByRole("button", { name: "Start" }).click();
  await alert.getByText("body.input must be an object, not an array").waitFor();
  await page.getByLabel("Workflow").fill("nowhere");
  await page.getByLabel("Input, as JSON").fill("{}");
  await page.getByRole("button", { name: "Start" }).click();
  await alert.getByText("Function flow not found").waitFor();
  await sandbox.close();
  await alert.getByText("The sandbox does not respond").waitFor();
});

test("is readable in light and in dark", async () => {
  for (const scheme of ["light", "dark"] as const) {
    const { page } = await open(scheme);
    const [text, ground] = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      const luminance = (rgb: string) => {
        const [r = 0, g = 0, b = 0] = (rgb.match(/[\d.]+/g) ?? []).map((each) => {
          const one = Number(each) / 255;
          return one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return [luminance(color), luminance(backgroundColor)] as const;
    });
    // WCAG's AAA.
    expect((Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05)).toBeGreaterThan(7);
    expect(text < ground).toBe(scheme === "light");
  }
});
