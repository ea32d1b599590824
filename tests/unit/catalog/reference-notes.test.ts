import { expect, test } from 'vitest';
import { buildCatalog } from '../../../src/catalog/build-catalog.ts';
import { referenceNotes } from '../../../src/catalog/reference-notes.ts';
import { formatNotes } from '../../../src/commands/report-problems.ts';
import type { Journal } from '../../../src/domain/institute/institute.ts';
import type { Site } from '../../../src/domain/institute/site.ts';
import { offeredFormats } from '../../../src/formats/written-formats.ts';
import { siteSchema } from '../../../src/schemas/site.ts';
import { asContent, makeSummary, nothingReadable, type WrittenPublication } from '../../support/make.ts';

const notesOf = (
  styles: readonly string[],
  written: readonly WrittenPublication[],
  journals: readonly Journal[] = [],
) => {
  const site: Site = {
    ...siteSchema.parse({ institute: 'Example', url: 'https://example.org' }),
    formats: offeredFormats(),
    platform: { und: 'Publications' },
    base: '',
    styles,
  };
  const content = {
    site,
    ...asContent(written.map((one) => makeSummary(one))),
    pages: [],
    excluded: new Set<string>(),
    readable: nothingReadable,
    people: new Map(),
    units: new Map(),
    topics: new Map(),
    journals: new Map(journals.map((journal) => [journal.id, journal])),
  };
  return referenceNotes(buildCatalog(content, { drafts: false }));
};
const namesOf = (...given: Parameters<typeof notesOf>): string[] => notesOf(...given).map(({ name }) => name);

const complete = { doi: '10.5555/one', volume: '3', pages: '1-2' };
const nameless = { type: 'chapter', publisher: 'Press', pages: '1-2', isbn: '978-3-16-148410-0' };
const congress = { name: 'Congress', place: 'Tehran', start: '2024-05-02' };
const chapter = { type: 'chapter', container: 'A book', publisher: 'Press', pages: '1-2', isbn: '978-3-16-148410-0' };

test.each([
  [{ ...complete, journal: 'Gut' }, []],
  [{ ...complete, journal: 'Journal of Sleep' }, ['abbreviation']],
  [{ doi: '10.5555/one', journal: 'Gut' }, ['pages']],
  [{ journal: 'Gut', volume: '3', pages: '1-2' }, ['address']],
  [{ type: 'media', url: 'https://a.example' }, ['accessed']],
  [{ type: 'media', url: 'https://a.example', accessed: '2024' }, []],
  [{ ...chapter, place: 'Tehran' }, ['editors']],
  [{ ...chapter, editors: ['Example, Erika'] }, ['place']],
  [{ ...chapter, place: 'Tehran', editors: ['Example, Erika'] }, []],
  [{ type: 'report', url: 'https://a.example', accessed: '2024' }, ['publisher']],
  [complete, ['journal']],
  [{ ...complete, journal: 'Gut', type: 'review' }, []],
  [{ doi: '10.5555/one', pages: '1-2', journal: 'Gut' }, ['volume']],
  [{ ...nameless, place: 'Tehran', editors: ['Example, Erika'] }, ['book']],
  [{ type: 'poster', doi: '10.5555/one' }, ['event']],
  [{ type: 'poster', doi: '10.5555/one', event: { name: 'Congress', place: 'Tehran' } }, ['eventPlace']],
  [{ type: 'poster', doi: '10.5555/one', event: { name: 'Congress', start: '2024-05-02' } }, ['eventPlace']],
  [{ type: 'poster', doi: '10.5555/one', event: congress }, []],
  [{ type: 'conference-paper', doi: '10.5555/one' }, ['event']],
  [{ type: 'conference-paper', doi: '10.5555/one', container: 'Proceedings' }, []],
  [{ type: 'preprint', doi: '10.5555/one' }, ['server']],
  [{ type: 'preprint', arxiv: '2311.01234' }, []],
  [{ type: 'patent', url: 'https://a.example', accessed: '2024' }, ['number']],
  [{ type: 'software', doi: '10.5555/one' }, ['publisher', 'version']],
  [{ type: 'software', doi: '10.5555/one', publisher: 'Zenoda', version: '2' }, []],
  [{ type: 'dataset', doi: '10.5555/one' }, ['publisher']],
  [{ type: 'thesis', doi: '10.5555/one', place: 'Tehran', thesis: { institution: 'University' } }, ['thesisKind']],
])('Vancouver will lack of %o: %o', (written, lacks) => expect(namesOf(['vancouver'], [written])).toEqual(lacks));

test('a thing is noted only where a style of the site prints it', () => {
  const written = [{ ...chapter, editors: ['Example, Erika'] }];
  expect(namesOf(['vancouver', 'apa'], written)).toEqual(['place']);
  expect(namesOf(['apa'], written)).toEqual([]);
  expect(namesOf([], [{ journal: 'Journal of Sleep' }])).toEqual([]);
});

test('the abbreviation is that of the file of the journal', () => {
  const written = [{ ...complete, journal: 'Journal of Sleep' }];
  const journal = { id: 'sleep', title: 'Journal of Sleep', abbreviation: 'J Sleep' };
  expect(namesOf(['vancouver'], written, [{ ...journal, file: 'journals/sleep.yaml' }])).toEqual([]);
});

test('however many publications lack a thing, it is one note, which names a few', () => {
  const written = Array.from({ length: 300 }, (_, index) => ({
    slug: `p-${index}`,
    title: `No ${index}`,
    journal: 'Gut',
  }));
  const notes = notesOf(['vancouver'], written);
  expect(notes.map(({ name, files }) => [name, files.length])).toEqual([
    ['pages', 300],
    ['address', 300],
  ]);
  const text = formatNotes(notes, 'content');
  expect(text.split('\n')).toHaveLength(5);
  expect(text).toContain(
    '300 publications with neither a DOI nor an address (vancouver): content/publications/p-0.mdx, ',
  );
  expect(text).toContain(' and 297 more\n');
});
