import type { Writable } from "node:stream";
import { textAt } from "../foreign.js";
import { factsOf, messageOf, Stop } from "./failures.js";

/** What a service sends may hold what steers a terminal, or turns text around. In JSON, the escapes are the same. */
const unsafe = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const safe = (text: string): string =>
  text.replace(unsafe, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Results go to stdout, everything else to stderr: as text for people, or as JSON, a line for each. */
export class Output {
  readonly json: boolean;
  /** Whether people see progress. */
  readonly isLive: boolean;
  readonly #stopping: AbortController;
  #hasProgress = false;

  /** @param stopping is aborted if nobody reads the results any more */
  constructor(json: boolean, stopping: AbortController) {
    this.json = json;
    this.#stopping = stopping;
    this.isLive = process.stderr.isTTY && !json;
  }

  /** A result, as data or as text. */
  result(data: object, text: string): Promise<void> {
    return this.print(this.json ? JSON.stringify(data) : text);
  }

  /** Rejects with a `Stop` if nobody reads it. */
  async print(text: string): Promise<void> {
    this.#clear();
    try {
      await write(process.stdout, `${safe(text)}\n`);
    } catch (cause) {
      if (textAt(cause, "code") !== "EPIPE")
        throw new Error(`The output cannot be written: ${messageOf(cause)}.`, { cause });
      const stop = new Stop("Nobody reads the output any more.", brokenPipe, { quiet: true });
      this.#stopping.abort(stop);
      throw stop;
    }
  }

  /** Something to know besides the results. Programs are told only what there is data for. */
  async note(text: string, data?: object): Promise<void> {
    this.#clear();
    const told = this.json ? data && JSON.stringify(data) : text;
    // Nobody may be there to read it.
    if (told !== undefined) await write(process.stderr, `${safe(told)}\n`).catch(() => {});
  }

  failure(error: unknown): Promise<void> {
    return this.note(messageOf(error), factsOf(error));
  }

  /** One line that replaces the last one, on a terminal. */
  progress(text: string): void {
    if (!this.isLive) return;
    this.#clear();
    process.stderr.write(safe(text).slice(0, (process.stderr.columns || 80) - 1));
    this.#hasProgress = true;
  }

  #clear(): void {
    if (this.#hasProgress) process.stderr.write("\r\x1b[2K");
    this.#hasProgress = false;
  }
}

const write = (stream: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));

/** What a shell says of a process that SIGPIPE has ended. */
const brokenPipe = 141;
