import { createReadStream } from "node:fs";
import { addAbortSignal, type Readable } from "node:stream";
import { messageOf, UsageError } from "./failures.js";

/** The longest request that can be signed; a line has to fit into one. */
const maxBytes = 12 * 1024 * 1024;

/** A file, or what is piped in for `-`. Reading it ends when the signal aborts. */
export function openInput(path: string, signal: AbortSignal): { stream: Readable; name: string } {
  const stream = path === "-" ? process.stdin : createReadStream(path);
  return { stream: addAbortSignal(signal, stream), name: path === "-" ? "the input" : path };
}

/** @throws {UsageError} if it cannot be read, or is not JSON */
export async function readJson(path: string, signal: AbortSignal): Promise<unknown> {
  const { stream, name } = openInput(path, signal);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
  } catch (cause) {
    signal.throwIfAborted();
    throw new UsageError(`${name} cannot be read: ${messageOf(cause)}.`, { cause });
  }
  return parseJson(decode(Buffer.concat(chunks), name), name);
}

/** @throws {UsageError} if it is not JSON */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${name} is not JSON: ${messageOf(cause)}.`, { cause });
  }
}

export interface Line {
  text: string;
  /** Such as `line 7 of orders.jsonl`. */
  name: string;
}

/**
 * The lines of a text in UTF-8, without blank ones. node:readline would also break them at U+2028, which JSON may
 * hold.
 *
 * @throws {UsageError} if it cannot be read
 */
export async function* linesOf(path: string, signal: AbortSignal): AsyncGenerator<Line> {
  const { stream, name } = openInput(path, signal);
  let number = 0;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (last: Buffer): Line[] => {
    const where = `line ${++number} of ${name}`;
    const text = decode(Buffer.concat([...parts, last]), where).trim();
    parts = [];
    length = 0;
    return text === "" ? [] : [{ text, name: where }];
  };
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end; (end = chunk.indexOf(0x0a, start)) >= 0; start = end + 1)
        yield* take(chunk.subarray(start, end));
      const rest = chunk.subarray(start);
      parts.push(rest);
      length += rest.length;
      if (length > maxBytes)
        throw new UsageError(`line ${number + 1} of ${name} is longer than 12 MB: split it.`);
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    signal.throwIfAborted();
    throw new UsageError(`${name} cannot be read: ${messageOf(cause)}.`, { cause });
  }
  if (length > 0) yield* take(Buffer.alloc(0));
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Buffer, name: string): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new UsageError(`${name} is not UTF-8: save it as UTF-8.`, { cause });
  }
}
