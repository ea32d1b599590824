import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CompiledContent } from '../../../src/build/compile-content.ts';
import { readContentFolder } from '../../../src/build/read-content-folder.ts';
import { savePages } from '../../../src/build/save-pages.ts';
import { readSettings } from '../../../src/project/settings.ts';
import type { CatalogStore } from '../../../src/store/catalog-store.ts';
import { contentFolder, temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { publicationText, type WrittenPublication } from '../../support/make.ts';

const site =
  'institute: { en: A }\nplatform: { en: P }\nurl: https://papers.example.edu\nlocales: [en, fa]\nstyles: []\n';
const publication = (slug: string, fields: WrittenPublication = {}) => ({
  [`publications/${slug}.mdx`]: publicationText({ title: `Of ${slug}`, body: `The abstract of ${slug}.`, ...fields }),
});
const files = {
  'site.yaml': `${site}features: { oai: true, linkset: true }\n`,
  'people/jamshidi-ahmadreza.yaml': 'names: ["Jamshidi, Ahmadreza"]\n',
  'journals/gut.yaml': 'title: Gut\n',
  ...publication('a', { journal: 'gut' }),
  ...publication('b', { journal: 'gut', preferred: 'a' }),
  ...publication('c', { published: '2023' }),
};

type Plan = ReturnType<typeof planOf>;
interface Run extends Pick<CompiledContent, 'problems' | 'publications' | 'drafts'> {
  /** Whether the content was connected as in the last run. */
  readonly kept: boolean;
  readonly plan: Plan;
}

/** Everything that the store holds of the plan. */
function planOf(store: CatalogStore) {
  return [...store.pageKeys()].map(({ address, locale }) => store.page(address, locale));
}

/** Reads a folder and plans its site; with `cache`, after earlier runs. */
async function run(folder: string, cache = temporaryFolder(), plans = true): Promise<Run> {
  const settings = readSettings({ CONTENT_DIR: folder, CACHE_DIR: join(cache, 'cache') });
  const { content, store } = await readContentFolder(settings, { drafts: false });
  if (plans) savePages(content!, store!);
  const { problems, publications, drafts, kept } = content!;
  const found = { kept: kept !== undefined, plan: planOf(store!), problems, publications, drafts };
  store!.close();
  return found;
}

/** The run after a change, and one that knows nothing of earlier ones. */
async function afterChange(change: (folder: string) => void, written: Record<string, string> = files) {
  const [folder, cache] = [contentFolder(written), temporaryFolder()];
  await run(folder, cache);
  change(folder);
  return { folder, cache, later: await run(folder, cache), anew: await run(folder) };
}

test.each([
  ['nothing', {}],
  ['an abstract', publication('a', { journal: 'gut', body: 'Another abstract, which is longer. '.repeat(30) })],
  [
    'two abstracts',
    {
      ...publication('b', { journal: 'gut', preferred: 'a', body: 'B' }),
      ...publication('c', { published: '2023', body: 'C' }),
    },
  ],
  ['a title', publication('c', { title: 'Another title', published: '2023' })],
])(
  'where %s has changed, nothing is connected again, and the plan is the one that would be made anew',
  async (_, changes) => {
    const { later, anew } = await afterChange((folder) => writeFiles(folder, changes));
    expect(later).toEqual({ ...anew, kept: true });
    expect(anew.kept).toBe(false);
  },
);

test('a warning about two files stays with the text of one, at the line where it is now', async () => {
  const alike = (slug: string, body: string) => publication(slug, { title: 'The same title of four words', body });
  const written = { ...files, ...alike('x', 'One.'), ...alike('y', 'Two.') };
  const commented = Object.fromEntries(
    Object.entries(alike('y', 'Two, and more.')).map(([path, text]) => [path, text.replace('---', '---\n# A note.')]),
  );
  const { folder, cache, later, anew } = await afterChange((own) => writeFiles(own, commented), written);
  expect(later).toEqual({ ...anew, kept: true });
  const lineOf = ({ problems }: Run) => problems.find(({ name }) => name === 'near-duplicate-title')?.line;
  expect([lineOf(later), lineOf(await run(folder, cache))]).toEqual([3, 3]);
  writeFiles(folder, alike('y', 'Two.'));
  const again = await run(folder, cache);
  expect([again.kept, lineOf(again)]).toEqual([true, 2]);
});

test.each([
  ['an article that is cited instead of another', publication('a', { journal: 'gut', title: 'Another title' })],
  ['a publication whose preprint names it', publication('c', { title: 'Another title', published: '2023' })],
])('the title of %s changes only what shows it, where nothing is related', async (_, changes) => {
  const unrelated = {
    ...files,
    ...publication('e', { title: 'A preprint', type: 'preprint', versions: { published: 'c' } }),
    'site.yaml': `${site}features: { oai: true, linkset: true, related: false }\n`,
  };
  const { later, anew } = await afterChange((folder) => writeFiles(folder, changes), unrelated);
  expect(later).toEqual({ ...anew, kept: true });
});

test('warnings about alike titles follow a title, whatever file they are about', async () => {
  const five = 'The same title of five words';
  const alike = (slug: string, title = five) => publication(slug, { title, published: '2023' });
  const written = { ...files, ...alike('x'), ...alike('y'), ...alike('z', 'Something else that is long enough') };
  const warned = ({ problems }: Run) =>
    problems.flatMap(({ name, file, message }) =>
      name === 'near-duplicate-title' ? [[file, /publications\/\w/.exec(message)?.[0]]] : [],
    );
  const first = await afterChange((folder) => writeFiles(folder, alike('z')), written);
  expect(first.later).toEqual({ ...first.anew, kept: true });
  expect(warned(first.later)).toEqual([
    ['publications/y.mdx', 'publications/x'],
    ['publications/z.mdx', 'publications/x'],
  ]);
  writeFiles(first.folder, alike('x', 'Nothing like the others in its title'));
  const second = await run(first.folder, first.cache);
  expect(second).toEqual({ ...(await run(first.folder)), kept: true });
  expect(warned(second)).toEqual([['publications/z.mdx', 'publications/y']]);
  expect(warned(await run(first.folder, first.cache))).toEqual(warned(second));
});

test('a text that makes a file too large for its list divides the list', async () => {
  const small = { ...files, 'site.yaml': `${site}features: { bulk: { split: 1 } }\n` };
  const body = 'A long abstract that fills the files of its lists. '.repeat(8000);
  const { later, anew } = await afterChange(
    (folder) => writeFiles(folder, publication('a', { journal: 'gut', body })),
    small,
  );
  expect(later).toEqual({ ...anew, kept: true });
  expect(later.plan.some((row) => row?.kind === 'citation-parts')).toBe(true);
});

test.each([
  ['a new publication', publication('d')],
  ['a person', { 'people/jamshidi-ahmadreza.yaml': 'names: ["Jamshidi, Ahmadreza"]\nalumni: true\n' }],
  ['a setting', { 'site.yaml': site }],
  ['an error', { 'publications/c.mdx': '---\ntitle: [\n---\n' }],
  ['a link', publication('c', { published: '2023', body: 'See [a](/publications/nothing/).' })],
])('%s connects everything again', async (_, changes) => {
  const { later, anew } = await afterChange((folder) => writeFiles(folder, changes));
  expect(later).toEqual(anew);
});

test('a publication that is removed connects everything again', async () => {
  const { later, anew } = await afterChange((folder) => rmSync(join(folder, 'publications/c.mdx')));
  expect(later).toEqual(anew);
});

test('a link to a part of a text is checked again when the text changes', async () => {
  const linked = {
    ...files,
    ...publication('a', { journal: 'gut', body: 'Text.\n\n## Methods\n\nMore.' }),
    ...publication('c', { published: '2023', body: 'See [there](/publications/a/#methods).' }),
  };
  const { later, anew } = await afterChange(
    (folder) => writeFiles(folder, publication('a', { journal: 'gut', body: 'Text.\n\n## Results\n\nMore.' })),
    linked,
  );
  expect(later).toEqual(anew);
  expect(later.problems.map(({ name }) => name)).toContain('fragment-unknown');
});

test('what a check has read since the last plan is planned by the next build', async () => {
  const [folder, cache] = [contentFolder(files), temporaryFolder()];
  await run(folder, cache);
  writeFiles(folder, publication('a', { journal: 'gut', body: 'Read by a check.' }));
  await run(folder, cache, false);
  const later = await run(folder, cache);
  expect(later).toEqual({ ...(await run(folder)), kept: true });
});

test('drafts are left out, and their texts change nothing', async () => {
  const withDraft = { ...files, ...publication('d', { draft: true }) };
  const { later, anew } = await afterChange(
    (folder) => writeFiles(folder, publication('d', { draft: true, body: 'D' })),
    withDraft,
  );
  expect(later).toEqual({ ...anew, kept: true });
  expect(later.drafts).toBe(1);
});
