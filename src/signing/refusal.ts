const mask = "***";

/** Where the canonical request, with its header values, begins in the gateway's message. */
const marker = "canonicalRequest:";

const maxLineLength = 300;

/** Headers that every request has, with values that are not secret. */
const openHeaders = ["host", "content-type", "x-sdk-date", "x-project-id"];

/** A message without its canonical request. */
export function withoutCanonicalRequest(message: string): string {
  const at = message.indexOf(marker);
  if (at < 0) return message;
  const words = message.slice(0, at).trimEnd();
  return words.endsWith(",") ? words.slice(0, -1) : words;
}

/**
 * Why a signature was refused. The gateway sends back its canonical request, lines joined by `|` (API Request
 * Signing Guide, api-sign-0001): the first line that differs from ours shows what was changed on the way, or
 * signed wrongly. Header values that could be secret are masked, and so is the query.
 */
export function explainRefusal(ours: string, message: string): string | undefined {
  const at = message.indexOf(marker);
  if (at < 0) return undefined;
  const [mine, theirs] = [ours.split("\n"), message.slice(at + marker.length).split("|")];
  const line = mine.findIndex((text, index) => text !== theirs[index]);
  if (line < 0) {
    return "The gateway computed the same canonical request, so the secret key does not belong to this access key.";
  }
  const [sent, seen] = [maskLine(mine[line]!, line), maskLine(theirs[line] ?? "", line)];
  const differ =
    sent === seen ? "the difference is in a masked value" : `we signed "${sent}", the gateway saw "${seen}"`;
  return `Our canonical request first differs from the gateway's in line ${line + 1} (${partName(mine, line)}): ${differ}.`;
}

function partName(lines: readonly string[], line: number): string {
  const fixed = ["method", "path", "query"][line];
  if (fixed) return fixed;
  if (line === lines.length - 1) return "hash of the body";
  if (line === lines.length - 2) return "list of signed headers";
  return "headers";
}

function maskLine(line: string, index: number): string {
  const text = line.slice(0, maxLineLength);
  if (index === 2) return text.replace(/=[^&]*/g, `=${mask}`);
  const colon = text.indexOf(":");
  const name = text.slice(0, colon);
  if (index < 2 || colon < 0 || openHeaders.includes(name)) return text;
  return `${name}:${mask}`;
}
