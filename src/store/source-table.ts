import type { DatabaseSync } from 'node:sqlite';
import { contentKinds, type ContentKind } from '../domain/institute/content-kind.ts';
import type { TextLink } from '../domain/pages/text-link.ts';
import type { Problem } from '../domain/problems/problem.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { checksum, DamagedCatalog, withChecksum } from './checksum.ts';
import { number, oneOf, rowReader, checkedRowReader, text } from './row-reader.ts';

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
  /** For kinds other than publications: what can be read of a file with errors. */
  readonly readable?: unknown;
  readonly problems: readonly Problem[];
  /** Links in the texts of the file. */
  readonly links: readonly TextLink[];
  /** True when the file compiled without an error, so that there is a record. */
  readonly hasRecord: boolean;
}

/** A compiled file as it is written to the catalog. */
export interface NewSource extends Omit<StoredSource, 'hasRecord' | 'summary' | 'readable'> {
  /** JSON of `summary` or `readable`; empty where there is neither. */
  readonly summary: string;
  /** JSON; absent when the file has errors. */
  readonly record?: string;
  /** True where the body imports or exports something, which Astro compiles. */
  readonly hasImports: boolean;
}

/** The content files in the catalog, with their records. */
export interface SourceTable {
  /** Stamp of each file, by path. */
  stamps(): Map<string, SourceStamp>;
  /** Every file, in the order of paths. */
  all(): Iterable<StoredSource>;
  find(path: string): StoredSource | undefined;
  save(source: NewSource): void;
  /** Updates the stamp of a file that was saved again without a change. */
  restamp(path: string, stamp: SourceStamp): void;
  remove(path: string): void;
  /** JSON of the record of a kind and id; undefined where there is none. */
  findRecord(kind: ContentKind, id: string): string | undefined;
  /** JSON of the record of a file; undefined where there is none. */
  findRecordOf(path: string): string | undefined;
  /** JSON of the record of a file. Throws when the file has none. */
  requireRecord(path: string, which?: 'last good'): string;
  /** Files whose bodies import or export something, in the order of their paths, without those that are held back. */
  componentFiles(): string[];
  /**
   * Records of the last published site, of files that have changed since. A file whose body imports or exports something
   * has none, because what it imported is not kept.
   */
  lastGood(): Map<string, LastGood>;
  /** Sets which files are held back. The site shows the last good record of some, and nothing of the others. */
  holdBack(files: Iterable<{ readonly file: string; readonly lastGood: boolean }>): void;
  /** Remembers that the published site has the present records, but for the files that are held back. */
  markPublished(): void;
}

/** The record of a file as it was last published. */
export interface LastGood {
  readonly kind: ContentKind;
  readonly id: string;
  readonly digest: string;
  readonly summary?: PublicationSummary;
  /** JSON of the record. */
  readonly json: string;
}

