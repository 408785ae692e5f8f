import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { generateFiles } from "../scripts/generate.js";

/** This project's folder. */
export const project = fileURLToPath(new URL("..", import.meta.url));

export const contractPath = "openapi/functiongraph-workflow.yaml";

/** How long a parameter may be, by the contract. */
export function lengthsOf(parameter: string): { minLength: number; maxLength: number } {
  const { components } = JSON.parse(readFileSync(join(project, "generated/openapi.json"), "utf8"));
  const parameters: { name: string; schema: { minLength?: number; maxLength?: number } }[] = Object.values(
    components.parameters,
  );
  const { minLength, maxLength } = parameters.find(({ name }) => name === parameter)?.schema ?? {};
  if (minLength === undefined || maxLength === undefined)
    throw new Error(`the contract does not limit the length of ${parameter}`);
  return { minLength, maxLength };
}

export interface RunResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs node on a script of this or of a copied project. */
export function runNode(
  args: string[],
  { cwd = project, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
) {
  return new Promise<RunResult>((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
    execFile(process.execPath, args, options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}

/** A script that runs until it ends by itself or is killed, at the latest when the test ends. */
export interface RunningScript {
  /** All that it has printed. */
  output: () => string;
  /** Waits until it prints this, after what the last call found. */
  until: (pattern: RegExp) => Promise<RegExpExecArray>;
  kill: (signal: NodeJS.Signals) => void;
  /** Signals it and all that it has started, as a terminal does on Ctrl-C. Needs a process group of its own. */
  killGroup: (signal: NodeJS.Signals) => void;
  /** The processes of its group that run. */
  group: () => string[];
  /** Its exit code, or the signal that ended it. */
  ended: Promise<[code: number | null, signal: NodeJS.Signals | null]>;
}

export interface ProjectCopy {
  folder: string;
  read: (path: string) => string;
  write: (path: string, text: string) => void;
  /** Edits the contract or another file; the edit must change it. */
  edit: (change: (text: string) => string, path?: string) => void;
  /** Generates from a contract that need not lint. */
  generateFrom: (text: string) => Promise<void>;
  /** Runs one of scripts/. */
  script: (name: string, ...args: string[]) => Promise<RunResult>;
  /** Starts one of scripts/. */
  startScript: (
    name: string,
    args?: string[],
    env?: NodeJS.ProcessEnv,
    options?: { ownGroup?: boolean },
  ) => RunningScript;
}

/** A copy of the project for one test, with this one's node_modules. */
export function copyProject(): ProjectCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "project-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ["openapi", "scripts", "src", "generated", "package.json", "tsconfig.json"]) {
    cpSync(join(project, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));

  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const argsOf = (name: string, args: string[]) => [
    "--import",
    "tsx",
    join(folder, "scripts", name),
    ...args,
  ];
  return {
    folder,
    read,
    write,
    edit: (change, path = contractPath) => {
      const before = read(path);
      const after = change(before);
      if (after === before) throw new Error(`the edit does not fit ${path}`);
      write(path, after);
    },
    generateFrom: async (text) => {
      for (const [name, content] of Object.entries(await generateFiles(text)))
        write(`generated/${name}`, content);
    },
    script: (name, ...args) => runNode(argsOf(name, args), { cwd: folder }),
    startScript: (name, args = [], env = {}, { ownGroup = false } = {}) =>
      startNode(argsOf(name, args), { cwd: folder, env: { ...process.env, ...env }, detached: ownGroup }),
  };
}

function startNode(
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; detached: boolean },
): RunningScript {
  const child = spawn(process.execPath, args, options);
  const ps = () => execFileSync("ps", ["-A", "-o", "pgid=,stat=,args="], { encoding: "utf8" }).split("\n");
  // Ended ones (Z) may wait for their parent.
  const group = () => ps().filter((line) => new RegExp(`^ *${child.pid} +[^Z ]`).test(line));
  const killGroup = (signal: NodeJS.Signals) => {
    if (group().length > 0) process.kill(-child.pid!, signal);
  };
  onTestFinished(() => {
    child.kill("SIGKILL");
    if (options.detached) killGroup("SIGKILL");
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  let found = 0;
  return {
    output: () => output,
    kill: (signal) => void child.kill(signal),
    killGroup,
    group,
    ended: once(child, "close") as RunningScript["ended"],
    until: async (pattern) => {
      for (;;) {
        const match = pattern.exec(output.slice(found));
        if (match) {
          found += match.index + match[0].length;
          return match;
        }
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`ended without printing ${pattern}:\n${output}`);
        await setTimeout(20);
      }
    },
  };
}
