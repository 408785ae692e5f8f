import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { maxSignedBodyBytes } from "../signing/sign.js";

export interface Reply {
  status: number;
  /** Text as it is, anything else as JSON; a function gets the request's id. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** An error in the gateway's own form, which carries the request's id. */
export const gatewayError = (status: number, code: string, message: string): Reply => ({
  status,
  body: (requestId: string) => ({ error_code: code, error_msg: message, request_id: requestId }),
});

/** An error in FunctionGraph's form. */
export const serviceError = (status: number, code: string, message: string): Reply => ({
  status,
  // The contract's own limit for error_msg, in code points.
  body: { error_code: code, error_msg: [...message].slice(0, 512).join("") },
});

export function write(response: ServerResponse, { status, body, headers }: Reply, now: number): void {
  const requestId = randomUUID().replaceAll("-", "");
  const value: unknown = typeof body === "function" ? body(requestId) : body;
  const text = value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  response.statusCode = status;
  response.setHeader("Date", dateAt(now));
  response.setHeader("X-Request-Id", requestId);
  if (text && typeof value !== "string") response.setHeader("Content-Type", "application/json");
  for (const name in headers) response.setHeader(name, headers[name]!);
  response.end(text);
}

let lastDate = { second: NaN, text: "" };

/** `Date` of a time in milliseconds; the same for all answers of a second. */
function dateAt(now: number): string {
  const second = Math.floor(now / 1000);
  if (second !== lastDate.second) lastDate = { second, text: new Date(now).toUTCString() };
  return lastDate.text;
}

/** The whole body, or `undefined` when it is over the gateway's limit. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers["content-length"] ?? 0) > maxSignedBodyBytes) return resolve(undefined);
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxSignedBodyBytes) {
        request.pause();
        resolve(undefined);
      } else chunks.push(chunk);
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
    // A sender that goes away in the middle of its body ends nothing and fails nothing.
    request.on("close", () => {
      if (!request.complete) reject(new Error("the sender went away"));
    });
  });
}

/** Ends early when the caller goes away. */
export function sleep(ms: number, request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      request.socket.off("close", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    request.socket.once("close", done);
  });
}

export function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
