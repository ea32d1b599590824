import { expect, test } from 'vitest';
import { mostWithTexts, type ShownRecord } from '../../../src/search/search-data.ts';
import { SearchFiles } from '../../../src/search/search-files.ts';
import { indexedRecord, shownRecord } from '../../../src/search/search-record.ts';
import { makePublication } from '../../support/make.ts';

const record = (written: Parameters<typeof makePublication>[0]) =>
  shownRecord({ publication: makePublication(written), people: new Map(), units: [], topics: [] });

test('a result has the headline in plain language; one without a language is in that of the publication', () => {
  expect(record({ lang: 'fa', summaryTitle: 'باران نیامد' }).plain).toEqual({ fa: 'باران نیامد' });
  expect(record({ summaryTitle: { en: 'No rain', fa: 'باران نیامد' } }).plain).toEqual({
    en: 'No rain',
    fa: 'باران نیامد',
  });
  expect(record({})).not.toHaveProperty('plain');
});

test('a record without its texts says whether there is an abstract, for which a result keeps room', () => {
  const files = new SearchFiles(mostWithTexts + 1, false);
  for (const body of ['We counted clouds.', '']) {
    const source = { publication: makePublication({ body }), people: new Map(), units: [], topics: [] };
    files.add(source, indexedRecord(source));
  }
  const records = files.finishRecords().flatMap(([, text]) => JSON.parse(text) as ShownRecord[]);
  expect(records.map(({ abstract }) => abstract)).toEqual([true, undefined]);
});
