import http from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { Ended } from "../deadline.js";
import { AnswerTooLarge, type Answer, type Transport } from "./types.js";

/**
 * Over Node's own client: a fraction of what the built-in fetch costs per call, and it tells when the
 * connection stands, which decides whether a failed request can have been carried out.
 *
 * An idle connection is given up after four seconds, before the five after which many servers close
 * it, so that a request seldom meets one that is just being closed.
 */
const agentOptions = { keepAlive: true, scheduling: "lifo", timeout: 4_000 } as const;
const agents = { http: new http.Agent(agentOptions), https: new https.Agent(agentOptions) };

export const transport: Transport = (
  { method, url, headers, body },
  { onEnd, maxAnswerBytes, onConnected },
) =>
  new Promise((resolve, reject) => {
    const secure = url.startsWith("https:");
    const { hostname, port, path } = split(url);
    const request = (secure ? https : http).request({
      method,
      hostname,
      port,
      path,
      headers,
      agent: secure ? agents.https : agents.http,
    });
    const stop = onEnd(() => request.destroy(new Ended("the call's time is over")));
    const fail = (error: unknown) => {
      stop();
      reject(error);
    };
    request.on("error", fail);
    request.on("socket", (socket: Socket) => {
      if (request.reusedSocket) onConnected();
      else socket.once(secure ? "secureConnect" : "connect", onConnected);
    });
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length > maxAnswerBytes)
          request.destroy(new AnswerTooLarge(response.statusCode ?? 0, maxAnswerBytes));
        chunks.push(chunk);
      });
      response.on("error", fail);
      response.on("end", () => {
        stop();
        const raw = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
        readAnswer(response, raw, maxAnswerBytes).then(resolve, reject);
      });
    });
    request.end(body);
  });

/** The host of the last request: a client calls one, and taking a URL apart costs as much as hashing it. */
let last: { origin: string; hostname: string; port: string } | undefined;

function split(url: string): { hostname: string; port: string; path: string } {
  const slash = url.indexOf("/", 8);
  const origin = slash < 0 ? url : url.slice(0, slash);
  if (last?.origin !== origin) {
    const { hostname, port } = new URL(origin);
    // Node connects to an IPv6 address without its brackets.
    last = { origin, hostname: hostname.replace(/^\[(.*)\]$/, "$1"), port };
  }
  return { hostname: last.hostname, port: last.port, path: slash < 0 ? "/" : url.slice(slash) };
}

async function readAnswer(
  response: http.IncomingMessage,
  raw: Buffer,
  maxAnswerBytes: number,
): Promise<Answer> {
  const headers = new Headers();
  for (let i = 0; i < response.rawHeaders.length; i += 2) {
    headers.append(response.rawHeaders[i]!, response.rawHeaders[i + 1]!);
  }
  const status = response.statusCode!;
  const decompress = decoders[headers.get("content-encoding")?.toLowerCase() ?? ""];
  if (!decompress || raw.length === 0) return { status, headers, body: raw };
  headers.delete("content-encoding");
  headers.delete("content-length");
  try {
    return { status, headers, body: await decompress(raw, { maxOutputLength: maxAnswerBytes }) };
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
      ? new AnswerTooLarge(status, maxAnswerBytes)
      : error;
  }
}

/** None is asked for, but a proxy may compress all the same. */
const decoders: Record<
  string,
  ((raw: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>) | undefined
> = {
  gzip: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip),
  deflate: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate),
  br: promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress),
};
