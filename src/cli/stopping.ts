import { Stop } from "./failures.js";

/** npm sends a second signal when it forwards one that the terminal has sent already. */
const sameMs = 500;

/** Aborts on Ctrl-C and on SIGTERM. The second one ends the process. */
export function stopping(): AbortController {
  const controller = new AbortController();
  let stoppedAt: number | undefined;
  for (const [name, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
  ] as const) {
    process.on(name, () => {
      const now = performance.now();
      if (stoppedAt !== undefined && now - stoppedAt > sameMs) process.exit(128 + number);
      stoppedAt ??= now;
      controller.abort(new Stop(`Stopped by ${name}.`, 128 + number));
    });
  }
  // Whoever writes is told; without listeners, these would end the process with a stack.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  return controller;
}
