import { open, realpath, type FileHandle } from "node:fs/promises";
import type { BulkClient } from "./client.js";
import { outcomeOf, type Entry } from "./entry.js";
import { JournalError, messageOf } from "./failures.js";
import { headerOf, Journal, refuseOther, type Header } from "./journal.js";
import type { Outcome } from "./types.js";
import { openJournal } from "./writer.js";

/**
 * What a journal knows: the outcome of each key, in the order in which they were last written. It can be read
 * while a run writes it; a start that is in flight is `unknown`.
 *
 * @throws {JournalError} if it cannot be read
 */
export async function* readJournal(path: string): AsyncGenerator<Outcome> {
  const { journal, file } = await load(path);
  try {
    for (const entry of journal.entries()) yield outcomeOf(entry, {});
  } finally {
    await file.close();
  }
}

/**
 * Has inputs sent again that are unknown or were refused: the next run with this journal sends them, if it gets
 * them in its list. **An unknown one may then be started twice**: look for it first, with `findUnknown`.
 *
 * @throws {JournalError} if the journal cannot be used, or has a key that was started, or does not have one
 */
export const resend = (path: string, keys: Iterable<string>): Promise<void> =>
  amend(
    path,
    Array.from(keys, (key) => ({ key, entry: { is: "resend" } as const })),
  );

/**
 * Writes down that unknown inputs were started, as you found out.
 *
 * @throws {JournalError} if the journal cannot be used, or has a key that was started, or does not have one
 */
export const markStarted = (
  path: string,
  found: Iterable<{ key: string; executionId: string }>,
): Promise<void> =>
  amend(
    path,
    Array.from(found, ({ key, executionId }) => ({ key, entry: { is: "started", executionId } as const })),
  );

async function amend(
  path: string,
  changes: { key: string; entry: Pick<Entry, "is" | "executionId"> }[],
): Promise<void> {
  const { journal: before, file } = await load(path);
  await file.close();
  const writer = await openJournal(path, before.header!);
  try {
    const found = changes.map(({ key, entry }) => ({ found: changeable(writer.journal, key), entry }));
    const at = new Date().toISOString();
    for (const { found: one, entry } of found) {
      const { sentAt } = outcomeOf(one, {});
      const sent = entry.is === "started" && sentAt !== undefined;
      await writer.append({ ...one, position: 0 }, { ...entry, at, ...(sent && { sentAt }) });
    }
  } finally {
    await writer.close();
  }
}

function changeable(journal: Journal, key: string) {
  const found = journal.find(key);
  if (!found) {
    throw new JournalError(`The journal ${journal.path} has no key ${JSON.stringify(key)}: check it.`);
  }
  if (found.executionId === undefined) return found;
  throw new JournalError(
    `${JSON.stringify(key)} was started, as ${found.executionId}, by the journal ${journal.path}: to start it again, give it another key.`,
  );
}

/** For reading. */
export async function load(path: string): Promise<{ journal: Journal; file: FileHandle }> {
  let file: FileHandle | undefined;
  try {
    const real = await realpath(path);
    file = await open(real, "r");
    const journal = await Journal.read(real, file);
    if (!journal.header)
      throw new JournalError(`${real} is not a journal of bulk starts: pass another path.`);
    return { journal, file };
  } catch (cause) {
    await file?.close();
    if (cause instanceof JournalError) throw cause;
    throw new JournalError(`The journal ${path} cannot be read: ${messageOf(cause)}.`, { cause });
  }
}

/** @throws {JournalError} if the client calls something else than what the journal is of */
export async function headerFor(
  functiongraph: BulkClient,
  { path, header }: Journal,
  signal: AbortSignal | undefined,
): Promise<Header> {
  const { workflowId } = header!;
  refuseOther(path, header!, headerOf({ workflowId, ...(await functiongraph.target({ signal })) }));
  return header!;
}
