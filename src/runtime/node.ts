/** What this package needs from Node, or from Deno's Node APIs. */
import { filesOf, type Files } from "./files.js";
import type { Environment, Hashing } from "./types.js";

export { httpTransport as transport } from "./http.js";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 18 || (major === 18 && minor < 15)) {
  throw new Error(
    `functiongraph-workflow needs Node 18.15 or newer; this is Node ${process.versions.node}. Update Node.`,
  );
}

/** Whether an `http.Agent` can be passed. */
export const takesAgent = true;

export const environment = (): Environment => process.env;

let loaded: Hashing | undefined;

export const hashing = async (): Promise<Hashing> => (loaded ??= hashingOf(await import("node:crypto")));

function hashingOf({ createHash, createHmac, hash }: typeof import("node:crypto")): Hashing {
  return {
    // Half the cost of createHash; added in Node 20.12.
    sha256Hex: hash
      ? (data) => hash("sha256", data, "hex")
      : (data) => createHash("sha256").update(data).digest("hex"),
    hmacSha256Hex: (key, data) => createHmac("sha256", key).update(data).digest("hex"),
  };
}

export const files = async (): Promise<Files> =>
  filesOf(...(await Promise.all([import("node:fs"), import("node:os"), import("node:path")])));
