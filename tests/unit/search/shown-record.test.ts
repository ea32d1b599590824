import { expect, test } from 'vitest';
import { shownRecord } from '../../../src/search/search-record.ts';
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
