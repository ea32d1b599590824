import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Unpacks the files of a zip archive in memory, by its central directory (PKWARE APPNOTE 6.3, 4.3). Throws a ZipError
 * for an incomplete archive, encrypted files, names that leave the folder, and an archive that unpacks to more than
 * `maxBytes`.
 *
 * Node unpacks. Our own code reads the list of files, so that each limit is checked before a byte is unpacked.
 */
export function readZip(archive: Uint8Array, maxBytes: number): readonly ZipFile[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEndRecord(view);
  const count = view.getUint16(end + 10, true);
  const files: ZipFile[] = [];
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || view.getUint32(at, true) !== 0x02014b50)
      throw new ZipError('its list of files is damaged');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const checksum = view.getUint32(at + 16, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const offset = view.getUint32(at + 42, true);
    const name = new TextDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(
      archive.subarray(at + 46, at + 46 + nameLength),
    );
    at += 46 + nameLength + extraLength + commentLength;
    if (/^(?:[\\/]|[A-Za-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(name))
      throw new ZipError(`the name ${name} leaves the folder`);
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.)/.test(name)) continue;
    if (flags & 1) throw new ZipError(`${name} is encrypted`);
    if (packed === 0xffffffff || size === 0xffffffff) throw new ZipError('it is in the format for very large archives');
    if ((total += size) > maxBytes)
      throw new ZipError(`it unpacks to more than the ${Math.round(maxBytes / 1e6)} MB that remain for archives`);
    const bytes = unpack(archive, view, { name, offset, packed, size, method });
    if (crc32(bytes) !== checksum)
      throw new ZipError(`${name} is damaged: its checksum is not the one that the archive states`);
    files.push({ name, bytes });
  }
  return files;
}

function unpack(
  archive: Uint8Array,
  view: DataView,
  {
    name,
    offset,
    packed,
    size,
    method,
  }: { name: string; offset: number; packed: number; size: number; method: number },
): Uint8Array {
  if (offset + 30 > archive.length || view.getUint32(offset, true) !== 0x04034b50)
    throw new ZipError(`${name} is damaged`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = archive.subarray(start, start + packed);
  if (data.length < packed) throw new ZipError(`it ends in the middle of ${name}`);
  if (method === 0) {
    // The two sizes of a file that is not packed must agree, because `maxBytes` limits the one that the archive states.
    if (packed !== size) throw new ZipError(`${name} has another size than the archive says`);
    return data;
  }
  if (method !== 8) throw new ZipError(`${name} is packed with an unknown method`);
  try {
    // Never unpack more than the size that the archive states.
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new ZipError(`${name} is damaged, or larger than the archive says`);
  }
}

/** Offset of the end record, which may have a comment after it. */
function findEndRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new ZipError('it has no end record, so the download is not complete');
}

export class ZipError extends Error {}
