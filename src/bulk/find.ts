import type { BulkClient } from "./client.js";
import { headerFor, load } from "./account.js";
import { outcomeOf } from "./entry.js";
import { hashOf, inputHashOf } from "./items.js";
import type { Journal } from "./journal.js";
import type { Outcome } from "./types.js";

/** How much earlier or later than by this machine's clock an execution may have begun. */
const slackMs = 120_000;
/** How many executions a page has, by the service's documentation. */
const pageSize = 200;

/** An execution that may be an input's. */
export interface Candidate {
  executionId: string;
  status: string;
  /** When it began, as the service says. */
  beganAt: string | undefined;
}

export interface Search {
  /** The unknown input. */
  outcome: Outcome;
  /** Executions with its input that began at about its time, and that no other key of the journal has. */
  candidates: Candidate[];
}

/**
 * Looks for the unknown inputs of a journal: lists the executions that began at about the time when each was
 * sent, and compares their inputs. One candidate means that it was started (tell the journal with
 * `markStarted`); none, that it was not, as far as the service's list is complete (`resend` it). Express
 * workflows keep no history: there is nothing to find.
 *
 * @throws {JournalError} if the journal cannot be read, or is of something else than what the client calls
 * @throws {FunctionGraphError} if a call fails
 */
export async function* findUnknown(
  functiongraph: BulkClient,
  path: string,
  { signal }: { signal?: AbortSignal | undefined } = {},
): AsyncGenerator<Search> {
  const { journal, file } = await load(path);
  try {
    const { workflowId } = await headerFor(functiongraph, journal, signal);
    const service = { functiongraph, workflowId, signal };
    for (const span of spansOf(journal)) {
      const unclaimed = await unclaimedIn(span, service);
      for (const { outcome, inputHash } of span.unknown) {
        yield { outcome, candidates: unclaimed.get(inputHash) ?? [] };
      }
    }
  } finally {
    await file.close();
  }
}

interface Service {
  functiongraph: BulkClient;
  workflowId: string;
  signal: AbortSignal | undefined;
}

/** A span of time in which unknown inputs were sent. */
interface Span {
  from: number;
  to: number;
  unknown: { outcome: Outcome; inputHash: string }[];
  /** Executions whose keys are known. */
  known: Set<string>;
}

function spansOf(journal: Journal): Span[] {
  const spans: Span[] = [];
  const unknown = [...journal.entries()]
    .map((entry) => ({ outcome: outcomeOf(entry, {}), inputHash: inputHashOf(entry.hash) }))
    .filter(({ outcome }) => outcome.outcome === "unknown")
    .map((one) => ({ ...one, from: Date.parse(one.outcome.sentAt!) - slackMs }))
    .sort((a, b) => a.from - b.from);
  for (const { outcome, inputHash, from } of unknown) {
    const to = Date.parse(outcome.at) + slackMs;
    const last = spans.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.unknown.push({ outcome, inputHash });
    } else {
      spans.push({ from, to, unknown: [{ outcome, inputHash }], known: new Set() });
    }
  }
  for (const { executionId, sentAt } of journal.entries()) {
    if (executionId === undefined) continue;
    const time = Date.parse(sentAt!);
    // One that was sent a little earlier may have begun in the span.
    for (const span of spans) if (time >= span.from - slackMs && time <= span.to) span.known.add(executionId);
  }
  return spans;
}

/** The executions in a span that no key of the journal has, by the hash of their input. */
async function unclaimedIn({ from, to, known }: Span, service: Service): Promise<Map<string, Candidate[]>> {
  const { functiongraph, workflowId, signal } = service;
  const byInput = new Map<string, Candidate[]>();
  for await (const executionId of listedIn(from, to, service)) {
    if (known.has(executionId)) continue;
    known.add(executionId);
    const { status, begin_time, input } = await functiongraph.showWorkflowExecution(
      { path: { workflow_id: workflowId, execution_id: executionId } },
      { signal },
    );
    const hash = hashOf(input, undefined);
    const candidate = { executionId, status, beganAt: begin_time };
    byInput.set(hash, [...(byInput.get(hash) ?? []), candidate]);
  }
  return byInput;
}

/**
 * The ids of the executions in a span of time. One that has a full page is halved, down to a second: the
 * service's page on lists does not have `offset`.
 */
async function* listedIn(from: number, to: number, service: Service): AsyncGenerator<string> {
  const { functiongraph, workflowId, signal } = service;
  const query = { start_time: new Date(from), end_time: new Date(to), limit: pageSize };
  const list = functiongraph.listWorkflowExecutions({ path: { workflow_id: workflowId }, query }, { signal });
  if (to - from <= 1_000) {
    for await (const { execution_id } of list) yield execution_id;
    return;
  }
  const { executions } = await list;
  if (executions.length < pageSize) {
    yield* executions.map(({ execution_id }) => execution_id);
    return;
  }
  const middle = (from + to) / 2;
  yield* listedIn(from, middle, service);
  yield* listedIn(middle, to, service);
}
