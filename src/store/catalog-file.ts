import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Milliseconds for which a process waits while another one writes, such as a check during a build. */
export const busyTimeout = 30_000;

/** Raise it with every change of a table: a catalog of another version is created again. */
const schemaVersion = 10;

/** Whether SQLite reports that the file is damaged or not a database (result codes 11 and 26). */
export const isDamaged = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (error.errcode === 11 || error.errcode === 26);

/** Deletes a catalog; the next build creates it again. */
export function removeCatalog(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

/** Creates the file of the catalog; also replaces a file that is damaged or of another version. */
export function prepareCatalog(path: string): void {
  const open = () => {
    const db = new DatabaseSync(path, { timeout: busyTimeout });
    // Write-ahead logging lets render threads read while the build writes.
    // A record has a few thousand bytes, and would need several pages of 4,096 bytes.
    db.exec('pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = off');
    return db;
  };
  let db: DatabaseSync;
  try {
    db = open();
  } catch (error) {
    if (!isDamaged(error)) throw error;
    // Everything in the catalog can be created again.
    removeCatalog(path);
    db = open();
  }
  const version = Number(db.prepare('pragma user_version').get()?.['user_version']);
  if (version !== schemaVersion) {
    db.exec(`
      drop table if exists setting; drop table if exists source; drop table if exists record; drop table if exists last_good;
      drop table if exists held_back;
      drop table if exists entry; drop table if exists page; drop table if exists rendered;
      drop table if exists citation; drop table if exists proof; drop table if exists reference; drop table if exists asset;
      create table setting (name text primary key, value text not null) without rowid;
      create table source (path text primary key, kind text not null, id text not null, mtime real not null, size integer not null,
        digest text not null, record integer not null, component integer not null, published integer not null default 0, summary text not null, problems text not null, links text not null);
      create table asset (path text primary key, mtime real not null, bytes integer not null, digest text not null, width integer, height integer);
      create index source_id on source (kind, id);
      create index source_component on source (path) where component = 1;
      create table record (path text primary key, json text not null);
      create table last_good (path text primary key, kind text not null, id text not null, digest text not null, summary text not null, json text not null, shown integer not null);
      create table held_back (path text primary key) without rowid;
      create table entry (slug text primary key, digest text not null, json text not null);
      create table page (address text not null, locale text not null, kind text not null, slug text, key text not null,
        data text not null, entries text not null, primary key (address, locale));
      create table rendered (address text not null, locale text not null, key text not null, files text not null, links blob not null, primary key (address, locale)) without rowid;
      create table citation (slug text not null, format text not null, bytes integer not null, text text not null, primary key (slug, format));
      create table proof (slug text primary key, key text not null, withheld text not null) without rowid;
      create table reference (slug text not null, style text not null, digest text not null, html text not null, primary key (slug, style));
      pragma user_version = ${schemaVersion};
    `);
  }
  db.close();
}
