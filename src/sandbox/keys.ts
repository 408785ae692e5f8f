import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Credentials } from "../credentials/types.js";

/** A key that the sandbox accepts. */
export interface Key {
  credentials: Credentials;
  expiresAt: number;
}

/** The keys that a sandbox accepts: its own, and those that its metadata service has issued. */
export interface Keys {
  find: (ak: string) => Key | undefined;
  /** Makes a temporary key. */
  issue: (expiresAt: number) => Required<Credentials>;
  isToken: (token: string) => boolean;
}

/** How many temporary keys are kept; the oldest are dropped first. */
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

/** Takes the same time however much of a guess is right. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
