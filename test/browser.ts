import { chromium, type Browser, type LaunchOptions } from "playwright-core";

/** The one that CHROMIUM names, or on Linux, Debian's. */
export const browserProgram =
  process.env["CHROMIUM"] ?? (process.platform === "linux" ? "/usr/bin/chromium" : undefined);

/** A headless browser that makes no network requests of its own. */
export const launchBrowser = (options: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({
    ...(browserProgram !== undefined && { executablePath: browserProgram }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    ...options,
  });
