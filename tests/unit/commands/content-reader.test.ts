import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startReader } from '../../../src/commands/dev/content-reader.ts';
import { readSettings, type Settings } from '../../../src/project/settings.ts';
import { CatalogStore } from '../../../src/store/catalog-store.ts';
import { contentFolder, temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { publicationText } from '../../support/make.ts';

const site =
  'institute: { en: A }\nplatform: { en: P }\nurl: https://papers.example.edu\nstyles: []\nfeatures: { search: false, cards: none }\n';

/** A folder of publications with a reader of it. `events` are what it told, in their order. */
function readerOf(longReading: number) {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, number) => [`publications/p${number}.mdx`, publicationText({ title: 'Before' })]),
  );
  const folder = contentFolder({ 'site.yaml': site, ...files });
  const settings = readSettings({ CONTENT_DIR: folder, CACHE_DIR: join(temporaryFolder(), 'cache') });
  const events: string[] = [];
  const read = startReader(
    settings,
    {
      changed: () => events.push(`changed: ${titleOf(settings)}`),
      read: ({ problems }) =>
        events.push(problems.some(({ severity }) => severity === 'error') ? 'read, with errors' : 'read'),
      indexed: () => {},
      indexFailed: (message) => events.push(message),
    },
    longReading,
  );
  const write = (text: string) => writeFiles(folder, { 'publications/p7.mdx': text });
  return { settings, events, read, write, rename: (title: string) => write(publicationText({ title })) };
}

/** The title of the changed publication, as a page that is asked for now shows it. */
function titleOf({ catalogFile }: Settings): string {
  const store = new CatalogStore(catalogFile, 'read');
  try {
    return titleIn(store.sources.findRecord('publications', 'p7'));
  } finally {
    store.close();
  }
}

/** The title in a record or entry, which is rich text. */
const titleIn = (json = '{}'): string => String((JSON.parse(json) as { readonly title: unknown }).title);

/** The title of the same publication in lists. */
function listedTitle({ catalogFile }: Settings): string {
  const store = new CatalogStore(catalogFile, 'read');
  try {
    return titleIn(store.entry('p7'));
  } finally {
    store.close();
  }
}

test('where a reading takes long, a changed record is there before the rest is read', async () => {
  const { settings, events, read, rename } = readerOf(1);
  await read();
  rename('After');
  await read();
  expect(events).toEqual(['read', 'changed: After', 'read']);
  expect(listedTitle(settings)).toBe('After');
});

test('where it does not, pages change once', async () => {
  const { events, read, rename } = readerOf(Infinity);
  await read();
  rename('After');
  await read();
  expect(events).toEqual(['read', 'read']);
});

test('a file without a record is not shown before its error is told', async () => {
  const { events, read, write } = readerOf(1);
  await read();
  write('---\ntitle: [\n---\n');
  await read();
  expect(events).toEqual(['read', 'read, with errors']);
});

test('a newer change ends a reading at any moment, and is read whole', async () => {
  const { settings, events, read, rename } = readerOf(1);
  await read();
  for (const pause of [0, 100]) {
    const title = `Change after ${pause}`;
    rename('Meanwhile');
    const first = read();
    await wait(pause);
    rename(title);
    const second = read();
    await Promise.all([first, second]);
    expect([titleOf(settings), listedTitle(settings)]).toEqual([title, title]);
  }
  expect(events.filter((event) => event.startsWith('read')).length).toBeLessThan(6);
  expect(events.every((event) => !event.includes('fail'))).toBe(true);
});
