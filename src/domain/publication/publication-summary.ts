import type { LocalizedText } from '../languages/localized-text.ts';
import type { EntryCitation } from './entry.ts';
import type { PartialDate } from '../dates/partial-date.ts';
import type { OpenAccess, Publication, PublicationImage, PublicationLink, PublicationStatus } from './publication.ts';
import type { PublicationType } from './publication-type.ts';
import type { ReferenceNeedName } from './reference-needs.ts';
import type { RichText } from '../text/rich-text.ts';

/**
 * Data of a publication that the catalog keeps in memory to connect it with others. The whole record stays on disk, so
 * that a hundred thousand publications fit in memory.
 */
export interface PublicationSummary {
  readonly slug: string;
  readonly file: string;
  readonly type: PublicationType;
  readonly lang: string;
  readonly title: RichText;
  readonly titles: Readonly<Record<string, RichText>>;
  /** See `titleKey`; for finding duplicates. */
  readonly titleKey: string;
  readonly authors: readonly SummaryAuthor[];
  readonly cited: Omit<EntryCitation, 'journal' | 'abbreviation' | 'issn'>;
  readonly affiliations: readonly { readonly name: string; readonly unit?: string }[];
  /** Distinct ISO 3166-1 alpha-2 codes of the affiliations. */
  readonly countries: readonly string[];
  readonly journal?: string;
  /** Title of the book, proceedings or repository, or without one the name of the congress. */
  readonly container?: string;
  readonly published: PartialDate;
  readonly openAccess?: OpenAccess;
  readonly status: PublicationStatus;
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly topics: readonly string[];
  /** MeSH descriptors, separated by spaces: one string needs less memory than a list. */
  readonly mesh?: string;
  readonly keywords: readonly string[];
  readonly versions: Publication['versions'];
  readonly preferred?: string;
  readonly citekey: string;
  readonly aliases: readonly string[];
  readonly featured: boolean;
  readonly draft: boolean;
  readonly added?: PartialDate;
  /** Date of the latest notice that has one. */
  readonly noticed?: PartialDate;
  /** First sentences of the plain-language summary without markup, by language. */
  readonly summary?: LocalizedText;
  readonly summaryMinutes?: number;
  /** Headline in plain language, by language. */
  readonly summaryTitle?: LocalizedText;
  /** Key messages in plain language, at least one. */
  readonly keyMessages?: readonly LocalizedText[];
  /** The visual abstract. Its width and height are not known here. */
  readonly image?: PublicationImage;
  /** Paths, as written, of the files next to the publication that its page shows. */
  readonly assets: readonly string[];
  readonly hasCode: boolean;
  /** Data that references to it need and that its record lacks. */
  readonly lacks?: readonly ReferenceNeedName[];
  /** Its links that are files beside it. */
  readonly files?: readonly PublicationLink[];
}

export interface SummaryAuthor {
  readonly name: string;
  /** See `nameKey`. Absent for a group. */
  readonly key?: string;
  readonly orcid?: string;
  readonly person?: string;
  /** The name in other scripts, by language. */
  readonly native?: LocalizedText;
}
