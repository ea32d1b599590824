import type { PartialDate } from '../dates/partial-date.ts';
import type { OpenAccess, Publication, PublicationImage, PublicationLink, PublicationStatus } from './publication.ts';
import type { PublicationType } from './publication-type.ts';
import type { ReferenceNeedName } from './reference-needs.ts';
import type { RichText } from '../text/rich-text.ts';

/**
 * Data of a publication by which the catalog connects it with others. The whole record, and what lists show (`OwnEntry`), stay
 * on disk, so that many publications fit in memory.
 */
export interface PublicationSummary {
  readonly slug: string;
  readonly file: string;
  readonly type: PublicationType;
  readonly title: RichText;
  /** See `titleKey`; for finding duplicates. */
  readonly titleKey: string;
  readonly authors: readonly SummaryAuthor[];
  readonly affiliations: readonly { readonly name: string; readonly unit?: string }[];
  /** Distinct ISO 3166-1 alpha-2 codes of the affiliations. */
  readonly countries: readonly string[];
  readonly journal?: string;
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
  /** What it has in plain language. */
  readonly plain?: readonly ('summary' | 'headline' | 'messages')[];
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
  /** See `nameKey`. Absent for a group. */
  readonly key?: string;
  readonly orcid?: string;
  readonly person?: string;
}
