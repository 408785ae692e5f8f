import { stat } from "node:fs/promises";
import type { BulkInput, Counts, Progress, Summary } from "../bulk/types.js";
import { readWhole } from "./arguments.js";
import { clientOf, clientOptions } from "./client.js";
import { command, type Context } from "./command.js";
import { exitCodes, messageOf, Stop, UsageError } from "./failures.js";
import { linesOf, parseJson } from "./input.js";

/** Of a run, or of the part of it that was done. */
interface End {
  summary: Summary;
  /** Why it stopped early. */
  error: unknown;
}

export const startMany = command({
  summary: "Starts a workflow once for each line of a list, however often this is killed and run again.",
  details: `Each line is a JSON object: {"key": "order-7", "input": {"orderId": 7}, "headers": {}}. Without a key,
the place in the list is one. Prints a line of JSON for what became of each.`,
  positionals: ["WORKFLOW", "[FILE|-]"],
  options: {
    journal: {
      type: "string",
      value: "FILE",
      help: "Keeps account of every start, made if it is not there; needed",
    },
    rate: { type: "string", value: "N", help: "Starts a second, at most; default 100" },
    concurrency: {
      type: "string",
      value: "N",
      help: "Starts in flight; with --wait, executions; default 20",
    },
    wait: { type: "boolean", help: "Wait for the results, and fail if an execution does" },
    ...clientOptions,
  },
  example: "start-many order-flow orders.jsonl --journal orders.journal --region cn-north-4",
  run: async ({ values, positionals: [workflowId = "", path = "-"] }, context) => {
    const { out, signal } = context;
    const { journal, wait = false } = values;
    if (journal === undefined)
      throw new UsageError(
        "--journal is missing: pass a file, such as --journal orders.journal. It keeps a second run from starting everything again.",
      );
    const options = {
      journal,
      wait,
      signal,
      rate: readWhole("rate", values.rate),
      concurrency: readWhole("concurrency", values.concurrency),
      total: await totalOf(path, context),
      onOutcome: (outcome: object) => out.print(JSON.stringify(outcome)),
      onProgress: (progress: Progress) => out.progress(progressOf(progress)),
    };
    const functiongraph = await clientOf(values);
    const bulk = await import("functiongraph-workflow/bulk");
    const isQuiet = () => signal.reason instanceof Stop && signal.reason.quiet;
    signal.addEventListener("abort", () => {
      if (!isQuiet()) void out.note("Stopping; what was sent is waited for.");
    });
    const { summary, error } = await bulk
      .startMany(functiongraph, workflowId, inputsOf(path, signal), options)
      .then(
        (summary): End => ({ summary, error: undefined }),
        (error: unknown): End => {
          if (error instanceof bulk.RunStoppedError) return { summary: error.summary, error };
          throw error;
        },
      );
    if (error !== undefined && !isQuiet()) await out.failure(error);
    await out.note(summaryOf({ summary, error }, journal), { summary });
    return endCodeOf({ summary, error }, wait, signal);
  },
});

/** Of a file, if somebody sees the time that is left. */
async function totalOf(path: string, { out, signal }: Context): Promise<number | undefined> {
  if (path === "-") return undefined;
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    (cause) => {
      throw new UsageError(`${path} cannot be read: ${messageOf(cause)}.`, { cause });
    },
  );
  if (!isFile || !out.isLive) return undefined;
  let total = 0;
  for await (const _ of linesOf(path, signal)) total++;
  return total;
}

async function* inputsOf(path: string, signal: AbortSignal): AsyncGenerator<BulkInput> {
  // What they are is checked by the run.
  for await (const { text, name } of linesOf(path, signal)) yield parseJson(text, name) as BulkInput;
}

function endCodeOf({ summary, error }: End, wait: boolean, { reason }: AbortSignal): number {
  const { started, refused, unknown, unsent, statuses } = summary;
  if (unknown > 0) return exitCodes.mayHaveStarted;
  if (error !== undefined) return reason instanceof Stop ? reason.exitCode : exitCodes.failed;
  const allWell = refused === 0 && unsent === 0 && (!wait || (statuses["success"] ?? 0) === started);
  return allWell ? exitCodes.well : exitCodes.failed;
}

const countsOf = ({ started, refused, unknown, unsent }: Counts) =>
  [`${started} started`, `${refused} refused`, `${unknown} unknown`, `${unsent} unsent`].join(", ");

function progressOf(progress: Progress): string {
  const { inputs, total, perSecond, secondsLeft } = progress;
  const left = secondsLeft === undefined ? "" : `, ${timeOf(secondsLeft)} left`;
  return `${inputs}${total === undefined ? "" : ` of ${total}`}: ${countsOf(progress)}; ${Math.round(perSecond)}/s${left}`;
}

function summaryOf({ summary, error }: End, journal: string): string {
  const { unknown, unsent, earlier, repeated, statuses, durationMs } = summary;
  const ended = Object.entries(statuses).map(([status, count]) => `${count} ${status}`);
  const lines = [
    `${countsOf(summary)}, in ${timeOf(durationMs / 1_000)}.`,
    ended.length > 0 && `Ended: ${ended.join(", ")}.`,
    earlier > 0 && `${earlier} were known from earlier runs.`,
    repeated > 0 && `${repeated} came a second time, and were passed over.`,
    (unsent > 0 || error !== undefined) && "Run it again with the same journal to go on.",
    unknown > 0 &&
      `The unknown ones may have started, and are not sent again. Look for them: functiongraph-workflow find-unknown --journal ${journal}`,
  ];
  return lines.filter((line) => line !== false).join("\n");
}

function timeOf(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
