import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  checkFolder,
  contentFolder,
  temporaryFolder,
  writeFiles,
  type ContentFiles,
} from '../../support/build-site.ts';
import { compileSource } from '../../../src/build/compile-source.ts';
import { defaultContext, namesOf, publicationText } from '../../support/make.ts';

const good: ContentFiles = { 'publications/2024/good.mdx': publicationText() };
const withDeep = (authors: string): ContentFiles => ({
  ...good,
  'publications/2024/deep.mdx': `---\ntitle: Deep\nauthors: ${authors}\npublished: 2024\n---\n`,
});

const withBody = (body: string): ContentFiles => ({
  ...good,
  'publications/2024/long.mdx': publicationText({ title: 'Long', body }),
});

/** Hostile content folders, each with the one problem that it causes; none where `problem` is absent. */
const cases: Record<string, { make: () => string; problem?: string; file?: string }> = {
  'a file of ten megabytes': {
    make: () => contentFolder({ ...good, 'publications/big.mdx': publicationText({ body: 'x'.repeat(10_000_000) }) }),
    problem: 'file-too-large',
    file: 'publications/big.mdx',
  },
  'a quarter of a million formulas in one paragraph': {
    make: () => contentFolder(withBody('$a_b$ '.repeat(250_000))),
    problem: 'too-much-markup',
    file: 'publications/2024/long.mdx',
  },
  'a quarter of a million tags that are never closed': {
    make: () => contentFolder(withBody('<b>x\n\n'.repeat(250_000))),
    problem: 'too-much-markup',
    file: 'publications/2024/long.mdx',
  },
  'four thousand records of BibTeX in one paragraph': {
    make: () => contentFolder(withBody('@article{example, title = '.repeat(4_000))),
    problem: 'too-much-markup',
    file: 'publications/2024/long.mdx',
  },
  'two thousand expressions with words between them, in one paragraph': {
    make: () => contentFolder(withBody(`${'words of a sentence '.repeat(4)}{2} `.repeat(2_000))),
    problem: 'too-much-markup',
    file: 'publications/2024/long.mdx',
  },
  'eight hundred references as a list': {
    make: () =>
      contentFolder(
        withBody('- Baran, N. <i>On the stones of the river</i>. Example Press &amp; Sons, 2024.\n'.repeat(800)),
      ),
  },
  'twenty thousand formulas, each a paragraph': {
    make: () => contentFolder(withBody('$a$\n\n'.repeat(20_000))),
  },
  'a link out of the content folder': {
    make: () => linked('publications/out.mdx', join(contentFolder(good), 'publications/2024/good.mdx')),
    problem: 'link-leaves-content',
    file: 'publications/out.mdx',
  },
  'a folder that is a link out of the content folder': {
    make: () => linked('publications/out', temporaryFolder()),
    problem: 'link-leaves-content',
    file: 'publications/out',
  },
  'a link to nowhere': {
    make: () => linked('publications/x.mdx', 'nowhere.mdx'),
    problem: 'file-unreadable',
    file: 'publications/x.mdx',
  },
  'a link to itself': { make: () => linked('publications/x', 'x'), problem: 'file-unreadable', file: 'publications/x' },
  'a link to the folder that contains it': {
    make: () => linked('publications/loop', '../publications'),
    problem: 'link-in-circle',
    file: 'publications/loop',
  },
  'a folder with the name of a publication': {
    make: () => {
      const folder = contentFolder(good);
      mkdirSync(join(folder, 'publications/x.mdx'));
      return folder;
    },
  },
  'a thousand nested lists': {
    make: () => contentFolder(withDeep(`${'['.repeat(1000)}a${']'.repeat(1000)}`)),
    problem: 'nested-too-deeply',
    file: 'publications/2024/deep.mdx',
  },
  'ten thousand nested groups': {
    make: () => contentFolder(withDeep(`${'{a: '.repeat(10_000)}a${'}'.repeat(10_000)}`)),
    problem: 'nested-too-deeply',
    file: 'publications/2024/deep.mdx',
  },
  'three hundred nested groups as names of fields': {
    make: () => contentFolder({ ...good, 'people/deep.yaml': '? '.repeat(300) }),
    problem: 'yaml-key',
    file: 'people/deep.yaml',
  },
  'brackets that are opened six thousand times': {
    make: () => contentFolder({ ...good, 'people/deep.yaml': '{/*'.repeat(6000) }),
    problem: 'nested-too-deeply',
    file: 'people/deep.yaml',
  },
  'a list of five thousand aliases': {
    make: () => contentFolder({ ...good, 'people/many.yaml': `names: [&a A B]\nlinks: [${'*a, '.repeat(5000)}]\n` }),
    problem: 'too-many-aliases',
    file: 'people/many.yaml',
  },
  'fields of more than a million characters': {
    make: () => contentFolder({ ...good, 'people/long.yaml': `names: ["${'a'.repeat(1_000_001)}"] # x\n` }),
    problem: 'fields-too-long',
    file: 'people/long.yaml',
  },
  'twenty thousand references in a summary': {
    make: () =>
      contentFolder({
        ...good,
        'publications/2024/long.mdx': publicationText({ title: 'Long', summary: '&#0;'.repeat(20_000) }),
      }),
    problem: 'too-much-markup',
    file: 'publications/2024/long.mdx',
  },
  'ten thousand lists in site.yaml': {
    make: () => contentFolder({ ...good, 'site.yaml': `institute:\n  ${'- '.repeat(10_000)}a\n` }),
    problem: 'nested-too-deeply',
    file: 'site.yaml',
  },
  'a thousand lists in an abstract': {
    make: () =>
      contentFolder({
        ...good,
        'publications/2024/deep.mdx': publicationText({ title: 'Deep', body: `${'- '.repeat(1000)}x` }),
      }),
    problem: 'nested-too-deeply',
    file: 'publications/2024/deep.mdx',
  },
  'a content folder that is missing': {
    make: () => join(temporaryFolder(), 'nowhere'),
    problem: 'content-missing',
    file: 'site.yaml',
  },
  'a content folder that is a file': {
    make: () => join(contentFolder(good), 'site.yaml'),
    problem: 'content-missing',
    file: 'site.yaml',
  },
};

