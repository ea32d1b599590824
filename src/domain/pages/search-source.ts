import type { Journal, Person, Topic, Unit } from '../institute/institute.ts';
import type { Publication } from '../publication/publication.ts';

/** All that one publication can be found by: its record, and what the rest of the content says about it. */
export interface SearchSource {
  readonly publication: Publication;
  /** 0-based position of a contribution → the person. */
  readonly people: ReadonlyMap<number, Person>;
  /** Those that its affiliations name, with the units that they belong to. */
  readonly units: readonly Unit[];
  /** Its own, with the broader ones. */
  readonly topics: readonly Topic[];
  readonly journal?: Journal;
}
