import type { Journal, Person, Topic, Unit } from '../domain/institute/institute.ts';

/** The content files besides publications, by id. */
export interface Institute {
  readonly people: ReadonlyMap<string, Person>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly journals: ReadonlyMap<string, Journal>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** Files that exist but are not in the catalog, such as `people/x`: files with errors, and drafts. */
  readonly excluded: ReadonlySet<string>;
}
