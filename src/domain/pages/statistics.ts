import type { Counted } from '../institute/named.ts';
import type { PublicationType } from '../publication/publication-type.ts';

export interface YearCount {
  readonly year: number;
  readonly count: number;
}

/** Counts over all publications on the site. */
export interface Statistics {
  readonly total: number;
  readonly byYear: readonly {
    readonly year: number;
    readonly count: number;
    readonly byType: Readonly<Partial<Record<PublicationType, number>>>;
  }[];
  /** Open access per year: the number of publications whose access is known, and how many of them are open. */
  readonly openByYear: readonly { readonly year: number; readonly known: number; readonly open: number }[];
  readonly journals: readonly Counted[];
  readonly journalCount: number;
  readonly units: readonly Counted[];
  readonly topics: readonly Counted[];
  /** Publications of each year on the largest topics, at most six, largest first. */
  readonly topicYears: readonly (Counted & { readonly years: readonly YearCount[] })[];
  /** ISO 3166-1 alpha-2 code, and the number of publications with an affiliation there; highest first. */
  readonly countries: readonly { readonly country: string; readonly count: number }[];
  readonly network: CoauthorNetwork;
}

/** Co-authorship between people of the institute. */
export interface CoauthorNetwork {
  /** At most thirty people with the most co-authored publications, ordered so that co-authors are near each other. */
  readonly people: readonly Counted[];
  /** 0-based positions in `people`, `from` before `to`, and the number of publications by both. */
  readonly pairs: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Number of all people with a co-author in the institute, also of those that are not in `people`. */
  readonly total: number;
}
