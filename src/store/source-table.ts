import type { DatabaseSync } from 'node:sqlite';
import { contentKinds, type ContentKind } from '../domain/institute/content-kind.ts';
import type { Problem } from '../domain/problems/problem.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { number, oneOf, rowReader, text } from './row-reader.ts';

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
  /** What can be read of a file with errors, besides publications. */
  readonly readable?: unknown;
  readonly problems: readonly Problem[];
  /** True when the file compiled without an error, so that there is a record. */
  readonly hasRecord: boolean;
}

/** A compiled file as it is written to the catalog. */
export interface NewSource extends Omit<StoredSource, 'hasRecord' | 'summary' | 'readable'> {
  /** JSON of `summary` or `readable`; empty where there is neither. */
  readonly summary: string;
  /** JSON; absent when the file has errors. */
  readonly record?: string;
  /** True where the body holds code, which Astro compiles. */
  readonly component: boolean;
}

/** The content files in the catalog, with their records. */
export interface SourceTable {
  /** Stamp of each file, by path. */
  stamps(): Map<string, SourceStamp>;
  /** Every file, in the order of paths. */
  all(): Iterable<StoredSource>;
  save(source: NewSource): void;
  /** Updates the stamp of a file that was saved again without a change. */
  restamp(path: string, stamp: SourceStamp): void;
  remove(path: string): void;
  /** JSON of the record of a kind and id; undefined where there is none. */
  findRecord(kind: ContentKind, id: string): string | undefined;
  /** JSON of the record of a file. Throws when the file has none. */
  requireRecord(path: string): string;
  /** Files whose bodies hold components, in the order of their paths. */
  componentFiles(): string[];
}

export function openSourceTable(db: DatabaseSync): SourceTable {
  const record = db.prepare(
    'select json from record where path = (select path from source where kind = ? and id = ? and record = 1)',
  );
  let saveSource: ReturnType<DatabaseSync['prepare']> | undefined;
  let saveRecord: ReturnType<DatabaseSync['prepare']> | undefined;
  return {
    stamps() {
      const stamps = new Map<string, SourceStamp>();
      for (const row of db.prepare('select path, mtime, size, digest from source').iterate()) {
        const { path, ...stamp } = stampRow(row);
        stamps.set(path, stamp);
      }
      return stamps;
    },
    *all() {
      for (const row of db.prepare('select * from source order by path').iterate()) {
        const { path, kind, id, mtime, size, digest, record: hasRecord, problems, summary } = sourceRow(row);
        yield {
          path,
          kind,
          id,
          mtime,
          size,
          digest,
          hasRecord: hasRecord === 1,
          problems: problems === '' ? [] : (JSON.parse(problems) as Problem[]),
          ...(summary === ''
            ? {}
            : kind === 'publications'
              ? { summary: JSON.parse(summary) as PublicationSummary }
              : { readable: JSON.parse(summary) as unknown }),
        };
      }
    },
    save({ path, kind, id, mtime, size, digest, record: json, component, summary, problems }) {
      saveSource ??= db.prepare(
        'insert or replace into source (path, kind, id, mtime, size, digest, record, component, summary, problems) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      );
      saveSource.run(
        path,
        kind,
        id,
        mtime,
        size,
        digest,
        json === undefined ? 0 : 1,
        component ? 1 : 0,
        summary,
        problems.length > 0 ? JSON.stringify(problems) : '',
      );
      if (json === undefined) return;
      saveRecord ??= db.prepare('insert or replace into record values (?, ?)');
      saveRecord.run(path, json);
    },
    restamp(path, { mtime, size }) {
      db.prepare('update source set mtime = ?, size = ? where path = ?').run(mtime, size, path);
    },
    remove(path) {
      db.prepare('delete from source where path = ?').run(path);
      db.prepare('delete from record where path = ?').run(path);
    },
    findRecord(kind, id) {
      const row = record.get(kind, id);
      return row && jsonRow(row).json;
    },
    requireRecord(path) {
      const row = db.prepare('select json from record where path = ?').get(path);
      if (!row) throw new Error(`the catalog has no record of ${path}`);
      return jsonRow(row).json;
    },
    componentFiles() {
      const rows = db.prepare('select path from source where component = 1 and record = 1').all();
      return rows.map((row) => pathRow(row).path).sort();
    },
  };
}

const stampRow = rowReader({ path: text, mtime: number, size: number, digest: text });
const sourceRow = rowReader({
  path: text,
  kind: oneOf(contentKinds),
  id: text,
  mtime: number,
  size: number,
  digest: text,
  record: number,
  problems: text,
  summary: text,
});
const pathRow = rowReader({ path: text });
const jsonRow = rowReader({ json: text });
