import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Credentials } from "../credentials/types.js";

/** A key that opens the sandbox. */
export interface Key {
  credentials: Credentials;
  expiresAt: number;
}

/** The keys that a sandbox knows: its own, and those that its metadata service has handed out. */
export interface Keys {
  find: (ak: string) => Key | undefined;
  /** Makes a temporary key. */
  issue: (expiresAt: number) => Required<Credentials>;
  isToken: (token: string) => boolean;
}

/** So many temporary keys are kept; older ones are forgotten. */
const keptKeys = 1_000;

export function createKeys(own: Credentials, token: string): Keys {
  const keys = new Map<string, Key>();
  return {
    find: (ak) => (ak === own.ak ? { credentials: own, expiresAt: Infinity } : keys.get(ak)),
    issue: (expiresAt) => {
      const random = (bytes: number) => randomBytes(bytes).toString("hex").toUpperCase();
      const credentials = { ak: `TEMP${random(8)}`, sk: random(20), securityToken: `token-${random(32)}` };
      keys.set(credentials.ak, { credentials, expiresAt });
      if (keys.size > keptKeys) keys.delete(keys.keys().next().value!);
      return credentials;
    },
    isToken: (given) => isSame(given, token),
  };
}

/** Compares in a time that does not tell how much of a guess was right. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
