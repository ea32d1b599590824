import { expect, test } from 'vitest';
import type { ForeignRecord } from '../../../../src/formats/record/foreign-record.ts';
import { notImported, toDraft } from '../../../../src/import/draft/to-draft.ts';
import { publicationFields } from '../../../../src/schemas/publication.ts';

/** A record with a value in every field that a source can fill. */
const whole: ForeignRecord = {
  line: 1,
  key: 'one2024',
  type: 'review',
  lang: 'de',
  markup: 'plain',
  title: 'One',
  titles: [{ lang: 'fr', text: 'Un' }],
  authors: [{ name: 'One, A', group: false, affiliations: [1] }],
  editors: [{ name: 'Two, B', group: false, affiliations: [] }],
  translators: [{ name: 'Three, C', group: false, affiliations: [] }],
  seriesEditors: [{ name: 'Four, D', group: false, affiliations: [] }],
  advisors: [{ name: 'Five, E', group: false, affiliations: [] }],
  thesisKind: 'Ph.D.',
  eventName: 'Example Congress',
  eventDate: '2024-05-02/2024-05-04',
  online: '2023-12-01',
  affiliations: [{ name: 'Example Institute' }],
  container: 'Example Journal',
  publisher: 'Example Press',
  place: 'Tehran',
  edition: '2',
  series: 'Examples',
  seriesNumber: '41',
  chapter: '7',
  pagesTotal: '312',
  number: 'R1',
  version: '2.1.0',
  originalTitle: 'Eins',
  accessed: '2024-12-10',
  volume: '1',
  issue: '2',
  pages: { first: '3' },
  articleNumber: 'e4',
  published: { year: 2024 },
  doi: '10.5555/one',
  pmid: '1',
  pmcid: 'PMC1',
  arxiv: '2401.00001',
  isbn: '978-3-16-148410-0',
  handle: '10013/one',
  url: 'https://one.example/article',
  links: [{ rel: 'data', url: 'https://data.example/one' }],
  openAccess: 'gold',
  license: 'CC-BY-4.0',
  copyright: '© One',
  keywords: ['one'],
  mesh: ['D000001'],
  trials: ['NCT00000001'],
  funding: [{ funder: 'Example Fund' }],
  status: 'corrected',
  notices: [{ type: 'correction' }],
  preprint: '10.5555/preprint',
  preferred: '10.5555/preferred',
  abstracts: [
    { lang: 'de', sections: [{ text: 'Eins.' }] },
    { lang: 'fr', sections: [{ text: 'Un.' }] },
  ],
  officeSummary: 'Retold.',
  unplaced: [],
};

const fieldsOf = (record: ForeignRecord): string[] =>
  Object.keys(toDraft(record, { source: 'test', locale: 'en', findUnit: () => undefined }).fields);

test('every field of the schema is filled by a source, or says why none does', () => {
  const filled = new Set([
    ...fieldsOf(whole),
    ...fieldsOf({ ...whole, type: 'book', doi: undefined }),
    ...fieldsOf({ ...whole, type: 'thesis' }),
  ]);
  expect(publicationFields.filter((field) => !filled.has(field)).sort()).toEqual(Object.keys(notImported).sort());
});

test('a thesis has its degree, and its university once', () => {
  const { fields } = toDraft(
    { ...whole, type: 'thesis', publisher: 'Example University', container: undefined },
    { source: 'test', locale: 'en', findUnit: () => undefined },
  );
  expect([fields.thesis, fields.publisher, fields.container]).toEqual([
    { kind: 'doctoral', institution: 'Example University', advisor: 'Five, E' },
    undefined,
    undefined,
  ]);
});

test('a date is drafted in the calendar in which it is printed', () => {
  const draft = (record: Partial<ForeignRecord>) =>
    toDraft({ ...whole, ...record }, { source: 'test', locale: 'en', findUnit: () => undefined });
  expect(draft({ published: { year: 2023 }, printedDate: '1402-07 (persian)' }).fields.published).toEqual({
    persian: '1402-07',
  });
  expect(draft({ published: { year: 2024, month: 3 }, online: '2024-03' }).fields.online).toBeUndefined();
  const contradicting = draft({ published: { year: 2021 }, printedDate: '1402 (persian)' });
  expect([contradicting.fields.published, contradicting.unplaced.map(({ value }) => value)]).toEqual([
    '2021',
    expect.arrayContaining(['1402 (persian)']),
  ]);
});

test('editors keep their iDs and addresses, and those of advisors are reported', () => {
  const person = { name: 'Two, B', group: false, affiliations: [1], orcid: '0000-0002-1825-0097' };
  const { fields, unplaced } = toDraft(
    { ...whole, type: 'thesis', editors: [person], advisors: [person] },
    { source: 'test', locale: 'en', findUnit: () => undefined },
  );
  expect(fields.editors).toEqual([{ name: 'Two, B', affiliations: [1], orcid: '0000-0002-1825-0097' }]);
  expect(unplaced.map(({ name, value }) => [name, value])).toContainEqual(['advisor', 'Two, B: 0000-0002-1825-0097']);
});

test('fields are drafted in the order of the schema', () => {
  const fields = fieldsOf(whole);
  expect(fields).toEqual(publicationFields.filter((field) => fields.includes(field)));
});

test.each(['0401664, du5', 'ei2, 0147621'])('the issue %s is the number of a journal in Ovid', (issue) => {
  const { fields, unplaced } = toDraft(
    { ...whole, issue },
    { source: 'test', locale: 'en', findUnit: () => undefined },
  );
  expect(fields.issue).toBeUndefined();
  expect(unplaced).toContainEqual(expect.objectContaining({ name: 'issue', value: issue, reason: 'database' }));
});

test.each([
  ['v. 40', '40'],
  ['Vol. 40', '40'],
  ['v. v. 176', '176'],
  ['V', 'V'],
  ['61-II', '61-II'],
])('the volume %s is drafted as %s', (volume, drafted) => {
  const { fields } = toDraft({ ...whole, volume }, { source: 'test', locale: 'en', findUnit: () => undefined });
  expect(fields.volume).toBe(drafted);
});
