import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { hostname } from "node:os";
import { JournalError } from "./failures.js";

/** A process that wants a journal, and how to tell whether it still runs. */
interface Claim {
  claim: string;
  pid: number;
  host: string;
  /** On Linux only: which boot of the machine, and when in it the process started. A pid alone may be reused. */
  boot: string | undefined;
  start: string | undefined;
}

/**
 * Makes sure that one process at a time uses a journal, and that a killed one does not block the next.
 *
 * Node has no file locks, and a lock file that is deleted and made anew can be deleted by two at once. So this
 * one is never deleted: whoever wants the journal appends a claim to it, which the file system does for one
 * after the other. The first claim in the file whose process still runs holds the lock. A claim that is refused
 * or done with is taken back by another line.
 *
 * @returns a function that releases it
 * @throws {JournalError} if another process, or another run of this one, holds it
 */
export async function takeLock(journal: string): Promise<() => Promise<void>> {
  const path = `${journal}.lock`;
  const file = await open(path, "a+");
  const own = ownClaim();
  const release = async () => {
    try {
      await append(file, { released: own.claim });
    } finally {
      await file.close();
    }
  };
  try {
    await append(file, own);
    const holder = holderIn(await readAll(file));
    if (holder?.claim === own.claim) return release;
    throw new JournalError(
      holder
        ? `The journal ${journal} is in use by process ${holder.pid} on ${holder.host}. If that has ended, delete ${path}.`
        : `The lock ${path} was changed while it was taken: leave it alone, and run again.`,
    );
  } catch (error) {
    // If even this fails, the claim counts until this process ends.
    await release().catch(() => {});
    throw error;
  }
}

/** Begins with a newline too: what another process wrote may have been cut off. */
const append = (file: FileHandle, line: object) => file.appendFile(`\n${JSON.stringify(line)}\n`);

async function readAll(file: FileHandle): Promise<string> {
  const bytes = Buffer.alloc((await file.stat()).size);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length === bytes.length) return bytes.toString("utf8", 0, length);
  }
}

function holderIn(text: string): Claim | undefined {
  const lines = text.split("\n").map(parse);
  const released = new Set(lines.map((line) => line?.released));
  return lines.find((line) => line?.claim !== undefined && !released.has(line.claim) && mayRun(line));
}

function parse(line: string): (Claim & { released?: string }) | undefined {
  try {
    return (JSON.parse(line) as (Claim & { released?: string }) | null) ?? undefined;
  } catch {
    return undefined;
  }
}

const ownClaim = (): Claim => ({
  claim: randomUUID(),
  pid: process.pid,
  host: hostname(),
  boot: bootId(),
  start: startOf(process.pid),
});

/** Whether a process may still run. If that cannot be told, as of one on another machine, it may. */
function mayRun({ pid, host, boot, start }: Claim): boolean {
  if (host !== hostname()) return true;
  if (boot !== bootId()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const now = startOf(pid);
  return now === undefined || now === start;
}

const bootId = (): string | undefined => read("/proc/sys/kernel/random/boot_id")?.trim();

/** When a process started, in ticks since the boot; "ended" of one whose parent has not asked for its exit code. */
function startOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The name of the program, in parentheses, may hold spaces and parentheses.
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  return state === "Z" || state === "X" ? "ended" : fields[18];
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
