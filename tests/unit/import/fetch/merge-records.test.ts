import { expect, test } from 'vitest';
import { createRecord, type MutableRecord } from '../../../../src/formats/record/mutable-record.ts';
import type { FoundRecord } from '../../../../src/import/fetch/fetch-list.ts';
import { groupRecords, mergeRecords } from '../../../../src/import/fetch/merge-records.ts';

const found = (service: FoundRecord['service'], fields: Partial<MutableRecord>): FoundRecord => ({
  service,
  record: { ...createRecord(1), ...fields },
});
const author = (name: string, orcid?: string) => ({
  name,
  group: false,
  affiliations: [],
  ...(orcid === undefined ? {} : { orcid }),
});

test('records are one publication by any identifier that they share, also through a third', () => {
  const groups = groupRecords([
    found('OpenAlex', { doi: '10.5555/A' }),
    found('Europe PMC', { pmid: '1', pmcid: 'pmc7' }),
    found('OpenAlex', { doi: '10.5555/b' }),
    found('Crossref', { doi: '10.5555/a', pmid: '1' }),
    found('PubMed', { pmcid: 'PMC7' }),
    found('OpenAlex', {}),
    found('OpenAlex', {}),
  ]);
  expect(groups.map((group) => group.map(({ service }) => service))).toEqual([
    ['OpenAlex', 'Europe PMC', 'Crossref', 'PubMed'],
    ['OpenAlex'],
    ['OpenAlex'],
    ['OpenAlex'],
  ]);
});

test('the best record is filled from the others, and keeps its own', () => {
  const merged = mergeRecords([
    found('OpenAlex', { title: 'In OpenAlex', openAccess: 'gold', volume: '9', pages: { first: '1' } }),
    found('Crossref', { title: 'In Crossref', license: 'CC-BY-4.0', articleNumber: 'e7', volume: '8' }),
    found('PubMed', { title: 'In PubMed', articleNumber: 'e7', eissn: '1746-076X' }),
  ]);
  expect(merged).toMatchObject({
    title: 'In PubMed',
    license: 'CC-BY-4.0',
    openAccess: 'gold',
    volume: '8',
    articleNumber: 'e7',
  });
  expect(merged.pages).toBeUndefined();
});

test('authors and addresses that the best record lacks are taken together from another', () => {
  const merged = mergeRecords([
    found('Crossref', { title: 'In Crossref' }),
    found('OpenAlex', {
      authors: [{ ...author('Karimi, Sara'), affiliations: [1] }],
      affiliations: [{ name: 'Example Institute' }],
    }),
  ]);
  expect([merged.title, merged.authors, merged.affiliations]).toEqual([
    'In Crossref',
    [{ name: 'Karimi, Sara', group: false, affiliations: [1] }],
    [{ name: 'Example Institute' }],
  ]);
});

test('an ORCID iD belongs to the author with the same place and family name, and never to two', () => {
  const orcidsOf = (...others: ReturnType<typeof author>[]) =>
    mergeRecords([
      found('PubMed', { authors: [author('Karimi, Sara'), author('Müller, Jan')] }),
      found('Crossref', { authors: others }),
    ]).authors.map(({ orcid }) => orcid);
  const [one, two] = ['0000-0002-1825-0097', '0000-0001-5109-3700'];
  expect(orcidsOf(author('Sara Karimi', one), author('Muller, J', two))).toEqual([one, two]);
  expect(orcidsOf(author('Lee, A', one), author('Müller, Jan'))).toEqual([undefined, undefined]);
  expect(orcidsOf(author('Karimi, S', one))).toEqual([undefined, undefined]);
  expect(orcidsOf(author('Karimi, S', one), author('Müller, J', one))).toEqual([undefined, undefined]);
});

test('a retraction that one service knows outranks the status of the others', () => {
  expect(
    mergeRecords([
      found('PubMed', { status: 'corrected', notices: [{ type: 'correction', doi: '10.5555/c' }] }),
      found('OpenAlex', { status: 'retracted' }),
      found('Crossref', { notices: [{ type: 'retraction', doi: '10.5555/r' }] }),
    ]),
  ).toMatchObject({
    status: 'retracted',
    notices: [
      { type: 'correction', doi: '10.5555/c' },
      { type: 'retraction', doi: '10.5555/r' },
    ],
  });
});
