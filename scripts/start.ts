/**
 * `npm start`: from the contract to a signed call, and again on every change.
 *
 * Lints, generates if needed, builds the docs, and starts scripts/serve.ts, which serves the docs and the
 * sandbox and makes one signed call. Then watches openapi/: after a change, it generates again and restarts
 * the server on the same port, with the new client. If the contract has a mistake, it is printed and the last
 * good server stays.
 *
 *   PORT     the port; by default 4010, or the next free one
 *   --once   stop after the call; exit code 0 if everything succeeded
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { buildDocs } from "./docs.js";
import { generate, watchContract } from "./generate.js";
import { inProject } from "./tools.js";
import type { Served } from "./serve.js";

const options = process.argv.slice(2);
const onlyOnce = options.includes("--once");
if (options.some((option) => option !== "--once")) {
  console.error(`unknown option ${options.join(" ")}: the only option is --once`);
  process.exit(2);
}

let server: ChildProcess | undefined;
let port = process.env["PORT"] || undefined;

/** One turn: contract, client, docs, server, call. False if one of them failed. */
async function turn(): Promise<boolean> {
  if (!(await generate()).ok) return false;
  await buildDocs();
  await stopServer();
  const started = fork(inProject("scripts/serve.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...(port && { PORT: port }) },
  });
  server = started;
  const [served] = (await Promise.race([once(started, "message"), once(started, "exit")])) as [
    Served | number | null,
  ];
  if (served === null || typeof served === "number") {
    server = undefined;
    return false;
  }
  // Keeps the port, so that an open page finds the server again.
  port = String(served.port);
  return served.called;
}

async function stopServer(): Promise<void> {
  const running = server;
  server = undefined;
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  const exit = once(running, "exit");
  running.kill("SIGTERM");
  await exit;
}

let turns: Promise<boolean> = Promise.resolve(true);
const queueTurn = () =>
  (turns = turns.then(turn).catch((error: Error) => {
    console.error(error.message);
    return false;
  }));

async function end(code: number): Promise<never> {
  await stopServer();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end(0));

// Watching begins before the first turn, so that no edit is missed.
if (!onlyOnce) {
  watchContract(() => {
    console.log("\nThe contract has changed.");
    void queueTurn();
  });
}
const well = await queueTurn();
if (onlyOnce) await end(well ? 0 : 1);
console.log(
  "Watching openapi/: edit the contract, and the client, docs and sandbox follow. Press Ctrl-C to stop.",
);
