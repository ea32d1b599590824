import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paginate } from '../../../src/catalog/publication-lists.ts';
import { comparePublications } from '../../../src/catalog/publication-order.ts';

const publication = fc.record({
  slug: fc.stringMatching(/^[a-z]{1,6}[0-9]{1,6}$/),
  published: fc.record({ year: fc.integer({ min: 1990, max: 1994 }), month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }) }),
});
const lists = fc
  .uniqueArray(publication, { selector: ({ slug }) => slug, maxLength: 200 })
  .map((list) => list.map(({ slug, published: { year, month } }) => ({ slug, published: month === undefined ? { year } : { year, month } })).sort(comparePublications));
const limit = 12;
const shown = (page: { list: { groups: readonly { slugs: readonly string[] }[] } }) => page.list.groups.flatMap(({ slugs }) => slugs);

describe.each(['year', 'month'] as const)('a list by %s', (grouping) => {
  test('shows every publication on exactly one of its parts, in the order of the site', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const years = grouping === 'month' ? list.filter(({ published }) => published.year === 1990) : list;
        const [root, ...parts] = paginate(years, '/x/', grouping, limit);
        const all = parts.length === 0 ? shown(root!) : parts.flatMap(shown);
        // Within a part the order is that of the site; the parts follow each other by date.
        expect(all).toEqual(years.map(({ slug }) => slug));
      }),
      { seed: 7 },
    );
  });

  test('has no part longer than the limit, and no two pages at one address', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const pages = paginate(list, '/x/', 'year', limit);
        expect(new Set(pages.map(({ address }) => address)).size).toBe(pages.length);
        for (const page of pages.slice(1)) expect(shown(page).length).toBeLessThanOrEqual(limit);
        for (const page of pages) expect(page.list.parts.map(({ address }) => address)).toEqual(pages.slice(1).map(({ address }) => address));
      }),
      { seed: 7 },
    );
  });
});

test('a month that is too long is split by number', () => {
  const list = Array.from({ length: 30 }, (_, index) => ({ slug: `p-${String(index).padStart(2, '0')}`, published: { year: 2024, month: 7 } }));
  expect(paginate(list, '/years/2024/', 'month', limit).map(({ address }) => address)).toEqual(['/years/2024/', '/years/2024/07/', '/years/2024/07/2/', '/years/2024/07/3/']);
});

test('a short list is one page', () => {
  expect(paginate([{ slug: 'a', published: { year: 2024 } }], '/people/x/').map(({ address, list }) => [address, list.parts, list.total])).toEqual([['/people/x/', [], 1]]);
});
