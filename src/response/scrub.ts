import type { Credentials, IamToken } from "../credentials/types.js";

const mask = "***";

/** Takes the given secrets out of text that others wrote. */
export type Scrub = (text: string) => string;

/**
 * A server can say back what it was sent: what it says goes into errors, so keys, tokens and the
 * signature, which is good for 15 minutes, are taken out of it.
 */
export function scrubber(credentials: Credentials | IamToken, authorization: string | undefined): Scrub {
  let written: string[] | undefined;
  return (text) =>
    (written ??= writtenForms(credentials, authorization)).reduce(
      (clean, secret) => clean.replaceAll(secret, mask),
      text,
    );
}

/** Each secret, as it is and as JSON writes it; the longer first, in case one holds another. */
function writtenForms(credentials: Credentials | IamToken, authorization: string | undefined): string[] {
  const signature = authorization?.match(/Signature=(\w+)/)?.[1];
  const secrets = [
    ...("token" in credentials ? [credentials.token] : [credentials.sk, credentials.securityToken]),
    signature,
  ].filter((secret) => secret !== undefined);
  const written = new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]));
  return [...written].sort((a, b) => b.length - a.length);
}

const openHeaders = ["host", "content-type", "x-sdk-date", "x-project-id"];

/**
 * Why a signature was refused: the gateway echoes its canonical request, its lines joined by `|`, and
 * the first line that is not ours tells what was changed on the way, or signed wrongly. Values of
 * headers that could be secret are masked, and so is the query.
 */
export function explainRefusal(ours: string, message: string): string | undefined {
  const echo = /canonicalRequest:(.*)$/s.exec(message)?.[1];
  if (echo === undefined) return undefined;
  const [mine, theirs] = [ours.split("\n"), echo.split("|")];
  const line = mine.findIndex((text, index) => text !== theirs[index]);
  if (line < 0) {
    return "The gateway signed the same canonical request: the secret key is not the one of this access key.";
  }
  const name = partName(mine, line);
  const [sent, seen] = [maskLine(mine[line]!, line), maskLine(theirs[line] ?? "", line)];
  const differ =
    sent === seen
      ? "differs in a value that is masked here"
      : `was signed as "${sent}", the gateway saw "${seen}"`;
  return `The first difference to the gateway's canonical request is in its line ${line + 1} (${name}), which ${differ}.`;
}

function partName(lines: readonly string[], line: number): string {
  const fixed = ["method", "path", "query"][line];
  if (fixed) return fixed;
  if (line === lines.length - 1) return "hash of the body";
  if (line === lines.length - 2) return "list of signed headers";
  return "headers";
}

function maskLine(text: string, line: number): string {
  if (line === 2) return text.replace(/=[^&]*/g, `=${mask}`);
  const [, name, value] = /^([a-z0-9-]+):(.*)$/.exec(text) ?? [];
  if (line < 2 || name === undefined || value === undefined || openHeaders.includes(name)) return text;
  return `${name}:${mask}`;
}
