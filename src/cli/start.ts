import { readDuration } from "./arguments.js";
import { clientOf, clientOptions } from "./client.js";
import { command } from "./command.js";
import { exitCodes, UsageError } from "./failures.js";
import { parseJson, readJson } from "./input.js";
import { timeoutOption, waitFor } from "./waiting.js";
import type { StartWorkflowExecutionRequest } from "../../generated/operations.js";

type Input = StartWorkflowExecutionRequest["body"]["input"];

export const start = command({
  summary: "Starts an execution of a workflow.",
  details: "Its input is a JSON object: from an option, or piped in for -. Without one it is {}.",
  positionals: ["WORKFLOW", "[-]"],
  options: {
    input: { type: "string", value: "JSON", help: "Input of the execution" },
    "input-file": { type: "string", value: "FILE", help: "File with the input" },
    header: { type: "string", multiple: true, value: "K=V", help: "Header of the execution" },
    wait: { type: "boolean", help: "Wait for the result, and fail if the execution does" },
    ...timeoutOption,
    ...clientOptions,
  },
  example: `start order-flow --input '{"orderId": 7}' --wait --region cn-north-4`,
  run: async ({ values, positionals: [workflowId = "", dash] }, context) => {
    const { out, signal } = context;
    const timeoutMs = readDuration("timeout", values.timeout);
    if (timeoutMs !== undefined && !values.wait) throw new UsageError("--timeout needs --wait: add it.");
    const headers = readHeaders(values.header);
    const read = readerOf(values, dash, signal);
    const functiongraph = await clientOf(values);
    // What it is, is checked by the client.
    const input = (await read()) as Input;
    const execution = await functiongraph
      .start(workflowId, input, { headers, signal })
      .catch(async (error) => {
        if (error?.mayHaveStarted === true)
          await out.note(
            `It may have started. Before you start it again, look for it: functiongraph-workflow list ${workflowId} --since 10m`,
          );
        throw error;
      });
    const { id } = execution;
    const started = [
      { workflowId, executionId: id },
      `Started execution ${id} of workflow ${workflowId}.`,
    ] as const;
    await out.result(...started).catch(async (error: unknown) => {
      // Its id must not be lost with the output.
      await out.note(started[1], started[0]);
      throw error;
    });
    return values.wait ? waitFor(execution, timeoutMs, context) : exitCodes.well;
  },
});

/** How to read the input. */
function readerOf(
  { input, "input-file": file }: { input?: string; "input-file"?: string },
  dash: string | undefined,
  signal: AbortSignal,
): () => Promise<unknown> {
  if (dash !== undefined && dash !== "-")
    throw new UsageError(`${JSON.stringify(dash)} is one argument too many: pass the input with --input.`);
  if ([input, file, dash].filter((one) => one !== undefined).length > 1)
    throw new UsageError("There is more than one input: pass one of --input, --input-file and -.");
  if (input !== undefined) return async () => parseJson(input, "--input");
  const path = file ?? dash;
  return async () => (path === undefined ? {} : readJson(path, signal));
}

function readHeaders(given: string[] | undefined): Record<string, string> | undefined {
  return (
    given &&
    Object.fromEntries(
      given.map((text) => {
        const at = text.indexOf("=");
        if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
        throw new UsageError(
          `--header is ${JSON.stringify(text)}: pass a name and a value, such as tenantId=7.`,
        );
      }),
    )
  );
}
