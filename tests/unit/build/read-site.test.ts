import { expect, test } from 'vitest';
import { readSite } from '../../../src/build/read-site.ts';
import { defaultFormatIds } from '../../../src/domain/publication/offered-format.ts';
import { writtenFormats } from '../../../src/formats/written-formats.ts';
import { contentFolder, minimalSite, temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { namesOf } from '../../support/make.ts';

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${inside}</svg>\n`;

test.each([
  ['a drawing with a script', 'logo.svg', svg('<script>x</script>'), ['drawing-not-safe']],
  [
    'a drawing that loads something',
    'logo.svg',
    svg('<image href="https://example.org/x.png"/>'),
    ['drawing-not-safe'],
  ],
  ['a page with the name of a picture', 'logo.png', '<!doctype html><script>x</script>', ['logo-malformed']],
  ['nothing in a safe drawing', 'logo.svg', svg('<path d="M0 0h10v10z"/>'), []],
])('a logo is checked, and refused is %s', (_, logo, content, names) => {
  const publicDir = writeFiles(temporaryFolder(), { [logo]: content });
  const { problems } = readSite(contentFolder({ 'site.yaml': `${minimalSite}logo: ${logo}\n` }), { publicDir });
  expect(namesOf(problems)).toEqual(names);
});

test.each([
  [
    'the usual formats without a list',
    '',
    writtenFormats.map(({ id }) => id).filter((id) => defaultFormatIds.includes(id)),
  ],
  [
    'those of the list, in display order, with BibTeX and RIS',
    'formats: [csv, nbib]\n',
    ['bibtex', 'ris', 'nbib', 'csv'],
  ],
  ['BibTeX and RIS for an empty list', 'formats: []\n', ['bibtex', 'ris']],
])('a site offers %s', (_, line, ids) => {
  const { site } = readSite(contentFolder({ 'site.yaml': `${minimalSite}${line}` }), {});
  expect(site?.formats.map(({ id }) => id)).toEqual(ids);
});

test('a format that does not exist is an error', () => {
  const { site, problems } = readSite(contentFolder({ 'site.yaml': `${minimalSite}formats: [bibtext]\n` }), {});
  expect(site).toBeUndefined();
  expect(problems.map(({ severity, field }) => [severity, field])).toEqual([['error', 'formats[1]']]);
});

test('a site without a name is called by its publications, in each of its languages and in its own words', () => {
  const files = { 'site.yaml': minimalSite };
  const own = { ...files, 'strings/fa.yaml': 'nav.publications: مقاله‌ها\n' };
  expect(readSite(contentFolder(files), {}).site?.platform).toEqual({ en: 'Publications', fa: 'آثار پژوهشی' });
  expect(readSite(contentFolder(own), {}).site?.platform).toEqual({ en: 'Publications', fa: 'مقاله‌ها' });
});
