/** Serves pages: the sandbox on the page's own origin, and a way to make it fail. */
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Failure, Sandbox } from "functiongraph-workflow/sandbox";

export interface Gate {
  url: string;
  close(): Promise<void>;
}

/** @param idleMs after which it closes an idle connection, unannounced; by default, as Node does */
export async function openGate(sandbox: Sandbox, idleMs?: number): Promise<Gate> {
  const server = createServer((request, response) => {
    respond(sandbox, request, response).catch(() => request.socket.destroy());
    if (idleMs !== undefined) response.on("finish", () => setTimeout(() => request.socket.end(), idleMs));
  });
  if (idleMs !== undefined) server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url?.startsWith("/v2/")) return pass(sandbox, request, response);
  if (request.url === "/fail-next") sandbox.failNext((await json(request)) as Failure);
  response.setHeader("Content-Type", "text/html");
  response.end("<!doctype html><title>Suite</title>");
}

/** Unchanged, including the signed Host. */
function pass(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): void {
  const { method, url, rawHeaders: headers } = request;
  const { hostname: host, port } = new URL(sandbox.url);
  const onward = forward({ host, port, method, path: url, headers, setHost: false, agent: false });
  onward.on("response", (incoming) => {
    response.writeHead(incoming.statusCode!, incoming.rawHeaders);
    incoming.pipe(response);
  });
  onward.on("error", () => request.socket.destroy());
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}
