import { contentKinds, type ContentKind } from '../domain/institute/content-kind.ts';
import type { TextLink } from '../domain/pages/text-link.ts';
import type { Problem } from '../domain/problems/problem.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
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
export const summaryRow = rowReader({ summary: text });
export const digestRow = rowReader({ digest: text });
export const pathDigestRow = rowReader({ path: text, digest: text });
export const jsonRow = checkedRowReader({ path: text, json: text });

/** State of a content file when it was last compiled. */
export interface SourceStamp {
  /** Milliseconds since 1970, with fraction. */
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
}

export interface StoredSource extends SourceStamp {
  /** Path from the content folder. */
  readonly path: string;
  readonly kind: ContentKind;
  readonly id: string;
  /** Present for a publication; where it has errors, of what can be read of it. */
  readonly summary?: PublicationSummary;
  /** JSON of what lists show of a publication; empty for other kinds. */
  readonly entry: string;
  /** For kinds other than publications: what can be read of a file with errors. */
  readonly readable?: unknown;
  readonly problems: readonly Problem[];
  /** Links in the texts of the file. */
  readonly links: readonly TextLink[];
  /** True when the file compiled without an error, so that there is a record. */
  readonly hasRecord: boolean;
}

/** The file of a row of `source`. */
export function storedSource(row: Parameters<typeof sourceRow>[0]): StoredSource {
  const { path, kind, id, mtime, size, digest, record, problems, links, summary, entry } = sourceRow(row);
  return {
    path,
    kind,
    id,
    mtime,
    size,
    digest,
    hasRecord: record === 1,
    entry,
    problems: problems === '' ? [] : (JSON.parse(problems) as Problem[]),
    links: links === '' ? [] : (JSON.parse(links) as TextLink[]),
    ...(summary === ''
      ? {}
      : kind === 'publications'
        ? { summary: JSON.parse(summary) as PublicationSummary }
        : { readable: JSON.parse(summary) as unknown }),
  };
}
