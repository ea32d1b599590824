import type { LocalizedText } from '../languages/localized-text.ts';
import type { BodyCode } from '../pages/body-code.ts';
import type { PartialDate } from '../dates/partial-date.ts';
import type { PersonName } from '../people/person-name.ts';
import type { PublicationType } from './publication-type.ts';
import type { RichText } from '../text/rich-text.ts';

/** One publication from its file: complete, validated, and independent of every other file. */
export interface Publication {
  /** Name of the file without `.mdx`. Part of the address, which never changes. */
  readonly slug: string;
  /** Path from the content folder, with forward slashes. */
  readonly file: string;
  readonly type: PublicationType;
  /** BCP 47 language of title and abstract. */
  readonly lang: string;
  readonly title: RichText;
  /** Translated titles by language, without `lang`. */
  readonly titles: Readonly<Record<string, RichText>>;
  readonly contributions: readonly Contribution[];
  readonly editors: readonly Contribution[];
  readonly translators: readonly Contribution[];
  readonly seriesEditors: readonly Contribution[];
  /** As on the paper. Contributions refer to them by 1-based number. */
  readonly affiliations: readonly Affiliation[];
  /** Title or id of the journal, as written. */
  readonly journal?: string;
  /** Title of the book, proceedings or repository, as written; of a thesis the institution. */
  readonly container?: string;
  /** DOI of the book or proceedings that holds the publication. */
  readonly containerDoi?: string;
  /** Only of a thesis. */
  readonly thesis?: Thesis;
  /** The congress at which a paper or poster was presented. */
  readonly event?: PublicationEvent;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: PageRange;
  readonly articleNumber?: string;
  readonly published: PartialDate;
  /** When it was first online, where that differs. */
  readonly online?: PartialDate;
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly arxiv?: string;
  readonly isbn?: string;
  readonly handle?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly place?: string;
  /** A number, or the words on the title page. */
  readonly edition?: string;
  readonly series?: string;
  readonly seriesNumber?: string;
  /** Number of the chapter in its book. */
  readonly chapter?: string;
  readonly pagesTotal?: string;
  /** Number of a report, patent or standard. */
  readonly number?: string;
  /** Version of software or data. */
  readonly version?: string;
  /** Title of the work that this publication translates. */
  readonly originalTitle?: string;
  /** When the address was last read. */
  readonly accessed?: PartialDate;
  readonly links: readonly PublicationLink[];
  readonly openAccess?: OpenAccess;
  /** SPDX identifier of a known licence; another licence as printed. */
  readonly license?: string;
  readonly copyright?: string;
  readonly keywords: readonly string[];
  /** Ids in `content/topics`. */
  readonly topics: readonly string[];
  /** MeSH descriptor identifiers, such as `D001172`. */
  readonly mesh: readonly string[];
  /** MeSH descriptor → the heading in words, for those that have one. */
  readonly meshLabels?: Readonly<Record<string, string>>;
  readonly trials: readonly TrialRegistration[];
  /** Fields of the institute's own, by their labels. */
  readonly extra?: Readonly<Record<string, LocalizedText>>;
  readonly funding: readonly Funding[];
  readonly status: PublicationStatus;
  readonly notices: readonly Notice[];
  /** The same work in its other versions: DOI or slug. */
  readonly versions: { readonly preprint?: string; readonly published?: string };
  /** `office`: the abstracts are retold by the office, and are no abstracts of the authors. */
  readonly abstractBy?: 'office';
  /** Headline in plain language. */
  readonly summaryTitle?: LocalizedText;
  /** Sentences in plain language. */
  readonly keyMessages: readonly LocalizedText[];
  /** Plain-language summary by language (`und` if not given): HTML compiled from Markdown. */
  readonly summary?: LocalizedText;
  /** One-line highlights. */
  readonly highlights: readonly RichText[];
  readonly image?: PublicationImage;
  /** The abstract in its own language first, then translations. */
  readonly abstracts: readonly Abstract[];
  /** Sections after the abstract, in order. Empty if the body is code. */
  readonly sections: readonly BodySection[];
  /** True if the body after the abstract holds components, imports or expressions. Then `code` holds it. */
  readonly hasCode: boolean;
  readonly code?: BodyCode;
  /** Paths, as written (`./figure.png`), of the files next to the publication that its page shows. */
  readonly assets: readonly string[];
  /** Cite this instead: a DOI or a slug. */
  readonly preferred?: string;
  readonly citekey: string;
  readonly aliases: readonly string[];
  readonly featured: boolean;
  readonly draft: boolean;
  readonly added?: PartialDate;
}