export function openSourceTable(db: DatabaseSync): SourceTable {
  const shownLastGood = db.prepare('select * from last_good where kind = ? and id = ? and shown = 1');
  const record = db.prepare(
    'select * from record where path = (select path from source where kind = ? and id = ? and record = 1)',
  );
  const recordOf = db.prepare('select * from record where path = ?');
  const findRecordOf = (path: string): string | undefined => {
    const row = recordOf.get(path);
    return row && jsonRow(row).json;
  };
  const findLastGoodOf = (path: string): string | undefined => {
    const row = db.prepare('select * from last_good where path = ?').get(path);
    return row && lastGoodRow(row).json;
  };
  let saveSource: ReturnType<DatabaseSync['prepare']> | undefined;
  let saveRecord: ReturnType<DatabaseSync['prepare']> | undefined;
  const selectPublished = db.prepare('select * from source where path = ? and published = 1 and imports = 0');
  /** Keeps the record of a file as it was last published, before another one replaces it. */
  const keepPublished = (path: string): void => {
    const row = selectPublished.get(path);
    const json = row && findRecordOf(path);
    if (!row || json === undefined) return;
    const { kind, id, digest, summary } = sourceRow(row);
    db.prepare(
      'insert or replace into last_good (path, kind, id, digest, summary, json, shown, sum) values (?, ?, ?, ?, ?, ?, 0, ?)',
    ).run(...withChecksum(path, kind, id, digest, summary, json));
  };
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
      for (const row of db.prepare('select * from source order by path').iterate()) yield storedSource(row);
    },
    find(path) {
      const row = db.prepare('select * from source where path = ?').get(path);
      return row && storedSource(row);
    },
    save({ path, kind, id, mtime, size, digest, record: json, hasImports, summary, problems, links }) {
      saveSource ??= db.prepare(
        'insert or replace into source (path, kind, id, mtime, size, digest, record, imports, summary, problems, links, sum) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      );
      keepPublished(path);
      const values = [
        ...[path, kind, id, digest, json === undefined ? 0 : 1, hasImports ? 1 : 0],
        ...[summary, problems.length > 0 ? JSON.stringify(problems) : ''],
        links.length > 0 ? JSON.stringify(links) : '',
      ];
      saveSource.run(path, kind, id, mtime, size, ...values.slice(3), checksum(values));
      if (json === undefined) return;
      saveRecord ??= db.prepare('insert or replace into record values (?, ?, ?)');
      saveRecord.run(...withChecksum(path, json));
    },
    restamp(path, { mtime, size }) {
      db.prepare('update source set mtime = ?, size = ? where path = ?').run(mtime, size, path);
    },
    remove(path) {
      db.prepare('delete from source where path = ?').run(path);
      db.prepare('delete from record where path = ?').run(path);
      db.prepare('delete from last_good where path = ?').run(path);
    },
    findRecord(kind, id) {
      const kept = shownLastGood.get(kind, id);
      if (kept) return lastGoodRow(kept).json;
      const row = record.get(kind, id);
      return row && jsonRow(row).json;
    },
    findRecordOf,
    requireRecord(path, which) {
      const json = which === undefined ? findRecordOf(path) : findLastGoodOf(path);
      if (json === undefined) throw new DamagedCatalog(`the catalog has no record of ${path}`);
      return json;
    },
    componentFiles() {
      const rows = db
        .prepare(
          'select path from source where imports = 1 and record = 1 and path not in (select path from held_back)',
        )
        .all();
      return rows.map((row) => pathRow(row).path).sort();
    },
    lastGood() {
      const rows = db.prepare('select * from last_good').all().map(lastGoodRow);
      return new Map(
        rows.map(({ path, summary, ...row }) => [
          path,
          { ...row, ...(summary === '' ? {} : { summary: JSON.parse(summary) as PublicationSummary }) },
        ]),
      );
    },
    holdBack(files) {
      db.exec('update last_good set shown = 0; delete from held_back');
      const add = db.prepare('insert or ignore into held_back values (?)');
      const show = db.prepare('update last_good set shown = 1 where path = ?');
      for (const { file, lastGood } of files) {
        if (lastGood) show.run(file);
        add.run(file);
      }
    },
    markPublished() {
      db.exec(`
        update source set published = 1 where record = 1 and published = 0 and path not in (select path from held_back);
        delete from last_good where path in (select path from source where published = 1)`);
    },
  };
}

const stampRow = rowReader({ path: text, mtime: number, size: number, digest: text });
/** The checksum leaves out `mtime` and `size`, which {@link SourceTable.restamp} changes. Where they are wrong, the file is read again. */
const sourceRow = checkedRowReader(
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
    problems: text,
    links: text,
  },
  ['mtime', 'size'],
);
function storedSource(row: Parameters<typeof sourceRow>[0]): StoredSource {
  const { path, kind, id, mtime, size, digest, record, problems, links, summary } = sourceRow(row);
  return {
    path,
    kind,
    id,
    mtime,
    size,
    digest,
    hasRecord: record === 1,
    problems: problems === '' ? [] : (JSON.parse(problems) as Problem[]),
    links: links === '' ? [] : (JSON.parse(links) as TextLink[]),
    ...(summary === ''
      ? {}
      : kind === 'publications'
        ? { summary: JSON.parse(summary) as PublicationSummary }
        : { readable: JSON.parse(summary) as unknown }),
  };
}

/** Without the column `shown`, which each build sets again. */
const lastGoodRow = checkedRowReader({
  path: text,
  kind: oneOf(contentKinds),
  id: text,
  digest: text,
  summary: text,
  json: text,
});
const pathRow = rowReader({ path: text });
const jsonRow = checkedRowReader({ path: text, json: text });
