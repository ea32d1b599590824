import { numbersOf, yearsOf, type Facet, type FacetName, type SearchDocuments } from './search-data.ts';

/** The filters of a search: first and last year, and for each facet the ids of its values, of which one must match. */
export interface Chosen {
  readonly from?: number;
  readonly to?: number;
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>;
}

/** The publications that match all filters, and counts for the values of each facet. */
export interface Counts {
  /** Numbers of the publications that match all filters, in the given order. */
  readonly documents: readonly number[];
  readonly years: ReadonlyMap<number, number>;
  of(facet: Facet, name: FacetName): ReadonlyMap<string, number>;
}

/**
 * Filters publications and counts them by the values of facets. The count of a value ignores the filter of its own facet,
 * so it is the number of publications that this value adds to the result.
 */
export function countFacets(
  found: readonly number[],
  documents: SearchDocuments,
  facets: ReadonlyMap<FacetName, Facet>,
  { from, to, facets: chosen }: Chosen,
): Counts {
  const years = yearsOf(documents);
  // For each publication: the number of filters that it does not match, and the number of one of them (0: the years).
  const failed = new Uint8Array(documents.total);
  const failing = new Uint8Array(documents.total);
  const names = [...facets.keys()];
  const fail = (document: number, number: number) => {
    failed[document]! += 1;
    failing[document] = number;
  };
  for (const document of found) {
    const year = years[document]!;
    if ((from !== undefined && year < from) || (to !== undefined && year > to)) fail(document, 0);
  }
  for (const [index, name] of names.entries()) {
    const ids = chosen[name] ?? [];
    if (ids.length === 0) continue;
    const has = new Uint8Array(documents.total);
    for (const { id, documents: own } of facets.get(name)!)
      if (ids.includes(id)) for (const document of numbersOf(own)) has[document] = 1;
    for (const document of found) if (has[document] === 0) fail(document, index + 1);
  }
  const inQuery = new Uint8Array(documents.total);
  for (const document of found) inQuery[document] = 1;
  const counts = (document: number, number: number): boolean =>
    inQuery[document] === 1 && (failed[document] === 0 || (failed[document] === 1 && failing[document] === number));
  const byYear = new Map<number, number>();
  for (const document of found)
    if (counts(document, 0)) byYear.set(years[document]!, (byYear.get(years[document]!) ?? 0) + 1);
  return {
    documents: found.filter((document) => failed[document] === 0),
    years: byYear,
    of(facet, name) {
      const number = names.indexOf(name) + 1;
      return new Map(
        facet.map(({ id, documents: own }) => {
          let count = 0;
          for (const document of numbersOf(own)) if (counts(document, number)) count += 1;
          return [id, count];
        }),
      );
    },
  };
}