/** One author as printed on one paper. */
export interface Contribution {
  readonly name: PersonName;
  /** 1-based numbers of the publication's affiliations, as on the paper. */
  readonly affiliations: readonly number[];
  /** Sixteen digits in groups, such as `0000-0002-1825-0097`. */
  readonly orcid?: string;
  /** Id in `content/people`, as written. The catalog matches other authors by ORCID iD or name. */
  readonly person?: string;
  readonly corresponding: boolean;
  readonly equal: boolean;
  /** CRediT roles, such as `conceptualization`. */
  readonly roles: readonly string[];
  /** The name in other scripts, by language. */
  readonly native?: LocalizedText;
}

export interface Affiliation {
  readonly name: string;
  /** Nine characters, such as `01c4pz451`. */
  readonly ror?: string;
  /** Id in `content/units`. */
  readonly unit?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

export const thesisKinds = ['doctoral', 'professional', 'master', 'bachelor', 'habilitation', 'specialist'] as const;
export type ThesisKind = (typeof thesisKinds)[number];

export interface Thesis {
  readonly kind?: ThesisKind;
  readonly advisors: readonly Contribution[];
}

export interface PublicationEvent {
  readonly name?: string;
  readonly place?: string;
  readonly start?: PartialDate;
  readonly end?: PartialDate;
}

/** First and last page as printed: `101` and `110`, `e1002`, `S12`, `xii` and `xv`. */
export interface PageRange {
  readonly first: string;
  readonly last?: string;
  /** More pages, with the sign before them, as printed: `; appendix 690-2`, `, 7`. */
  readonly more?: string;
}

export const linkRelations = [
  'publisher',
  'pdf',
  'fulltext',
  'pubmed',
  'data',
  'code',
  'preprint',
  'supplement',
  'slides',
  'poster',
  'video',
  'press',
  'peer-review',
] as const;
export type LinkRelation = (typeof linkRelations)[number];

export interface PublicationLink {
  readonly rel: LinkRelation;
  readonly url: string;
  readonly label?: string;
  /** The file beside the publication that is published at `url`, as written. */
  readonly file?: string;
}

export const openAccessKinds = ['gold', 'diamond', 'hybrid', 'green', 'bronze', 'closed'] as const;
export type OpenAccess = (typeof openAccessKinds)[number];

export const publicationStatuses = ['published', 'corrected', 'retracted', 'concern', 'withdrawn'] as const;
export type PublicationStatus = (typeof publicationStatuses)[number];

export const abstractWriters = ['authors', 'office'] as const;

export const noticeTypes = ['correction', 'retraction', 'concern', 'withdrawal'] as const;
export type NoticeType = (typeof noticeTypes)[number];

/** A notice that a journal published about a publication. */
export interface Notice {
  readonly type: NoticeType;
  readonly date?: PartialDate;
  readonly doi?: string;
  readonly url?: string;
  readonly reason?: string;
}

export interface TrialRegistration {
  /** As the registry writes it, such as `IRCT20080728001031N29`. */
  readonly id: string;
  /** Short name of the registry, such as `IRCT`. */
  readonly registry: string;
  readonly url: string;
}

export interface Funding {
  readonly funder: string;
  readonly ror?: string;
  readonly award?: string;
}

export interface PublicationImage {
  /** Path relative to the publication's file, as written. */
  readonly src: string;
  /** A text without a language is in that of the publication. */
  readonly alt: LocalizedText;
  readonly caption?: LocalizedText;
  readonly credit?: LocalizedText;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** An abstract in one language. An unstructured one has a single section without a label. */
export interface Abstract {
  readonly lang: string;
  readonly sections: readonly AbstractSection[];
}

export interface AbstractSection {
  readonly label?: string;
  readonly html: string;
  /** Paragraphs without markup, separated by a line feed. */
  readonly text: string;
}

/** A part of the body under a `##` heading. */
export interface BodySection {
  readonly heading: string;
  /** Fragment of the address, unique in the page. */
  readonly id: string;
  readonly html: string;
}
