/** SHA-256 of UTF-8 text or bytes, in lowercase hex. */
export const sha256Hex = (data: string | Uint8Array): string => sha256(data, "hex") as string;

/** Loaded by the first signature, not with the package; Node has it from 20.12 on. */
let hash: typeof import("node:crypto").hash | undefined;

const sha256 = (data: string | Uint8Array, encoding: "hex" | "buffer"): string | Buffer =>
  (hash ??= process.getBuiltinModule("node:crypto").hash)("sha256", data, encoding);

/**
 * HMAC-SHA256 (RFC 2104) of UTF-8 text under a UTF-8 key, in lowercase hex. Two hashes cost half of
 * what createHmac does, which makes a stream and a key object each time.
 */
export function hmacSha256Hex(key: string, data: string): string {
  const { inner, outer } = padsOf(key);
  const digest = sha256(Buffer.concat([inner, Buffer.from(data)]), "buffer") as Buffer;
  return sha256Hex(Buffer.concat([outer, digest]));
}

interface Pads {
  key: string;
  inner: Uint8Array;
  outer: Uint8Array;
}

/** Of the last key: a program has one. */
let last: Pads | undefined;

function padsOf(key: string): Pads {
  if (last?.key === key) return last;
  const bytes = Buffer.from(key);
  const block = new Uint8Array(64);
  block.set(bytes.length > block.length ? (sha256(bytes, "buffer") as Buffer) : bytes);
  return (last = { key, inner: block.map((byte) => byte ^ 0x36), outer: block.map((byte) => byte ^ 0x5c) });
}
