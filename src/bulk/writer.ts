import { constants } from "node:fs";
import { mkdtemp, open, realpath, rm, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Known } from "./entry.js";
import { JournalError, messageOf } from "./failures.js";
import { headerOf, Journal, refuseOther, type Identity } from "./journal.js";
import { writeLine } from "./line.js";
import { takeLock } from "./lock.js";

/** An input whose entries are written. */
export interface Keyed {
  key: string;
  hash: string;
  /** Which input of the list it is. */
  position: number;
  /** Where its last entry is, if it has one. */
  offset: number | undefined;
}

interface Waiting {
  toDisk: boolean;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** A journal that this process holds the lock of, and appends to. */
export class JournalWriter {
  readonly journal: Journal;
  readonly #file: FileHandle;
  readonly #close: () => Promise<void>;
  /** Whether a crash of the machine must not lose what is written. */
  readonly #durable: boolean;
  #written: number;
  #lines: Buffer[] = [];
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;
  #failure: JournalError | undefined;

  constructor(journal: Journal, file: FileHandle, close: () => Promise<void>, durable: boolean) {
    this.journal = journal;
    this.#file = file;
    this.#close = close;
    this.#durable = durable;
    this.#written = journal.end;
  }

  /**
   * Appends what is now known of a key. Resolves when it is written, which a killed process does not undo; with
   * `toDisk`, when it is on the disk. What many callers append meanwhile is written and flushed at once.
   *
   * @throws {JournalError} if it cannot be written; then nothing can be, from now on
   */
  append(item: Keyed, known: Known, { toDisk = false } = {}): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    const line = writeLine({ key: item.key, hash: item.hash, ...known });
    const offset = this.journal.end;
    this.journal.end += line.length;
    this.journal.table.set(item.key, { offset, seenAt: item.position }, item.offset);
    item.offset = offset;
    this.#lines.push(line);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ toDisk: toDisk && this.#durable, resolve, reject });
      this.#working ??= this.#work();
    });
  }

  async #work(): Promise<void> {
    // Lets others append first.
    await Promise.resolve();
    while (this.#lines.length > 0 && !this.#failure) {
      const [lines, waiting] = [this.#lines, this.#waiting];
      [this.#lines, this.#waiting] = [[], []];
      try {
        await this.#write(Buffer.concat(lines));
        for (const one of waiting) if (!one.toDisk) one.resolve();
        if (waiting.some(({ toDisk }) => toDisk)) await this.#file.datasync();
        for (const one of waiting) one.resolve();
      } catch (cause) {
        this.#failure = cannotWrite(this.journal.path, cause);
        for (const one of [...waiting, ...this.#waiting]) one.reject(this.#failure);
      }
    }
    this.#working = undefined;
  }

  async #write(bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, this.#written + done);
      done += bytesWritten;
    }
    this.#written += bytes.length;
  }

  /** Flushes what is written, and lets others use the journal. */
  async close(): Promise<void> {
    await this.#working;
    try {
      if (this.#durable && !this.#failure) await this.#file.datasync();
    } catch (cause) {
      throw cannotWrite(this.journal.path, cause);
    } finally {
      await this.#close();
    }
  }
}

/**
 * Opens a journal for writing, or makes it. What a killed process has left of a line is cut off: its write had
 * not ended, so what it tells of had not been sent.
 *
 * @throws {JournalError} if it is in use, damaged, of something else, or cannot be written
 */
export async function openJournal(given: string, identity: Identity): Promise<JournalWriter> {
  const path = await realPath(given);
  let release: (() => Promise<void>) | undefined;
  let file: FileHandle | undefined;
  const close = async () => {
    await file?.close();
    await release?.();
  };
  try {
    release = await takeLock(path);
    file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    if (!(await file.stat()).isFile()) throw new JournalError(`${path} is not a file: pass another path.`);
    const journal = await Journal.read(path, file);
    if (journal.header) refuseOther(path, journal.header, headerOf(identity));
    else await begin(journal, file, identity);
    await mend(journal, file);
    return new JournalWriter(journal, file, close, true);
  } catch (error) {
    await close();
    throw error instanceof JournalError ? error : cannotWrite(path, error);
  }
}

/** A journal for one run: in a temporary file, which is deleted afterwards. */
export async function temporaryJournal(identity: Identity): Promise<JournalWriter> {
  const folder = await mkdtemp(join(tmpdir(), "functiongraph-bulk-"));
  const path = join(folder, "journal");
  const file = await open(path, "wx+", 0o600);
  const journal = await Journal.read(path, file);
  await begin(journal, file, identity);
  const close = async () => {
    await file.close();
    await rm(folder, { recursive: true });
  };
  return new JournalWriter(journal, file, close, false);
}

/** @throws {JournalError} if the file has anything but a part of the header in it */
async function begin(journal: Journal, file: FileHandle, identity: Identity): Promise<void> {
  const line = writeLine(headerOf(identity));
  if (!line.subarray(0, journal.rest.length).equals(journal.rest)) {
    throw new JournalError(`${journal.path} is not a journal of bulk starts: pass another path.`);
  }
  await file.writeFile(line);
  await file.datasync();
  await syncFolder(dirname(journal.path));
  journal.header = headerOf(identity);
  journal.end = line.length;
  journal.rest = Buffer.alloc(0);
}

async function mend(journal: Journal, file: FileHandle): Promise<void> {
  if (journal.ending === "whole") {
    await file.write("\n", journal.end + journal.rest.length);
    journal.end += journal.rest.length + 1;
  } else {
    await file.truncate(journal.end);
  }
  await file.datasync();
}

const cannotWrite = (path: string, cause: unknown): JournalError =>
  new JournalError(
    `The journal ${path} cannot be written: ${messageOf(cause)}. Nothing is sent without it: pass a path on a disk with room, where you may write.`,
    { cause },
  );

/** The same for all names of a file, as the lock is beside it. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    return join(folder, basename(path));
  }
}

/** So that a new file outlives a crash. Not all systems can. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
