import type { PartialDate } from '../../domain/dates/partial-date.ts';
import { formatSourceQuery, type SourceQuery } from '../../domain/identifiers/source-query.ts';
import { fetchRecords } from '../../import/fetch/fetch-records.ts';
import { fetchSearches } from '../../import/fetch/fetch-searches.ts';
import { isIdentifier, isSearch } from '../../import/fetch/requested-identifiers.ts';
import type { Network } from '../../import/fetch/services.ts';
import type { ImportSource } from '../../import/import-publications.ts';

/** The records that identifiers and searches find: one source for all identifiers, and one for each search. */
export async function fetchSources(
  queries: readonly SourceQuery[],
  since: PartialDate | undefined,
  namesOf: (ror: string) => readonly string[],
  network: Network,
): Promise<readonly ImportSource[]> {
  const sources: ImportSource[] = [];
  const identifiers = queries.filter(isIdentifier);
  if (identifiers.length > 0) sources.push({ source: 'network', ...(await fetchRecords(identifiers, network, since)) });
  const searches = [...new Map(queries.filter(isSearch).map((one) => [formatSourceQuery(one), one])).entries()];
  for (const [source, search] of searches)
    sources.push({ source, ...(await fetchSearches([search], since, namesOf, network)) });
  return sources;
}
