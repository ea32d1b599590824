import { expect, test } from 'vitest';
import { filterHref, yearHref } from '../../../../src/components/statistics/chart-links.ts';
import { makeView } from '../../metadata/make-page.ts';

const view = makeView('fa', { features: { search: 'true' } });
const unsearched = makeView('fa', { features: { search: 'false' } });

test('a bar opens the search with its filters', () => {
  expect(filterHref({ topic: 'moss' }, view)).toBe('/fa/search/?topic=moss');
  expect(yearHref({ year: 2024, count: 3 }, { type: 'article' }, view)).toBe('/fa/search/?year=2024&type=article');
});

test('without a search, only a year of the whole site has a page', () => {
  expect(filterHref({ topic: 'moss' }, unsearched)).toBeUndefined();
  expect(yearHref({ year: 2024, count: 3 }, {}, unsearched)).toBe('/fa/years/2024/');
  expect(yearHref({ year: 2024, count: 3 }, { type: 'article' }, unsearched)).toBeUndefined();
});

test('a year without publications opens nothing', () => {
  expect(yearHref({ year: 2024, count: 0 }, {}, view)).toBeUndefined();
});
