import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newestPage, paginate } from '../../../src/site-plan/publication-lists.ts';
import { comparePublications } from '../../../src/catalog/publication-order.ts';
import type { PartialDate } from '../../../src/domain/dates/partial-date.ts';

const date: fc.Arbitrary<PartialDate> = fc
  .record(
    {
      year: fc.integer({ min: 2020, max: 2024 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    },
    { requiredKeys: ['year'] },
  )
  .map(({ year, month, day }) => ({
    year,
    ...(month === undefined ? {} : { month, ...(day === undefined ? {} : { day }) }),
  }));

const publications = fc
  .uniqueArray(fc.record({ slug: fc.stringMatching(/^[a-z0-9]{1,4}$/), published: date }), {
    selector: ({ slug }) => slug,
    maxLength: 80,
  })
  .map((list) => list.sort(comparePublications));

describe.each([
  { grouping: 'year', of: publications },
  // The list of a year holds that year alone.
  { grouping: 'month', of: publications.map((list) => list.filter(({ published }) => published.year === 2024)) },
] as const)('a list by $grouping', ({ grouping, of }) => {
  test('holds every publication exactly once on its pages, in order, and no page is too long', () => {
    fc.assert(
      fc.property(of, fc.integer({ min: 1, max: 20 }), (list, limit) => {
        const pages = paginate(list, '/x/', grouping, limit);
        const parts = pages.length === 1 ? pages : pages.slice(1);
        const slugs = parts.flatMap(({ list: own }) => own.groups.flatMap((group) => group.slugs));
        expect(slugs).toEqual(list.map(({ slug }) => slug));
        for (const { list: own } of parts)
          expect(own.groups.flatMap((group) => group.slugs).length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('has an address for each page, and links to all of them with their numbers', () => {
    fc.assert(
      fc.property(of, fc.integer({ min: 1, max: 20 }), (list, limit) => {
        const pages = paginate(list, '/x/', grouping, limit);
        expect(new Set(pages.map(({ address }) => address)).size).toBe(pages.length);
        expect(pages[0]!.address).toBe('/x/');
        for (const { address, list: own } of pages) {
          expect(own.total).toBe(list.length);
          expect(own.root).toBe('/x/');
          expect(own.parts.map((part) => part.address)).toEqual(pages.slice(1).map((page) => page.address));
          expect(own.parts.filter(({ current }) => current).map((part) => part.address)).toEqual(
            address === '/x/' ? [] : [address],
          );
          if (own.parts.length > 0) expect(own.parts.reduce((sum, { count }) => sum + count, 0)).toBe(list.length);
        }
      }),
    );
  });

  test('says how much of each date and of the whole a page shows, and leads from its first page to its last', () => {
    fc.assert(
      fc.property(of, fc.integer({ min: 1, max: 20 }), (list, limit) => {
        const pages = paginate(list, '/x/', grouping, limit);
        const keyOf = (year: number, month: number | undefined) =>
          month === undefined ? `${year}` : `${year}-${month}`;
        for (const { list: own, address } of pages) {
          for (const { year, month, slugs, of: whole = slugs.length } of own.groups) {
            const byMonth = grouping === 'month' || address !== '/x/';
            const all = list.filter(({ published }) =>
              byMonth ? keyOf(published.year, published.month) === keyOf(year, month) : published.year === year,
            );
            expect(whole).toBe(all.length);
          }
        }
        const parts = pages.slice(1).map(({ address }) => address);
        const next = pages.slice(1).flatMap(({ list: own }) => own.next?.address ?? []);
        expect(next).toEqual(parts.slice(1));
        const first = pages[0]!.list;
        const shown = first.groups.flatMap(({ slugs }) => slugs).length;
        expect(first.next?.address).toBe(
          pages
            .slice(1)
            .find(({ list: own }) => own.groups.some(({ slugs }) => slugs.includes(list[shown]?.slug ?? '')))?.address,
        );
      }),
    );
  });

  test('has groups whose year and month are those of all members', () => {
    fc.assert(
      fc.property(of, fc.integer({ min: 1, max: 20 }), (list, limit) => {
        for (const { list: own } of paginate(list, '/x/', grouping, limit)) {
          for (const { year, month, slugs } of own.groups) {
            for (const slug of slugs) {
              const { published } = list.find((item) => item.slug === slug)!;
              expect(published.year).toBe(year);
              if (month !== undefined) expect(published.month).toBe(month);
            }
          }
        }
      }),
    );
  });
});

test('the first page of a long list shows its fifty newest', () => {
  const list = Array.from({ length: 60 }, (_, index) => ({
    slug: `p${index}`,
    published: { year: 2024 - (index % 2), month: 12 - Math.floor(index / 6) },
  })).sort(comparePublications);
  const [first] = paginate(list, '/x/', 'year', 55);
  expect(first!.list.groups.flatMap(({ slugs }) => slugs)).toEqual(list.slice(0, 50).map(({ slug }) => slug));
  expect(first!.list.parts).not.toEqual([]);
  const [whole] = paginate(list, '/x/', 'year', 60);
  expect(whole!.list.groups.flatMap(({ slugs }) => slugs)).toHaveLength(60);
});

test('a list whose years have pages of their own says how many of a year it shows, and leads on to that year', () => {
  const list = Array.from({ length: 120 }, (_, index) => ({
    slug: `p${index}`,
    published: { year: 2024 - Math.floor(index / 30) },
  })).sort(comparePublications);
  const { list: page } = newestPage(list, '/x/', (year) => `/years/${year}/`);
  expect(page.groups.map(({ year, slugs, of }) => [year, slugs.length, of])).toEqual([
    [2024, 30, undefined],
    [2023, 20, 30],
  ]);
  expect(page.next).toEqual({ address: '/years/2023/', year: 2023, count: 30 });
  const { list: whole } = newestPage(list.slice(0, 100), '/x/', (year) => `/years/${year}/`);
  expect(whole.groups.flatMap(({ slugs }) => slugs)).toHaveLength(100);
  expect(whole.next).toBeUndefined();
});

test('the order of publications does not depend on the order of input', () => {
  fc.assert(
    fc.property(publications, fc.infiniteStream(fc.nat()), (list, keys) => {
      const shuffled = list
        .map((item) => ({ item, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
      expect(shuffled.sort(comparePublications)).toEqual(list);
    }),
  );
});

test('within a year, dates with a month come before those without one; within a month, the same for days', () => {
  const order = (...dates: PartialDate[]) =>
    dates
      .map((published, index) => ({ slug: String(index), published }))
      .sort(comparePublications)
      .map(({ slug }) => slug)
      .join('');
  expect(order({ year: 2024 }, { year: 2024, month: 1 }, { year: 2024, month: 1, day: 2 }, { year: 2025 })).toBe(
    '3210',
  );
});
