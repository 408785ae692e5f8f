import { readTime, readWhole } from "./arguments.js";
import { clientOf, clientOptions } from "./client.js";
import { command } from "./command.js";
import { exitCodes } from "./failures.js";
import type { ListWorkflowExecutionsRequest } from "../../generated/operations.js";

type Query = NonNullable<ListWorkflowExecutionsRequest["query"]>;

/** What a page has at most. */
const pageSize = 200;
/** This machine's clock may be behind. */
const slackMs = 120_000;

export const list = command({
  summary: "Lists executions of a workflow, as the service orders them.",
  positionals: ["WORKFLOW"],
  options: {
    status: {
      type: "string",
      value: "STATUS",
      help: "Only those: success, fail, running, timeout or cancel",
    },
    since: {
      type: "string",
      value: "TIME",
      help: "Only those that began since then: 2h, 3d (default), 2026-01-31T09:30:00Z",
    },
    limit: { type: "string", value: "N", help: "How many at most; default 50" },
    ...clientOptions,
  },
  example: "list order-flow --status fail --since 2h --region cn-north-4",
  run: async ({ values, positionals: [workflow_id = ""] }, { out, signal }) => {
    const { status } = values;
    const limit = readWhole("limit", values.limit) ?? 50;
    const since = readTime("since", values.since);
    const functiongraph = await clientOf(values);
    const query = {
      limit: Math.min(limit, pageSize),
      // Checked by the client.
      status: status as Query["status"],
      // Without an end, the service lists three days from the start.
      ...(since && { start_time: since, end_time: new Date(Date.now() + slackMs) }),
    };
    let count = 0;
    for await (const one of functiongraph.listWorkflowExecutions(
      { path: { workflow_id }, query },
      { signal },
    )) {
      const { execution_id, status, begin_time = "", end_time } = one;
      if (count === 0 && !out.json) await out.print(row("EXECUTION", "STATUS", "BEGAN", "ENDED"));
      await out.result(one, row(execution_id, status, begin_time, end_time ?? ""));
      if (++count === limit) break;
    }
    if (count === 0) await out.note("There are none.");
    return exitCodes.well;
  },
});

const row = (id: string, status: string, began: string, ended: string) =>
  `${id.padEnd(36)}  ${status.padEnd(8)}  ${began.padEnd(24)}  ${ended}`.trimEnd();
