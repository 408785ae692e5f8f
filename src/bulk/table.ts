/** Where the last line of each key is. */
export interface Place {
  /** Of the line, in the journal. */
  offset: number;
  /** Which input of this run's list has the key, from 1; 0 if none so far. */
  seenAt: number;
}

/**
 * Finds the last line of a key. It holds a hash of the key and not the key itself, which is in the journal:
 * 16 bytes a place, at most 70 % of which are taken, so 23 to 46 bytes a key.
 */
export class KeyTable {
  readonly #keyAt: (offset: number) => string;
  #hashes = new Uint32Array(1024);
  #seenAt = new Uint32Array(1024);
  /** 0 where a place is free: the journal begins with its header, so no key's line is there. */
  #offsets = new Float64Array(1024);
  #size = 0;

  constructor(keyAt: (offset: number) => string) {
    this.#keyAt = keyAt;
  }

  find(key: string): Place | undefined {
    const index = this.#search(hashOf(key), (offset) => this.#keyAt(offset) === key);
    const offset = this.#offsets[index]!;
    return offset === 0 ? undefined : { offset, seenAt: this.#seenAt[index]! };
  }

  /** Adds a key that `find` does not find, or moves one that is at `before`. */
  set(key: string, { offset, seenAt }: Place, before: number | undefined): void {
    const hash = hashOf(key);
    const index = this.#search(hash, (one) => one === before);
    if (this.#offsets[index] === 0) this.#size++;
    this.#put(index, hash, offset, seenAt);
    if (this.#size > this.#offsets.length * 0.7) this.#grow();
  }

  /** Of the last line of each key, in the order of the journal. */
  offsets(): Float64Array {
    return this.#offsets.filter((offset) => offset > 0).sort();
  }

  /** The place that fits, or the free one where it would be. */
  #search(hash: number, fits: (offset: number) => boolean): number {
    const mask = this.#offsets.length - 1;
    for (let index = hash & mask; ; index = (index + 1) & mask) {
      const offset = this.#offsets[index]!;
      if (offset === 0 || (this.#hashes[index] === hash && fits(offset))) return index;
    }
  }

  #put(index: number, hash: number, offset: number, seenAt: number): void {
    this.#hashes[index] = hash;
    this.#offsets[index] = offset;
    this.#seenAt[index] = seenAt;
  }

  #grow(): void {
    const [hashes, offsets, seenAt] = [this.#hashes, this.#offsets, this.#seenAt];
    const length = 2 * offsets.length;
    this.#hashes = new Uint32Array(length);
    this.#seenAt = new Uint32Array(length);
    this.#offsets = new Float64Array(length);
    for (const [old, offset] of offsets.entries()) {
      if (offset === 0) continue;
      const index = this.#search(hashes[old]!, () => false);
      this.#put(index, hashes[old]!, offset, seenAt[old]!);
    }
  }
}

/** FNV-1a, with its bits mixed, since the table uses the lowest ones. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
