import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PageRow } from '../domain/pages/page-row.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { patience, prepareCatalog } from './catalog-file.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { contentKinds, type ContentKind } from '../domain/institute/content-kind.ts';
import { openCitationCache, type CitationCache } from './citation-cache.ts';
import { number, oneOf, rowReader, text, textOrNull } from './row-reader.ts';

/** A content file as it was when it was last compiled. */
export interface SourceStamp {
  /** Milliseconds since 1970, with fraction. */
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
}

export interface StoredSource extends SourceStamp {
  readonly path: string;
  readonly kind: ContentKind;
  readonly id: string;
  readonly summary?: PublicationSummary;
  readonly problems: readonly Problem[];
  /** True when the file compiled without an error, so that there is a record. */
  readonly hasRecord: boolean;
}

export interface RenderedPage {
  readonly address: string;
  readonly locale: string;
  readonly key: string;
  /** Output files, as `path|bytes|mtime` lines. */
  readonly files: string;
}

/**
 * The catalog on disk, between builds and between threads: SQLite, because it is in Node itself, reads one record
 * in microseconds, and is whole after any crash. It is a cache: delete it, and the next build makes it again.
 */
export class CatalogStore {
  readonly citations: CitationCache;
  readonly #db: DatabaseSync;
  readonly #record;
  readonly #entry;
  readonly #page;
  readonly #version;

  constructor(path: string, mode: 'read' | 'write') {
    if (mode === 'write') {
      mkdirSync(dirname(path), { recursive: true });
      prepareCatalog(path);
    }
    this.#db = new DatabaseSync(path, { readOnly: mode === 'read', timeout: patience });
    // A power cut may damage the file, and then the next build makes it again; waiting for the disk would cost more.
    this.#db.exec('pragma cache_size = -16000; pragma synchronous = off');
    this.#record = this.#db.prepare(
      'select json from record where path = (select path from source where kind = ? and id = ? and record = 1)',
    );
    this.#entry = this.#db.prepare('select json from entry where slug = ?');
    this.#version = this.#db.prepare("select value from setting where name = 'version'");
    this.citations = openCitationCache(this.#db);
    this.#page = this.#db.prepare("select * from page where address = ? and locale in ('', ?)");
  }

  close(): void {
    this.#db.close();
  }

