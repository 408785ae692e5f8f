/** The package as its users get it: packed, and installed into an empty project. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { inProject, root } from "../../scripts/tools.js";
import { npm } from "./processes.js";

const entries = ["process.mjs", "process.cjs", "function.cjs", "worker.mjs", "page.mjs"] as const;

export interface Consumer {
  /** The sandbox of the packed build. */
  createSandbox: typeof import("functiongraph-workflow/sandbox").createSandbox;
  /** The path of a file that runs the suite. */
  entry(name: (typeof entries)[number]): string;
  /** The same as one file without imports, bundled with the given conditions. */
  bundle(name: (typeof entries)[number], conditions: string[]): Promise<string>;
}

/** @param folder an empty one outside this project, so that its settings do not apply */
export async function createConsumer(folder: string, signal: AbortSignal): Promise<Consumer> {
  await npm(["pack", "--pack-destination", folder], root, signal);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"))!;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await npm(["install", "--ignore-scripts", `./${tarball}`], folder, signal);
  for (const name of [...entries, "smoke.mjs", "function"])
    cpSync(inProject("test/runtimes", name), join(folder, name), { recursive: true });

  const installed = join(folder, "node_modules/functiongraph-workflow");
  const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  // By path: here its name would resolve to this project's source.
  const { createSandbox } = await import(
    pathToFileURL(join(installed, exports["./sandbox"].default.default)).href
  );
  const entry = (name: string) => join(folder, name);
  return {
    createSandbox,
    entry,
    async bundle(name, conditions) {
      const outfile = join(folder, "bundles", name);
      await build({
        ...{ entryPoints: [entry(name)], outfile, bundle: true, format: "esm", target: "es2022" },
        // Not "node": what a page cannot import must fail here.
        ...{ platform: "browser", conditions, tsconfigRaw: {}, logLevel: "silent" },
      });
      return outfile;
    },
  };
}
