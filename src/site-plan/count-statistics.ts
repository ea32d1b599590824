import type { Counted } from '../domain/institute/named.ts';
import type { CoauthorNetwork, Statistics } from '../domain/pages/statistics.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';
import { compareText } from '../domain/problems/problem.ts';
import type { ConnectedPublication } from '../catalog/connect-publication.ts';

export interface CountedLists {
  readonly journals: readonly Counted[];
  readonly units: readonly Counted[];
  readonly topics: readonly Counted[];
  readonly topicYears: Statistics['topicYears'];
  readonly network: CoauthorNetwork;
}

/** Statistics of the publications of the site. Each publication counts once in each figure. */
export function countStatistics(publications: readonly ConnectedPublication[], lists: CountedLists): Statistics {
  const years = [...Map.groupBy(publications, ({ published }) => published.year)].sort(([a], [b]) => a - b);
  const countries = new Map<string, number>();
  for (const { countries: own } of publications)
    for (const country of own) countries.set(country, (countries.get(country) ?? 0) + 1);
  return {
    total: publications.length,
    byYear: years.map(([year, own]) => ({ year, count: own.length, byType: countTypes(own) })),
    openByYear: years.map(([year, own]) => {
      const known = own.filter(({ openAccess }) => openAccess !== undefined);
      return { year, known: known.length, open: known.filter(({ openAccess }) => openAccess !== 'closed').length };
    }),
    journals: largest(lists.journals, 12),
    journalCount: lists.journals.length,
    units: largest(lists.units, 12),
    topics: largest(lists.topics, 12),
    topicYears: lists.topicYears,
    countries: [...countries]
      .map(([country, count]) => ({ country, count }))
      .sort((a, b) => b.count - a.count || compareText(a.country, b.country)),
    network: lists.network,
  };
}

function countTypes(publications: readonly ConnectedPublication[]): Partial<Record<PublicationType, number>> {
  const counts: Partial<Record<PublicationType, number>> = {};
  for (const { type } of publications) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** The rows with the highest counts; rows with equal counts in the order of their ids. */
export const largest = (rows: readonly Counted[], limit: number): Counted[] =>
  [...rows].sort((a, b) => b.count - a.count || compareText(a.id, b.id)).slice(0, limit);
