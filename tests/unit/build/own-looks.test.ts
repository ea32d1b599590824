import { expect, test } from 'vitest';
import { checkFolder, contentFolder, minimalSite } from '../../support/build-site.ts';
import { publicationText } from '../../support/make.ts';

const paper = { 'publications/a.mdx': publicationText({}) };

/** Name, place and hint of each problem. */
const problemsOf = async (files: Record<string, string>) =>
  (await checkFolder(contentFolder({ ...paper, ...files }))).map(
    ({ name, file, line, hint }) => `${name} ${file}${line === undefined ? '' : `:${line}`} ${hint}`,
  );

test.each([
  ['a misspelt key', 'nav.publication: Papers', 'unknown-string strings/en.yaml:1 did you mean `nav.publications`?'],
  ['a key of nothing', 'zzzzzzzzzz: Papers', 'unknown-string strings/en.yaml:1 use a key of docs/words.md'],
  ['how a language is written', 'locale.direction: rtl', 'unknown-string strings/en.yaml:1 use a key of docs/words.md'],
  ['an unknown placeholder', 'home.browse: "Look by {way}"', 'unknown-placeholder strings/en.yaml:1 use {ways}'],
  ['a list', 'home.latest: [a]', 'string-malformed strings/en.yaml:1 write home.latest: "…"'],
  [
    'forms of what has no number',
    'home.latest: { one: a, other: b }',
    'string-malformed strings/en.yaml:1 write home.latest: "…"',
  ],
  [
    'a control character',
    'home.latest: "New\\e[31m"',
    'invisible-character strings/en.yaml:1 write "New[31m", without it',
  ],
  ['markup', 'home.latest: "<b>New</b>"', 'markup-in-string strings/en.yaml:1 delete < and >'],
])('%s among the words of the interface is reported', async (_, line, problem) => {
  expect(await problemsOf({ 'strings/en.yaml': `${line}\n` })).toEqual([problem]);
});

test('thirty thousand keys of nothing are reported as quickly as the first of them', async () => {
  const keys = Array.from({ length: 30_000 }, (_, index) => `nav.publicatons${index}: x\n`).join('');
  const problems = await problemsOf({ 'strings/en.yaml': keys });
  expect(problems.filter((problem) => problem.startsWith('unknown-string'))).toHaveLength(100);
  expect(problems).toContain('more-problems strings/en.yaml correct these first');
});

test('plural forms are complete', async () => {
  const { default: english } = await import('../../../src/i18n/strings/en.json', { with: { type: 'json' } });
  const key = Object.entries(english).find(([, message]) => typeof message === 'object')![0];
  expect(await problemsOf({ 'strings/en.yaml': `${key}: { one: a, other: b }\n` })).toEqual([]);
  expect(await problemsOf({ 'strings/en.yaml': `${key}: { one: a }\n` })).toEqual([
    'string-malformed strings/en.yaml:1 write a text for each of one, other',
  ]);
});

test('words in a file for no language are reported', async () => {
  expect(await problemsOf({ 'strings/de.yaml': 'home.latest: Neu\n', 'strings/en.json': '{}' })).toEqual([
    expect.stringMatching(/^strings-not-read strings\/de\.yaml use .*en\.yaml/),
    expect.stringMatching(/^strings-not-read strings\/en\.json/),
  ]);
});

test('a part with another name, and code where it is not trusted, are reported', async () => {
  expect(await problemsOf({ 'parts/footer.astro': '<p>x</p>', 'parts/Menu.astro': '' })).toEqual([
    expect.stringContaining('unknown-part parts/Menu.astro use one of head.astro'),
    expect.stringMatching(/^unknown-part parts\/footer\.astro (?:did you mean foot\.astro|use one of)/),
  ]);
  expect(await problemsOf({ 'parts/foot.astro': '<p>x</p>', 'site.yaml': `${minimalSite}trust: markdown\n` })).toEqual([
    expect.stringMatching(/^part-not-trusted parts\/foot\.astro/),
  ]);
});

test('an own field is a text, in one language or several', async () => {
  const withExtra = (extra: unknown) => ({ 'publications/a.mdx': publicationText({ extra }) });
  expect(await problemsOf(withExtra({ 'Patent family': 'EP 1', Room: { en: 'A', fa: 'ب' } }))).toEqual([]);
  expect(await problemsOf(withExtra({ Room: ['A', 'B'] }))).toHaveLength(1);
});
