import { describe, expect, test } from 'vitest';
import { divideJobs, type DividedJob } from '../../../../src/rendering/shards/divide-jobs.ts';

const publications = (count: number): DividedJob[] =>
  Array.from({ length: count }, (_, index) => ({ address: `/publications/p${index}/`, kind: 'publication' }));

const lists: readonly DividedJob[] = Array.from({ length: 40 }, (_, index) => [
  { address: `/people/p${index}/`, kind: 'person' },
  { address: `/people/p${index}/2024/`, kind: 'person' },
  { address: `/people/p${index}.bib`, kind: 'citations' },
  { address: `/people/p${index}.csl.json`, kind: 'citations' },
]).flat();

const noSearch = { searched: 0, shown: new Map<string, number>() };

const divide = (jobs: readonly DividedJob[], of: number, options: typeof noSearch) =>
  divideJobs(jobs, of, { ...options, pages: jobs.filter(({ kind }) => kind === 'publication').length });

/** Number of jobs in each part. */
function sizes(jobs: readonly DividedJob[], of: number, options = noSearch): number[] {
  const { partOf } = divide(jobs, of, options);
  const counts = Array.from({ length: of }, () => 0);
  for (const job of jobs) counts[partOf(job) - 1]! += 1;
  return counts;
}

describe('the parts of a site', () => {
  test.each([1, 2, 3, 8, 20])('are of one size, where there are %i', (of) => {
    const jobs = [...publications(4000), ...lists];
    const counts = sizes(jobs, of);
    expect(counts.reduce((sum, count) => sum + count)).toBe(jobs.length);
    expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(1.25);
  });

  test('may be more than the pages', () => {
    const jobs = [...publications(3), ...lists.slice(0, 4)];
    expect(sizes(jobs, 50).reduce((sum, count) => sum + count)).toBe(jobs.length);
  });

  test('have whole lists, the largest in different parts', () => {
    const shown = new Map([
      ['/people/p1.bib', 2_000_000],
      ['/people/p2.bib', 2_000_000],
    ]);
    const jobs = [...publications(400), ...lists];
    const { partOf } = divide(jobs, 4, { searched: 0, shown });
    for (const job of lists) {
      const root = /^\/people\/p\d+/.exec(job.address)![0];
      expect(partOf(job)).toBe(partOf({ address: `${root}/`, kind: 'person' }));
    }
    expect(partOf(lists[4]!)).not.toBe(partOf(lists[8]!));
    expect(sizes(jobs, 4, { searched: 0, shown })[partOf(lists[4]!) - 1]).toBeLessThan(150);
  });

  test('have fewer pages where the search is made', () => {
    const jobs = publications(4000);
    const options = { searched: 1000, shown: new Map<string, number>() };
    const { search } = divide(jobs, 4, options);
    const counts = sizes(jobs, 4, options);
    const own = counts[search - 1]!;
    expect(own).toBeLessThan(0.65 * Math.max(...counts));
    expect(own).toBeGreaterThan(0);
    expect(sizes(jobs, 4, { ...options, searched: 1e6 })[search - 1]).toBe(0);
  });

  test('keep nearly all publications when some are added', () => {
    const before = divide(publications(4000), 8, noSearch);
    const after = divide([...publications(4040), ...lists], 8, noSearch);
    const moved = publications(4000).filter((job) => before.partOf(job) !== after.partOf(job));
    expect(moved.length).toBeLessThan(40);
  });
});
