import { AnswerHeaders, AnswerTooLarge, type Transport } from "./types.js";

/** Over a `fetch`. It does not say when it has connected, so from the call on the request may have left. */
export function fetchTransport(fetch: (request: Request) => Promise<Response>): Transport {
  return async ({ method, url, headers, body }, { deadline, maxAnswerBytes, onConnected }) => {
    const controller = new AbortController();
    const stop = deadline.onEnd(() => controller.abort());
    const request = new Request(url, {
      method,
      headers,
      signal: controller.signal,
      redirect: "manual",
      ...(body !== undefined && { body: body as Uint8Array<ArrayBuffer> | string }),
    });
    onConnected();
    try {
      const response = await fetch(request);
      return {
        status: response.status,
        headers: new AnswerHeaders(response.headers),
        body: await readBody(response, maxAnswerBytes),
      };
    } finally {
      stop();
    }
  };
}

/** Looked up at each call, so that a `fetch` which is replaced later is used. */
export const transport: Transport = (request, options) =>
  fetchTransport((sendable) => globalThis.fetch(sendable))(request, options);

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel().catch(() => {});
      throw new AnswerTooLarge(response.status, maxBytes);
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
