import type { Journal, Person, Topic, Unit } from '../domain/institute/institute.ts';

/** The content files besides publications, by id. */
export interface Institute {
  readonly people: ReadonlyMap<string, Person>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly journals: ReadonlyMap<string, Journal>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** Files that are there and not in the tables, as `people/x`: those with errors, and drafts that are left out. */
  readonly absent: ReadonlySet<string>;
}
