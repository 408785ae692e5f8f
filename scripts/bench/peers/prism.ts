import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { contractFile } from "../../tools.js";
import { folderOf } from "./peers.js";

/** Runs Prism on the contract, in one process like the sandbox, while its URL is used. */
export async function withPrism<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const port = await freePort();
  const cli = join(folderOf("prism"), "node_modules/@stoplight/prism-cli/dist/index.js");
  const args = [
    cli,
    "mock",
    contractFile,
    "--port",
    String(port),
    "--multiprocess",
    "false",
    "--verboseLevel",
    "silent",
  ];
  const env = { ...process.env, SCARF_ANALYTICS: "false", DO_NOT_TRACK: "1" };
  const prism = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${port}`;
  try {
    for (let tries = 0; ; tries++) {
      if (prism.exitCode !== null || tries > 300) throw new Error("Prism did not start");
      if (await fetch(url).catch(() => undefined)) break;
      await wait(100);
    }
    return await use(url);
  } finally {
    prism.kill();
    if (prism.exitCode === null && prism.signalCode === null) await once(prism, "exit");
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
