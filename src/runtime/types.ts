import type { Deadline } from "../exchange/deadline.js";

/** A request as it goes over the wire: nothing about it changes any more. */
export interface Outgoing {
  method: string;
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

/** An answer, read to its end. */
export interface Answer {
  status: number;
  headers: AnswerHeaders;
  body: Uint8Array;
}

/** As much of `Headers` as an answer needs: making a real one costs more than signing does. */
export class AnswerHeaders {
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

  /** The same without some of them, named in lower case. */
  without(...names: string[]): AnswerHeaders {
    return new AnswerHeaders(this.#pairs.filter(([name]) => !names.includes(name)));
  }

  toHeaders(): Headers {
    return new Headers(this.#pairs as [string, string][]);
  }
}

export interface TransportOptions {
  /** When the exchange has to end and its connection be closed. */
  deadline: Deadline;
  /** A body that grows beyond this is not read on. */
  maxAnswerBytes: number;
  /** Called when the request may begin to leave this process: the connection stands. */
  onConnected: () => void;
}

/** Carries one request and reads its answer. Never follows a redirect. Rejects with the runtime's own error. */
export type Transport = (request: Outgoing, options: TransportOptions) => Promise<Answer>;

/** The answer's body is larger than any that the service documents. */
export class AnswerTooLarge extends Error {
  readonly status: number;

  constructor(status: number, maxBytes: number) {
    super(`the answer has more than ${maxBytes} bytes`);
    this.status = status;
  }
}
