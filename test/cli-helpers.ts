/** The command, built as it ships and run as a process of its own. */
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Sandbox } from "functiongraph-workflow/sandbox";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { buildCode } from "../scripts/build.js";
import { inProject } from "../scripts/tools.js";

/** A project of a user, with the package. */
export const folder = mkdtempSync(join(tmpdir(), "cli-"));
export const installed = join(folder, "node_modules/functiongraph-workflow");
export const cli = join(installed, "dist/cli.js");

beforeAll(async () => {
  mkdirSync(join(installed, "dist"), { recursive: true });
  copyFileSync(inProject("package.json"), join(installed, "package.json"));
  symlinkSync(inProject("node_modules/openapi-fetch"), join(folder, "node_modules/openapi-fetch"));
  await buildCode(join(installed, "dist"), ["cli.js", "node.js", "sandbox.js", "bulk.js"]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcessWithoutNullStreams;
  stdout: () => string;
  /** Waits until stdout has this. */
  until: (pattern: RegExp) => Promise<RegExpExecArray>;
  ended: Promise<Ended>;
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  input?: string;
  /** Whether more input may come. */
  open?: boolean;
}

/** Starts a program; it is killed when the test ends. */
export function startProgram(program: string, args: string[], options: RunOptions = {}): Running {
  const { cwd = folder, env = {}, input = "", open = false } = options;
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdin.on("error", () => {});
  child.stdin.write(input);
  if (!open) child.stdin.end();
  const ended = once(child, "close").then(([code]): Ended => ({ code, stdout, stderr }));
  const until = async (pattern: RegExp) => {
    for (;;) {
      const match = pattern.exec(stdout);
      if (match) return match;
      if (child.stdout.closed) throw new Error(`ended without printing ${pattern}: ${stdout}${stderr}`);
      const more = Promise.race([once(child.stdout, "data"), once(child.stdout, "close")]);
      await Promise.race([
        more,
        setTimeout(10_000, undefined, { ref: false }).then(() => Promise.reject(late(pattern))),
      ]);
    }
  };
  const late = (pattern: RegExp) => new Error(`does not print ${pattern}: ${stdout}${stderr}`);
  return { child, stdout: () => stdout, until, ended };
}

export const start = (args: string[], options?: RunOptions): Running =>
  startProgram(process.execPath, [cli, ...args], options);

export const run = (args: string[], options?: RunOptions): Promise<Ended> => start(args, options).ended;

/** What makes the command call a sandbox, with `--region cn-north-4`. */
export const environmentOf = ({ url, credentials, projectId }: Sandbox): NodeJS.ProcessEnv => ({
  HUAWEICLOUD_SDK_AK: credentials.ak,
  HUAWEICLOUD_SDK_SK: credentials.sk,
  HUAWEICLOUD_SDK_PROJECT_ID: projectId,
  HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_CN_NORTH_4: url,
});

export const region = ["--region", "cn-north-4"];

/** The JSON in each line. */
export const jsonLines = (text: string): any[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
