import { spawn, type ChildProcess } from "node:child_process";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

/** The project's folder, absolute. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** A path inside the project. */
export const inProject = (...parts: string[]): string =>
  fileURLToPath(new URL(parts.join("/"), new URL("..", import.meta.url)));

/** A path relative to the working directory, for messages. */
export const shown = (path: string): string => relative(process.cwd(), path) || ".";

export const contractFile = inProject("openapi", "functiongraph-workflow.yaml");

const bins = {
  redocly: "node_modules/@redocly/cli/bin/cli.js",
  spectral: "node_modules/@stoplight/spectral-cli/dist/index.js",
};

/** Turns off the tools' telemetry and update notices. */
const quiet = {
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  SCARF_ANALYTICS: "false",
  DO_NOT_TRACK: "1",
};

export interface ToolResult {
  code: number;
  stdout: string;
  stderr: string;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** On Ctrl-C and SIGTERM, ends this process by process.exit(), so that no tool outlives it. */
export function endOnSignals(exitCode?: number): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, (_name: string, number: number) => process.exit(exitCode ?? 128 + number));
  }
}

/** Runs one of the command line tools in the project's folder and collects its output. */
export function runTool(name: keyof typeof bins, args: string[]): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inProject(bins[name]), ...args], {
      cwd: root,
      env: { ...process.env, ...quiet },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      // Colours would be noise in a page, and are on wherever FORCE_COLOR is set.
      resolve({
        code: code ?? 1,
        stdout: stripVTControlCharacters(stdout),
        stderr: stripVTControlCharacters(stderr),
      });
    });
  });
}

/** True in the module that node was started with. */
export const isMain = (meta: ImportMeta): boolean => process.argv[1] === fileURLToPath(meta.url);
