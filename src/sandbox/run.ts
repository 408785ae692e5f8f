import type { JsonObject, WorkflowContext } from "./execution-types.js";
import { createNodes } from "./nodes.js";
import { partOf, touch, type CallbackResult, type Entry, type Keep, type Run } from "./state.js";
import type { Time } from "./time.js";
import { jsonObject, messageOf } from "./values.js";

interface Tools {
  time: Time;
  keep: Keep;
}

const hasEnded = new Error("The execution has ended.");

/** Starts the function of an execution's workflow, with the body of the request. */
export function startRun(entry: Entry, body: unknown, { time, keep }: Tools): Run {
  const { execution, workflow } = entry;
  const { timeoutMs } = workflow;
  const input = partOf({ body }, "input");
  const beganAt = time.now();
  const callbacks = new Map<string, (result: CallbackResult) => void>();
  /** Rejects what the function waits for. */
  const waiting = new Set<(reason: Error) => void>();
  /** Only a function sees it. */
  let controller: AbortController | undefined;
  /** Why nothing more can happen in it. */
  let over: Error | undefined;
  let settle: () => void;
  const ended = new Promise<void>((resolve) => (settle = resolve));
  const nodes = createNodes(entry, { now: time.now, keep, over: () => over });

  const end: Run["end"] = (status, error, output) => {
    if (over) return;
    const cut = status === "timeout" || status === "cancel";
    over = cut ? new DOMException(error, status === "timeout" ? "TimeoutError" : "AbortError") : hasEnded;
    cancelTimeout();
    nodes.end(cut ? status : "cancel", over.message);
    const at = time.now();
    Object.assign(execution, { status, error, output, end_time: new Date(at).toISOString() });
    touch(entry, at);
    if (cut) controller?.abort(over);
    for (const reject of waiting) reject(over);
    settle();
  };
  const cancelTimeout =
    timeoutMs === undefined
      ? () => {}
      : time.after(timeoutMs, () => end("timeout", `The execution took longer than ${timeoutMs} ms.`));

  /** Waits for something, until the run is over. */
  async function wait<Value>(
    begin: (resolve: (value: Value) => void, reject: (error: Error) => void) => () => void,
  ) {
    if (over) throw over;
    let stopWaiting = () => {};
    try {
      return await new Promise<Value>((resolve, reject) => {
        const undo = begin(resolve, reject);
        waiting.add(reject);
        stopWaiting = () => {
          undo();
          waiting.delete(reject);
        };
      });
    } finally {
      stopWaiting();
    }
  }

  const contextWith = (signal: AbortSignal): WorkflowContext => ({
    executionId: execution.execution_id,
    workflowId: workflow.id,
    headers: structuredClone(partOf({ body }, "headers") ?? {}),
    attempt: execution.attempt,
    signal,
    step: (name, work, given) =>
      handled(async () => {
        const own = jsonObject(given, `The input of node ${name}`);
        const kept = own ? keep(entry, own, `input of node ${name}`) : partOf(execution, "input");
        return nodes.run(name, kept, () => work(structuredClone(own ?? input)));
      }),
    callback: (stateId) =>
      handled(() =>
        nodes.run(stateId, undefined, () =>
          wait<JsonObject>((resolve, reject) => {
            if (callbacks.has(stateId)) throw new Error(`State ${stateId} waits for a callback already.`);
            callbacks.set(stateId, (result) =>
              "error" in result ? reject(new Error(result.error)) : resolve(result.output),
            );
            return () => callbacks.delete(stateId);
          }),
        ),
      ),
    sleep: (ms) =>
      handled(() =>
        wait<void>((resolve) => {
          if (!Number.isFinite(ms)) throw new TypeError("sleep needs a number of milliseconds.");
          // At least 1, so that a loop of sleeps gets on.
          return time.after(Math.max(ms, 1), resolve);
        }),
      ),
  });

  async function run(): Promise<JsonObject | undefined> {
    // Not a copy: nobody else can change it.
    if (over || !workflow.run) return partOf(execution, "input");
    controller = new AbortController();
    const output = await workflow.run(structuredClone(input), contextWith(controller.signal));
    const copy = jsonObject(output, "The output of the workflow");
    return copy && !over ? keep(entry, copy, "output") : undefined;
  }

  void Promise.resolve()
    .then(run)
    .then(
      (output) => end("success", undefined, output),
      (error: unknown) => {
        if (over) return;
        nodes.fail(error, beganAt);
        end("fail", messageOf(error));
      },
    );

  return {
    end,
    ended,
    callBack: (stateId, result) => {
      const waits = callbacks.get(stateId);
      waits?.(result);
      return waits !== undefined;
    },
  };
}

/** A function may leave a promise alone; if it then rejects, the program must not end. */
function handled<Value>(work: () => Promise<Value>): Promise<Value> {
  const promise = work();
  promise.catch(() => {});
  return promise;
}
