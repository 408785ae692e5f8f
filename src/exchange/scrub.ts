import type { Credentials, IamToken } from "../credentials/types.js";

const mask = "***";

/** Removes the credentials from text that came from elsewhere, and cuts it after `limit` UTF-16 units of it. */
export type Scrub = (text: string, limit?: number) => string;

/**
 * A server may echo the request, and errors quote the server: keys, tokens and the signature, which is valid
 * for 15 minutes, are removed first, however they are escaped.
 */
export function scrubber(credentials: Credentials | IamToken, authorization: string | undefined): Scrub {
  let secrets: string[] | undefined;
  let pattern: RegExp | undefined;
  return (text, limit = text.length) => {
    secrets ??= secretsOf(credentials, authorization);
    // A secret that begins before the limit is found whole.
    const seen = text.slice(0, limit + (secrets[0]?.length ?? 0) * longestForm);
    // Without these characters nothing is escaped, and the pattern takes milliseconds to compile.
    if (limit >= text.length && !/[\\%&]/.test(text))
      return secrets.reduce((clean, secret) => clean.replaceAll(secret, mask), text);
    pattern ??= new RegExp(secrets.map(escaped).join("|"), "g");
    let clean = "";
    let at = 0;
    for (const { 0: found, index } of seen.matchAll(pattern)) {
      if (index >= limit) break;
      clean += seen.slice(at, index) + mask;
      at = index + found.length;
    }
    return clean + seen.slice(at, Math.max(at, limit));
  };
}

/** Longest first, in case one contains another. */
function secretsOf(credentials: Credentials | IamToken, authorization: string | undefined): string[] {
  const signature = authorization?.split("Signature=")[1];
  const secrets = [
    ...("token" in credentials ? [credentials.token] : [credentials.sk, credentials.securityToken]),
    signature,
  ];
  return secrets.filter((secret) => secret !== undefined).sort((a, b) => b.length - a.length);
}

/** Backslashes together, as their escaped forms run into each other; all others one by one. */
const escaped = (secret: string): string => (secret.match(/\\+|[^\\]/g) ?? []).map(anyForm).join("");

/** UTF-16 units of the longest form that one character is searched in. */
const longestForm = 20;

/**
 * A character as it is, percent-encoded (even repeatedly), as an HTML entity, or as JSON or JavaScript escapes
 * it (even in a nested string). Each form has a bounded length, so matching takes linear time.
 */
function anyForm(part: string): string {
  if (part.startsWith("\\")) return `(?:\\\\|%5[cC]){${part.length},${4 * part.length}}`;
  const code = part.charCodeAt(0);
  const hex = anyCase(code.toString(16).padStart(2, "0"));
  const plain = part.replace(/\W/, "\\$&");
  const entities = [`#0{0,4}${code}`, `#[xX]0{0,4}${hex}`, ...(entityNames[part] ?? [])];
  const escapes = [
    `%(?:25){0,4}(?:u00)?${hex}`,
    `\\\\{1,4}(?:u00|x)${hex}`,
    `&(?:amp;)?(?:${entities.join("|")});?`,
  ];
  return `(?:\\\\{0,4}${plain}|${escapes.join("|")})`;
}

const entityNames: Record<string, string[]> = {
  "&": ["amp"],
  "<": ["lt"],
  ">": ["gt"],
  '"': ["quot"],
  "'": ["apos"],
  "+": ["plus"],
  "=": ["equals"],
  "/": ["sol"],
};

const anyCase = (hex: string): string => hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

/** How deep values are cleaned; anything deeper is left out. */
const maxDepth = 32;

/** A parsed JSON value with each of its strings and keys cleaned. */
export function cleanValue(value: unknown, clean: Scrub, depth = 0): unknown {
  if (typeof value === "string") return clean(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth) return "…";
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, clean, depth + 1));
  // fromEntries() treats __proto__ like any other key.
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [clean(key), cleanValue(inner, clean, depth + 1)]),
  );
}
