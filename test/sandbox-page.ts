/** Asks the page at /executions what a browser would. */
import { request as send, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import type { Sandbox } from "functiongraph-workflow/sandbox";

export function ask(sandbox: Sandbox, method: string, path: string, headers: object = {}, body?: string) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const request = send(sandbox.url, { method, path, headers: { ...headers } }, resolve);
    request.on("error", reject);
    request.end(body);
  });
}

export const asPage = (sandbox: Sandbox) => ({ Origin: sandbox.url, "Content-Type": "application/json" });

export async function change(sandbox: Sandbox, name: string, body: object) {
  const response = await ask(sandbox, "POST", `/executions/${name}`, asPage(sandbox), JSON.stringify(body));
  return { status: response.statusCode, body: (await json(response)) as any };
}

export const state = async (sandbox: Sandbox): Promise<any> =>
  json(await ask(sandbox, "GET", "/executions/state"));

export const details = async (sandbox: Sandbox, id: string): Promise<any> =>
  json(await ask(sandbox, "GET", `/executions/details?id=${id}`));
