/**
 * Warms up a client with a passed `fetch`, lets 20 calls time out, and prints how many connections are still
 * open.
 */
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createFunctionGraphClient, TimeoutError } from "functiongraph-workflow";

/** Connections with a request that waits for its response. (A fetch may open others in advance.) */
const waiting = new Set<Socket>();
let hanging = false;
const server = createServer((socket) => {
  socket.on("close", () => waiting.delete(socket));
  socket.on("error", () => {});
  socket.on("data", () => {
    if (hanging) waiting.add(socket);
    else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n{"execution_id":"e1"}');
  });
}).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as { port: number };
const functiongraph = createFunctionGraphClient({
  endpoint: `http://127.0.0.1:${port}`,
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
  fetch: (url, init) => globalThis.fetch(url, init),
});
const start = (timeoutMs: number) =>
  functiongraph.startWorkflowExecution({ path: { workflow_id: "w" }, body: { input: {} } }, { timeoutMs });
for (let i = 0; i < 3_000; i++) await start(30_000);

hanging = true;
const calls = Array.from({ length: 20 }, () => start(500).catch((error: unknown) => error));
setTimeout(() => globalThis.gc!(), 200);
const errors = await Promise.all(calls);
if (!errors.every((error) => error instanceof TimeoutError)) throw new Error(String(errors[0]));
await new Promise((resolve) => setTimeout(resolve, 300));
console.log(waiting.size, "open");
server.close();
// The process exits by itself: no connection keeps it alive.
