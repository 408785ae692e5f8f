import { ConfigurationError } from "../errors.js";
import type { BulkInput } from "./types.js";

export type Inputs = Iterable<BulkInput> | AsyncIterable<BulkInput>;

/** Reads a list, one input at a time, until it ends or is stopped. */
export class InputReader {
  readonly #iterator: Iterator<BulkInput> | AsyncIterator<BulkInput>;
  #ended = false;
  #wake = () => {};

  /** @throws {ConfigurationError} if it is not a list */
  constructor(inputs: Inputs) {
    const { [Symbol.asyncIterator]: async, [Symbol.iterator]: sync } = Object(
      inputs,
    ) as AsyncIterable<BulkInput> & Iterable<BulkInput>;
    const iterate = async ?? sync;
    if (typeof iterate !== "function" || typeof inputs === "string") {
      throw new ConfigurationError(
        "The inputs are not a list: pass an array, or anything that for await takes.",
      );
    }
    this.#iterator = iterate.call(inputs);
  }

  async next(): Promise<IteratorResult<unknown, unknown>> {
    const end = { done: true, value: undefined } as const;
    if (this.#ended) return end;
    const result = await new Promise<IteratorResult<unknown, unknown>>((resolve, reject) => {
      // A list that hangs, such as an input that nobody types, must not keep the run from stopping.
      this.#wake = () => resolve(end);
      Promise.resolve(this.#iterator.next()).then(resolve, reject);
    });
    if (result.done) this.#ended = true;
    return result;
  }

  /** Lets the list close its files. */
  stop(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#wake();
    // It may hang, as next() does.
    Promise.resolve(this.#iterator.return?.()).catch(() => {});
  }
}

/** How many inputs there are, if the list says so. */
export const lengthOf = (inputs: Inputs): number | undefined =>
  Array.isArray(inputs) ? inputs.length : undefined;
