/** Bodies in chunks of one byte, from a server and to the sandbox, in a process with little memory. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { createFunctionGraphClient } from "functiongraph-workflow";
import { createSandbox } from "functiongraph-workflow/sandbox";

const chunks = Buffer.from("1\r\n \r\n".repeat(100_000));

/** Writes so many bytes, each as a chunk of its own, for as long as the peer reads. */
async function writeChunks(socket: Socket, bytes: number): Promise<void> {
  let wake = () => {};
  socket.on("drain", () => wake()).on("close", () => wake());
  for (let sent = 0; sent < bytes && !socket.destroyed; sent += 100_000) {
    if (!socket.write(chunks)) await new Promise<void>((resolve) => (wake = resolve));
  }
  socket.end("0\r\n\r\n");
}

const server = createServer((socket) => {
  socket.on("error", () => {});
  socket.once("data", () => {
    socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    void writeChunks(socket, 3_000_000);
  });
}).listen(0, "127.0.0.1");
await once(server, "listening");
const functiongraph = createFunctionGraphClient({
  endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
  timeoutMs: 60_000,
});
await functiongraph
  .startWorkflowExecution({ path: { workflow_id: "w" }, body: { input: {} } })
  .catch((error) => console.log(error.name, error.status));
server.close();

const sandbox = await createSandbox();
const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
const path = "/v2/p/fgs/workflows/w/executions";
socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n`);
const response = once(socket, "data") as Promise<[Buffer]>;
await writeChunks(socket, 3_000_000);
console.log("sandbox", / (\d+) /.exec(String((await response)[0]))?.[1]);
socket.destroy();
await sandbox.close();
