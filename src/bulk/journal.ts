import { readSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import type { Entry } from "./entry.js";
import { JournalError } from "./failures.js";
import { eachLine, isTorn, readLine } from "./line.js";
import { KeyTable } from "./table.js";

/** What a journal is of. */
export interface Identity {
  workflowId: string;
  endpoint: string;
  projectId: string;
}

export type Header = Identity & { journal: string; version: number };

const format = { journal: "functiongraph-workflow/bulk", version: 1 };

export const headerOf = ({ workflowId, endpoint, projectId }: Identity): Header => ({
  ...format,
  workflowId,
  endpoint,
  projectId,
});

/** @throws {JournalError} if a journal is of another workflow, endpoint or project */
export function refuseOther(path: string, found: Header, own: Header): void {
  for (const name of ["workflowId", "endpoint", "projectId"] as const) {
    if (found[name] === own[name]) continue;
    throw new JournalError(
      `The journal ${path} is of another run: its ${name} is ${found[name]}, not ${own[name]}. Pass another path.`,
    );
  }
}

/** How much is read at once. */
const scanBytes = 1 << 20;
const blockBytes = 1 << 14;

/** A journal's file, read: where the last line of each key is. The entries themselves stay on disk. */
export class Journal {
  readonly path: string;
  readonly table = new KeyTable((offset) => this.entryAt(offset).key);
  header: Header | undefined;
  /** After the last whole line. */
  end = 0;
  /** The bytes after that. */
  rest: Buffer = Buffer.alloc(0);
  readonly #fd: number;
  #block = { start: 0, bytes: Buffer.alloc(0) };

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.#fd = file.fd;
  }

  /** @throws {JournalError} if it is damaged, or no journal at all */
  static async read(path: string, file: FileHandle): Promise<Journal> {
    const journal = new Journal(path, file);
    let line = 0;
    const chunk = Buffer.alloc(scanBytes);
    for (;;) {
      const position = journal.end + journal.rest.length;
      const { bytesRead } = await file.read(chunk, 0, scanBytes, position);
      if (bytesRead === 0) break;
      const bytes = Buffer.concat([journal.rest, chunk.subarray(0, bytesRead)]);
      const start = journal.end;
      journal.end = eachLine(bytes, start, (text, offset) => journal.#take(text, offset, ++line));
      journal.rest = bytes.subarray(journal.end - start);
      // Something else, and perhaps without an end.
      if (line === 0 && bytes.length >= scanBytes) journal.#checkHeader(undefined);
    }
    if (journal.ending === "whole") journal.#take(journal.rest, journal.end, ++line);
    return journal;
  }

  #take(text: Buffer, offset: number, line: number): void {
    const fields = readLine(text);
    if (line === 1) this.header = this.#checkHeader(fields);
    else if (!fields) {
      throw new JournalError(
        `Line ${line} of the journal ${this.path} is damaged. It may tell of a start: restore it from a copy. ` +
          "If you remove the line, what it tells of may be started again.",
      );
    } else {
      const { key } = fields as unknown as Entry;
      const before = this.table.find(key)?.offset;
      this.table.set(key, { offset, seenAt: 0 }, before);
    }
  }

  #checkHeader(fields: Record<string, unknown> | undefined): Header {
    if (fields?.["journal"] !== format.journal) {
      throw new JournalError(
        `${this.path} is not a journal of bulk starts, or its first line is damaged: pass another path.`,
      );
    }
    if (fields["version"] !== format.version) {
      throw new JournalError(
        `The journal ${this.path} has version ${String(fields["version"])}, not ${format.version}: update functiongraph-workflow.`,
      );
    }
    return fields as unknown as Header;
  }

  /** What the last bytes are: nothing, a line without its newline, or a part of one. */
  get ending(): "clean" | "whole" | "torn" {
    if (this.rest.length === 0) return "clean";
    if (readLine(this.rest)) return "whole";
    if (isTorn(this.rest)) return "torn";
    throw new JournalError(`The last line of the journal ${this.path} is damaged: restore it from a copy.`);
  }

  find(key: string): (Entry & { offset: number; seenAt: number }) | undefined {
    const place = this.table.find(key);
    return place && { ...this.entryAt(place.offset), ...place };
  }

  /** The last entry of each key, in the order of the journal. */
  *entries(): Generator<Entry> {
    for (const offset of this.table.offsets()) yield this.entryAt(offset);
  }

  entryAt(offset: number): Entry {
    const fields = readLine(this.#lineAt(offset));
    if (fields) return fields as unknown as Entry;
    throw new JournalError(`The journal ${this.path} was changed at byte ${offset} while it was in use.`);
  }

  #lineAt(offset: number): Buffer {
    for (let size = blockBytes; ; size *= 2) {
      const { start, bytes } = this.#block;
      const from = offset - start;
      const end = from >= 0 && from < bytes.length ? bytes.indexOf(0x0a, from) : -1;
      if (end >= 0) return bytes.subarray(from, end);
      const block = Buffer.allocUnsafe(size);
      const length = readSync(this.#fd, block, 0, size, offset);
      this.#block = { start: offset, bytes: block.subarray(0, length) };
      // At the end of the file, without a newline: entryAt() finds it damaged.
      if (length < size && !this.#block.bytes.includes(0x0a)) return this.#block.bytes;
    }
  }
}
