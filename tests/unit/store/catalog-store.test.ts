import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { type PageRow } from '../../../src/domain/pages/page-row.ts';
import { isDamagedBy, isIntact } from '../../../src/store/catalog-file.ts';
import { DamagedCatalog } from '../../../src/store/checksum.ts';
import { createRandom } from '../../faults/random.ts';
import { CatalogStore } from '../../../src/store/catalog-store.ts';
import { compileSource } from '../../../src/build/compile-source.ts';
import { readContent, type CompileMany } from '../../../src/build/read-content.ts';
import { contentFolder, temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { defaultContext, publicationText } from '../../support/make.ts';

const withoutStamps = (json: string): string => json.replace(/"(?:mtime|size)":[^,]+,/g, '');
const newPath = () => join(temporaryFolder(), 'cache/catalog.db');
const source = {
  path: 'publications/a.mdx',
  kind: 'publications',
  id: 'a',
  mtime: 1.5,
  size: 3,
  digest: 'abc',
  problems: [],
  summary: '{"slug":"a"}',
  entry: '{"title":["A"]}',
  hasImports: false,
  links: [],
} as const;
const page = (address: string, key: string, locale = ''): PageRow => ({
  address,
  locale,
  kind: 'home',
  slug: null,
  key,
  data: '{}',
  source: '',
  entries: '[]',
});
type SavedEntry = readonly [slug: string, digest: string, json: string];
const entry = (slug: string, digest: string): SavedEntry => [slug, digest, digest];
const replacePlan = (store: CatalogStore, rows: readonly PageRow[], entries: readonly SavedEntry[]): void =>
  store.replacePlan(({ saveEntry, saveRow }) => {
    for (const own of entries) saveEntry(...own);
    for (const row of rows) saveRow(row);
  });

describe('the catalog on disk', () => {
  test('returns what was saved, also after it was closed', () => {
    const path = newPath();
    const store = new CatalogStore(path, 'write');
    store.sources.save({ ...source, record: '{"title":"A"}' });
    store.setSetting('site', '{}');
    store.close();
    const again = new CatalogStore(path, 'read');
    expect([...again.sources.all()]).toEqual([
      {
        path: source.path,
        kind: 'publications',
        id: 'a',
        mtime: 1.5,
        size: 3,
        digest: 'abc',
        hasRecord: true,
        problems: [],
        links: [],
        summary: { slug: 'a' },
        entry: '{"title":["A"]}',
      },
    ]);
    expect(again.sources.findRecord('publications', 'a')).toBe('{"title":"A"}');
    expect(again.setting('site')).toBe('{}');
    expect(again.setting('nothing')).toBeUndefined();
    again.close();
  });

  test('returns no record of a file whose new text has errors', () => {
    const store = new CatalogStore(newPath(), 'write');
    store.sources.save({ ...source, record: '{"title":"A"}' });
    store.sources.save({ ...source, summary: '' });
    expect(store.sources.findRecord('publications', 'a')).toBeUndefined();
    store.close();
  });

  test('keeps all of a transaction or nothing', () => {
    const store = new CatalogStore(newPath(), 'write');
    expect(() =>
      store.transaction(() => {
        store.setSetting('a', '1');
        throw new Error('interrupted');
      }),
    ).toThrow('interrupted');
    expect(store.setting('a')).toBeUndefined();
    store.close();
  });

  test('holds exactly the pages and entries that were saved last', () => {
    const store = new CatalogStore(newPath(), 'write');
    replacePlan(
      store,
      [page('/', '1'), page('/a/', '1'), page('/about/', '1', 'en')],
      [entry('a', '1'), entry('b', '1')],
    );
    replacePlan(store, [page('/', '2'), page('/about/', '1', 'en')], [entry('b', '2')]);
    expect([...store.pageKeys()].map(({ address, locale, key }) => `${address} ${locale} ${key}`)).toEqual([
      '/  2',
      '/about/ en 1',
    ]);
    expect(store.page('/about/', 'fa')).toBeUndefined();
    expect(store.page('/', 'fa')?.key).toBe('2');
    expect([store.entry('a'), store.entry('b')]).toEqual([undefined, '2']);
    store.close();
  });

  test('is damaged where the file holds rubbish', () => {
    const path = newPath();
    new CatalogStore(path, 'write').close();
    writeFileSync(path, Buffer.alloc(3000, 'rubbish '));
    expect(isIntact(path)).toBe(false);
    expect(() => new CatalogStore(path, 'write')).toThrow(expect.toSatisfy((error) => isDamagedBy(error, path)));
  });

  const hashes = new Uint8Array(new Uint32Array([7, 1_000_000]).buffer);
  const fill = (path: string): void => {
    const store = new CatalogStore(path, 'write');
    const long = 'A long text of a record. '.repeat(200);
    store.sources.save({ ...source, record: JSON.stringify({ long }) });
    const links = [{ written: '/b/', to: '/b/', line: 9, column: 1 }];
    store.sources.save({ ...source, path: 'publications/b.mdx', id: 'b', links, record: JSON.stringify({ long }) });
    store.sources.markPublished();
    store.sources.save({ ...source, path: 'publications/b.mdx', id: 'b', links, record: JSON.stringify({ b: long }) });
    store.sources.holdBack([{ file: 'publications/b.mdx', lastGood: true }]);
    store.assets.save('publications/a.png', { mtime: 1.5, bytes: 3, digest: 'abc', width: 4, height: null });
    store.setSetting('site', JSON.stringify({ long }));
    replacePlan(
      store,
      [{ ...page('/', '1'), data: JSON.stringify({ long }) }, page('/a/', '1')],
      [['a', '1', JSON.stringify({ long })]],
    );
    store.saveRendered([{ address: '/', locale: '', key: '1', files: `index.html|3|4`, links: hashes }], []);
    store.citations.saveProved([
      { slug: 'a', key: '1', context: '{}', texts: [['bibtex', long]], withheld: [{ format: 'ris', problems: [] }] },
    ]);
    store.citations.saveReferences([{ slug: 'a', references: [['apa', 'd', long]] }]);
    store.close();
  };
  const readAll = (path: string): string => {
    const store = new CatalogStore(path, 'read');
    try {
      return JSON.stringify([
        ...[[...store.sources.all()], store.sources.findRecord('publications', 'a'), store.setting('site')],
        ...[[...store.pageKeys()], store.page('/', ''), store.page('/a/', ''), store.entry('a'), [...store.rendered()]],
        ...[String(store.citations.text('a', 'bibtex')), store.citations.measuredOf('a')?.sizes.bibtex],
        ...[store.citations.reference('a', 'apa', 'd'), [...store.citations.provedKeys()]],
        ...[[...store.citations.withheld()], [...store.sources.lastGood()]],
        ...[store.sources.findRecord('publications', 'b'), store.assets.find('publications/a.png')],
        [...store.renderedLinks()].map(({ address, links }) => [address, ...links]),
      ]);
    } finally {
      store.close();
    }
  };

  test.each([
    ['record', 'json'],
    ['source', 'summary'],
    ['source', 'entry'],
    ['source', 'links'],
    ['last_good', 'json'],
    ['last_good', 'summary'],
    ['asset', 'digest'],
    ['proof', 'key'],
    ['proof', 'withheld'],
    ['setting', 'value'],
    ['page', 'data'],
    ['page', 'key'],
    ['entry', 'json'],
    ['rendered', 'files'],
    ['rendered', 'links'],
    ['citation', 'text'],
    ['reference', 'html'],
  ])('notices one changed letter in a row of %s (%s)', (table, column) => {
    const path = newPath();
    fill(path);
    expect([readAll(path).length > 1000, isIntact(path)]).toEqual([true, true]);
    const db = new DatabaseSync(path);
    db.exec(`update ${table} set ${column} = 'B' || substr(${column}, 2)`);
    db.close();
    expect(() => readAll(path)).toThrow(DamagedCatalog);
    expect(isIntact(path)).toBe(false);
  });

  test('notices flipped bits, wherever they are: what is read is what was written, or nothing', () => {
    const path = newPath();
    fill(path);
    const [bytes, whole] = [readFileSync(path), readAll(path)];
    const random = createRandom(7);
    let noticed = 0;
    for (let time = 0; time < 200; time += 1) {
      const damaged = Buffer.from(bytes);
      for (let flip = 0; flip < (time % 4 === 0 ? 40 : 1); flip += 1)
        damaged[Math.floor(random() * damaged.length)]! ^= 1 << Math.floor(random() * 8);
      writeFileSync(path, damaged);
      let read: string | undefined;
      try {
        read = readAll(path);
      } catch (error) {
        noticed += 1;
        expect([time, isDamagedBy(error, path)]).toEqual([time, true]);
      }
      // The time and size of a file and a row that is not found make the build read the file again.
      if (read !== undefined && read !== whole) expect(withoutStamps(read)).toBe(withoutStamps(whole));
    }
    expect(noticed).toBeGreaterThan(50);
  });

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['a catalog of another version', undefined],
  ])('replaces %s', (_, bytes) => {
    const path = newPath();
    new CatalogStore(path, 'write').close();
    if (bytes) writeFileSync(path, bytes);
    else changeVersion(path);
    const store = new CatalogStore(path, 'write');
    store.sources.save(source);
    expect(store.sources.stamps().size).toBe(1);
    store.close();
  });

  test('can be written by two processes in turn', () => {
    const path = newPath();
    const [one, two] = [new CatalogStore(path, 'write'), new CatalogStore(path, 'write')];
    one.setSetting('a', '1');
    two.setSetting('b', '2');
    expect([one.setting('b'), two.setting('a')]).toEqual(['2', '1']);
    one.close();
    two.close();
  });
});

