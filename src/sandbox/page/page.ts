import type { IncomingMessage, ServerResponse } from "node:http";
import { descriptors } from "../../../generated/descriptors.js";
import { requestIssues } from "../../request/issues.js";
import type { Engine } from "../engine.js";
import { readBody, readHead, Refusal } from "../http.js";
import { partOf, type Entry } from "../state.js";
import type { Workflows } from "../workflows.js";
import { contentSecurityPolicy, html } from "./html.js";

/** How many executions the page shows, and how much of a value. */
const maxShown = 200;
const maxValueLength = 20_000;

/** What the page asks for, below /executions/. */
type Answers = Record<string, (argument: Record<string, unknown>) => unknown>;

/**
 * The page at /executions. It needs no key, so it answers only to names of this machine (a foreign name that
 * leads here is a trap), and changes something only for its own origin.
 */
export function createPage(engine: Engine, workflows: Workflows, now: () => number) {
  const entryOf = (id: unknown): Entry => {
    const entry = engine.entries.get(String(id));
    if (entry) return entry;
    throw new Refusal(404, `There is no execution ${String(id)} any more.`);
  };

  const reads: Answers = {
    state: () => {
      const all = [...engine.entries.values()].reverse();
      return {
        executions: all.slice(0, maxShown).map(summaryOf),
        total: all.length,
        workflows: [
          ...new Set([...workflows.list(), ...all.map(({ workflow }) => workflow)].map(({ id }) => id)),
        ],
        now: now(),
      };
    },
    details: ({ id }) => ({ values: valuesOf(entryOf(id)) }),
  };

  const changes: Answers = {
    start: ({ workflow, input }) => {
      const path = { workflow_id: String(workflow) };
      const body = { input };
      const { request } = descriptors.startWorkflowExecution;
      const issues = requestIssues("body", request.body ?? true, body);
      if (issues.length > 0) throw new Refusal(400, issues.map(({ message }) => message).join("; "));
      const { execution } = engine.start(workflows.find(path.workflow_id), {
        path,
        header: {},
        body,
        notes: [],
      });
      return { id: execution.execution_id };
    },
    stop: ({ id }) => (engine.stop(entryOf(id)), {}),
    retry: ({ id }) => (engine.retry(entryOf(id)), {}),
  };

  async function answer(request: IncomingMessage): Promise<{ status: number; value: unknown }> {
    const { method, pathname, search } = readHead(request);
    const name = pathname.slice("/executions/".length);
    const refuse = (status: number, error: string) => ({ status, value: { error } });
    if (method === "GET" && Object.hasOwn(reads, name))
      return { status: 200, value: reads[name]!(Object.fromEntries(new URLSearchParams(search))) };
    if (!Object.hasOwn(changes, name)) return refuse(404, "There is nothing here.");
    if (method !== "POST") return refuse(405, "Use POST.");
    const { origin, host, "content-type": type } = request.headers;
    if (origin !== `http://${host}`) return refuse(403, "Only the page itself may change something.");
    if (type !== "application/json") return refuse(415, "Send JSON.");
    const body = await readBody(request);
    if (!body) return refuse(413, "The input is larger than 12 MB.");
    const argument: unknown = JSON.parse(body.toString());
    if (typeof argument !== "object" || argument === null) return refuse(400, "Send an object.");
    return { status: 200, value: changes[name]!(argument as Record<string, unknown>) };
  }

  return {
    /** Responds if the request is for the page; else returns false. */
    handle: async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
      const { pathname, method } = readHead(request);
      if (pathname !== "/executions" && !pathname.startsWith("/executions/")) return false;
      const send = (status: number, type: string, text: string) => {
        response.writeHead(status, {
          "Content-Type": `${type}; charset=utf-8`,
          "Cache-Control": "no-store",
          "Content-Security-Policy": contentSecurityPolicy,
          "X-Content-Type-Options": "nosniff",
          "Referrer-Policy": "no-referrer",
        });
        response.end(text);
      };
      if (!isLocal(request.headers.host))
        send(403, "text/plain", "Open this page by the address of this machine.\n");
      else if (pathname === "/executions" && ["GET", "HEAD"].includes(method)) send(200, "text/html", html);
      else {
        const { status, value } = await answer(request).catch((error: unknown) => ({
          status: error instanceof Refusal ? error.status : 400,
          value: { error: error instanceof Error ? error.message : String(error) },
        }));
        send(status, "application/json", JSON.stringify(value));
      }
      return true;
    },
  };
}

/** An address, or a name that always means this machine. */
const isLocal = (host = ""): boolean => /^(localhost|[\d.]+|\[[\da-f:.]+\])(:\d+)?$/i.test(host);

function summaryOf({ execution, workflow }: Entry) {
  const { execution_id, status, attempt, begin_time, end_time, last_update_time, nodes } = execution;
  return {
    id: execution_id,
    workflow: workflow.id,
    status,
    attempt,
    begin: Date.parse(begin_time),
    ...(end_time !== undefined && { end: Date.parse(end_time) }),
    changed: `${last_update_time} ${status} ${attempt}`,
    canRetry: workflow.mode === "NORMAL" && status !== "running" && status !== "success",
    nodes: nodes.map(({ node_name: name, executions }) => ({
      name,
      runs: executions.map(({ status, begin_time: begin, end_time: end }) => ({ status, begin, end })),
    })),
  };
}

/** Everything there is to read of an execution, as text. */
function valuesOf({ execution }: Entry): { name: string; text: string }[] {
  const { error, output, nodes, notes } = execution;
  const values: [string, unknown][] = [
    ["Input", partOf(execution, "input")],
    ["Headers", partOf(execution, "headers")],
    ["Output", output],
    ["Error", error],
    ["Notes", notes.length > 0 ? notes.join("\n") : undefined],
    ...nodes.flatMap(({ node_name, executions }) =>
      executions.flatMap(({ input, output, error_message }, index): [string, unknown][] => {
        const name = executions.length > 1 ? `${node_name}, run ${index + 1}` : node_name;
        return [
          [`${name}: input`, input],
          [`${name}: output`, output],
          [`${name}: error`, error_message],
        ];
      }),
    ),
  ];
  return values.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
    const isLong = text.length > maxValueLength;
    return [{ name, text: isLong ? `${text.slice(0, maxValueLength)}… (${text.length} characters)` : text }];
  });
}
