/** The suite on a page, in a headless browser. */
import { readFileSync } from "node:fs";
import { launchBrowser } from "../browser.js";
import type { Stage } from "./runtimes.js";
import type { Report, Setup } from "./types.js";

declare const run: (setup: Setup) => Promise<Report>;

export async function inChromium(
  executablePath: string,
  { consumer, gate, setup, signal }: Stage,
): Promise<Report> {
  const content = readFileSync(await consumer.bundle("page.mjs", ["browser"]), "utf8");
  const browser = await launchBrowser({
    executablePath,
    // They would end this process before it has cleaned up.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
  });
  const close = () => void browser.close();
  signal.addEventListener("abort", close);
  try {
    signal.throwIfAborted();
    const page = await browser.newPage();
    await page.goto(gate);
    await page.addScriptTag({ content, type: "module" });
    // A page may only call its own origin, unless the service allows others.
    return await page.evaluate((setup) => run(setup), { ...setup, endpoint: gate });
  } finally {
    signal.removeEventListener("abort", close);
    await browser.close();
  }
}
