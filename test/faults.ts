import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A connection of a scripted server. */
export interface Peer {
  socket: Socket;
  /** Waits for this many bytes; returns all the text so far. */
  read: (until: number | string) => Promise<string>;
  /** Reads one whole request with its body. */
  readRequest: () => Promise<string>;
  write: (text: string) => void;
  /** Writes a whole response. */
  answer: (status: number, body?: string, headers?: Record<string, string>) => void;
  /** Resets the connection, as a crash or a firewall does. */
  reset: () => void;
}

/**
 * A TCP server that runs one script for each connection, in order. The last script also serves all later
 * ones.
 */
export async function scriptedServer(...scripts: ((peer: Peer) => unknown)[]) {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    const script = scripts[Math.min(connections++, scripts.length - 1)]!;
    Promise.resolve(script(peerOf(socket))).catch(() => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}`, connections: () => connections, close };
}

function peerOf(socket: Socket): Peer {
  let received = Buffer.alloc(0);
  let wake = () => {};
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    wake();
  });
  socket.on("close", () => wake());
  const read: Peer["read"] = async (until) => {
    const enough = () => (typeof until === "number" ? received.length >= until : received.includes(until));
    while (!enough()) {
      if (socket.destroyed) throw new Error("the client went away");
      await new Promise<void>((resolve) => (wake = resolve));
    }
    return received.toString();
  };
  return {
    socket,
    read,
    readRequest: async () => {
      const head = (await read("\r\n\r\n")).split("\r\n\r\n")[0]!;
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      const text = await read(Buffer.byteLength(head) + 4 + length);
      received = Buffer.alloc(0);
      return text;
    },
    write: (text) => void socket.write(text),
    answer: (status, body = "", headers = {}) => {
      const all = {
        "Content-Type": "application/json",
        "Content-Length": String(Buffer.byteLength(body)),
        ...headers,
      };
      const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`HTTP/1.1 ${status} Whatever\r\n${lines.join("")}\r\n${body}`);
    },
    reset: () => socket.resetAndDestroy(),
  };
}

/** A script that sends the same response to every request on a connection. */
export const always =
  (status: number, body?: string, headers?: Record<string, string>) =>
  async (peer: Peer): Promise<void> => {
    for (;;) {
      await peer.readRequest();
      peer.answer(status, body, headers);
    }
  };
