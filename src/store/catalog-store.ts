import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PageRow, PlanSink } from '../domain/pages/page-row.ts';
import { busyTimeout, prepareCatalog } from './catalog-file.ts';
import { openAssetTable, type AssetTable } from './asset-table.ts';
import { openCitationCache, type CitationCache } from './citation-cache.ts';
import { checksum, withChecksum } from './checksum.ts';
import { bytes, number, rowReader, checkedRowReader, text, textOrNull } from './row-reader.ts';
import { openSourceTable, type SourceTable } from './source-table.ts';

export interface RenderedPage {
  readonly address: string;
  readonly locale: string;
  readonly key: string;
  /** Output files, as `path|bytes|mtime` lines. */
  readonly files: string;
}

/**
 * The catalog on disk, kept between builds and shared by threads. It is in SQLite, because SQLite is part of Node, reads
 * one record in microseconds, and is consistent after a crash. It is a cache: when it is deleted, the next build creates it
 * again.
 */
export class CatalogStore {
  readonly sources: SourceTable;
  readonly assets: AssetTable;
  readonly citations: CitationCache;
  readonly #db: DatabaseSync;
  readonly #entry;
  readonly #page;
  readonly #version;

  constructor(path: string, mode: 'read' | 'write') {
    if (mode === 'write') {
      mkdirSync(dirname(path), { recursive: true });
      prepareCatalog(path);
    }
    this.#db = new DatabaseSync(path, { readOnly: mode === 'read', timeout: busyTimeout });
    // Do not wait for the disk: a power cut may damage the file, and then the next build creates it again.
    this.#db.exec('pragma cache_size = -16000; pragma synchronous = off');
    this.#entry = this.#db.prepare('select * from entry where slug = ?');
    this.#version = this.#db.prepare("select value from setting where name = 'version'");
    this.#page = this.#db.prepare("select * from page where address = ? and locale in ('', ?)");
    this.sources = openSourceTable(this.#db);
    this.assets = openAssetTable(this.#db);
    this.citations = openCitationCache(this.#db);
  }

  close(): void {
    this.#db.close();
  }

  /** Runs `work`, and keeps either all that it writes or, when it throws, nothing. */
  transaction<T>(work: () => T): T {
    this.#db.exec('begin immediate');
    try {
      const result = work();
      this.#db.exec('commit');
      return result;
    } catch (error) {
      // When the disk is full, SQLite itself has already ended the transaction.
      if (this.#db.isTransaction) this.#db.exec('rollback');
      throw error;
    }
  }

  /**
   * Runs `work` in one read transaction: all its reads see the same state, and the file is locked once instead of for each
   * read, which saves a third of the time.
   */
  async inReadTransaction<T>(work: () => T | Promise<T>): Promise<T> {
    this.#db.exec('begin');
    try {
      return await work();
    } finally {
      // SQLite itself has ended the transaction where the file is damaged.
      if (this.#db.isTransaction) this.#db.exec('commit');
    }
  }

  setting(name: string): string | undefined {
    const row = this.#db.prepare('select * from setting where name = ?').get(name);
    return row && settingRow(row).value;
  }

  /** A text that changes whenever pages are saved. */
  version(): string {
    return String(this.#version.get()?.['value']);
  }

  setSetting(name: string, value: string): void {
    this.#db.prepare('insert or replace into setting values (?, ?, ?)').run(...withChecksum(name, value));
  }

  /**
   * Deletes sources, records (also those of the published site), entries, pages and assets. Settings other than `pages`
   * and `listing`, rendered pages and citations stay.
   */
  clear(): void {
    this.#db.exec(
      'delete from source; delete from record; delete from last_good; delete from entry; delete from page; delete from asset; ' +
        "delete from unplanned; delete from setting where name in ('pages', 'listing') or name like 'connection%'",
    );
  }

  /** Digest of the entry of a publication; undefined where there is none. */
  entryDigest(slug: string): string | undefined {
    const row = this.#entry.get(slug);
    return row && jsonRow(row).digest;
  }

  /** JSON of the entry of a publication; undefined where there is none. */
  entry(slug: string): string | undefined {
    const row = this.#entry.get(slug);
    return row && jsonRow(row).json;
  }

  /** The page at an address: the one of this locale, or the one of all locales. */
  page(address: string, locale: string): PageRow | undefined {
    const row = this.#page.get(address, locale);
    return row && pageRow(row);
  }

  /** Replaces all entries and pages by those that `fill` saves. Writes only those that have changed. */
  replacePlan(fill: (sink: PlanSink) => void): void {
    const entries = this.#db.prepare('select slug, digest from entry').iterate().map(entryRow);
    const knownEntries = new Map(entries.map(({ slug, digest }) => [slug, digest]));
    const saveEntry = this.#db.prepare('insert or replace into entry values (?, ?, ?, ?)');
    const rows = this.#db.prepare('select address, locale, key from page').iterate().map(keyRow);
    const knownRows = new Map(rows.map(({ address, locale, key }) => [`${address}\n${locale}`, key]));
    const savePage = this.#savePage();
    fill({
      saveEntry(slug, digest, json) {
        if (knownEntries.get(slug) !== digest) saveEntry.run(...withChecksum(slug, digest, json));
        knownEntries.delete(slug);
      },
      saveRow(row) {
        const id = `${row.address}\n${row.locale}`;
        if (knownRows.get(id) !== row.key) savePage(row);
        knownRows.delete(id);
      },
    });
    const removeEntry = this.#db.prepare('delete from entry where slug = ?');
    for (const slug of knownEntries.keys()) removeEntry.run(slug);
    const removePage = this.#db.prepare('delete from page where address = ? and locale = ?');
    for (const id of knownRows.keys()) removePage.run(...id.split('\n'));
  }

  /** Replaces the entry of a publication. */
  saveEntry(slug: string, digest: string, json: string): void {
    this.#db.prepare('insert or replace into entry values (?, ?, ?, ?)').run(...withChecksum(slug, digest, json));
  }

  /** Replaces some pages. */
  savePages(rows: Iterable<PageRow>): void {
    const save = this.#savePage();
    for (const row of rows) save(row);
  }

  #savePage(): (row: PageRow) => void {
    const save = this.#db.prepare(
      'insert or replace into page (address, locale, kind, slug, key, key_sum, data, source, entries, sum) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    return ({ address, locale, kind, slug, key, data, source, entries }) => {
      const head = withChecksum(address, locale, kind, slug, key);
      save.run(...withChecksum(...head, data, source, entries));
    };
  }

  /** The page of a publication, and all pages and files that show it. */
  rowsShowing(slug: string): readonly PageRow[] {
    const rows = this.#db.prepare('select * from page where slug = ? or instr(entries, ?) > 0');
    return rows.all(slug, JSON.stringify(slug)).map(pageRow);
  }

  /** Pages whose source holds a text. */
  rowsFrom(source: string): readonly PageRow[] {
    return this.#db.prepare('select * from page where instr(source, ?) > 0').all(source).map(pageRow);
  }

  *pageKeys(): Generator<Pick<PageRow, 'address' | 'locale' | 'kind' | 'slug' | 'key'>> {
    const rows = this.#db.prepare(
      'select address, locale, kind, slug, key, key_sum as sum from page order by address, locale',
    );
    for (const row of rows.iterate()) yield pageKeyRow(row);
  }

  /**
   * Bytes of the list of the publications that each page and file shows, by address: how much work it is, roughly. Without the
   * pages of publications.
   */
  shownBytes(): Map<string, number> {
    const rows = this.#db.prepare(
      "select address, octet_length(entries) as bytes from page where kind != 'publication' order by address, locale",
    );
    return new Map(
      rows
        .all()
        .map(shownRow)
        .map(({ address, bytes: size }) => [address, size]),
    );
  }

  /** Pages of the last published site. */
  *rendered(): Generator<RenderedPage> {
    for (const row of this.#db.prepare('select address, locale, key, files, sum from rendered').iterate())
      yield renderedRow(row);
  }

  /** Pages of the last published site with the hashes of the paths that they link to (src/rendering/path-set.ts). */
  *renderedLinks(): Generator<Pick<RenderedPage, 'address' | 'locale'> & { readonly links: Uint32Array }> {
    for (const row of this.#db.prepare('select address, locale, links, links_sum as sum from rendered').iterate()) {
      const { address, locale, links } = linksRow(row);
      yield { address, locale, links: new Uint32Array(links.slice().buffer) };
    }
  }

  /**
   * Records what the published site holds: adds or replaces the rows of `changed`, and deletes those of `gone`. `links`:
   * hashes of the paths that a page links to; where they are absent, those of the last build stay.
   */
  saveRendered(
    changed: Iterable<RenderedPage & { readonly links?: Uint8Array }>,
    gone: Iterable<{ address: string; locale: string }>,
  ): void {
    const save = this.#db.prepare('insert or replace into rendered values (?, ?, ?, ?, ?, ?, ?)');
    const keep = this.#db.prepare('update rendered set key = ?, files = ?, sum = ? where address = ? and locale = ?');
    for (const { address, locale, key, files, links } of changed) {
      const values = withChecksum(address, locale, key, files);
      if (links) save.run(...values, links, checksum([address, locale, links]));
      else keep.run(key, files, values[4], address, locale);
    }
    const remove = this.#db.prepare('delete from rendered where address = ? and locale = ?');
    for (const { address, locale } of gone) remove.run(address, locale);
  }
}

const settingRow = checkedRowReader({ name: text, value: text });
const jsonRow = checkedRowReader({ slug: text, digest: text, json: text });
const entryRow = rowReader({ slug: text, digest: text });
const keyRow = rowReader({ address: text, locale: text, key: text });
const shownRow = rowReader({ address: text, bytes: number });
const pageKeyRow = checkedRowReader({ address: text, locale: text, kind: text, slug: textOrNull, key: text });
const pageRow = checkedRowReader({
  address: text,
  locale: text,
  kind: text,
  slug: textOrNull,
  key: text,
  key_sum: number,
  data: text,
  source: text,
  entries: text,
});
const renderedRow = checkedRowReader({ address: text, locale: text, key: text, files: text });
const linksRow = checkedRowReader({ address: text, locale: text, links: bytes });