test.each(Object.keys(cases))('%s causes one problem at most, and no crash', async (name) => {
  const { make, problem, file } = cases[name]!;
  const problems = await checkFolder(make());
  expect(problems.map((found) => ({ name: found.name, file: found.file }))).toEqual(
    problem ? [{ name: problem, file }] : [],
  );
});

test('a file that was deleted after the folder was listed is a problem, and is read again in the next run', () => {
  const { problems, mtime, record } = compileSource(contentFolder(good), 'publications/2024/gone.mdx', defaultContext);
  expect(namesOf(problems)).toEqual(['file-unreadable']);
  expect([mtime, record]).toEqual([-1, undefined]);
});

test('ten thousand unknown fields are a hundred problems, and one that counts the others', async () => {
  const fields = Array.from({ length: 10_000 }, (_, index) => `k${index}: b # c\n`).join('');
  const problems = await checkFolder(contentFolder({ ...good, 'people/many.yaml': `names: [A B]\n${fields}` }));
  expect(problems).toHaveLength(101);
  expect(problems.find(({ name }) => name === 'more-problems')?.message).toBe(
    '9900 more problems of this file are not listed',
  );
});

/** A name for each number, without digits. */
const letters = (index: number): string =>
  Array.from(String(index).padStart(4, '0'), (digit) => 'abcdefghij'.charAt(Number(digit))).join('');

test('a paper with three thousand authors has no problems', async () => {
  const authors = Array.from({ length: 3000 }, (_, index) => ({
    name: `Muster${letters(index)}, Ann`,
    affiliations: [1 + (index % 300)],
  }));
  const affiliations = Array.from({ length: 300 }, (_, index) => `Institute ${index} of Examples, Tehran, Iran`);
  const text = publicationText({ title: 'Many', authors, affiliations }).replace('---\n', '---\n# A comment.\n');
  expect(namesOf(await checkFolder(contentFolder({ ...good, 'publications/2024/many.mdx': text })))).toEqual([]);
});

test.skipIf(process.platform === 'win32')('a named pipe is reported and not read', async () => {
  const folder = contentFolder(good);
  execFileSync('mkfifo', [join(folder, 'publications/pipe.mdx')]);
  expect(namesOf(await checkFolder(folder))).toEqual(['file-unreadable']);
});

test('a missing site.yaml is reported, and the rest is checked', async () => {
  const folder = writeFiles(temporaryFolder(), { 'publications/a.mdx': publicationText({ journl: 'Gut' }) });
  expect(namesOf(await checkFolder(folder))).toEqual(['unknown-key', 'site-missing']);
});

function linked(path: string, target: string): string {
  const folder = contentFolder(good);
  symlinkSync(target, join(folder, path));
  return folder;
}
