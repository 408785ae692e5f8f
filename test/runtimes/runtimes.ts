/** How each runtime is started. */
import { existsSync } from "node:fs";
import { browserProgram } from "../browser.js";
import { inChromium } from "./chromium.js";
import type { Consumer } from "./consumer.js";
import { programOf } from "./installed.js";
import { quietEnvironment, run } from "./processes.js";
import type { Report, Setup, Traits } from "./types.js";
import { inWorkerd } from "./workerd.js";

/** What starting a runtime takes. */
export interface Stage {
  consumer: Consumer;
  /** An empty folder, for whatever it writes. */
  folder: string;
  /** Serves pages, beside the sandbox. */
  gate: string;
  setup: Setup;
  signal: AbortSignal;
}

export interface Runtime {
  name: string;
  /** Its program; `undefined` where it is left out on this platform. */
  program: string | undefined;
  /** Asks for its version. */
  version: string[];
  traits: Traits;
  start: (program: string, stage: Stage) => Promise<Report>;
}

/** A runtime that has programs, with what goes before the program's name. */
const asProcess =
  (...args: string[]): Runtime["start"] =>
  async (program, { consumer, folder, setup, signal }) => {
    const all = [...args, consumer.entry("process.mjs"), JSON.stringify(setup)];
    return JSON.parse(await run(program, all, { cwd: folder, env: quietEnvironment(folder), signal }));
  };

const telling: Traits = { tellsRefusal: true, repeats: false };

const node = (major: 20 | 22 | 24): Runtime => ({
  name: `Node ${major}`,
  program: programOf(`node-${major}`),
  version: ["--version"],
  traits: telling,
  start: asProcess(),
});

export const runtimes: Runtime[] = [
  ...[node(20), node(22), node(24)],
  {
    name: "Bun",
    program: programOf("bun"),
    version: ["--version"],
    traits: telling,
    start: asProcess("run", "--no-install"),
  },
  {
    name: "Deno",
    program: programOf("deno"),
    version: ["--version"],
    traits: telling,
    // All that the client may do there is to reach the service and to read its environment.
    start: asProcess(
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

/** Why a runtime cannot be started although it should be there. */
export const missing = ({ program }: Runtime): string | undefined =>
  program === undefined || existsSync(program) ? undefined : `there is no ${program}`;
