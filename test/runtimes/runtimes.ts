/** How each runtime is started. */
import { existsSync } from "node:fs";
import type { Sandbox } from "functiongraph-workflow/sandbox";
import { browserProgram } from "../browser.js";
import { inChromium } from "./chromium.js";
import type { Consumer } from "./consumer.js";
import { asFunction } from "./function.js";
import { programOf } from "./installed.js";
import { quietEnvironment, run } from "./processes.js";
import type { Check, Report, Setup, Traits } from "./types.js";
import { inWorkerd } from "./workerd.js";

/** What a runtime needs to start. */
export interface Stage {
  consumer: Consumer;
  /** An empty folder, for whatever it writes. */
  folder: string;
  /** Serves pages, as well as the sandbox. */
  gate: string;
  sandbox: Sandbox;
  setup: Setup;
  signal: AbortSignal;
}

export interface Runtime {
  name: string;
  /** Its program; `undefined` if there is none for this platform. */
  program: string | undefined;
  /** Asks for its version. */
  version: string[];
  traits: Traits;
  start: (program: string, stage: Stage) => Promise<Report>;
}

/** A runtime that runs programs, with the arguments before the program's name. */
const asProcess =
  (entry: "process.mjs" | "process.cjs", ...args: string[]): Runtime["start"] =>
  async (program, { consumer, folder, setup, signal }) => {
    const all = [...args, consumer.entry(entry), JSON.stringify(setup)];
    return JSON.parse(await run(program, all, { cwd: folder, env: quietEnvironment(folder), signal }));
  };

/** It uses our own transport, which can prove that nothing was sent. */
const telling: Traits = { tellsRefusal: true, repeats: false };

/** ES modules, CommonJS, and a function as FunctionGraph runs it. */
const node = (version: "18.15" | "20.15" | "22.18" | "24" | "26"): Runtime => ({
  name: `Node ${version}`,
  program: programOf(`node-${version}`),
  version: ["--version"],
  traits: telling,
  start: async (program, stage) => {
    const report = await asProcess("process.mjs")(program, stage);
    const commonJs = await asProcess("process.cjs")(program, stage);
    const invoked = await asFunction(program, stage);
    return {
      checks: [
        ...report.checks,
        ...commonJs.checks.map((check) => ({ ...check, name: `${check.name} (CommonJS)` })),
        invoked.check,
      ],
      authorization: report.authorization,
      started: [...report.started, ...commonJs.started, ...invoked.started],
    };
  },
});

/** A version that this package does not run on: the first import says so. */
const oldNode: Runtime = {
  name: "Node 16, which is too old",
  program: programOf("node-16"),
  version: ["--version"],
  traits: telling,
  start: async (program, { consumer, folder, signal }) => {
    const checks: Check[] = [];
    for (const entry of ["process.mjs", "process.cjs"] as const) {
      const options = { cwd: folder, env: quietEnvironment(folder), signal };
      const said = await run(program, [consumer.entry(entry), "{}"], options).catch(String);
      const ok = said.includes("functiongraph-workflow needs Node 18.15 or newer");
      checks.push({ name: `says what it needs: ${entry}`, ok, detail: ok ? "" : said });
    }
    return { checks, authorization: undefined, started: [] };
  },
};

export const runtimes: Runtime[] = [
  ...[node("18.15"), node("20.15"), node("22.18"), node("24"), node("26"), oldNode],
  {
    name: "Bun",
    program: programOf("bun"),
    version: ["--version"],
    // A fetch may resend a request by itself, so its failures prove nothing.
    traits: { tellsRefusal: false, repeats: false },
    start: asProcess("process.mjs", "run", "--no-install"),
  },
  {
    name: "Deno",
    program: programOf("deno"),
    version: ["--version"],
    traits: telling,
    // The client may only reach the service and read its environment.
    start: asProcess(
      "process.mjs",
      ...["run", "--quiet", "--no-prompt", "--no-remote", "--no-lock", "--node-modules-dir=manual"],
      ...["--allow-net=127.0.0.1", "--allow-env"],
    ),
  },
  {
    name: "workerd",
    program: programOf("workerd"),
    version: ["--version"],
    traits: { tellsRefusal: false, repeats: false },
    start: inWorkerd,
  },
  {
    name: "Chromium",
    program: browserProgram,
    version: ["--version"],
    traits: { tellsRefusal: false, repeats: true },
    start: inChromium,
  },
];

/** Why a runtime that should be there cannot be started. */
export const missing = ({ program }: Runtime): string | undefined =>
  program === undefined || existsSync(program) ? undefined : `there is no ${program}`;
