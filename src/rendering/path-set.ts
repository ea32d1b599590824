/**
 * A set of paths that threads share without a copy for each: a table of hashes of 64 bits, with linear probing. It may
 * confuse two paths once in some 10^13 look-ups.
 */
export class PathSet {
  #table = new Uint32Array(new SharedArrayBuffer(1024 * slotBytes));
  #count = 0;

  /** The table, for {@link hasPath} in other threads. */
  get buffer(): SharedArrayBuffer {
    return this.#table.buffer;
  }

  has(path: string): boolean {
    return hasPath(this.buffer, path);
  }

  add(path: string): void {
    const index = findSlot(this.#table, hashPath(path), otherHash(path));
    if (this.#table[index] !== 0) return;
    this.#table[index] = hashPath(path);
    this.#table[index + 1] = otherHash(path);
    this.#count += 1;
    if (this.#count * slotBytes > this.buffer.byteLength * fullest) this.#grow();
  }

  #grow(): void {
    const before = this.#table;
    const table = new Uint32Array(new SharedArrayBuffer(before.byteLength * 2));
    for (let index = 0; index < before.length; index += 2) {
      const [first, second] = [before[index]!, before[index + 1]!];
      if (first === 0) continue;
      const slot = findSlot(table, first, second);
      table[slot] = first;
      table[slot + 1] = second;
    }
    this.#table = table;
  }
}

/** Two numbers of 32 bits. */
const slotBytes = 8;
/** Share of the slots that are taken before a table grows. */
const fullest = 0.7;

/** Whether a path is in the set with this table. */
export function hasPath(buffer: SharedArrayBuffer, path: string): boolean {
  const table = new Uint32Array(buffer);
  return table[findSlot(table, hashPath(path), otherHash(path))] !== 0;
}

/** Index of the slot of a path, or of the empty slot where it would be. */
function findSlot(table: Uint32Array, first: number, second: number): number {
  const mask = table.length / 2 - 1;
  for (let slot = first & mask; ; slot = (slot + 1) & mask) {
    const index = slot * 2;
    if (table[index] === 0 || (table[index] === first && table[index + 1] === second)) return index;
  }
}

/** FNV-1a, 32 bits; never 0, which marks an empty slot. */
export const hashPath = (path: string): number => fnv(path, 0x811c9dc5) || 1;

const otherHash = (path: string): number => fnv(path, 0x9e3779b9);

function fnv(text: string, start: number): number {
  let value = start;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  // The last letters of a path are the same in many paths: mix their bits with the others.
  value ^= value >>> 15;
  value = Math.imul(value, 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
