import type { Facet, FacetName, SearchDocuments } from './search-data.ts';

/** What a reader has chosen: years from and to, and for each facet the ids of values of which one is enough. */
export interface Chosen {
  readonly from?: number;
  readonly to?: number;
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>;
}

/** Publications that are left, and for each facet how many each value would give. */
export interface Counts {
  /** Those of the given ones that have all that was chosen, in their order. */
  readonly documents: readonly number[];
  readonly years: ReadonlyMap<number, number>;
  of(facet: Facet, name: FacetName): ReadonlyMap<string, number>;
}

/**
 * Filters publications and counts what is left. A value is counted as if nothing were chosen in its own facet, so a
 * count tells what one more choice there would add.
 */
export function countFacets(
  found: readonly number[],
  documents: SearchDocuments,
  facets: ReadonlyMap<FacetName, Facet>,
  { from, to, facets: chosen }: Chosen,
): Counts {
  const years = yearsOf(documents);
  // For each publication how many of the chosen facets it fails, and one of those; 0 is the years.
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

/** Numbers of publications from the distances between them. */
function* numbersOf(distances: readonly number[]): Generator<number> {
  let number = 0;
  for (const distance of distances) yield (number += distance);
}

/** Year of each publication. */
function yearsOf({ years, total }: SearchDocuments): Uint16Array {
  const all = new Uint16Array(total);
  let start = 0;
  for (const [year, count] of years) all.fill(year, start, (start += count));
  return all;
}
