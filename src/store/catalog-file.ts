import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';
import { checksum, DamagedCatalog, type Value } from './checksum.ts';

/** Milliseconds for which a process waits while another one writes, such as a check during a build. */
export const busyTimeout = 30_000;

/** Raise it with every change of a table: a catalog of another version is created again. */
const schemaVersion = 15;

/** Whether a row does not fit its checksum, or SQLite reports that the file is damaged (result codes 11 and 26). */
export const isDamaged = (error: unknown): boolean =>
  error instanceof DamagedCatalog ||
  (error instanceof Error && 'errcode' in error && [11, 26].includes(Number(error.errcode) & 255));

/**
 * Whether SQLite finds no fault in a catalog and each row fits its checksum. Reads all of it: for a build that has failed,
 * and may have failed because of what it read.
 */
export function isIntact(path: string): boolean {
  if (!existsSync(path)) return true;
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeout });
    if (db.prepare('pragma integrity_check(1)').get()?.['integrity_check'] !== 'ok') return false;
    for (const { table, columns, sum } of checkedColumns)
      for (const row of db
        .prepare(`select ${columns.join(', ')}, ${sum} as "checksum of the row" from ${table}`)
        .iterate())
        if (row['checksum of the row'] !== checksum(columns.map((name) => row[name] as Value))) return false;
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error) return false;
    throw error;
  } finally {
    db?.close();
  }
}

/** Whether a failure comes from a damaged catalog: it says so, or it is of no known kind and the catalog is not intact. */
export function isDamagedBy(error: unknown, path: string): boolean {
  if (isDamaged(error)) return true;
  const known =
    // A thread that fails has a cause, which may be the catalog.
    (error instanceof UserFixableError && error.cause === undefined) ||
    (error instanceof Error &&
      (('code' in error && /^E[A-Z]+$/.test(String(error.code))) ||
        // Busy, full, read-only, cannot open.
        ('errcode' in error && [5, 8, 13, 14].includes(Number(error.errcode) & 255))));
  return !known && !isIntact(path);
}

/** The columns of each table in the order of their checksum. */
const checkedColumns = [
  { table: 'setting', columns: ['name', 'value'], sum: 'sum' },
  {
    table: 'source',
    columns: ['path', 'kind', 'id', 'digest', 'record', 'imports', 'summary', 'entry', 'problems', 'links'],
    sum: 'sum',
  },
  { table: 'asset', columns: ['path', 'mtime', 'bytes', 'digest', 'width', 'height'], sum: 'sum' },
  { table: 'record', columns: ['path', 'json'], sum: 'sum' },
  { table: 'last_good', columns: ['path', 'kind', 'id', 'digest', 'summary', 'entry', 'json'], sum: 'sum' },
  { table: 'entry', columns: ['slug', 'digest', 'json'], sum: 'sum' },
  { table: 'page', columns: ['address', 'locale', 'kind', 'slug', 'key'], sum: 'key_sum' },
  {
    table: 'page',
    columns: ['address', 'locale', 'kind', 'slug', 'key', 'key_sum', 'data', 'source', 'entries'],
    sum: 'sum',
  },
  { table: 'rendered', columns: ['address', 'locale', 'key', 'files'], sum: 'sum' },
  { table: 'rendered', columns: ['address', 'locale', 'links'], sum: 'links_sum' },
  { table: 'citation', columns: ['slug', 'format', 'bytes', 'text'], sum: 'sum' },
  { table: 'proof', columns: ['slug', 'key', 'context', 'withheld', 'sizes'], sum: 'sum' },
  { table: 'reference', columns: ['slug', 'style', 'digest', 'html'], sum: 'sum' },
];

/** Deletes a catalog; the next build creates it again. */
export function removeCatalog(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

/** Creates the file of the catalog; also replaces one of another version. Throws where the file is damaged. */
export function prepareCatalog(path: string): void {
  const db = new DatabaseSync(path, { timeout: busyTimeout });
  try {
    // Write-ahead logging lets render threads read while the build writes.
    // A record has a few thousand bytes, and would need several pages of 4,096 bytes.
    db.exec('pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = off');
    if (Number(db.prepare('pragma user_version').get()?.['user_version']) !== schemaVersion) db.exec(createTables);
  } finally {
    db.close();
  }
}

const createTables = `
      drop table if exists setting; drop table if exists source; drop table if exists record; drop table if exists last_good;
      drop table if exists held_back; drop table if exists unplanned;
      drop table if exists entry; drop table if exists page; drop table if exists rendered;
      drop table if exists citation; drop table if exists proof; drop table if exists reference; drop table if exists asset;
      create table setting (name text primary key, value text not null, sum integer not null) without rowid;
      create table source (path text primary key, kind text not null, id text not null, mtime real not null, size integer not null,
        digest text not null, record integer not null, imports integer not null, published integer not null default 0, summary text not null, entry text not null, problems text not null, links text not null, sum integer not null);
      create table asset (path text primary key, mtime real not null, bytes integer not null, digest text not null, width integer, height integer, sum integer not null);
      create index source_id on source (kind, id);
      create index source_imports on source (path) where imports = 1;
      create index source_problems on source (path) where problems != '';
      create index source_links on source (path) where links != '';
      create table unplanned (path text primary key, digest text not null) without rowid;
      create table record (path text primary key, json text not null, sum integer not null);
      create table last_good (path text primary key, kind text not null, id text not null, digest text not null, summary text not null, entry text not null, json text not null, shown integer not null, sum integer not null);
      create table held_back (path text primary key) without rowid;
      create table entry (slug text primary key, digest text not null, json text not null, sum integer not null);
      create table page (address text not null, locale text not null, kind text not null, slug text, key text not null,
        key_sum integer not null, data text not null, source text not null, entries text not null, sum integer not null, primary key (address, locale));
      create table rendered (address text not null, locale text not null, key text not null, files text not null, sum integer not null, links blob not null, links_sum integer not null, primary key (address, locale)) without rowid;
      create table citation (slug text not null, format text not null, bytes integer not null, text text not null, sum integer not null, primary key (slug, format));
      create table proof (slug text primary key, key text not null, context text not null, withheld text not null, sizes text not null, sum integer not null) without rowid;
      create table reference (slug text not null, style text not null, digest text not null, html text not null, sum integer not null, primary key (slug, style));
      pragma user_version = ${schemaVersion};
    `;
