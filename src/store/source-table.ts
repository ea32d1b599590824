import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ContentKind } from '../domain/institute/content-kind.ts';
import type { LinkingFile } from '../domain/pages/text-link.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { connectingPart } from '../domain/publication/connecting-part.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { checksum, DamagedCatalog, withChecksum } from './checksum.ts';
import {
  digestRow,
  jsonRow,
  lastGoodRow,
  pathDigestRow,
  pathRow,
  sourceRow,
  stampRow,
  storedSource,
  type SourceStamp,
  type StoredSource,
  summaryRow,
} from './source-rows.ts';

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
  /** The publications that have a record, in the order of paths: one after the other, because all of them need much memory. */
  publications(): Iterable<StoredSource>;
  /** Their summaries alone, which are not compared with the checksum of their rows. */
  summaries(): Iterable<PublicationSummary>;
  /** The other files, in the order of paths. */
  others(): Iterable<StoredSource>;
  find(path: string): StoredSource | undefined;
  /**
   * Saves a compiled file. Where it is connected with others in another way than before, what was kept of the connection is
   * deleted.
   */
  save(source: NewSource): void;
  /** Updates the stamp of a file that was saved again without a change. */
  restamp(path: string, stamp: SourceStamp): void;
  remove(path: string): void;
  /** Path of the file of a kind and id; undefined where there is none. */
  pathOf(kind: ContentKind, id: string): string | undefined;
  /** SHA-256 of all paths and digests, in base64url. */
  digestOfAll(): string;
  /** Digest of a file; undefined where the catalog has none. */
  digestOf(path: string): string | undefined;
  /** Files with problems or links, in the order of paths. */
  remarkable(): { readonly problems: readonly Problem[]; readonly linking: readonly LinkingFile[] };
  /** Digests of files that have changed since pages were planned, by path. */
  unplanned(): Map<string, string>;
  /** Forgets of the files in `unplanned` those of which pages show the present state. */
  markPlanned(digestOf: (path: string) => string): void;
  /** JSON of the record of a kind and id; undefined where there is none. */
  findRecord(kind: ContentKind, id: string): string | undefined;
  /** JSON of what lists show of the publication of a file: of its last good record, where the site shows that. */
  requireEntry(path: string): string;
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
  readonly entry: string;
  /** JSON of the record. */
  readonly json: string;
}

