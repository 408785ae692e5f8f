/** Kills a program that starts a list, again and again, until the list is done. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "esbuild";
import { readJournal, type Outcome, type Summary } from "functiongraph-workflow/bulk";
import { expect, onTestFinished } from "vitest";
import { project } from "./project.js";

/** What a server did: the ids of the executions that it started, and which keys' starts were not in the journal. */
interface Account {
  started: Map<string, string[]>;
  refused: Set<string>;
  unannounced: string[];
}

/** A service that starts most inputs, refuses each twentieth, and drops, delays and fails at random. */
async function faultyService(journal: string) {
  const account: Account = { started: new Map(), refused: new Set(), unannounced: [] };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    const { key, n } = JSON.parse(text).input;
    const journalled = readFileSync(journal, "utf8")
      .split("\n")
      .filter((line) => line.includes(`"${key}"`));
    if (!journalled.at(-1)?.includes(`"is":"sending"`)) account.unannounced.push(key);
    const reply = (status: number, body: object) => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const start = () => {
      const ids = account.started.get(key) ?? [];
      account.started.set(key, [...ids, `${key}-${ids.length}`]);
      return { execution_id: `${key}-${ids.length}` };
    };
    if (n % 20 === 0) {
      account.refused.add(key);
      return reply(400, { error_code: "FSS.1001", error_msg: "no" });
    }
    const chance = Math.random();
    if (chance < 0.03) return reply(429, { error_msg: "policy user over ratelimit" });
    if (chance < 0.05) return reply(503, { error_msg: "not now" });
    if (chance < 0.07) return void request.socket.resetAndDestroy();
    const started = start();
    if (chance < 0.09) return void request.socket.resetAndDestroy();
    if (chance < 0.11) return reply(500, { error_msg: "started all the same" });
    if (chance < 0.12) return void response;
    await setTimeout(Math.random() * 20);
    return reply(200, started);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { account, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export interface KillResult {
  account: Account;
  /** By key, from the journal. */
  outcomes: Map<string, Outcome>;
  /** Of the last run. */
  summary: Summary;
  kills: number;
}

/** Starts `count` inputs, killing the program at up to `kills` random moments. */
export async function killUntilDone(count: number, kills: number, rate: number): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), "kills-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const journal = join(folder, "journal");
  const program = join(folder, "start-many.mjs");
  // In one file, as loading the sources takes far longer than a life lasts.
  const entryPoints = [join(project, "test/programs/start-many.ts")];
  const nodePaths = [join(project, "node_modules")];
  await build({ entryPoints, nodePaths, outfile: program, bundle: true, platform: "node", format: "esm" });
  const { account, url } = await faultyService(journal);

  for (let lives = 1; ; lives++) {
    const args = [program, url, journal, String(count), String(lives <= kills ? rate : 10 * rate)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    let output = "";
    let ready = () => {};
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        ready();
      });
    }
    const ended = once(child, "close");
    if (lives <= kills) {
      // Some die before they have opened the journal, or while they read it.
      await Promise.race([isReady, setTimeout(1_000)]);
      await setTimeout(Math.random() < 0.2 ? Math.random() * 5 : Math.random() * 100);
      child.kill("SIGKILL");
    }
    const [code, signal] = await ended;
    if (signal === "SIGKILL") continue;
    expect({ code, output }).toMatchObject({ code: 0 });
    const outcomes = new Map<string, Outcome>();
    for await (const outcome of readJournal(journal)) outcomes.set(outcome.key, outcome);
    return { account, outcomes, summary: JSON.parse(output.split("\n")[1]!), kills: lives - 1 };
  }
}

/** Holds the journal's account, and the last run's, to the server's. */
export function compareAccounts({ account, outcomes, summary }: KillResult, count: number): void {
  expect(account.unannounced).toEqual([]);
  expect([...account.started.values()].filter((ids) => ids.length > 1)).toEqual([]);
  expect(outcomes.size).toBe(count);
  const wrong = [...outcomes.values()].filter(({ key, outcome, executionId }) => {
    const [id] = account.started.get(key) ?? [];
    if (outcome === "started") return executionId === undefined || executionId !== id;
    if (outcome === "refused") return id !== undefined || !account.refused.has(key);
    return outcome !== "unknown";
  });
  expect(wrong).toEqual([]);
  const counted = { started: 0, refused: 0, unknown: 0, unsent: 0 };
  for (const { outcome } of outcomes.values()) counted[outcome]++;
  expect(summary).toMatchObject({ inputs: count, ...counted });
}
