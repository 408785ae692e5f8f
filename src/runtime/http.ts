import type { Agent as HttpAgent, ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { Agent as HttpsAgent } from "node:https";
import type { Socket } from "node:net";
import { Body } from "./body.js";
import { ResponseTooLarge, WireHeaders, type Transport, type WireResponse } from "./types.js";

/** Leaves a call that cannot connect time for another attempt. */
const connectTimeoutMs = 10_000;

/**
 * A transport over node:http and node:https, which mocks and tracing tools intercept. It knows when a request
 * begins to leave the process, and so whether a failed one may have been carried out.
 */
export const httpTransport: Transport = async ({ method, url, headers, body }, options) => {
  const { http, https, agents } = loaded ?? (await (loading ??= load()));
  const { protocol, hostname, port, host } = new URL(url);
  const secure = protocol === "https:";
  const agent = options.agent ?? (secure ? agents.https : agents.http);
  if (hasIdleConnection(agent)) await new Promise<void>(lookAtSockets);

  const request: RequestOptions = {
    method,
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port || undefined,
    path: url.slice(url.indexOf("/", "https://".length)),
    // Node sets no Content-Length on a DELETE with a body.
    headers: { host, ...headers, ...(body !== undefined && { "content-length": Buffer.byteLength(body) }) },
    agent: agent as RequestOptions["agent"],
  };
  const response = await new Promise<WireResponse>((resolve, reject) => {
    // Looked up for each request: a mock or a tracer may have replaced it.
    const outgoing = (secure ? https : http).request(request);
    let over = false;
    let forget = () => {};
    const fail = (error: Error) => {
      if (over) return;
      over = true;
      forget();
      outgoing.destroy();
      // A parser error holds the bytes it could not parse, which may echo the request.
      Reflect.deleteProperty(error, "rawPacket");
      reject(error);
    };
    const succeed = (response: WireResponse) => {
      over = true;
      forget();
      resolve(response);
    };
    outgoing.on("error", fail);
    outgoing.on("socket", (socket) => whenConnected(socket, outgoing, options.onSent));
    let responded = false;
    outgoing.on("response", (incoming) => {
      responded = true;
      // A server that responds early may never read the rest.
      incoming.on("end", () => {
        if (!outgoing.writableFinished) outgoing.destroy();
      });
      readResponse(incoming, options.maxBytes, fail, succeed);
    });
    // After a response it means nothing: a mock closes the request before the response is read.
    outgoing.on("close", () => {
      if (!responded) fail(new Error("the connection was closed without a response"));
    });
    forget = options.onEnd(() => fail(new Error("the call has ended")));
    if (!over) outgoing.end(body);
  });
  return decompress(response, options.maxBytes);
};

interface Modules {
  http: typeof import("node:http");
  https: typeof import("node:https");
  agents: { http: HttpAgent; https: HttpsAgent };
}
let loaded: Modules | undefined;
let loading: Promise<Modules> | undefined;

/** Runs with the first request, to keep importing this package cheap. */
async function load(): Promise<Modules> {
  const [{ default: http }, { default: https }] = await Promise.all([
    import("node:http"),
    import("node:https"),
  ]);
  // When a kept-alive connection breaks, Deno resends the request, even if it may have been carried out.
  const settings = { keepAlive: !("Deno" in globalThis), noDelay: true };
  const agents = { http: new http.Agent(settings), https: new https.Agent(settings) };
  return (loaded = { http, https, agents });
}

/**
 * Lets Node notice that the server has closed an idle connection. It takes two turns of the event loop: the
 * current one may be past polling its sockets.
 */
const lookAtSockets = (done: () => void): void => void setImmediate(() => setImmediate(done));

function hasIdleConnection(agent: object): boolean {
  for (const _ in (agent as { freeSockets?: object }).freeSockets) return true;
  return false;
}

/** Nothing of a request leaves before the connection, and over TLS the handshake, is complete. */
function whenConnected(socket: Socket, outgoing: ClientRequest, connected: () => void): void {
  // An idle connection that the server has closed must leave the pool at once, before it is reused.
  if (!outgoing.reusedSocket) socket.once("end", () => socket.emit("agentRemove"));
  const handshaking = (socket as { secureConnecting?: boolean }).secureConnecting === true;
  if (!socket.connecting && !handshaking) return connected();
  const timer = setTimeout(() => {
    const message = `no connection within ${connectTimeoutMs} ms`;
    outgoing.destroy(Object.assign(new Error(message), { code: "ETIMEDOUT" }));
  }, connectTimeoutMs);
  outgoing.once("close", () => clearTimeout(timer));
  socket.once("secureConnecting" in socket ? "secureConnect" : "connect", () => {
    clearTimeout(timer);
    connected();
  });
}

function readResponse(
  incoming: IncomingMessage,
  maxBytes: number,
  fail: (error: Error) => void,
  succeed: (response: WireResponse) => void,
): void {
  const status = incoming.statusCode ?? 0;
  const body = new Body(maxBytes);
  incoming.on("data", (chunk: Buffer) => {
    if (!body.add(chunk)) fail(new ResponseTooLarge(status, maxBytes));
  });
  incoming.on("end", () => {
    if (!incoming.complete) return fail(new Error("the connection was closed in the middle of the response"));
    succeed({ status, headers: headersOf(incoming), body: body.bytes });
  });
  incoming.on("error", fail);
}

function headersOf({ rawHeaders }: IncomingMessage): WireHeaders {
  const pairs: [string, string][] = [];
  for (let i = 0; i < rawHeaders.length; i += 2)
    pairs.push([rawHeaders[i]!.toLowerCase(), rawHeaders[i + 1]!]);
  return new WireHeaders(pairs);
}

/**
 * By Content-Encoding. None is requested, but a proxy may compress anyway. A body that cannot be decompressed is
 * left as it is: its status still counts.
 */
async function decompress(response: WireResponse, maxBytes: number): Promise<WireResponse> {
  const { status, headers, body } = response;
  const encoding = headers.get("content-encoding")?.toLowerCase();
  if (!encoding || !["gzip", "deflate", "br"].includes(encoding) || body.length === 0) return response;
  const { gunzip, inflate, brotliDecompress } = await import("node:zlib");
  const decode = { gzip: gunzip, deflate: inflate, br: brotliDecompress }[encoding as "gzip"];
  return new Promise((resolve, reject) =>
    decode(body, { maxOutputLength: maxBytes }, (error: NodeJS.ErrnoException | null, plain) => {
      if (error?.code === "ERR_BUFFER_TOO_LARGE") reject(new ResponseTooLarge(status, maxBytes));
      else if (error) resolve(response);
      else resolve({ status, headers: headers.ofDecoded(plain.length), body: plain });
    }),
  );
}
