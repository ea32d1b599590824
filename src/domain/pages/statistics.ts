import type { Counted } from '../institute/named.ts';
import type { PublicationType } from '../publication/publication-type.ts';

/** Counts over all publications on the site. */
export interface Statistics {
  readonly total: number;
  readonly byYear: readonly {
    readonly year: number;
    readonly count: number;
    readonly byType: Readonly<Partial<Record<PublicationType, number>>>;
  }[];
  /** Share of open access each year: publications whose access is known, and of those the open ones. */
  readonly openByYear: readonly { readonly year: number; readonly known: number; readonly open: number }[];
  readonly journals: readonly Counted[];
  readonly journalCount: number;
  readonly units: readonly Counted[];
  readonly topics: readonly Counted[];
  /** ISO 3166-1 alpha-2 → publications with at least one affiliation there, most first. */
  readonly countries: readonly { readonly country: string; readonly count: number }[];
  readonly network: CoauthorNetwork;
}

/** Who of the institute signs with whom. */
export interface CoauthorNetwork {
  /** Those who wrote most together, at most thirty, in an order in which co-authors are near each other. */
  readonly people: readonly Counted[];
  /** 0-based positions in `people`, `from` before `to`, and the publications that both signed. */
  readonly pairs: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** People of the institute with a co-author in the institute, those that are not shown among them. */
  readonly total: number;
}
