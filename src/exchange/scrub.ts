import type { Credentials, IamToken } from "../credentials/types.js";

const mask = "***";

/** Takes the credentials out of text that others wrote. */
export type Scrub = (text: string) => string;

/**
 * A server can repeat what it was sent, and what it says goes into errors: so keys, tokens and the
 * signature, which is valid for 15 minutes, are taken out of it, however they are escaped.
 */
export function scrubber(credentials: Credentials | IamToken, authorization: string | undefined): Scrub {
  let secrets: string[] | undefined;
  let pattern: RegExp | undefined;
  return (text) => {
    secrets ??= secretsOf(credentials, authorization);
    // Text without one of these escapes nothing, and the pattern takes milliseconds to compile.
    if (!/[\\%&]/.test(text)) return secrets.reduce((clean, secret) => clean.replaceAll(secret, mask), text);
    pattern ??= new RegExp(secrets.map(escaped).join("|"), "g");
    return text.replace(pattern, mask);
  };
}

/** The longer first, in case one holds another. */
function secretsOf(credentials: Credentials | IamToken, authorization: string | undefined): string[] {
  const signature = authorization?.split("Signature=")[1];
  const secrets = [
    ...("token" in credentials ? [credentials.token] : [credentials.sk, credentials.securityToken]),
    signature,
  ];
  return secrets.filter((secret) => secret !== undefined).sort((a, b) => b.length - a.length);
}

/** Backslashes together, as their escaped forms run into each other; all else one by one. */
const escaped = (secret: string): string => (secret.match(/\\+|[^\\]/g) ?? []).map(anyForm).join("");

/**
 * A character as it is, percent-encoded (also twice), as an HTML entity, or as JSON writes it, in a string
 * or in a string in a string. Each form is of bounded length, so that matching takes linear time.
 */
function anyForm(part: string): string {
  if (part.startsWith("\\")) return `(?:\\\\|%5[cC]){${part.length},${4 * part.length}}`;
  const code = part.charCodeAt(0);
  const hex = anyCase(code.toString(16).padStart(2, "0"));
  const plain = part.replace(/\W/, "\\$&");
  const entities = [`#0{0,4}${code}`, `#[xX]0{0,4}${hex}`, ...(entityNames[part] ?? [])];
  return `(?:\\\\{0,4}${plain}|%(?:25){0,2}${hex}|\\\\{1,4}u00${hex}|&(?:${entities.join("|")});)`;
}

const entityNames: Record<string, string[]> = {
  "&": ["amp"],
  "<": ["lt"],
  ">": ["gt"],
  '"': ["quot"],
  "'": ["apos"],
};

const anyCase = (hex: string): string => hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

/** How deep a value is looked into; what lies deeper is left out. */
const maxDepth = 32;

/** A parsed JSON value with each of its strings and keys cleaned. */
export function cleanValue(value: unknown, clean: Scrub, depth = 0): unknown {
  if (typeof value === "string") return clean(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth) return "…";
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, clean, depth + 1));
  // fromEntries() makes a key named __proto__ a key like any other.
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [clean(key), cleanValue(inner, clean, depth + 1)]),
  );
}
