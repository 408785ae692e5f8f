import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { inProject } from "../../tools.js";

/** The alternatives, each in its own folder, so that its dependencies can be weighed. */
const packages = {
  "vendor SDK": [
    "@huaweicloud/huaweicloud-sdk-core@3.1.211",
    "@huaweicloud/huaweicloud-sdk-functiongraph@3.1.211",
    // Undeclared by the SDK, which does not load without it.
    "uuid@9.0.1",
  ],
  "openapi-fetch": ["openapi-fetch@0.17.0"],
  aws4fetch: ["aws4fetch@1.0.20"],
  "client-sfn": ["@aws-sdk/client-sfn@3.1163.0"],
  prism: ["@stoplight/prism-cli@5.14.2"],
};

/** This package, and the SDK that it is measured against. */
export const ours = "functiongraph-workflow";
export const vendor = "vendor SDK";

export type Peer = keyof typeof packages | "functiongraph-workflow";
export const peers = ["functiongraph-workflow", ...Object.keys(packages)] as Peer[];

const folder = inProject("dist/bench");
export const folderOf = (peer: Peer): string => join(folder, peer.replace(" ", "-"));

const run = promisify(execFile);
const npm = (args: string[], cwd: string) =>
  run("npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"], { cwd });

/** Installs the peers that are missing, and packs and installs this package as it is now. */
export async function install({ withPrism }: { withPrism: boolean }): Promise<void> {
  for (const [peer, specifiers] of Object.entries(packages)) {
    if (peer !== "prism" || withPrism) await installInto(folderOf(peer as Peer), specifiers);
  }
  const ours = folderOf("functiongraph-workflow");
  rmSync(ours, { recursive: true, force: true });
  mkdirSync(ours, { recursive: true });
  await npm(["run", "build"], inProject());
  const { stdout } = await npm(["pack", "--json", "--pack-destination", ours], inProject());
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf("[")));
  await installInto(ours, [`./${filename}`]);
  // Internals, to measure them on their own.
  await build({
    stdin: {
      contents: `
        export { sign } from "./src/signing/sign.ts";
        export { guard } from "./src/request/guard.ts";
        export { descriptors } from "./generated/descriptors.ts";
      `,
      resolveDir: inProject(),
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: join(ours, "internals.mjs"),
  });
}

async function installInto(place: string, specifiers: string[]): Promise<void> {
  const done = join(place, "installed.json");
  if (!existsSync(done) || readFileSync(done, "utf8") !== JSON.stringify(specifiers)) {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "package.json"), JSON.stringify({ private: true, type: "module" }));
    await npm(["install", "--prefer-offline", ...specifiers], place);
    writeFileSync(done, JSON.stringify(specifiers));
  }
  cpSync(inProject("scripts/bench/contestants"), place, { recursive: true });
}

/** The number of packages in an installation, and their bytes. */
export function weigh(peer: Peer): { packages: number; bytes: number } {
  const modules = join(folderOf(peer), "node_modules");
  const lock = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8"));
  const files = readdirSync(modules, { withFileTypes: true, recursive: true }).filter(
    (entry) =>
      // Every installation has npm's own list.
      entry.isFile() && entry.name !== ".package-lock.json",
  );
  return {
    packages: Object.keys(lock.packages).length,
    bytes: files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0),
  };
}