  /** Everything or nothing of what `work` writes is kept. */
  transaction<T>(work: () => T): T {
    this.#db.exec('begin immediate');
    try {
      const result = work();
      this.#db.exec('commit');
      return result;
    } catch (error) {
      // SQLite has undone it already where the disk was full.
      if (this.#db.isTransaction) this.#db.exec('rollback');
      throw error;
    }
  }

  setting(name: string): string | undefined {
    const row = this.#db.prepare('select value from setting where name = ?').get(name);
    return row && settingRow(row).value;
  }

  /** Changes whenever pages are saved. */
  version(): string {
    return String(this.#version.get()?.['value']);
  }

  setSetting(name: string, value: string): void {
    this.#db.prepare('insert or replace into setting values (?, ?)').run(name, value);
  }

  stamps(): Map<string, SourceStamp> {
    const stamps = new Map<string, SourceStamp>();
    for (const row of this.#db.prepare('select path, mtime, size, digest from source').iterate()) {
      const { path, ...stamp } = stampRow(row);
      stamps.set(path, stamp);
    }
    return stamps;
  }

  *sources(): Generator<StoredSource> {
    for (const row of this.#db.prepare('select * from source order by path').iterate()) {
      const { path, kind, id, mtime, size, digest, record, problems, summary } = sourceRow(row);
      yield {
        path,
        kind,
        id,
        mtime,
        size,
        digest,
        hasRecord: record === 1,
        problems: problems === '' ? [] : (JSON.parse(problems) as Problem[]),
        ...(summary === '' ? {} : { summary: JSON.parse(summary) as PublicationSummary }),
      };
    }
  }

  saveSource(
    source: Omit<StoredSource, 'hasRecord' | 'summary'> & { summary: string; record?: string; component: boolean },
  ): void {
    const problems = source.problems.length > 0 ? JSON.stringify(source.problems) : '';
    this.#saveSource ??= this.#db.prepare(
      'insert or replace into source (path, kind, id, mtime, size, digest, record, component, summary, problems) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#saveSource.run(
      source.path,
      source.kind,
      source.id,
      source.mtime,
      source.size,
      source.digest,
      source.record === undefined ? 0 : 1,
      source.component ? 1 : 0,
      source.summary,
      problems,
    );
    if (source.record !== undefined) {
      this.#saveRecord ??= this.#db.prepare('insert or replace into record values (?, ?)');
      this.#saveRecord.run(source.path, source.record);
    }
  }
  #saveSource: ReturnType<DatabaseSync['prepare']> | undefined;
  #saveRecord: ReturnType<DatabaseSync['prepare']> | undefined;

  /** A file that was touched but not changed. */
  restamp(path: string, stamp: SourceStamp): void {
    this.#db.prepare('update source set mtime = ?, size = ? where path = ?').run(stamp.mtime, stamp.size, path);
  }

  removeSource(path: string): void {
    this.#db.prepare('delete from source where path = ?').run(path);
    this.#db.prepare('delete from record where path = ?').run(path);
  }

  clear(): void {
    this.#db.exec('delete from source; delete from record; delete from entry; delete from page');
  }

  /** JSON of one record. */
  record(kind: ContentKind, id: string): string | undefined {
    const row = this.#record.get(kind, id);
    return row && jsonRow(row).json;
  }

  /** JSON of the record of one file. Throws when the file has none. */
  recordOf(path: string): string {
    const row = this.#db.prepare('select json from record where path = ?').get(path);
    if (!row) throw new Error(`no record of ${path}`);
    return jsonRow(row).json;
  }

  /** Files whose bodies hold components, in the order of their paths. */
  componentFiles(): string[] {
    const rows = this.#db.prepare('select path from source where component = 1 and record = 1').all();
    return rows.map((row) => pathRow(row).path).sort();
  }

  entry(slug: string): string | undefined {
    const row = this.#entry.get(slug);
    return row && jsonRow(row).json;
  }

  page(address: string, locale: string): PageRow | undefined {
    const row = this.#page.get(address, locale);
    return row && pageRow(row);
  }

  /** Makes the stored entries exactly these; those that did not change are not written. */
  replaceEntries(entries: ReadonlyMap<string, { readonly digest: string; readonly json: string }>): void {
    const rows = this.#db.prepare('select slug, digest from entry').all().map(entryRow);
    const known = new Map(rows.map(({ slug, digest }) => [slug, digest]));
    const save = this.#db.prepare('insert or replace into entry values (?, ?, ?)');
    for (const [slug, { digest, json }] of entries) if (known.get(slug) !== digest) save.run(slug, digest, json);
    const remove = this.#db.prepare('delete from entry where slug = ?');
    for (const slug of known.keys()) if (!entries.has(slug)) remove.run(slug);
  }

  /** Makes the stored pages exactly these; those that did not change are not written. */
  replacePages(pages: Iterable<PageRow>): void {
    const rows = this.#db.prepare('select address, locale, key from page').all().map(keyRow);
    const known = new Map(rows.map((row) => [`${row.address}\n${row.locale}`, row]));
    const save = this.#db.prepare(
      'insert or replace into page (address, locale, kind, slug, key, data, entries) values (?, ?, ?, ?, ?, ?, ?)',
    );
    for (const page of pages) {
      const id = `${page.address}\n${page.locale}`;
      if (known.get(id)?.key !== page.key)
        save.run(page.address, page.locale, page.kind, page.slug, page.key, page.data, page.entries);
      known.delete(id);
    }
    const remove = this.#db.prepare('delete from page where address = ? and locale = ?');
    for (const { address, locale } of known.values()) remove.run(address, locale);
  }

  /** Forgets citations of publications that have changed or are no more, and every text where `code` writes others. */
  removeStaleCitations(code: string): void {
    this.citations.forget(this.setting('citations') !== code);
    this.setSetting('citations', code);
  }

  *pageKeys(): Generator<Pick<PageRow, 'address' | 'locale' | 'kind' | 'slug' | 'key'>> {
    const rows = this.#db.prepare('select address, locale, kind, slug, key from page order by address, locale');
    for (const row of rows.iterate()) yield pageKeyRow(row);
  }

  /** Pages of the last published site, by `address\nlocale`. */
  rendered(): Map<string, RenderedPage> {
    const pages = new Map<string, RenderedPage>();
    for (const row of this.#db.prepare('select * from rendered').iterate()) {
      const page = renderedRow(row);
      pages.set(`${page.address}\n${page.locale}`, page);
    }
    return pages;
  }

  /** Records what the published site holds: `changed` replaces rows, `gone` removes them. */
  saveRendered(changed: Iterable<RenderedPage>, gone: Iterable<{ address: string; locale: string }>): void {
    const save = this.#db.prepare('insert or replace into rendered (address, locale, key, files) values (?, ?, ?, ?)');
    for (const { address, locale, key, files } of changed) save.run(address, locale, key, files);
    const remove = this.#db.prepare('delete from rendered where address = ? and locale = ?');
    for (const { address, locale } of gone) remove.run(address, locale);
  }
}

const settingRow = rowReader({ value: text });
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
const entryRow = rowReader({ slug: text, digest: text });
const keyRow = rowReader({ address: text, locale: text, key: text });
const pageKeyRow = rowReader({ address: text, locale: text, kind: text, slug: textOrNull, key: text });
const pageRow = rowReader({
  address: text,
  locale: text,
  kind: text,
  slug: textOrNull,
  key: text,
  data: text,
  entries: text,
});
const renderedRow = rowReader({ address: text, locale: text, key: text, files: text });
