import { expect, test } from 'vitest';
import { listEntries, type EntryCache, type ListedSource } from '../../../../src/editor/server/list-entries.ts';

const site = { url: 'https://example.org', base: '', locales: ['en'], institute: { en: 'I' } };
const entry = (title: string, year: number, month?: number, journal?: string): string =>
  JSON.stringify({ title: [title], authors: [], published: { year, month }, journal });
const source = (path: string, more: Partial<ListedSource>): ListedSource => ({
  path,
  kind: 'publications',
  id: path.replace(/^.*\/|\.\w+$/g, ''),
  hasRecord: true,
  entry: '',
  ...more,
});
const sources = [
  source('publications/a.mdx', { entry: entry('Old', 2001) }),
  source('publications/b.mdx', { entry: entry('New', 2024, 5) }),
  source('publications/c.mdx', { entry: entry('Newer', 2024, 11) }),
  source('publications/d.mdx', { hasRecord: false }),
  source('people/z.yaml', { kind: 'people', hasRecord: false, readable: { names: ['Zand, Ali'] } }),
  source('people/a.yaml', { kind: 'people', hasRecord: false, readable: { names: ['Öst, Bo'] } }),
];

test('the list has the newest publication first, those that cannot be read before it, and the others by name', () => {
  const read: string[] = [];
  const digests = new Map(sources.map(({ path }) => [path, { digest: '1' }]));
  const table = {
    stamps: () => digests,
    find: (path: string) => {
      read.push(path);
      return sources.find((one) => one.path === path);
    },
    findRecordOf: () => undefined,
  };
  const known: EntryCache = new Map();
  const list = () => listEntries(table, [], site, known).map(({ id }) => id);
  const first = list();
  expect(first).toEqual(['a', 'z', 'd', 'c', 'b', 'a', 'site']);
  // Again, only a file that has changed is read, and one that is gone is not listed.
  read.length = 0;
  digests.set('publications/b.mdx', { digest: '2' });
  digests.delete('publications/a.mdx');
  expect(list()).toEqual(['a', 'z', 'd', 'c', 'b', 'site']);
  expect(read).toEqual(['publications/b.mdx']);
});

test('a publication has the title of its journal where that has a file, and follows a new title', () => {
  const journal = (title: string) =>
    source('journals/sleep.yaml', { kind: 'journals', hasRecord: false, readable: { title } });
  const paper = (path: string, name: string) => source(path, { entry: entry('T', 2024, undefined, name) });
  const known: EntryCache = new Map();
  const details = (own: ListedSource, digest: string): readonly string[] => {
    const all = [paper('publications/a.mdx', 'sleep'), paper('publications/b.mdx', 'Journal of Rest'), own];
    const digests = new Map(all.map(({ path }) => [path, { digest: path === own.path ? digest : '1' }]));
    const table = {
      stamps: () => digests,
      find: (path: string) => all.find((one) => one.path === path),
      findRecordOf: () => undefined,
    };
    return listEntries(table, [], site, known)
      .filter(({ kind }) => kind === 'publications')
      .map(({ detail }) => detail);
  };
  expect(details(journal('Sleep Medicine'), '1')).toEqual(['2024 · Sleep Medicine', '2024 · Journal of Rest']);
  expect(details(journal('Sleep Medicine Now'), '2')).toEqual(['2024 · Sleep Medicine Now', '2024 · Journal of Rest']);
});
