import { describe, expect, test } from 'vitest';
import type { ConnectedPublication } from '../../../src/catalog/connect-publication.ts';
import { offeredFormats } from '../../../src/formats/written-formats.ts';
import { paginate } from '../../../src/site-plan/publication-lists.ts';
import { planCitationFiles, type CitationSources } from '../../../src/site-plan/citation-file-rows.ts';

const formats = offeredFormats(['bibtex', 'ris']);
const publications = [
  ...Array.from({ length: 5 }, (_, index) => of(`new-${index}`, 2024, 1 + (index % 2))),
  ...Array.from({ length: 3 }, (_, index) => of(`old-${index}`, 2020, 6)),
] as unknown as ConnectedPublication[];
function of(slug: string, year: number, month: number) {
  return { slug, published: { year, month } };
}
const sources: CitationSources = {
  withheldOf: (slug) => (slug === 'old-1' ? ['ris'] : []),
  citationBytesOf: (slug, format) => (slug === 'old-1' && format === 'ris' ? 0 : 100),
  frameBytesOf: (_, { count }) => count,
};

/** Eight publications of 200 bytes each, but for one of 100. `split`: in bytes. */
function plan(split: number, changes: Partial<CitationSources> = {}) {
  return planCitationFiles(
    {
      site: { formats, features: { bulk: { split: split / 1e6, archive: false } } },
      publications,
      byYear: Map.groupBy(publications, ({ published }) => published.year),
    } as unknown as Parameters<typeof planCitationFiles>[0],
    { ...sources, ...changes },
  );
}
const year = publications.filter(({ published }) => published.year === 2024);
const filesOf = (planned: ReturnType<typeof plan>, root: string, own: readonly ConnectedPublication[], limit = 100) =>
  planned.filesOf(root, own, paginate(own, root, root.startsWith('/years/') ? 'month' : 'year', limit));

describe('a list up to the size', () => {
  test('has one file in each format, with its publications, its size, and without those that are withheld', () => {
    const { rows } = filesOf(plan(1500), '/people/x/', publications);
    expect(
      rows.map(({ address, data, slugs }) => [address, data.kind, slugs.length, 'bytes' in data && data.bytes]),
    ).toEqual([
      ['/people/x.bib', 'citations', 8, 808],
      ['/people/x.ris', 'citations', 7, 707],
    ]);
  });

  test('keeps its files where its pages have parts', () => {
    const { rows, shown } = filesOf(plan(1500), '/people/x/', publications, 2);
    expect(rows.map(({ address }) => address)).toEqual(['/people/x.bib', '/people/x.ris']);
    expect(new Set(shown.values()).size).toBe(1);
  });
});

describe('a list above the size', () => {
  test('has its files beside the pages of its parts, and at the old addresses where they are', () => {
    const { rows } = filesOf(plan(1499), '/people/x/', publications, 5);
    expect(rows.map(({ address, data, slugs }) => [address, data.kind, slugs.length])).toEqual([
      ['/people/x.bib', 'citation-parts', 0],
      ['/people/x.ris', 'citation-parts', 0],
      ['/people/x/2024.bib', 'citations', 5],
      ['/people/x/2024.ris', 'citations', 5],
      ['/people/x/2020.bib', 'citations', 3],
      ['/people/x/2020.ris', 'citations', 2],
    ]);
    expect(rows[0]!.data).toMatchObject({
      count: 8,
      parts: [
        { address: '/people/x/2024/', year: 2024, count: 5 },
        { address: '/people/x/2020/', year: 2020, count: 3 },
      ],
    });
  });

  test('with one page keeps its files, because there are no parts', () => {
    expect(filesOf(plan(1), '/people/x/', publications).rows.map(({ data }) => data.kind)).toEqual([
      'citations',
      'citations',
    ]);
  });

  test('of all publications has the years as its parts, and adds no file for them', () => {
    const { rows } = filesOf(plan(1499), '/publications/', publications);
    expect(rows.map(({ address, data }) => [address, data.kind])).toEqual([
      ['/publications.bib', 'citation-parts'],
      ['/publications.ris', 'citation-parts'],
    ]);
    expect(rows[0]!.data).toMatchObject({
      parts: [
        { address: '/years/2024/', year: 2024, count: 5 },
        { address: '/years/2020/', year: 2020, count: 3 },
      ],
    });
  });

  test('of all publications also divides the years that have several pages', () => {
    expect(filesOf(plan(1499), '/years/2024/', year, 3).rows.map(({ address }) => address)).toEqual([
      '/years/2024.bib',
      '/years/2024.ris',
      '/years/2024/01.bib',
      '/years/2024/01.ris',
      '/years/2024/02.bib',
      '/years/2024/02.ris',
    ]);
    expect(filesOf(plan(1500), '/years/2024/', year, 3).rows).toHaveLength(2);
  });
});

describe('one changed citation', () => {
  test('changes the files of its part alone', () => {
    const showing = filesOf(plan(1), '/people/x/', publications, 5).rows.filter(({ slugs }) => slugs.includes('old-0'));
    expect(showing.map(({ address }) => address)).toEqual(['/people/x/2020.bib', '/people/x/2020.ris']);
  });

  test('changes what a page shows where a size changes in the digits that are shown, and only there', () => {
    const shownAt = (bytes: number) =>
      filesOf(
        plan(1e9, { citationBytesOf: () => bytes / 8, frameBytesOf: () => 0, withheldOf: () => [] }),
        '/x/',
        publications,
      ).shown.get('/x/');
    expect(shownAt(4_448_000)).toBe(shownAt(4_440_000));
    expect(shownAt(4_448_000)).not.toBe(shownAt(4_456_000));
    expect(shownAt(44_480_000)).toBe(shownAt(44_400_000));
    expect(shownAt(44_480_000)).not.toBe(shownAt(44_560_000));
    expect(shownAt(800)).not.toBe(shownAt(808));
  });
});
