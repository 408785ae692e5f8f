import type { IncomingMessage, ServerResponse } from "node:http";
import { descriptors } from "../../../generated/descriptors.js";
import type { Engine } from "../engine.js";
import { isLocal } from "../hosts.js";
import { readBody, readHead, Refusal } from "../http.js";
import type { Entry } from "../state.js";
import { bodyIssues } from "../request.js";
import { messageOf } from "../values.js";
import type { Workflows } from "../workflows.js";
import { contentSecurityPolicy, html } from "./html.js";
import { detailsOf, summaryOf } from "./shown.js";

/** How many executions the page shows. */
const maxShown = 200;

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
      const shown = [...engine.entries.values()].slice(-maxShown).reverse();
      return {
        executions: shown.map(summaryOf),
        total: engine.entries.size,
        workflows: [
          ...new Set([...workflows.list(), ...shown.map(({ workflow }) => workflow)].map(({ id }) => id)),
        ],
        now: now(),
      };
    },
    details: ({ id }) => detailsOf(entryOf(id)),
  };

  const changes: Answers = {
    start: ({ workflow, ...body }) => {
      const path = { workflow_id: String(workflow) };
      const { request } = descriptors.startWorkflowExecution;
      const issues = bodyIssues(request.body ?? true, body);
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
        const { status, text } = await answer(request)
          .then(({ status, value }) => ({ status, text: JSON.stringify(value) }))
          .catch((error: unknown) => ({
            status: error instanceof Refusal ? error.status : 400,
            text: JSON.stringify({ error: messageOf(error) }),
          }));
        send(status, "application/json", text);
      }
      return true;
    },
  };
}
