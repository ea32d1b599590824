import { expect, test, vi } from 'vitest';
import { createTranslator } from '../../src/i18n/translate.ts';
import { readContentFolder } from '../../src/build/read-content-folder.ts';
import { readSettings } from '../../src/project/settings.ts';
import { contentFolder, temporaryFolder } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';

/** A third language of which one word and one plural form are not translated yet, and a fourth that has just begun. */
vi.mock('../../src/i18n/strings/index.ts', async (load) => {
  const { en, fa, ar } = await load<typeof import('../../src/i18n/strings/index.ts')>();
  const { 'nav.people': _people, ...rest } = ar;
  const { few: _few, ...forms } = ar['count.units'];
  return { en, fa, ar: { ...rest, 'count.units': forms }, eo: { 'locale.label': 'Esperanto' } };
});

const problemsWith = async (locales: string) => {
  const { problems, store } = await readContentFolder(
    readSettings({
      CONTENT_DIR: contentFolder({
        'site.yaml': `institute: Example\nurl: https://minimal.example.org\nlocales: ${locales}\nstyles: []\n`,
        'publications/one.mdx': publicationText({ title: 'Only one' }),
      }),
      CACHE_DIR: temporaryFolder(),
    }),
    { drafts: false },
  );
  store?.close();
  return problems;
};

test('what a language of the site lacks is a warning at its place in site.yaml, with file and keys', async () => {
  expect(await problemsWith('[en, fa, ar]')).toEqual([
    {
      severity: 'warning',
      name: 'untranslated-strings',
      file: 'site.yaml',
      line: 3,
      column: 19,
      field: 'locales[3]',
      message:
        'src/i18n/strings/ar.json lacks `nav.people`, `count.units` (plural form `few`), so readers of ar see English there, or a wrong plural',
      hint: 'translate them from src/i18n/strings/en.json',
    },
  ]);
});

test('a language that the site does not use is not missed', async () => {
  expect(await problemsWith('[en, fa]')).toEqual([]);
});

test('a language that has only begun names some of what it lacks, and how much more there is', async () => {
  const [problem, ...others] = await problemsWith('eo');
  expect(others).toEqual([]);
  expect(problem?.message).toMatch(/^src\/i18n\/strings\/eo\.json lacks (`[\w.-]+`(, )?){20} and \d{3} more, /);
});

test('readers get English for what is missing, in its plural form and with the digits of their language', () => {
  expect(createTranslator('ar')('nav.people')).toBe('People');
  expect(createTranslator('ar')('nav.topics')).not.toBe('Topics');
  expect(createTranslator('eo')('count.publications', { count: 1 })).toBe('1 publication');
});
