import type { DatabaseSync } from 'node:sqlite';
import { withChecksum } from './checksum.ts';
import { number, numberOrNull, checkedRowReader, text } from './row-reader.ts';

/** A file of the content that is published as it is, as it was last read. */
export interface StoredAsset {
  /** Milliseconds since 1970, with fraction. */
  readonly mtime: number;
  readonly bytes: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
  /** Pixels; null where it is no picture. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Files of the content that are published as they are, by their paths from the content folder. */
export interface AssetTable {
  find(path: string): StoredAsset | undefined;
  save(path: string, asset: StoredAsset): void;
}

export function openAssetTable(db: DatabaseSync): AssetTable {
  const select = db.prepare('select * from asset where path = ?');
  return {
    find(path) {
      const row = select.get(path);
      return row && assetRow(row);
    },
    save(path, { mtime, bytes, digest, width, height }) {
      db.prepare('insert or replace into asset values (?, ?, ?, ?, ?, ?, ?)').run(
        ...withChecksum(path, mtime, bytes, digest, width, height),
      );
    },
  };
}

const assetRow = checkedRowReader({
  path: text,
  mtime: number,
  bytes: number,
  digest: text,
  width: numberOrNull,
  height: numberOrNull,
});
