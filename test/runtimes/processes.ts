import { execFile } from "node:child_process";
import { basename } from "node:path";
import { promisify } from "node:util";

/** The programs' environment, without telemetry and update checks. */
export const quietEnvironment = (home: string): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  HOME: home,
  NO_COLOR: "1",
  DO_NOT_TRACK: "1",
  DENO_DIR: home,
  DENO_NO_UPDATE_CHECK: "1",
});

/** Runs a program to its end and returns its output; if it fails, its error output is the message. */
export async function run(
  file: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(file, args, { ...options, maxBuffer: 2 ** 26 });
    return stdout.trim();
  } catch (cause) {
    const said = cause instanceof Error && "stderr" in cause && String(cause.stderr).trim();
    throw said ? new Error(`${basename(file)} failed: ${said}`) : cause;
  }
}

export async function npm(args: string[], cwd: string, signal: AbortSignal): Promise<void> {
  const quiet = ["--loglevel=error", "--no-audit", "--no-fund", "--no-update-notifier", "--prefer-offline"];
  await run("npm", [...args, ...quiet], { cwd, env: process.env, signal });
}
