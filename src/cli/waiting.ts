import type { Execution } from "../executions.js";
import { valueAt } from "../foreign.js";
import type { Context, Options } from "./command.js";
import { exitCodes, Stop } from "./failures.js";

export const timeoutOption = {
  timeout: { type: "string", value: "TIME", help: "How long to wait at most, such as 90s, 10m or 2h" },
} as const satisfies Options;

/** Waits for an execution, and tells how it ended. Returns the exit code: whatever fails here, it has started. */
export async function waitFor(
  execution: Execution,
  timeoutMs: number | undefined,
  { out, signal }: Context,
): Promise<number> {
  const { workflowId, id } = execution;
  const tell = (status: string, output: unknown) =>
    out.result(
      { workflowId, executionId: id, status, ...(output !== undefined && { output }) },
      `${status}${output === undefined ? "" : `\n${JSON.stringify(output, undefined, 2)}`}`,
    );
  let output: unknown;
  try {
    output = await execution.result({
      signal,
      timeoutMs,
      onProgress: ({ status = "not seen yet", elapsedMs, error }) =>
        out.progress(
          `${status}, ${Math.round(elapsedMs / 1_000)} s${error ? `; the last look failed: ${error.message}` : ""}`,
        ),
    });
  } catch (error) {
    const status = valueAt(error, "status");
    // Of an execution that failed; an HTTP status is a number.
    if (typeof status === "string") await tell(status, valueAt(error, "output"));
    await out.failure(error);
    return signal.reason instanceof Stop ? signal.reason.exitCode : exitCodes.failed;
  }
  await tell("success", output);
  return exitCodes.well;
}
