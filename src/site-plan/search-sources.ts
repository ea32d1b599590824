import type { Publication } from '../domain/publication/publication.ts';
import type { SearchSource } from '../domain/pages/search-source.ts';
import { withAncestors, type Catalog } from '../catalog/build-catalog.ts';

/**
 * Every publication with all data by which it can be found. The oldest comes first: new publications are added at the end,
 * so that the index files of older ones do not change. `recordOf` returns the JSON of a record.
 */
export function* searchSources(catalog: Catalog, recordOf: (slug: string) => string): Generator<SearchSource> {
  const { people, units, topics } = catalog.institute;
  for (const { slug } of catalog.publications.toReversed()) {
    const references = catalog.references.get(slug)!;
    const found = <Row>(ids: readonly string[], rows: ReadonlyMap<string, Row & { readonly parent?: string }>) =>
      [...new Set(ids.flatMap((id) => withAncestors(id, rows)))].map((id) => rows.get(id)!);
    yield {
      publication: JSON.parse(recordOf(slug)) as Publication,
      people: new Map([...references.people].map(([position, id]) => [position, people.get(id)!])),
      units: found(references.units, units),
      topics: found(references.topics, topics),
      ...(references.journal ? { journal: references.journal } : {}),
    };
  }
}

/**
 * A text that changes exactly when the result of {@link searchSources} changes. `digestOf` returns the digest of a
 * content file.
 */
export function searchState(catalog: Catalog, digestOf: (file: string) => string): string {
  const { people, units, topics } = catalog.institute;
  return JSON.stringify([
    catalog.publications.map(({ slug, file }) => {
      const { people: persons, units: own, topics: about, journal } = catalog.references.get(slug)!;
      return [slug, digestOf(file), [...persons], own, about, journal?.id];
    }),
    [people, units, topics, catalog.journals].map((rows) => [...rows.values()]),
  ]);
}
