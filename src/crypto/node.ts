import * as crypto from "node:crypto";

/** SHA-256 of UTF-8 text or bytes, in lowercase hex. */
export const sha256Hex: (data: string | Uint8Array) => string =
  // One call instead of three; Node 20.12 has it, other runtimes may not.
  typeof crypto.hash === "function"
    ? (data) => crypto.hash("sha256", data, "hex")
    : (data) => crypto.createHash("sha256").update(data).digest("hex");

/** HMAC-SHA256 of UTF-8 text under a UTF-8 key, in lowercase hex. */
export const hmacSha256Hex = (key: string, data: string): string =>
  crypto.createHmac("sha256", key).update(data).digest("hex");
