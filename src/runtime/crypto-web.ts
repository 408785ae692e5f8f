const utf8 = new TextEncoder();
const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** SHA-256 of UTF-8 text or bytes, in lowercase hex. */
export const sha256Hex = async (data: string | Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest("SHA-256", bytes(data)));

/** HMAC-SHA256 of UTF-8 text under a UTF-8 key, in lowercase hex. */
export async function hmacSha256Hex(key: string, data: string): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", bytes(key), algorithm, false, ["sign"]);
  return hex(await crypto.subtle.sign("HMAC", imported, bytes(data)));
}

const bytes = (data: string | Uint8Array) =>
  (typeof data === "string" ? utf8.encode(data) : data) as Uint8Array<ArrayBuffer>;

const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => hexDigits[byte]).join("");
