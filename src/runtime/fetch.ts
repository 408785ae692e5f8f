import { ResponseTooLarge, WireHeaders, type Transport } from "./types.js";

/** The parts of a `Response` that are read, so that any fetch fits. */
export interface FetchedResponse {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
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
  for (const [name, value] of headers) pairs.push([String(name).toLowerCase(), String(value)]);
  return new WireHeaders(pairs);
}

/** Reads the body however the response offers it: as a web stream, a Node stream, or all at once. */
async function readBody(
  response: FetchedResponse,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunksOf(response, signal)) {
    length += chunk.length;
    if (length > maxBytes) throw new ResponseTooLarge(response.status, maxBytes);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

async function* chunksOf(response: FetchedResponse, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const { body } = response;
  if (body === null) return;
  if (isWebStream(body)) {
    const reader = body.getReader();
    signal.addEventListener("abort", () => void cancel(reader), { once: true });
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } else if (isAsyncIterable(body)) {
    yield* body;
  } else {
    yield new Uint8Array(await response.arrayBuffer());
  }
}

/** A foreign stream may have no such method, or one that throws. */
async function cancel(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    await reader.cancel();
  } catch {
    // The signal has closed its connection, or there was none.
  }
}

const isWebStream = (body: unknown): body is ReadableStream<Uint8Array> =>
  typeof (body as ReadableStream | undefined)?.getReader === "function";

const isAsyncIterable = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof (body as AsyncIterable<Uint8Array> | undefined)?.[Symbol.asyncIterator] === "function";
