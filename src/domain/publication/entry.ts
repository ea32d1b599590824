import type { LocalizedText } from '../languages/localized-text.ts';
import type { PartialDate } from '../dates/partial-date.ts';
import type { OpenAccess, PageRange, PublicationStatus } from './publication.ts';
import type { PublicationType } from './publication-type.ts';
import type { RichText } from '../text/rich-text.ts';

/** A publication as a line in a list, a search result or a feed. */
export interface Entry {
  readonly slug: string;
  readonly type: PublicationType;
  readonly lang: string;
  readonly title: RichText;
  readonly titles: Readonly<Record<string, RichText>>;
  /** The first authors as printed, at most six. */
  readonly authors: readonly EntryAuthor[];
  /** Authors that have a file in `content/people` but stand after the sixth. */
  readonly laterPeople: readonly EntryAuthor[];
  /** Number of authors on the paper. */
  readonly authorCount: number;
  /** Title of the journal, book or repository. */
  readonly container?: string;
  readonly published: PartialDate;
  readonly openAccess?: OpenAccess;
  readonly status: PublicationStatus;
  readonly doi?: string;
  readonly cited: EntryCitation;
  /** First sentences of the plain-language summary without markup, by language. */
  readonly summary?: LocalizedText;
  /** Minutes to read the summary, at least 1. */
  readonly summaryMinutes?: number;
}

/** What a reference manager takes from a list besides what readers see of it. */
export interface EntryCitation {
  /** Each author as `Family, Given Suffix`, and groups as they are; at most a hundred. */
  readonly authors: readonly string[];
  /** True where the first author is a group. */
  readonly group?: boolean;
  /** True where the container is a journal. */
  readonly journal?: boolean;
  readonly abbreviation?: string;
  readonly issn?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: PageRange;
  readonly articleNumber?: string;
  readonly isbn?: string;
  readonly publisher?: string;
}

export interface EntryAuthor {
  readonly name: string;
  /** Id of the person, when the person has a page. */
  readonly person?: string;
}
