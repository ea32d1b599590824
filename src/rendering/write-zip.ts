import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** Name in ASCII. */
  readonly name: string;
  /** The bytes, in pieces. */
  readonly content: () => Iterable<Uint8Array>;
}

/**
 * A ZIP archive in pieces, so that memory never holds all of it (APPNOTE.TXT 6.3.10). Sizes follow each entry (4.3.9), because
 * they are known only then. All entries have the earliest date of the format, so that the same content gives the same bytes.
 * Throws above 4 GB, which would need ZIP64.
 */
export function* writeZip(entries: readonly ZipEntry[]): Generator<Uint8Array> {
  let offset = 0;
  const directory: Uint8Array[] = [];
  for (const { name, content } of entries) {
    const start = offset;
    const head = Buffer.concat([
      numbers([0x04034b50, 4], ...shared, [0, 4], [0, 4], [0, 4], ...lengthsOf(name)),
      Buffer.from(name),
    ]);
    offset += head.length;
    yield head;
    let [sum, size, compressed] = [0, 0, 0];
    for (const piece of joined(content())) {
      sum = crc32(piece.bytes, sum);
      size += piece.bytes.byteLength;
      const deflated = deflateRawSync(piece.bytes, {
        // Each piece ends at a whole byte, so that pieces can be joined.
        finishFlush: piece.last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
      });
      compressed += deflated.byteLength;
      yield deflated;
    }
    const sizes = [
      [sum, 4],
      [compressed, 4],
      [size, 4],
    ] as const;
    const descriptor = numbers([0x08074b50, 4], ...sizes);
    offset += compressed + descriptor.length;
    if (Math.max(offset, size) > 0xffffffff) throw new Error(`${name} is too large for a ZIP archive`);
    yield descriptor;
    directory.push(
      numbers(
        [0x02014b50, 4],
        [20, 2],
        ...shared,
        ...sizes,
        ...lengthsOf(name),
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [start, 4],
      ),
      Buffer.from(name),
    );
  }
  const central = Buffer.concat(directory);
  const count = [entries.length, 2] as const;
  yield central;
  yield numbers([0x06054b50, 4], [0, 2], [0, 2], count, count, [central.length, 4], [offset, 4], [0, 2]);
}

/** Version that can read it, sizes follow, deflate, and the 1st of January 1980. */
const shared = [
  [20, 2],
  [8, 2],
  [8, 2],
  [0, 2],
  [0x21, 2],
] as const;

const lengthsOf = (name: string) =>
  [
    [name.length, 2],
    [0, 2],
  ] as const;

/** Numbers, each with its width in bytes, the lowest byte first. */
function numbers(...values: readonly (readonly [value: number, width: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [, width]) => sum + width, 0));
  let position = 0;
  for (const [value, width] of values) position = buffer.writeUIntLE(value, position, width);
  return buffer;
}

const pieceSize = 1_048_576;

/** Pieces of at least {@link pieceSize} bytes; the last one may be shorter, or empty. */
function* joined(content: Iterable<Uint8Array>): Generator<{ readonly bytes: Uint8Array; readonly last: boolean }> {
  let pending: Uint8Array[] = [];
  let size = 0;
  for (const bytes of content) {
    pending.push(bytes);
    size += bytes.byteLength;
    if (size < pieceSize) continue;
    yield { bytes: Buffer.concat(pending), last: false };
    pending = [];
    size = 0;
  }
  yield { bytes: Buffer.concat(pending), last: true };
}
