/** A request as it goes on the wire: nothing changes it after this. */
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

/** The part of `Headers` that a response needs: a real one costs more than signing does. */
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

  /** The headers for the decoded body, which has this many bytes. */
  ofDecoded(length: number): WireHeaders {
    const kept = this.#pairs.filter(
      ([name]) => !["content-encoding", "content-length", "transfer-encoding"].includes(name),
    );
    return new WireHeaders([...kept, ["content-length", String(length)]]);
  }

  /** A real `Headers`, without what it rejects: HTTP parsers are more lenient. */
  toHeaders(): Headers {
    const headers = new Headers();
    for (const [name, value] of this.#pairs) {
      try {
        headers.append(name, value);
      } catch {
        // A name or a value that Headers rejects.
      }
    }
    return headers;
  }
}

export interface TransportOptions {
  /** Calls back when the request must stop and close its connection; returns a function that cancels this. */
  onEnd: (callback: () => void) => () => void;
  /** The most bytes of a body to read. */
  maxBytes: number;
  /** Called when the request may begin to leave this process. */
  onSent: () => void;
  /** Node only: the `http.Agent` or `https.Agent` to connect with. */
  agent?: object | undefined;
}

/** Sends one request and reads its response, without redirects. Rejects with the runtime's own error. */
export type Transport = (request: WireRequest, options: TransportOptions) => Promise<WireResponse>;

/** The response body is larger than `maxBytes`. */
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
