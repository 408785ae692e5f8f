import { Body } from "./body.js";
import { ResponseTooLarge, WireHeaders, type Transport } from "./types.js";

/** The parts of a `Response` that are read, so that any fetch fits. */
export interface FetchedResponse {
  readonly status: number;
  readonly headers:
    | Iterable<readonly [name: string, value: string]>
    | { forEach(callback: (value: string, name: string) => void): void };
  readonly body?: unknown;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The second argument of a `fetch`. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  // oxlint-disable-next-line typescript/no-explicit-any -- each fetch has its own type for bodies
  body?: any;
  signal: AbortSignal;
  redirect: "manual";
}

/** The global `fetch`, npm undici's, node-fetch, or anything else that works like them. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchedResponse>;

/** A transport over `fetch`. It does not tell when it connects: once called, it may have sent the request. */
export function fetchTransport(fetch: Fetch): Transport {
  return async ({ method, url, headers, body }, { onEnd, maxBytes, onSent }) => {
    const controller = new AbortController();
    const forget = onEnd(() => controller.abort());
    try {
      onSent();
      const { signal } = controller;
      const response = await fetch(url, {
        method,
        headers,
        signal,
        redirect: "manual",
        ...(body !== undefined && { body }),
      });
      const { status } = response;
      if (!Number.isInteger(status)) throw new Error("fetch returned no response with a status");
      const whole = await readBody(response, signal, maxBytes);
      // fetch decodes the body but keeps the headers of the encoded one.
      return { status, headers: headersOf(response).ofDecoded(whole.length), body: whole };
    } catch (error) {
      // A response that is not read to its end must not stay open.
      controller.abort();
      throw error;
    } finally {
      forget();
    }
  };
}

function headersOf({ headers }: FetchedResponse): WireHeaders {
  const pairs: [string, string][] = [];
  const add = (value: unknown, name: unknown) => void pairs.push([String(name).toLowerCase(), String(value)]);
  if (Symbol.iterator in headers) for (const [name, value] of headers) add(value, name);
  else headers.forEach(add);
  return new WireHeaders(pairs);
}

/** Reads the body however the response offers it: as a web stream, a Node stream, or all at once. */
async function readBody(
  response: FetchedResponse,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Uint8Array> {
  const body = new Body(maxBytes);
  let chunks = 0;
  for await (const chunk of chunksOf(response, signal)) {
    if (signal.aborted) throw new Error("the call has ended");
    if (!body.add(bytesOf(chunk))) throw new ResponseTooLarge(response.status, maxBytes);
    // A stream that is always ready would never let a timer fire.
    if (++chunks % 100 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return body.bytes;
}

async function* chunksOf(response: FetchedResponse, signal: AbortSignal): AsyncGenerator<unknown> {
  const { body } = response;
  if (body === null) return;
  if (isWebStream(body)) {
    const reader = body.getReader();
    signal.addEventListener("abort", () => void cancel(reader), { once: true });
    if (signal.aborted) void cancel(reader);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } else if (isAsyncIterable(body)) {
    yield* body;
  } else {
    yield await response.arrayBuffer();
  }
}

function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === "string") return new TextEncoder().encode(chunk);
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  // From any realm.
  if (Object.prototype.toString.call(chunk) === "[object ArrayBuffer]")
    return new Uint8Array(chunk as ArrayBuffer);
  throw new Error("fetch returned a body that is not bytes");
}

/** A foreign stream may have no such method, or one that throws. */
async function cancel(reader: ReadableStreamDefaultReader<unknown>): Promise<void> {
  try {
    await reader.cancel();
  } catch {
    // The signal has closed its connection, or there was none.
  }
}

const isWebStream = (body: unknown): body is ReadableStream<unknown> =>
  typeof (body as ReadableStream | undefined)?.getReader === "function";

const isAsyncIterable = (body: unknown): body is AsyncIterable<unknown> =>
  typeof (body as AsyncIterable<unknown> | undefined)?.[Symbol.asyncIterator] === "function";
