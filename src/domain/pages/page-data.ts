import type { Entry } from '../publication/entry.ts';
import type { InstituteKind } from '../institute/institute-kinds.ts';
import type { Journal, Person, TextPage, Topic, Unit } from '../institute/institute.ts';
import type { LocalizedText } from '../languages/localized-text.ts';
import type { Counted, Named } from '../institute/named.ts';
import type { PartialDate } from '../dates/partial-date.ts';
import type { Publication, PublicationImage } from '../publication/publication.ts';
import type { PublicationContext } from '../publication/publication-context.ts';
import type { Statistics, YearCount } from './statistics.ts';

/*
 * What each page shows, as plain data. The site plan derives it, the store saves it, and a page renders only this data.
 * A page is rendered again when the digest of this data or of the templates changes.
 * Lists refer to publications by slug; `PageOf.entries` holds the entry of every slug on the page.
 */

/** Publications in site order, grouped by date, and split over several addresses if there are many. */
export interface PublicationList {
  /** Number of publications on all pages of the list. */
  readonly total: number;
  readonly groups: readonly PublicationGroup[];
  /** Locales in which the list has its own feeds: each, or only the first; absent if it has none. */
  readonly feeds?: 'each' | 'first';
  /** True if the list has an embed page, which shows its newest publications on other sites. */
  readonly embed?: boolean;
  /** All pages of the list; empty if there is only one. */
  readonly parts: readonly ListPart[];
  /**
   * Address of the list's first page without locale, such as `/people/x/`. Citation files have the same address with an
   * extension.
   */
  readonly root: string;
  /** The page that goes on where this one ends; absent on the last page. */
  readonly next?: Omit<ListPart, 'current'>;
}

export interface PublicationGroup {
  readonly year: number;
  /** 1 to 12; absent if the group is a whole year, or its publications have no month. */
  readonly month?: number;
  readonly slugs: readonly string[];
  /** Number of publications of this date in the list, where the page shows only some of them. */
  readonly of?: number;
}

export interface ListPart {
  /** Address without locale and base path, such as `/years/2024/07/`. */
  readonly address: string;
  readonly year: number;
  readonly month?: number;
  /** 1-based; present if a month, or a year without months, needs several pages. */
  readonly number?: number;
  readonly count: number;
  readonly current: boolean;
}

export interface HomePage {
  readonly kind: 'home';
  readonly total: number;
  readonly unitCount: number;
  /** True if every publication is of a unit. */
  readonly allFromUnits: boolean;
  readonly years: readonly YearCount[];
  /** The study that the page begins with, and its visual abstract. */
  readonly featured?: { readonly slug: string; readonly image?: PublicationImage };
  /** The latest month in which something came to the site: at most six publications of `count`. */
  readonly newest?: { readonly month: PartialDate; readonly slugs: readonly string[]; readonly count: number };
  /** The latest publications that are not in `newest`; with these at most six. */
  readonly latest: readonly string[];
  /** Publications with a plain-language summary besides `featured`, featured ones first; at most three. */
  readonly plain: readonly string[];
  /** Number of all publications with a plain-language summary. */
  readonly plainCount: number;
  /** Largest first, as units and people. */
  readonly topics: readonly Counted[];
  readonly units: readonly Counted[];
  /** People of the institute with the most publications. */
  readonly people: readonly Counted[];
  /** True if the index of that kind has at least one row. */
  readonly has: { readonly people: boolean; readonly journals: boolean };
}

export interface PublicationPage {
  readonly kind: 'publication';
  readonly publication: Publication;
  readonly context: PublicationContext;
}

/** `/publications/`: every year, and the newest publications, or all if there are few. */
export interface PublicationsPage {
  readonly kind: 'publications';
  readonly total: number;
  readonly years: readonly YearCount[];
  readonly list: PublicationList;
}

/** `/plain-language/`: publications with a plain-language summary in any language. */
export interface PlainLanguagePage {
  readonly kind: 'plain-language';
  readonly list: PublicationList;
}

export interface YearPage {
  readonly kind: 'year';
  readonly year: number;
  readonly month?: number;
  readonly newer?: number;
  readonly older?: number;
  readonly list: PublicationList;
}

