/**
 * `npm run build`: what ships, in dist/: declarations by TypeScript, and the code by esbuild, in one file
 * for each kind of runtime, as a program's start takes longer with each file that it loads.
 */
import { rm } from "node:fs/promises";
import { build, type BuildOptions } from "esbuild";
import { inProject, root, runTool } from "./tools.js";

const source = {
  crypto: { node: "./src/runtime/crypto-node.ts", web: "./src/runtime/crypto-web.ts" },
  transport: { node: "./src/runtime/transport-node.ts", web: "./src/runtime/fetch.ts" },
  credentials: {
    process: "./src/credentials/default/process.ts",
    browser: "./src/credentials/default/browser.ts",
  },
};

/** What the names with a # stand for, by kind of runtime. */
const runtimes = {
  node: [source.crypto.node, source.transport.node, source.credentials.process],
  web: [source.crypto.web, source.transport.web, source.credentials.process],
  browser: [source.crypto.web, source.transport.web, source.credentials.browser],
} as const;

async function bundle(
  name: string,
  entry: string,
  [crypto, transport, credentials]: readonly [string, string, string],
  options: BuildOptions = {},
): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { [name]: entry },
    outdir: "dist",
    alias: { "#crypto": crypto, "#transport": transport, "#default-credentials": credentials },
    // Without its `paths`, which choose for Node.
    tsconfigRaw: {},
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "neutral",
    target: "es2022",
    logLevel: "warning",
    ...options,
  });
}

await rm(inProject("dist/types"), { recursive: true, force: true });
const { code, stdout, stderr } = await runTool("tsc", ["--project", inProject("src/tsconfig.json")]);
if (code === 0) {
  for (const [name, parts] of Object.entries(runtimes)) await bundle(name, "src/index.ts", parts);
  await bundle("sandbox", "src/sandbox/index.ts", runtimes.node, {
    plugins: [
      {
        name: "the package's own errors",
        // For users the classes have to be the same, wherever an error comes from.
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/errors\.js$/ }, () => ({ path: "functiongraph-workflow", external: true })),
      },
    ],
  });
} else {
  console.error(`${stdout}${stderr}`);
  process.exitCode = 1;
}
