import { chromium, type Browser, type LaunchOptions } from "playwright-core";

/** Debian's, or the one that CHROMIUM names; elsewhere than on Linux only that. */
export const browserProgram =
  process.env["CHROMIUM"] ?? (process.platform === "linux" ? "/usr/bin/chromium" : undefined);

/** A browser without a window, which asks the network for nothing of its own. */
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
