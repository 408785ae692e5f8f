import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Reply } from "./http.js";
import { isSame, type Keys } from "./keys.js";

/** The ECS metadata service: a token first, and for the token a temporary key. */
export function createMetadata(keys: Keys, clock: () => number, lifetimeMs: number) {
  const token = randomBytes(24).toString("hex");
  return {
    token: ({ headers }: IncomingMessage): Reply => {
      const seconds = headers["x-metadata-token-ttl-seconds"];
      const body = "X-Metadata-Token-Ttl-Seconds has to be from 1 to 21600";
      return Number(seconds) >= 1 && Number(seconds) <= 21_600
        ? { status: 200, body: token }
        : { status: 400, body };
    },
    key: ({ headers }: IncomingMessage): Reply => {
      if (!isSame(String(headers["x-metadata-token"]), token)) return { status: 401, body: "Unauthorized" };
      const expiresAt = clock() + lifetimeMs;
      const { ak, sk, securityToken } = keys.issue(expiresAt);
      const expires_at = new Date(expiresAt).toISOString().replace("Z", "000Z");
      return {
        status: 200,
        body: { credential: { access: ak, secret: sk, securitytoken: securityToken, expires_at } },
      };
    },
  };
}
