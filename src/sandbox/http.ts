import type { IncomingMessage, ServerResponse } from "node:http";
import { Body } from "../runtime/body.js";
import { maxSignedBodyBytes } from "../signing/sign.js";
import { cut } from "./values.js";

/** A request as it arrived. */
export interface Call {
  /** The sandbox's own id for it, sent back in its response. */
  requestId: string;
  method: string;
  /** Still percent-encoded. */
  pathname: string;
  /** Without its `?`. */
  search: string;
  /** By name in lower case; the values of a name that came more than once are joined by commas. */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  /** Body, sent unchanged. */
  text?: string;
  /** Body, sent as JSON. */
  json?: unknown;
}

/** An error in the gateway's format, which includes the request's id. */
export const gatewayError = (requestId: string, status: number, code: string, message: string): Reply => ({
  status,
  json: { error_code: code, error_msg: message, request_id: requestId },
});

/** FunctionGraph refuses a request: 400 for a request that cannot be carried out, 404 for what is not there. */
export class Refusal extends Error {
  readonly status: 400 | 404;

  constructor(status: 400 | 404, message: string) {
    super(message);
    this.status = status;
  }
}

/** The contract's limit for the length of `error_msg`. */
const maxErrorLength = 512;

/** An error in FunctionGraph's format. */
export const serviceError = ({ status, message }: Refusal): Reply => ({
  status,
  json: { error_code: status === 404 ? "FGS.5002" : "FGS.3002", error_msg: cut(message, maxErrorLength) },
});

/** Everything in a request but its body. */
export function readHead(request: IncomingMessage): Omit<Call, "requestId" | "body"> {
  const [pathname, search = ""] = splitOnce(asUtf8(request.url ?? ""), "?");
  // Not request.headers: a header named __proto__ is lost there.
  const headers = new Map<string, string>();
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const name = request.rawHeaders[i]!.toLowerCase();
    const value = asUtf8(request.rawHeaders[i + 1]!);
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return { method: request.method ?? "", pathname, search, headers };
}

/** Reads the whole body; `undefined` if it is over the gateway's limit. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers["content-length"] ?? 0) > maxSignedBodyBytes) return resolve(undefined);
    const body = new Body(maxSignedBodyBytes);
    request.on("data", (chunk: Buffer) => {
      if (body.add(chunk)) return;
      request.pause();
      resolve(undefined);
    });
    request.on("end", () =>
      resolve(Buffer.from(body.bytes.buffer, body.bytes.byteOffset, body.bytes.length)),
    );
    request.on("error", reject);
    // A client that disconnects in the middle of its body causes neither "end" nor "error".
    request.on("close", () => {
      if (!request.complete) reject(new Error("the client disconnected"));
    });
  });
}

export function write(response: ServerResponse, { status, headers = {}, text, json }: Reply): void {
  response.statusCode = status;
  if (json !== undefined) response.setHeader("Content-Type", "application/json");
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(json === undefined ? text : JSON.stringify(json));
}

export function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Node reads the bytes of a request's head as Latin-1; clients and signers mean UTF-8. */
const asUtf8 = (text: string): string =>
  /[^\x00-\x7f]/.test(text) ? Buffer.from(text, "latin1").toString("utf8") : text;