describe('reading the content folder', () => {
  test('compiles new and changed files, removes deleted ones, and does not read the rest', async () => {
    const folder = contentFolder({
      'publications/a.mdx': publicationText(),
      'publications/b.mdx': publicationText({ title: 'B' }),
      'people/p.yaml': 'names: [P Q]\n',
    });
    const store = new CatalogStore(newPath(), 'write');
    const compiled: string[] = [];
    const compile: CompileMany = async (paths, save) => {
      compiled.push(...paths);
      save(paths.map((path) => compileSource(folder, path, defaultContext)));
      return Promise.resolve();
    };
    const read = async () => {
      compiled.length = 0;
      const { total, removed } = await readContent(folder, store, compile);
      return { total, removed, compiled: [...compiled] };
    };
    expect(await read()).toEqual({
      total: 3,
      removed: 0,
      compiled: ['people/p.yaml', 'publications/a.mdx', 'publications/b.mdx'],
    });
    expect(await read()).toEqual({ total: 3, removed: 0, compiled: [] });
    // The same size, within the same tick of the clock: only the digest shows the change.
    writeFiles(folder, { 'publications/b.mdx': publicationText({ title: 'C' }) });
    expect(await read()).toEqual({ total: 3, removed: 0, compiled: ['publications/b.mdx'] });
    writeFiles(folder, {
      '_notes/x.txt': 'x',
      'publications/.hidden.mdx': 'x',
      'publications/_later.mdx': 'x',
      'publications/b.mdx~': 'x',
    });
    expect(await read()).toEqual({ total: 3, removed: 0, compiled: [] });
    store.close();
  });
});

function changeVersion(path: string): void {
  const db = new DatabaseSync(path);
  db.exec('drop table source; pragma user_version = 1');
  db.close();
}
