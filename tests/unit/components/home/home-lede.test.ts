import { expect, test } from 'vitest';
import { homeLede } from '../../../../src/components/home/home-lede.ts';
import type { HomePage } from '../../../../src/domain/pages/page-data.ts';
import { createTranslator } from '../../../../src/i18n/translate.ts';

const page = (counts: Partial<HomePage>): HomePage => ({
  kind: 'home',
  total: 0,
  unitCount: 0,
  allFromUnits: false,
  years: [],
  latest: [],
  plain: [],
  plainCount: 0,
  topics: [],
  units: [],
  people: [],
  has: { people: false, journals: false },
  ...counts,
});

test.each([
  { counts: {}, lede: 'No publications yet.' },
  { counts: { total: 1 }, lede: '1 publication, ready to cite.' },
  {
    counts: { total: 1057, unitCount: 3, allFromUnits: true },
    lede: '1,057 publications from 3 research centres, ready to cite.',
  },
  { counts: { total: 1057, unitCount: 3 }, lede: '1,057 publications, ready to cite.' },
  { counts: { total: 16, plainCount: 1 }, lede: '16 publications, ready to cite. One is explained in plain language.' },
  {
    counts: { total: 16, plainCount: 16 },
    lede: '16 publications, ready to cite. All are explained in plain language.',
  },
  { counts: { total: 1, plainCount: 1 }, lede: '1 publication, ready to cite. It is explained in plain language.' },
  { counts: { total: 16, plainCount: 5 }, lede: '16 publications, ready to cite. 5 are explained in plain language.' },
])('the lede names only what there is: $lede', ({ counts, lede }) => {
  expect(homeLede(page(counts), createTranslator('en'))).toBe(lede);
});
