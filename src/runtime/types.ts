/** A request as it goes on the wire: nothing about it changes any more. */
export interface WireRequest {
  method: string;
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

/** A response, read to its end. */
export interface WireResponse {
  status: number;
  headers: WireHeaders;
  body: Uint8Array;
}

/** As much of `Headers` as a response needs: a real one costs more than signing does. */
export class WireHeaders {
  readonly #pairs: readonly (readonly [name: string, value: string])[];

  /** Names in lower case. */
  constructor(pairs: Iterable<readonly [name: string, value: string]>) {
    this.#pairs = [...pairs];
  }

  get(name: string): string | null {
    const wanted = name.toLowerCase();
    let found: string | null = null;
    for (const [each, value] of this.#pairs) {
      if (each === wanted) found = found === null ? value : `${found}, ${value}`;
    }
    return found;
  }

  /** The same headers for a body that has been decoded and has this many bytes. */
  ofDecoded(length: number): WireHeaders {
    const kept = this.#pairs.filter(
      ([name]) => !["content-encoding", "content-length", "transfer-encoding"].includes(name),
    );
    return new WireHeaders([...kept, ["content-length", String(length)]]);
  }

  /** The real thing. Leaves out what `Headers` refuses: parsers are more lenient than it is. */
  toHeaders(): Headers {
    const headers = new Headers();
    for (const [name, value] of this.#pairs) {
      try {
        headers.append(name, value);
      } catch {
        // A name or a value that no Headers object can hold.
      }
    }
    return headers;
  }
}

export interface TransportOptions {
  /** Calls back when the request has to stop and its connection be closed; returns how to forget that. */
  onEnd: (callback: () => void) => () => void;
  /** A body with more bytes is not read on. */
  maxBytes: number;
  /** Called when the request may begin to leave this process. */
  onSent: () => void;
  /** On Node: the `http.Agent` or `https.Agent` to connect with. */
  agent?: object | undefined;
}

/** Sends one request and reads its response. Follows no redirect. Rejects with the runtime's own error. */
export type Transport = (request: WireRequest, options: TransportOptions) => Promise<WireResponse>;

/** The response's body is larger than any that the service documents. */
export class ResponseTooLarge extends Error {
  readonly status: number;

  constructor(status: number, maxBytes: number) {
    super(`the response has more than ${maxBytes} bytes`);
    this.status = status;
  }
}

type Maybe<Value> = Value | Promise<Value>;

export interface Hashing {
  /** SHA-256 of UTF-8 text or bytes, in lowercase hex. */
  sha256Hex: (data: string | Uint8Array) => Maybe<string>;
  /** HMAC-SHA256 of UTF-8 text under a UTF-8 key, in lowercase hex. */
  hmacSha256Hex: (key: string, data: string) => Maybe<string>;
}

export type Environment = Readonly<Record<string, string | undefined>>;
