/**
 * A set of paths that threads share without a copy for each: a table of hashes of 64 bits, with linear probing. It may
 * confuse two paths once in some 10^13 look-ups. `count`: at least the number of paths.
 */
export function createPathSet(paths: Iterable<string>, count: number): SharedArrayBuffer {
  const capacity = 2 ** Math.ceil(Math.log2(count * 2 + 2));
  const buffer = new SharedArrayBuffer(capacity * 8);
  const table = new Uint32Array(buffer);
  for (const path of paths) {
    const slot = findSlot(table, path);
    table[slot] = hashPath(path);
    table[slot + 1] = otherHash(path);
  }
  return buffer;
}

export function hasPath(buffer: SharedArrayBuffer, path: string): boolean {
  const table = new Uint32Array(buffer);
  return table[findSlot(table, path)] !== 0;
}

/** Index of the slot of a path, or of the empty slot where it would be. */
function findSlot(table: Uint32Array, path: string): number {
  const [first, second] = [hashPath(path), otherHash(path)];
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
