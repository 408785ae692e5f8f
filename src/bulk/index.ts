import { ConfigurationError } from "../errors.js";
import type { BulkClient } from "./client.js";
import { InputReader, lengthOf, type Inputs } from "./inputs.js";
import { readOptions, type Settings } from "./options.js";
import { Run } from "./run.js";
import type { StartManyOptions, Summary } from "./types.js";
import { openJournal, temporaryJournal } from "./writer.js";

export { markStarted, readJournal, resend } from "./account.js";
export type { BulkClient, BulkExecution } from "./client.js";
export { findUnknown, type Candidate, type Search } from "./find.js";
export { JournalError, RunStoppedError } from "./failures.js";
export type {
  BulkInput,
  Counts,
  Outcome,
  OutcomeError,
  Progress,
  StartManyOptions,
  Summary,
} from "./types.js";

const progressEveryMs = 250;

/**
 * Starts a workflow once for each input of a list, of any length. Each input is started at most once and none
 * is lost, whenever the process is killed: the journal has each start before its request leaves, and its outcome
 * after. Run it again with the same list and journal to go on.
 *
 * Outcomes go to `onOutcome` and into the journal. The run goes on until the list ends; it stops before that
 * when the signal aborts, when credentials or permissions are refused, when nothing gets through, when the
 * journal cannot be written, and when the list cannot be read.
 *
 * @throws {ConfigurationError} if an option is missing or unusable
 * @throws {JournalError} if the journal cannot be used; nothing has been sent
 * @throws {AbortError} if the signal aborts while the client looks its project up
 * @throws {RunStoppedError} if it stopped before the list ended; its `cause` tells why
 */
export async function startMany(
  functiongraph: BulkClient,
  workflowId: string,
  inputs: Inputs,
  options: StartManyOptions,
): Promise<Summary> {
  const settings = readOptions(options);
  if (typeof workflowId !== "string" || workflowId === "") {
    throw new ConfigurationError("startMany's workflow id is missing: pass it as a string.");
  }
  settings.total ??= lengthOf(inputs);
  const { signal, journal } = settings;
  const identity = { workflowId, ...(await functiongraph.target({ signal })) };
  const writer = await (journal === undefined ? temporaryJournal(identity) : openJournal(journal, identity));
  try {
    const reader = new InputReader(inputs);
    const run = new Run({ functiongraph, identity, inputs: reader, writer, settings });
    return await watch(run, settings);
  } finally {
    await writer.close();
  }
}

async function watch(run: Run, { signal, onProgress }: Settings): Promise<Summary> {
  const abort = () => run.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort, { once: true });
  const tell = () => {
    try {
      onProgress?.(run.progress());
    } catch {
      // A failing display must not stop the run.
    }
  };
  const timer = onProgress && setInterval(tell, progressEveryMs);
  try {
    return await run.finish();
  } finally {
    clearInterval(timer);
    tell();
    signal?.removeEventListener("abort", abort);
  }
}
