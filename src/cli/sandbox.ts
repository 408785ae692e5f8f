import type { Sandbox } from "../sandbox/types.js";
import type { Reported, startSandbox } from "../sandbox/start.js";
import { textAt, valueAt } from "../foreign.js";
import { readWhole } from "./arguments.js";
import { command } from "./command.js";
import { exitCodes } from "./failures.js";
import type { Output } from "./output.js";
import { settingsText } from "./sdks.js";

const firstPort = 4010;

export const sandbox = command({
  summary: "Runs a FunctionGraph on this machine, for programs in any language.",
  details: "Executions succeed at once, with their input as their output. Ctrl-C ends it.",
  positionals: [],
  options: {
    port: { type: "string", value: "N", help: `Port; default ${firstPort}, or the next free one` },
    workflow: { type: "string", multiple: true, value: "ID", help: "A workflow that exists; default all do" },
    strict: {
      type: "boolean",
      help: "Refuse what is otherwise accepted with a note, such as JSON text as input",
    },
  },
  example: "sandbox --workflow order-flow",
  run: async ({ values: { port, workflow: workflows, strict } }, { out, signal }) => {
    // Nobody can call before it listens.
    const onReply = (reported: Reported) => void tell(reported, running, out).catch(() => {});
    const running = await listen(
      readWhole("port", port, 0),
      (port) => ({ port, workflows, strict }),
      onReply,
    );
    const { url, projectId, credentials, token } = running;
    const executions = `${url}/executions`;
    await out.result({ url, projectId, ...credentials, token, executions }, settingsText(running));
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener("abort", () => resolve());
    });
    await running.close();
    return exitCodes.well;
  },
});

async function listen(
  port: number | undefined,
  optionsFor: (port: number) => Parameters<typeof startSandbox>[0],
  onReply: (reported: Reported) => void,
): Promise<Sandbox> {
  const { createSandbox } = await import("functiongraph-workflow/sandbox");
  // It also takes what is not for users.
  const start = createSandbox as typeof startSandbox;
  for (let next = port ?? firstPort; ; next++) {
    try {
      return await start(optionsFor(next), { onReply });
    } catch (error) {
      const isTaken = textAt(valueAt(error, "cause"), "code") === "EADDRINUSE";
      if (port !== undefined || !isTaken || next === firstPort + 100) throw error;
    }
  }
}

/** Tells of a call: method, operation, status, and the execution or what was wrong. */
async function tell(
  { method, pathname, operationId, executionId, reply }: Reported,
  running: Sandbox,
  out: Output,
): Promise<void> {
  const status = reply?.status;
  const message = textAt(reply?.json, "error_msg");
  const id = textAt(reply?.json, "execution_id") ?? executionId;
  // Only a start makes an execution, and its notes.
  const started =
    executionId === undefined ? running.executions.findLast((one) => one.execution_id === id) : undefined;
  const notes = started?.notes ?? [];
  const time = new Date().toTimeString().slice(0, 8);
  const operation = operationId ?? pathname;
  const data = { method, operation, status, ...(id !== undefined && { executionId: id }) };
  await out.result(
    { ...data, ...(message !== undefined && { message }), ...(notes.length > 0 && { notes }) },
    [
      [time, method.padEnd(6), operation.padEnd(22), status ?? "dropped", id ?? "", message ?? ""]
        .filter(Boolean)
        .join("  "),
      ...notes.map((note) => `          note: ${note}`),
    ].join("\n"),
  );
}
