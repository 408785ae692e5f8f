import { AbortError } from "../errors.js";
import { textAt, valueAt } from "../foreign.js";
import type { BulkClient, BulkExecution } from "./client.js";
import { maySend, outcomeOf, type Entry, type Known } from "./entry.js";
import { RunStoppedError } from "./failures.js";
import type { InputReader } from "./inputs.js";
import { readItem, refuseChange, refuseTwin, type Item } from "./items.js";
import type { Identity } from "./journal.js";
import { factsOf, judge } from "./judge.js";
import type { Settings } from "./options.js";
import { Pace } from "./pace.js";
import { Tally } from "./tally.js";
import type { BulkInput, Progress, Summary } from "./types.js";
import type { JournalWriter } from "./writer.js";

/** How often one input is tried in a run, while others get through. */
const maxTries = 10;

/** What a run works with. */
export interface Parts {
  functiongraph: BulkClient;
  identity: Identity;
  inputs: InputReader;
  writer: JournalWriter;
  settings: Settings;
}

/** An input in hand, and what the journal had of it. */
interface Task {
  item: Item;
  earlier: Entry | undefined;
}

/** One run over a list: lanes that each take an input, see to it, and take the next. */
export class Run {
  readonly #parts: Parts;
  readonly #pace: Pace;
  readonly #tally = new Tally();
  readonly #lanes: Promise<void>[] = [];
  /** Inputs that are being seen to, by key. */
  readonly #inHand = new Map<string, Item>();
  /** Aborts the waiting for results. */
  readonly #ending = new AbortController();
  #reading: Promise<unknown> = Promise.resolve();
  #reporting: Promise<unknown> = Promise.resolve();
  #stopped: { cause: unknown } | undefined;
  /** Whether a start has shown that the credentials are accepted. */
  #proven = false;
  #failingSince: number | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#pace = new Pace(parts.settings.rate);
  }

  /** @throws {RunStoppedError} if it stops before the list ends */
  async finish(): Promise<Summary> {
    // One at first, since five wrong signatures would lock the key.
    this.#openLane();
    // The array grows meanwhile.
    for (const lane of this.#lanes) await lane;
    if (this.#stopped) throw new RunStoppedError(this.#stopped.cause, this.#tally.summary());
    return this.#tally.summary();
  }

  /** Sends nothing more. */
  stop(cause: unknown): void {
    if (this.#stopped) return;
    this.#stopped = { cause };
    this.#ending.abort(cause);
    this.#pace.end();
    this.#parts.inputs.stop();
  }

  abort(reason: unknown): void {
    this.stop(new AbortError("The run was aborted by the caller.", { cause: reason }));
  }

  progress(): Progress {
    return this.#tally.progress(this.#parts.settings.total, this.#inHand.size, this.#pace.rate);
  }

  #openLane(): void {
    this.#lanes.push(this.#work().catch((error: unknown) => this.stop(error)));
  }

  async #work(): Promise<void> {
    for (;;) {
      const task = await this.#take();
      if (!task) return;
      await this.#see(task).finally(() => this.#inHand.delete(task.item.key));
    }
  }

  /** The next input, for one lane after the other. */
  #take(): Promise<Task | undefined> {
    const next = this.#reading.then(() => this.#read());
    this.#reading = next;
    return next;
  }

  async #read(): Promise<Task | undefined> {
    const { inputs, writer } = this.#parts;
    for (;;) {
      // Many inputs that need no request must not keep signals and timers waiting.
      if (this.#tally.inputs % 1_000 === 999) await new Promise((resolve) => setImmediate(resolve));
      const { done, value } = await inputs.next();
      if (done || this.#stopped) return undefined;
      const item = readItem(value, ++this.#tally.inputs);
      const twin = this.#inHand.get(item.key);
      const found = twin ? undefined : writer.journal.find(item.key);
      const seenAt = twin?.position ?? found?.seenAt ?? 0;
      if (seenAt > 0) {
        refuseTwin(item, seenAt, twin?.hash ?? found?.hash);
        this.#tally.repeated++;
        continue;
      }
      if (found) {
        // One that was refused may be corrected.
        if (found.is !== "refused") refuseChange(item, found.hash, writer.journal.path);
        item.offset = found.offset;
        writer.journal.table.set(item.key, { offset: found.offset, seenAt: item.position }, found.offset);
      }
      this.#inHand.set(item.key, item);
      return { item, earlier: found?.hash === item.hash ? found : undefined };
    }
  }

  async #see({ item, earlier }: Task): Promise<void> {
    if (!earlier || maySend(earlier)) return this.#start(item);
    if (earlier.is !== "started" || !this.#parts.settings.wait) return this.#report(item, earlier, true);
    const { functiongraph, identity } = this.#parts;
    return this.#wait(
      item,
      earlier,
      functiongraph.execution(identity.workflowId, earlier.executionId!),
      true,
    );
  }

  async #start(item: Item): Promise<void> {
    const { writer, settings } = this.#parts;
    for (let tries = 1; ; tries++) {
      await this.#pace.slot();
      if (this.#stopped) return this.#report(item, { is: "unsent", at: now() });
      const sentAt = now();
      await writer.append(item, { is: "sending", at: sentAt }, { toDisk: true });
      const { known, execution, again } = await this.#send(item, sentAt);
      const goesOn = execution ? settings.wait : again && tries < maxTries;
      if (!goesOn || this.#stopped) return this.#settle(item, known);
      await writer.append(item, known);
      if (execution) return this.#wait(item, known, execution);
    }
  }

  async #send(
    item: Item,
    sentAt: string,
  ): Promise<{ known: Known; execution?: BulkExecution; again?: boolean }> {
    // It may have stopped while the journal was written.
    if (this.#stopped) return { known: { is: "unsent", at: now() } };
    const { functiongraph, identity } = this.#parts;
    const { input, headers } = JSON.parse(item.body) as BulkInput;
    try {
      const execution = await functiongraph.start(identity.workflowId, input, {
        headers,
        // The client repeats nothing that the journal does not know of, except to correct a clock that is off.
        retry: { attempts: this.#proven ? 1 : 3 },
      });
      this.#gotThrough();
      return { known: { is: "started", at: now(), sentAt, executionId: execution.id }, execution };
    } catch (error) {
      const verdict = judge(error);
      if (verdict === "refused") this.#gotThrough();
      else if (verdict === "stop") this.stop(error);
      else this.#failed(error);
      const failure = { at: now(), error: factsOf(error) };
      if (verdict === "refused") return { known: { is: "refused", ...failure } };
      if (verdict === "unknown") return { known: { is: "unknown", ...failure, sentAt } };
      return { known: { is: "unsent", ...failure }, again: verdict === "again" };
    }
  }

  #gotThrough(): void {
    this.#failingSince = undefined;
    this.#pace.passed();
    this.#proven = true;
    while (this.#lanes.length < this.#parts.settings.concurrency && !this.#stopped) this.#openLane();
  }

  /** A service in trouble is given time, so that few inputs become unknown. */
  #failed(error: unknown): void {
    this.#pace.failed({ throttled: valueAt(error, "status") === 429 });
    this.#failingSince ??= performance.now();
    if (performance.now() - this.#failingSince >= this.#parts.settings.giveUpAfterMs) this.stop(error);
  }

  async #wait(item: Item, started: Known, execution: BulkExecution, earlier = false): Promise<void> {
    const ended = await execution.result({ signal: this.#ending.signal }).then(
      (output) => ({ status: "success", output }),
      (error: unknown) => {
        if (judge(error) === "stop") this.stop(error);
        // Only an execution that ended badly has a text here; an HTTP status is a number.
        const status = textAt(error, "status");
        const output = valueAt(error, "output");
        return { ...(status !== undefined && { status, output }), error: factsOf(error) };
      },
    );
    const known: Known = { ...started, ...ended, at: now() };
    if (known.status === undefined) return this.#report(item, known, earlier);
    return this.#settle(item, { ...known, is: "ended" }, earlier);
  }

  /** Writes an outcome down. If that fails, it is told all the same. */
  async #settle(item: Item, known: Known, earlier = false): Promise<void> {
    try {
      await this.#parts.writer.append(item, known);
    } finally {
      await this.#report(item, known, earlier);
    }
  }

  /** Counts an outcome and tells it, one at a time. */
  #report(item: Item, known: Known, earlier = false): Promise<void> {
    const { key, hash, position } = item;
    const outcome = outcomeOf({ key, hash, ...known }, { position, ...(earlier && { earlier }) });
    this.#tally.add(outcome);
    const told = this.#reporting.then(() => this.#parts.settings.onOutcome?.(outcome));
    this.#reporting = told;
    return told.then(() => {});
  }
}

const now = (): string => new Date().toISOString();
