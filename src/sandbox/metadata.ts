import { randomBytes } from "node:crypto";
import type { Call, Reply } from "./http.js";
import { isSame, type Keys } from "./keys.js";

/** What the ECS metadata service allows for a token's lifetime. */
const maxTokenSeconds = 21_600;

/** The ECS metadata service: it issues a token, and for the token a temporary key. */
export function createMetadata(keys: Keys, clock: () => number, lifetimeMs: number) {
  const token = randomBytes(24).toString("hex");
  return {
    token: ({ headers }: Call): Reply => {
      const seconds = Number(headers.get("x-metadata-token-ttl-seconds"));
      return seconds >= 1 && seconds <= maxTokenSeconds
        ? { status: 200, text: token }
        : { status: 400, text: `X-Metadata-Token-Ttl-Seconds must be from 1 to ${maxTokenSeconds}` };
    },
    key: ({ headers }: Call): Reply => {
      if (!isSame(headers.get("x-metadata-token") ?? "", token)) return { status: 401, text: "Unauthorized" };
      const expiresAt = clock() + lifetimeMs;
      const { ak, sk, securityToken } = keys.issue(expiresAt);
      const expires_at = new Date(expiresAt).toISOString().replace("Z", "000Z");
      return {
        status: 200,
        json: { credential: { access: ak, secret: sk, securitytoken: securityToken, expires_at } },
      };
    },
  };
}
