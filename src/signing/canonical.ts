/**
 * SDK-HMAC-SHA256, one function for each step of Huawei Cloud's API Request Signing Guide
 * (api-sign-algorithm-001 to -005). Pure: the time is passed in.
 */

export const algorithm = "SDK-HMAC-SHA256";

/** SHA-256 of nothing: the payload hash of a request without a body. */
export const emptyPayloadHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Header name in lower case, and value. */
export type Header = readonly [name: string, value: string];

export interface RequestToSign {
  method: string;
  /** Path as on the wire, percent-encoded or not. */
  pathname: string;
  /** Query as on the wire, with or without its `?`. */
  search: string;
  /** The headers to sign, names in lower case, sorted by name. */
  headers: readonly Header[];
  /** Lowercase hex SHA-256 of the body's bytes. */
  payloadHash: string;
}

/** `X-Sdk-Date`: UTC, to the second, as `YYYYMMDDTHHMMSSZ`. */
export const sdkDate = (date: Date): string => `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** Step 1: the canonical request. */
export const canonicalRequest = ({ method, pathname, search, headers, payloadHash }: RequestToSign): string =>
  `${method}\n${canonicalUri(pathname)}\n${canonicalQuery(search)}\n${canonicalHeaders(headers)}\n${signedHeaders(headers)}\n${payloadHash}`;

/** Step 2: the string to sign, from the time and the canonical request's SHA-256 in lowercase hex. */
export const stringToSign = (date: string, canonicalRequestHash: string): string =>
  `${algorithm}\n${date}\n${canonicalRequestHash}`;

/** Step 4: the `Authorization` header. (Step 3 is the HMAC of the string to sign under the SK.) */
export const authorization = (ak: string, headers: readonly Header[], signature: string): string =>
  `${algorithm} Access=${ak}, SignedHeaders=${signedHeaders(headers)}, Signature=${signature}`;

/** The path in RFC 3986 encoding, ending in `/`. */
export const canonicalUri = (pathname: string): string => {
  const path = encodedPath(pathname);
  return path.endsWith("/") ? path : `${path}/`;
};

/**
 * A path with each byte either unreserved, or as `%XX` in capitals. Existing percent-encoding is kept, so the
 * path on the wire and the canonical one agree.
 */
export const encodedPath = (pathname: string): string =>
  /^[\w.~/-]*$/.test(pathname) ? pathname : pathname.split("/").map(normalizeEncoding).join("/");

/**
 * The query with names and values in RFC 3986 encoding, sorted by name and then by value, each with its `=`.
 * A `+` is a space, as `URLSearchParams` writes it.
 */
export function canonicalQuery(search: string): string {
  const query = search.startsWith("?") ? search.slice(1) : search;
  if (query === "") return "";
  const pairs = query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.replaceAll("+", "%20").split("=");
      return {
        name: decode(name),
        value: decode(value.join("=")),
        encoded: [name, value.join("=")] as const,
      };
    });
  pairs.sort((a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.value, b.value));
  return pairs.map(({ encoded }) => encoded.map(normalizeEncoding).join("=")).join("&");
}

/** Each header as `name:value` on a line of its own, the value trimmed. */
export function canonicalHeaders(headers: readonly Header[]): string {
  let lines = "";
  for (const [name, value] of headers) lines += `${name}:${value.trim()}\n`;
  return lines;
}

/** The names of the signed headers, joined by `;`. */
export function signedHeaders(headers: readonly Header[]): string {
  let names = "";
  for (const [name] of headers) names += names ? `;${name}` : name;
  return names;
}

/** RFC 3986: everything but `A-Z a-z 0-9 - _ . ~` as `%XX`. */
export const encodeStrictly = (text: string): string =>
  /^[\w.~-]*$/.test(text)
    ? text
    : encodeURIComponent(text).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      );

/** What a signed header's value may contain: other bytes would be signed and sent in different encodings. */
export const printableAscii = /^[\t\x20-\x7e]*$/;

/** By name, in order of character codes, as the guide asks. */
export const sortHeaders = (headers: Header[]): Header[] =>
  headers.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** Strict encoding of text that may be percent-encoded already, byte by byte: a lone `%` becomes `%25`. */
function normalizeEncoding(text: string): string {
  return text.replace(/%[0-9A-Fa-f]{2}|[^\w.~-]/gu, (part) => {
    if (part.length < 3) return encodeStrictly(part);
    const character = String.fromCharCode(parseInt(part.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : part.toUpperCase();
  });
}

/** For sorting only: the decoded text, or the text itself if it is malformed. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** "Ascending by character code": by code point, which is the order of the UTF-8 bytes too. */
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
