import type { LocalizedText } from '../languages/localized-text.ts';
import type { PartialDate } from '../dates/partial-date.ts';
import type { OpenAccess, PageRange, PublicationStatus } from './publication.ts';
import type { PublicationType } from './publication-type.ts';
import type { RichText } from '../text/rich-text.ts';

/** A publication as one item of a list, a search result or a feed. */
export interface Entry {
  readonly slug: string;
  readonly type: PublicationType;
  readonly lang: string;
  readonly title: RichText;
  readonly titles: Readonly<Record<string, RichText>>;
  /** The first authors, as printed: at most `firstAuthors`. */
  readonly authors: readonly EntryAuthor[];
  /** Authors after these that have a page. */
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
  /** Headline in plain language, by language. */
  readonly summaryTitle?: LocalizedText;
  /** Key messages in plain language, at least one. */
  readonly keyMessages?: readonly LocalizedText[];
}

/** What an entry takes from the file of its publication. */
export interface OwnEntry extends Omit<Entry, 'authors' | 'laterPeople' | 'authorCount' | 'cited'> {
  /** All authors, as printed. */
  readonly authors: readonly Omit<EntryAuthor, 'person'>[];
  readonly journal?: string;
  readonly cited: Omit<EntryCitation, 'journal' | 'abbreviation' | 'issn'>;
}

/** Data of a list item that reference managers read and readers do not see. */
export interface EntryCitation {
  /** At most a hundred authors, each as `Family, Given Suffix` or the name of a group. */
  readonly authors: readonly string[];
  /** True if the first author is a group. */
  readonly group?: boolean;
  /** True if the container is a journal. */
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
  /** The name in other scripts, by language. */
  readonly native?: LocalizedText;
  /** Id of the person, if the person has a page. */
  readonly person?: string;
}