export function openSourceTable(db: DatabaseSync): SourceTable {
  const shownLastGood = db.prepare('select * from last_good where kind = ? and id = ? and shown = 1');
  const shownLastGoodOf = db.prepare('select * from last_good where path = ? and shown = 1');
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
  const selectSource = db.prepare('select * from source where path = ?');
  const digestOf = db.prepare('select digest from source where path = ?');
  const disconnect = (): void => db.exec("delete from setting where name like 'connection%'");
  /** Keeps the record of a file as it was last published, before another one replaces it. */
  const keepPublished = (row: Readonly<Record<string, unknown>>): void => {
    if (row['published'] !== 1 || row['imports'] !== 0) return;
    const { path, kind, id, digest, summary, entry } = sourceRow(row);
    const json = findRecordOf(path);
    if (json === undefined) return;
    db.prepare(
      'insert or replace into last_good (path, kind, id, digest, summary, entry, json, shown, sum) values (?, ?, ?, ?, ?, ?, ?, 0, ?)',
    ).run(...withChecksum(path, kind, id, digest, summary, entry, json));
  };
  const stored = (condition: string): Iterable<StoredSource> =>
    db.prepare(`select * from source where ${condition} order by path`).iterate().map(storedSource);
  return {
    stamps() {
      const stamps = new Map<string, SourceStamp>();
      for (const row of db.prepare('select path, mtime, size, digest from source').iterate()) {
        const { path, ...stamp } = stampRow(row);
        stamps.set(path, stamp);
      }
      return stamps;
    },
    all: () => stored('true'),
    publications: () => stored("kind = 'publications' and record = 1"),
    summaries: () =>
      db
        .prepare("select summary from source where kind = 'publications' and record = 1")
        .iterate()
        .map((row) => JSON.parse(summaryRow(row).summary) as PublicationSummary),
    others: () => stored("kind != 'publications' or record = 0"),
    find(path) {
      const row = db.prepare('select * from source where path = ?').get(path);
      return row && storedSource(row);
    },
    save({ path, kind, id, mtime, size, digest, record: json, hasImports, summary, entry, problems, links }) {
      saveSource ??= db.prepare(
        'insert or replace into source (path, kind, id, mtime, size, digest, record, imports, summary, entry, problems, links, sum) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      );
      const before = selectSource.get(path);
      if (before) keepPublished(before);
      const values = [
        ...[path, kind, id, digest, json === undefined ? 0 : 1, hasImports ? 1 : 0],
        ...[summary, entry, problems.length > 0 ? JSON.stringify(problems) : ''],
        links.length > 0 ? JSON.stringify(links) : '',
      ];
      const connecting = { kind, id, record: values[4], imports: values[5], links: values[9] };
      const isAlike =
        before !== undefined &&
        Object.entries(connecting).every(([name, value]) => before[name] === value) &&
        connectingPart(String(before['summary']), String(before['entry'])) === connectingPart(summary, entry);
      // Of other kinds, the catalog holds the whole record.
      if (!isAlike || kind !== 'publications') disconnect();
      saveSource.run(path, kind, id, mtime, size, ...values.slice(3), checksum(values));
      db.prepare('insert or replace into unplanned values (?, ?)').run(path, digest);
      if (json === undefined) return;
      saveRecord ??= db.prepare('insert or replace into record values (?, ?, ?)');
      saveRecord.run(...withChecksum(path, json));
    },
    restamp(path, { mtime, size }) {
      db.prepare('update source set mtime = ?, size = ? where path = ?').run(mtime, size, path);
    },
    remove(path) {
      for (const table of ['source', 'record', 'last_good', 'unplanned'])
        db.prepare(`delete from ${table} where path = ?`).run(path);
      disconnect();
    },
    digestOfAll() {
      const hash = createHash('sha256');
      for (const row of db.prepare('select path, digest from source order by path').iterate()) {
        const { path, digest } = pathDigestRow(row);
        hash.update(`${path} ${digest}\n`);
      }
      return hash.digest('base64url');
    },
    pathOf(kind, id) {
      const row = db.prepare('select path from source where kind = ? and id = ?').get(kind, id);
      return row && pathRow(row).path;
    },
    digestOf(path) {
      const row = digestOf.get(path);
      return row && digestRow(row).digest;
    },
    remarkable() {
      const problems: Problem[] = [];
      const linking: LinkingFile[] = [];
      const rows = db.prepare(
        "select * from source where path in (select path from source where problems != '' union all select path from source where links != '') order by path",
      );
      for (const row of rows.iterate()) {
        const { path, links, ...found } = storedSource(row);
        problems.push(...found.problems);
        if (links.length > 0) linking.push({ file: path, links });
      }
      return { problems, linking };
    },
    unplanned() {
      const rows = db.prepare('select path, digest from unplanned').all().map(pathDigestRow);
      return new Map(rows.map(({ path, digest }) => [path, digest]));
    },
    markPlanned(plannedDigestOf) {
      const remove = db.prepare('delete from unplanned where path = ?');
      for (const [path, digest] of this.unplanned()) if (plannedDigestOf(path) === digest) remove.run(path);
    },
    findRecord(kind, id) {
      const kept = shownLastGood.get(kind, id);
      if (kept) return lastGoodRow(kept).json;
      const row = record.get(kind, id);
      return row && jsonRow(row).json;
    },
    requireEntry(path) {
      const kept = shownLastGoodOf.get(path);
      const row = kept ?? selectSource.get(path);
      if (!row) throw new DamagedCatalog(`the catalog has no entry of ${path}`);
      return kept ? lastGoodRow(kept).entry : sourceRow(row).entry;
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
