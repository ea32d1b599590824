import { contentKinds } from '../domain/institute/content-kind.ts';
import { checkedRowReader, number, oneOf, rowReader, text } from './row-reader.ts';

// The rows of the tables of content files, and parts of them.

export const stampRow = rowReader({ path: text, mtime: number, size: number, digest: text });
/** The checksum leaves out `mtime` and `size`, which `restamp` changes. Where they are wrong, the file is read again. */
export const sourceRow = checkedRowReader(
  {
    path: text,
    kind: oneOf(contentKinds),
    id: text,
    mtime: number,
    size: number,
    digest: text,
    record: number,
    imports: number,
    summary: text,
    entry: text,
    problems: text,
    links: text,
  },
  ['mtime', 'size'],
);

/** Without the column `shown`, which each build sets again. */
export const lastGoodRow = checkedRowReader({
  path: text,
  kind: oneOf(contentKinds),
  id: text,
  digest: text,
  summary: text,
  entry: text,
  json: text,
});
export const pathRow = rowReader({ path: text });
export const digestRow = rowReader({ digest: text });
export const pathDigestRow = rowReader({ path: text, digest: text });
export const jsonRow = checkedRowReader({ path: text, json: text });
