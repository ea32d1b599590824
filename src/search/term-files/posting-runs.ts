import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { addVarint, ByteReader } from './bits.ts';

/** A key with its values, in the order in which they were added. */
export interface Run {
  readonly key: string;
  readonly values: readonly number[];
}

/**
 * Sorts numbers by keys in bounded memory (external merge sort): whenever `limit` numbers were added, they are sorted and written
 * to a file, and `merge` reads all files together.
 */
export class PostingRuns {
  readonly #folder: string;
  readonly #limit: number;
  readonly #files: string[] = [];
  #ids = new Map<string, number>();
  #keys: Uint32Array;
  #values: Uint32Array;
  #count = 0;

  /** `folder`: for temporary files. `limit`: largest number of values in memory. */
  constructor(folder: string, limit = 4_000_000) {
    this.#folder = folder;
    this.#limit = limit;
    this.#keys = new Uint32Array(limit);
    this.#values = new Uint32Array(limit);
    mkdirSync(folder, { recursive: true });
  }

  /** Values of a key come in ascending order. */
  add(key: string, value: number): void {
    if (this.#count === this.#limit) this.#write();
    let id = this.#ids.get(key);
    if (id === undefined) this.#ids.set(key, (id = this.#ids.size));
    this.#keys[this.#count] = id;
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  /** All keys, sorted, each once; removes the files. */
  *merge(): Generator<Run> {
    this.#write();
    this.#keys = this.#values = new Uint32Array();
    const readers = this.#files.map((file) => new RunReader(file));
    try {
      for (;;) {
        let key: string | undefined;
        for (const { current } of readers) if (current && (key === undefined || current.key < key)) ({ key } = current);
        if (key === undefined) return;
        const values: number[] = [];
        for (const reader of readers) {
          if (reader.current?.key !== key) continue;
          for (const value of reader.current.values) values.push(value);
          reader.advance();
        }
        yield { key, values };
      }
    } finally {
      for (const reader of readers) reader.close();
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  #write(): void {
    const starts = new Uint32Array(this.#ids.size + 1);
    for (let index = 0; index < this.#count; index += 1) starts[this.#keys[index]! + 1]! += 1;
    for (let id = 0; id < this.#ids.size; id += 1) starts[id + 1]! += starts[id]!;
    const sorted = new Uint32Array(this.#count);
    const next = starts.slice();
    for (let index = 0; index < this.#count; index += 1) {
      const id = this.#keys[index]!;
      sorted[next[id]!] = this.#values[index]!;
      next[id]! += 1;
    }
    const file = join(this.#folder, `${this.#files.length}.run`);
    const descriptor = openSync(file, 'w');
    try {
      let bytes: number[] = [];
      const flush = () => {
        writeSync(descriptor, Uint8Array.from(bytes));
        bytes = [];
      };
      for (const key of [...this.#ids.keys()].sort()) {
        const id = this.#ids.get(key)!;
        const written = new TextEncoder().encode(key);
        addVarint(bytes, written.length);
        for (const byte of written) bytes.push(byte);
        addVarint(bytes, starts[id + 1]! - starts[id]!);
        let before = 0;
        for (let index = starts[id]!; index < starts[id + 1]!; index += 1) {
          addVarint(bytes, sorted[index]! - before);
          before = sorted[index]!;
        }
        if (bytes.length > 65_536) flush();
      }
      flush();
    } finally {
      closeSync(descriptor);
    }
    this.#files.push(file);
    this.#ids = new Map();
    this.#count = 0;
  }
}

/** Reads a file of runs, one key at a time. */
class RunReader {
  readonly #descriptor: number;
  #reader = new ByteReader(new Uint8Array());
  #atEnd = false;
  current: Run | undefined;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
    this.advance();
  }

  advance(): void {
    this.#fill(mostKeyBytes);
    if (this.#reader.ended) {
      this.current = undefined;
      return;
    }
    const key = new TextDecoder().decode(this.#reader.take(this.#reader.varint()));
    const count = this.#reader.varint();
    const values: number[] = [];
    let value = 0;
    for (let index = 0; index < count; index += 1) {
      if (index % 1024 === 0) this.#fill(1024 * 8);
      values.push((value += this.#reader.varint()));
    }
    this.current = { key, values };
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** Reads until at least `needed` bytes are in memory, or the file ends. */
  #fill(needed: number): void {
    const { bytes, position } = this.#reader;
    if (this.#atEnd || bytes.length - position >= needed) return;
    const rest = bytes.subarray(position);
    const larger = new Uint8Array(rest.length + 262_144);
    larger.set(rest);
    const read = readSync(this.#descriptor, larger, rest.length, 262_144, null);
    this.#atEnd = read === 0;
    this.#reader = new ByteReader(larger.subarray(0, rest.length + read));
    this.#fill(needed);
  }
}

/** Longer than the longest key; folded words are shorter. */
const mostKeyBytes = 8192;