export interface PersonPage {
  readonly kind: 'person';
  readonly person: Person;
  readonly unit?: Named;
  readonly firstYear?: number;
  readonly lastYear?: number;
  /** Newest first. */
  readonly years: readonly YearCount[];
  readonly topics: readonly Counted[];
  /** At most ten people of the institute who are co-authors, most frequent first. */
  readonly coauthors: readonly Counted[];
  readonly list: PublicationList;
}

export interface UnitPage {
  readonly kind: 'unit';
  readonly unit: Unit;
  /** At most five publications to begin with, on the first page of a long list. */
  readonly start?: readonly string[];
  /** At most eight topics of its publications, most frequent first. */
  readonly topics: readonly Counted[];
  /** Newest first. */
  readonly years: readonly YearCount[];
  readonly parents: readonly Named[];
  readonly children: readonly Counted[];
  readonly people: readonly Counted[];
  readonly list: PublicationList;
}

export interface JournalPage {
  readonly kind: 'journal';
  readonly journal: Journal;
  readonly list: PublicationList;
}

export interface TopicPage {
  readonly kind: 'topic';
  readonly topic: Topic;
  /** At most five publications to begin with, on the first page of a long list. */
  readonly start?: readonly string[];
  /** Newest first. */
  readonly years: readonly YearCount[];
  /** At most ten people of the institute who publish on it, most frequent first. */
  readonly people: readonly Counted[];
  /** At most eight topics that its publications also have, most frequent first; without those above and below it. */
  readonly related: readonly Counted[];
  readonly parents: readonly Named[];
  readonly children: readonly Counted[];
  readonly list: PublicationList;
}

/** Lists that the navigation leads to. */
export type IndexKind = 'publications' | InstituteKind | 'plain-language';

/** `/people/`, `/units/`, `/journals/`, `/topics/`. */
export interface IndexPage {
  readonly kind: 'index';
  readonly of: InstituteKind;
  readonly rows: readonly IndexRow[];
}

export interface IndexRow extends Counted {
  /** Levels below the top, for units and topics that have a parent. */
  readonly depth: number;
  /** Alumni, in the index of people. */
  readonly alumni?: boolean;
  /** Letter under which the row is sorted, as a heading shows it; only in lists without levels. */
  readonly initial?: string;
}

export interface StatisticsPage {
  readonly kind: 'statistics';
  readonly statistics: Statistics;
}

export interface SearchPage {
  readonly kind: 'search';
  readonly total: number;
  readonly years: readonly YearCount[];
}

/** `/search/help/`: how to search. */
export interface SearchHelpPage {
  readonly kind: 'search-help';
}

/** `/reading-list/`: what a reader has saved, which only the browser knows. */
export interface ReadingListPage {
  readonly kind: 'reading-list';
}

export interface TextPageData {
  readonly kind: 'text';
  readonly page: TextPage;
}

/** `/404.html`. */
export interface NotFoundPage {
  readonly kind: 'not-found';
}

/** `/people/x/embed/` and so on: a small page with the newest publications of a list, for other sites to embed. */
export interface EmbedPage {
  readonly kind: 'embed';
  /** Address of the list without locale, such as `/people/x/`. */
  readonly root: string;
  /** Whose publications these are. */
  readonly name: LocalizedText;
  /** Id of the person whose name is highlighted. */
  readonly person?: string;
  /** Number of publications in the whole list. */
  readonly total: number;
  /** The newest publications, at most ten. */
  readonly slugs: readonly string[];
}

/** An old address that redirects to the page of a publication or a person. */
export interface AliasPage {
  readonly kind: 'alias';
  readonly to: { readonly publication: string } | { readonly person: string; readonly name: string };
}

export type PageData =
  | HomePage
  | PublicationPage
  | PublicationsPage
  | YearPage
  | PlainLanguagePage
  | PersonPage
  | UnitPage
  | JournalPage
  | TopicPage
  | IndexPage
  | StatisticsPage
  | SearchPage
  | ReadingListPage
  | SearchHelpPage
  | TextPageData
  | NotFoundPage
  | EmbedPage
  | AliasPage;

export type PageKind = PageData['kind'];

/** One page as it is rendered. */
export type PageOf<Kind extends PageKind> = Extract<PageData, { kind: Kind }> & {
  /** Address without locale and base path, such as `/people/x/`; the same page exists in every locale of `locales`. */
  readonly address: string;
  /** Locales in which this address exists. */
  readonly locales: readonly string[];
  /** Entry of each publication on the page, by slug. */
  readonly entries: Readonly<Record<string, Entry>>;
};
