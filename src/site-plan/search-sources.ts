import type { Publication } from '../domain/publication/publication.ts';
import type { SearchSource } from '../domain/pages/search-source.ts';
import { journalOf, withAncestors, type Catalog } from '../catalog/build-catalog.ts';

/**
 * Every publication with all data by which it can be found. The oldest comes first: new publications are added at the end,
 * so that the index files of older ones do not change. `recordOf` returns the JSON of a record.
 */
export function* searchSources(catalog: Catalog, recordOf: (slug: string) => string): Generator<SearchSource> {
  const { people, units, topics } = catalog.institute;
  for (const publication of catalog.publications.toReversed()) {
    const journal = journalOf(publication, catalog);
    const found = <Row>(ids: readonly string[], rows: ReadonlyMap<string, Row & { readonly parent?: string }>) =>
      [...new Set(ids.flatMap((id) => withAncestors(id, rows)))].map((id) => rows.get(id)!);
    yield {
      publication: JSON.parse(recordOf(publication.slug)) as Publication,
      people: new Map([...publication.people].map(([position, id]) => [position, people.get(id)!])),
      units: found(publication.units, units),
      topics: found(publication.topics, topics),
      ...(journal ? { journal } : {}),
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
    catalog.publications.map((publication) => {
      const { slug, file } = publication;
      const refersTo = [[...publication.people], publication.units, publication.topics];
      return [slug, digestOf(file), ...refersTo, journalOf(publication, catalog)?.id];
    }),
    [people, units, topics, catalog.journals].map((rows) => [...rows.values()]),
  ]);
}
