/** The suite in workerd, the runtime of Cloudflare Workers. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { quietEnvironment } from "./processes.js";
import type { Stage } from "./runtimes.js";
import type { Report } from "./types.js";

/** Without Node compatibility, and with access only to this machine. */
const config = `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = .suite),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "suite")],
);
const suite :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2026-01-01",
);
`;

export async function inWorkerd(
  program: string,
  { consumer, folder, setup, signal }: Stage,
): Promise<Report> {
  // As Cloudflare's own tools bundle.
  copyFileSync(
    await consumer.bundle("worker.mjs", ["workerd", "worker", "browser"]),
    join(folder, "worker.mjs"),
  );
  writeFileSync(join(folder, "config.capnp"), config);

  // It reports its port on a separate descriptor.
  const child = spawn(program, ["serve", "--control-fd=3", "config.capnp"], {
    ...{ cwd: folder, env: quietEnvironment(folder), signal, killSignal: "SIGKILL" },
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const closed = once(child, "close");
  try {
    const lines = createInterface({ input: child.stdio[3] as Readable, signal });
    const listening = once(lines, "line").then(([line]) => JSON.parse(String(line)).port as number);
    const port = await Promise.race([
      listening,
      closed.then(([code]) => Promise.reject(new Error(`workerd ended with code ${code}`))),
    ]);
    const body = JSON.stringify(setup);
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body, signal });
    const text = await response.text();
    if (!response.ok) throw new Error(`workerd responded with ${response.status} ${text}`);
    return JSON.parse(text) as Report;
  } finally {
    child.kill("SIGKILL");
    await closed.catch(() => {});
  }
}
