import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { folderOf, peers, weigh, type Peer } from "../peers/peers.js";

const entries = {
  "functiongraph-workflow, the client": [
    "functiongraph-workflow",
    `export { createFunctionGraphClient } from "functiongraph-workflow"`,
  ],
  "functiongraph-workflow, signRequest alone": [
    "functiongraph-workflow",
    `export { signRequest } from "functiongraph-workflow"`,
  ],
  "openapi-fetch": ["openapi-fetch", `export { default } from "openapi-fetch"`],
  aws4fetch: ["aws4fetch", `export { AwsClient } from "aws4fetch"`],
  "client-sfn": ["client-sfn", `export { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn"`],
  "vendor SDK": [
    "vendor SDK",
    `export { FunctionGraphClient } from "@huaweicloud/huaweicloud-sdk-functiongraph"`,
  ],
} as const satisfies Record<string, readonly [Peer, string]>;

/** The packages and bytes of each installation. */
export const measureInstalled = () =>
  peers.filter((peer) => peer !== "prism").map((peer) => ({ peer, ...weigh(peer) }));

/** Bytes for a browser, minified and gzipped; `undefined` if it does not bundle. */
export async function measureBundles() {
  const all: { name: string; bytes: number | undefined }[] = [];
  for (const [name, [peer, contents]] of Object.entries(entries)) {
    all.push({ name, bytes: await bundledBytes(contents, folderOf(peer)).catch(() => undefined) });
  }
  return all;
}

async function bundledBytes(contents: string, resolveDir: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    // The folders are inside this project, whose tsconfig.json maps names to sources.
    tsconfigRaw: {},
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}
