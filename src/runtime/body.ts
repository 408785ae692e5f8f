/** Collects a body in one buffer: kept one by one, small chunks would take a hundred times their size. */
export class Body {
  #buffer = new Uint8Array();
  #length = 0;
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Returns false, and adds nothing, if the body would have more than `maxBytes`. */
  add(chunk: Uint8Array): boolean {
    const length = this.#length + chunk.length;
    if (length > this.#maxBytes) return false;
    if (this.#length === 0) {
      // Most bodies are a single chunk.
      this.#buffer = chunk as Uint8Array<ArrayBuffer>;
    } else {
      if (length > this.#buffer.length) {
        const larger = new Uint8Array(2 * length);
        larger.set(this.bytes);
        this.#buffer = larger;
      }
      this.#buffer.set(chunk, this.#length);
    }
    this.#length = length;
    return true;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#buffer.subarray(0, this.#length);
  }
}
