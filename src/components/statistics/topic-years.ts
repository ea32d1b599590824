import type { Counted } from '../../domain/institute/named.ts';
import type { Statistics } from '../../domain/pages/statistics.ts';

/** Years that the small charts of topics have room for. */
const mostYears = 20;
/** Years that count as the latest. */
const latestYears = 5;

/** First and last year of the charts: the latest twenty at most. */
export function shownYears(byYear: Statistics['byYear']): readonly [number?, number?] {
  const [first, last] = [byYear[0]?.year, byYear.at(-1)?.year];
  return first === undefined || last === undefined ? [] : [Math.max(first, last - mostYears + 1), last];
}

/** The topic with the most publications in the latest five years. */
export function latestTopic({ byYear, topicYears }: Pick<Statistics, 'byYear' | 'topicYears'>):
  | (Pick<Counted, 'name' | 'count'> & {
      readonly from: number;
      readonly to: number;
      /** True if no other topic has as many. */
      readonly leads: boolean;
    })
  | undefined {
  const to = byYear.at(-1)?.year;
  if (to === undefined) return undefined;
  const from = Math.max(to - latestYears + 1, byYear[0]!.year);
  const [latest, next] = topicYears
    .map(({ name, years }) => ({
      name,
      from,
      to,
      count: years.reduce((sum, { year, count }) => (year >= from ? sum + count : sum), 0),
    }))
    .toSorted((a, b) => b.count - a.count);
  return latest && latest.count > 0 ? { ...latest, leads: latest.count !== next?.count } : undefined;
}
