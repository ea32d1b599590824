import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { readContentFolder } from '../../../src/build/read-content-folder.ts';
import { provePublication, writePublication } from '../../../src/build/proof/prove-publication.ts';
import type { ProofBatch, ProofJob, ProofReply } from '../../../src/build/proof/prove-stored.ts';
import { findWithheld } from '../../../src/commands/find-withheld.ts';
import type { Publication } from '../../../src/domain/publication/publication.ts';
import { defaultFormatIds } from '../../../src/domain/publication/offered-format.ts';
import { structureOf } from '../../../src/formats/proof/record-structure.ts';
import { readSettings } from '../../../src/project/settings.ts';
import type { CatalogStore } from '../../../src/store/catalog-store.ts';
import { contentFolder, temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { publicationText } from '../../support/make.ts';
import { makeCited } from '../formats/make-cited.ts';

/** Reads a content folder, and returns what `look` finds in its store. */
async function read<Found>(settings: ReturnType<typeof settingsOf>, look: (store: CatalogStore) => Found) {
  const { store, content, problems } = await readContentFolder(settings, { drafts: true });
  try {
    return { found: look(store!), withheld: content!.withheld, problems };
  } finally {
    store!.close();
  }
}

const settingsOf = (contentDir: string) => {
  const folder = temporaryFolder();
  return readSettings({ CONTENT_DIR: contentDir, OUT_DIR: join(folder, 'dist'), CACHE_DIR: join(folder, 'cache') });
};
const file = (slug: string, fields = {}): Record<string, string> => ({
  [`publications/${slug}.mdx`]: publicationText({ slug, journal: 'Sleep', ...fields }),
});
const textOf =
  (slug: string, format = 'ris') =>
  (store: CatalogStore) =>
    Buffer.from(store.citations.text(slug, format) ?? []).toString();

test('the citations of every publication are in the store after the content is read, in few and in many files', async () => {
  for (const count of [2, 130]) {
    const slugs = Array.from({ length: count }, (_, index) => `work-${index}`);
    const folder = contentFolder(Object.assign({}, ...slugs.map((slug) => file(slug, { title: `On ${slug}` }))));
    const { found, withheld } = await read(settingsOf(folder), (store) =>
      slugs.filter((slug) => defaultFormatIds.every((id) => textOf(slug, id)(store).includes(slug))),
    );
    expect(found).toEqual(slugs);
    expect(withheld.size).toBe(0);
  }
});

test('a thread that proves learns which parts have come back elsewhere, and tells of those that came back in it', async () => {
  const folder = contentFolder(file('one'));
  const settings = settingsOf(folder);
  const { found: cited } = await read(settings, (store) => store.sources.findRecord('publications', 'one')!);
  const context = { url: 'https://example.org/', people: {}, units: [], topics: [], related: [] };
  const parts = [...structureOf({ publication: JSON.parse(cited) as Publication, context })];
  const answer = async (proved: readonly string[]): Promise<ProofReply> => {
    const worker = new Worker(new URL('../../../src/build/proof/prove-worker.ts', import.meta.url), {
      workerData: { catalogFile: settings.catalogFile, formats: defaultFormatIds },
    });
    const job: ProofJob = {
      slug: 'one',
      key: 'key',
      proves: true,
      writes: true,
      file: 'publications/one.mdx',
      lastGood: false,
      context: JSON.stringify(context),
    };
    worker.postMessage({ jobs: [job], proved } satisfies ProofBatch);
    const [reply] = (await once(worker, 'message')) as [ProofReply];
    worker.postMessage(undefined);
    await once(worker, 'exit');
    return reply;
  };
  const first = await answer([]);
  expect(first.proved.toSorted()).toEqual(parts.toSorted());
  const second = await answer(parts);
  expect(second.proved).toEqual([]);
  expect(second.citations).toEqual(first.citations);
});

test('parts write the citations of all publications, and each is proved in one of them', async () => {
  const slugs = Array.from({ length: 12 }, (_, index) => `work-${index}`);
  const folder = contentFolder(Object.assign({}, ...slugs.map((slug) => file(slug, { title: `On ${slug}` }))));
  const { found: proved } = await read(settingsOf(folder), (store) => store.citations.provedKeys());
  const provedIn: string[][] = [];
  for (const number of [1, 2, 3]) {
    const settings = settingsOf(folder);
    // The second time, nothing is left to do.
    for (let time = 0; time < 2; time += 1) {
      const { store } = await readContentFolder(settings, { drafts: false, shard: { number, of: 3 } });
      for (const slug of slugs) expect(textOf(slug)(store!)).toContain(`On ${slug}`);
      provedIn[number - 1] = slugs.filter((slug) => store!.citations.provedKeys().get(slug) === proved.get(slug));
      store!.close();
    }
  }
  expect(provedIn.flat().sort()).toEqual(slugs.toSorted());
  expect(provedIn.map((own) => own.length).every((count) => count < slugs.length)).toBe(true);
});

test('a part proves what an earlier part has only written', async () => {
  const folder = contentFolder({ ...file('one'), ...file('two') });
  const settings = settingsOf(folder);
  for (const number of [1, 2]) {
    const { store } = await readContentFolder(settings, { drafts: false, shard: { number, of: 2 } });
    store!.close();
  }
  const { found } = await read(settings, (store) => [...store.citations.provedKeys().values()]);
  expect(found.filter((key) => key.startsWith('written '))).toEqual([]);
});

test('a check proves citations and writes those that it has to read back, and a build then writes the others', async () => {
  const folder = contentFolder({ ...file('one'), ...file('two'), ...file('three', { title: 'Łódź & more' }) });
  const settings = settingsOf(folder);
  const slugs = ['one', 'three', 'two'];
  const run = async (writesCitations: boolean) => {
    const { store } = await readContentFolder(settings, { drafts: false, writesCitations });
    const written = slugs.filter((slug) => textOf(slug)(store!) !== '');
    const keys = slugs.map((slug) => store!.citations.provedKeys().get(slug));
    store!.close();
    return { written, keys };
  };
  const checked = await run(false);
  expect(checked.written).toEqual(['one', 'three']);
  // Nothing is left to do.
  expect(await run(false)).toEqual(checked);
  const built = await run(true);
  expect(built.written).toEqual(slugs);
  expect(built).toEqual(await run(true));
  // A check writes nothing of what a build has written.
  expect(await run(false)).toEqual(built);
});

test('a publication is proved again when its file, or what it takes from another file, has changed', async () => {
  const folder = contentFolder({
    ...file('one', { journal: 'sleep' }),
    ...file('two', { journal: 'Dreams' }),
    'journals/sleep.yaml': 'title: Sleep\n',
  });
  const settings = settingsOf(folder);
  await read(settings, (store) =>
    store.citations.saveProved(
      [...store.citations.provedKeys()].map(([slug, key]) => ({
        slug,
        key,
        context: '{}',
        texts: [['ris', 'kept']],
        withheld: [],
      })),
    ),
  );
  expect((await read(settings, textOf('one'))).found).toBe('kept');
  writeFiles(folder, { 'journals/sleep.yaml': 'title: Journal of Sleep\n' });
  expect((await read(settings, textOf('one'))).found).toContain('Journal of Sleep');
  expect((await read(settings, textOf('two'))).found).toBe('kept');
  writeFiles(folder, file('two', { title: 'Another title' }));
  expect((await read(settings, textOf('two'))).found).toContain('Another title');
  rmSync(join(folder, 'publications/two.mdx'));
  expect((await read(settings, textOf('two'))).found).toBe('');
});

test('a withheld format is told again by every command, until the file is changed', async () => {
  const folder = contentFolder(file('one'));
  const settings = settingsOf(folder);
  const problem = {
    severity: 'warning',
    name: 'citation-withheld',
    file: 'publications/one.mdx',
    message: 'RIS does not return the pages',
    hint: 'please report it',
  } as const;
  await read(settings, (store) =>
    store.citations.saveProved(
      [...store.citations.provedKeys()].map(([slug, key]) => ({
        slug,
        key,
        context: store.citations.measuredOf(slug)!.context,
        texts: [],
        withheld: [{ format: 'ris', problems: [problem] }],
      })),
    ),
  );
  for (let time = 0; time < 2; time += 1) {
    const { withheld, problems } = await read(settings, () => undefined);
    expect([...withheld]).toEqual([['one', ['ris']]]);
    expect(problems).toEqual([problem]);
  }
  // The import tells it of the files that it has written.
  expect(await findWithheld(settings, new Set([problem.file]))).toEqual([problem]);
  expect(await findWithheld(settings, new Set(['publications/two.mdx']))).toEqual([]);
  writeFiles(folder, file('one', { volume: '3' }));
  expect((await read(settings, () => undefined)).problems).toEqual([]);
});

test('only the format that does not give back the record is withheld', () => {
  const cited = makeCited({ journal: 'Sleep', pages: { first: '1\n', last: '2}' } });
  const { texts, withheld } = provePublication(cited, defaultFormatIds);
  const names = withheld.map(({ format }) => format);
  expect(names.length).toBeGreaterThan(0);
  expect(texts.map(([format]) => format)).toEqual(defaultFormatIds.filter((id) => !names.includes(id)));
  expect(withheld.flatMap(({ problems }) => problems)).toContainEqual(
    expect.objectContaining({
      severity: 'warning',
      name: 'citation-withheld',
      file: 'publications/example-2024.mdx',
    }),
  );
});

test('what is only written is withheld nowhere', () => {
  const cited = makeCited({ journal: 'Sleep', pages: { first: '1\n', last: '2}' } });
  const { texts, withheld } = writePublication(cited, defaultFormatIds);
  expect(withheld).toEqual([]);
  expect(texts.map(([format]) => format)).toEqual(defaultFormatIds);
});

test('a writer that fails withholds its format, and says with what', () => {
  const { publication, context } = makeCited({ journal: 'Sleep' });
  const broken = { ...publication, keywords: [undefined as unknown as string] };
  const { withheld } = provePublication({ publication: broken, context }, ['ris']);
  expect(withheld).toMatchObject([
    {
      format: 'ris',
      problems: [{ name: 'citation-withheld', message: expect.stringMatching(/^RIS of \S+ cannot be/) }],
    },
  ]);
});
