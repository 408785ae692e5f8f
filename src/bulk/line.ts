/** One line of a journal: a JSON object whose last member is a checksum of everything before it. */

const newline = 0x0a;
const markBytes = `,"crc":"00000000"}`.length;

export function writeLine(fields: object): Buffer {
  const text = JSON.stringify(fields).slice(0, -1);
  return Buffer.from(`${text},"crc":"${crc32(Buffer.from(text))}"}\n`);
}

/** A line without its newline; `undefined` if it is damaged. */
export function readLine(line: Buffer): Record<string, unknown> | undefined {
  const body = line.subarray(0, Math.max(0, line.length - markBytes));
  const mark = line.toString("latin1", body.length);
  if (mark !== `,"crc":"${crc32(body)}"}`) return undefined;
  try {
    return JSON.parse(`${body.toString()}}`) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/**
 * Whether the bytes after the last newline are the beginning of a line, as left by a write that was cut off. If
 * the mark at a line's end is there, they are more: a whole line, or one that is damaged.
 */
export const isTorn = (rest: Buffer): boolean => !/,"crc":"[0-9a-f]{8}"\}/.test(rest.toString("latin1"));

/** Calls back with each whole line, and returns the offset of what follows the last one. */
export function eachLine(bytes: Buffer, offset: number, onLine: (line: Buffer, at: number) => void): number {
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(newline, start);
    if (end < 0) return offset + start;
    onLine(bytes.subarray(start, end), offset + start);
    start = end + 1;
  }
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 in eight hexadecimal digits. node:zlib's own is missing from older versions of Node. */
function crc32(bytes: Buffer): string {
  let value = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) value = table[(value ^ bytes[i]!) & 0xff]! ^ (value >>> 8);
  return ((value ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
