/** What this package needs from a runtime with fetch and WebCrypto: Bun, workers and others. */
import { fetchTransport } from "./fetch.js";
import { filesOf, type Files } from "./files.js";
import type { Environment, Hashing, Transport } from "./types.js";

/** Looks up `fetch` for each request, as it may be replaced later. */
export const transport: Transport = (request, options) =>
  fetchTransport((url, init) => globalThis.fetch(url, init))(request, options);

export const takesAgent = false;

/** Bun has one, and workers may; elsewhere it is empty. */
export const environment = (): Environment =>
  (globalThis as { process?: { env?: Environment } }).process?.env ?? {};

const utf8 = new TextEncoder();
const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

const webHashing: Hashing = {
  sha256Hex: async (data) => hex(await crypto.subtle.digest("SHA-256", bytes(data))),
  hmacSha256Hex: async (key, data) => {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const imported = await crypto.subtle.importKey("raw", bytes(key), algorithm, false, ["sign"]);
    return hex(await crypto.subtle.sign("HMAC", imported, bytes(data)));
  },
};

export const hashing = async (): Promise<Hashing> => webHashing;

const bytes = (data: string | Uint8Array) =>
  (typeof data === "string" ? utf8.encode(data) : data) as Uint8Array<ArrayBuffer>;

const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => hexDigits[byte]).join("");

/** Reaches files where there are any, as in Bun, without an import that other runtimes cannot resolve. */
interface Builtins {
  (name: "node:fs"): typeof import("node:fs");
  (name: "node:os"): typeof import("node:os");
  (name: "node:path"): typeof import("node:path");
}

export async function files(): Promise<Files | undefined> {
  const { process } = globalThis as { process?: { getBuiltinModule?: Builtins } };
  const builtin = process?.getBuiltinModule;
  return builtin && filesOf(builtin("node:fs"), builtin("node:os"), builtin("node:path"));
}
