import type { Journal, Person, Topic, Unit } from '../institute/institute.ts';
import type { Publication } from '../publication/publication.ts';

/** Everything by which search finds a publication: its record, and related content. */
export interface SearchSource {
  readonly publication: Publication;
  /** 0-based position of a contribution → the person. */
  readonly people: ReadonlyMap<number, Person>;
  /** Units that its affiliations name, and their parents. */
  readonly units: readonly Unit[];
  /** Its topics, and their parents. */
  readonly topics: readonly Topic[];
  readonly journal?: Journal;
}
