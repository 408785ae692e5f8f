import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** This project's folder. */
export const project = fileURLToPath(new URL("..", import.meta.url));

export const contractPath = "openapi/functiongraph-workflow.yaml";

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

export interface ProjectCopy {
  folder: string;
  read: (path: string) => string;
  write: (path: string, text: string) => void;
  /** Edits the contract, or another file. */
  edit: (change: (text: string) => string, path?: string) => void;
  /** Runs one of scripts/. */
  script: (name: string, ...args: string[]) => Promise<RunResult>;
  /** Starts one of scripts/ and lets it run; it is killed when the test ends. */
  startScript: (
    name: string,
    args: string[],
    env?: NodeJS.ProcessEnv,
  ) => ChildProcess & { output: () => string };
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
    edit: (change, path = contractPath) => write(path, change(read(path))),
    script: (name, ...args) => runNode(argsOf(name, args), { cwd: folder }),
    startScript: (name, args, env = {}) => {
      const child = spawn(process.execPath, argsOf(name, args), {
        cwd: folder,
        env: { ...process.env, ...env },
      });
      onTestFinished(() => void child.kill("SIGKILL"));
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text) => (output += text));
      return Object.assign(child, { output: () => output });
    },
  };
}
