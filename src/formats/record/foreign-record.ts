import type { Fault } from '../../domain/problems/problem.ts';
import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type {
  Funding,
  LinkRelation,
  Notice,
  OpenAccess,
  PageRange,
  PublicationStatus,
} from '../../domain/publication/publication.ts';
import type { PublicationType } from '../../domain/publication/publication-type.ts';

/**
 * One publication from a file of another program. Texts are as written, identifiers are not checked yet, and nothing is
 * guessed. Data without a field here is in `unplaced`, so that the report shows it.
 */
export interface ForeignRecord {
  /** 1-based line of the source at which the record begins. */
  readonly line: number;
  /** Key in the source: a BibTeX key, the id of a CSL item. */
  readonly key?: string;
  /** Type in the source, such as `JOUR` or `inproceedings`. */
  readonly kind?: string;
  readonly type?: PublicationType;
  /** BCP 47 tag, or the text of the source if the language is unknown. */
  readonly lang?: string;
  /**
   * `plain`: in titles only paired `<i> <b> <sub> <sup>` are markup; `content`: titles are written as in content files.
   */
  readonly markup: 'plain' | 'content';
  readonly title?: string;
  /** Titles in other languages. */
  readonly titles: readonly ForeignText[];
  readonly authors: readonly ForeignAuthor[];
  readonly editors: readonly ForeignAuthor[];
  readonly translators: readonly ForeignAuthor[];
  readonly seriesEditors: readonly ForeignAuthor[];
  readonly advisors: readonly ForeignAuthor[];
  readonly affiliations: readonly ForeignAffiliation[];
  /** Title of the journal, book, proceedings or repository. */
  readonly container?: string;
  /** Abbreviated title of the journal. */
  readonly abbreviation?: string;
  readonly issn?: string;
  readonly eissn?: string;
  readonly publisher?: string;
  readonly edition?: string;
  readonly series?: string;
  readonly seriesNumber?: string;
  readonly place?: string;
  readonly pagesTotal?: string;
  readonly chapter?: string;
  readonly number?: string;
  readonly version?: string;
  readonly originalTitle?: string;
  /** A date as in content files. */
  readonly accessed?: string;
  /** The kind of a thesis in the words of the source. */
  readonly thesisKind?: string;
  readonly eventName?: string;
  readonly eventPlace?: string;
  /** `2024-05-02`, or `2024-05-02/2024-05-04`. */
  readonly eventDate?: string;
  /** When it was first online: a date as in content files. */
  readonly online?: string;
  /** DOI of the book or proceedings that holds the publication. */
  readonly containerDoi?: string;
  /** The date in another calendar, and the name of the calendar: `1402-05-12 (persian)`. */
  readonly printedDate?: string;
  /** An abstract that the office of another site has retold. */
  readonly officeSummary?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: PageRange;
  readonly articleNumber?: string;
  readonly published?: PartialDate;
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly arxiv?: string;
  readonly isbn?: string;
  readonly handle?: string;
  readonly url?: string;
  readonly links: readonly ForeignLink[];
  readonly openAccess?: OpenAccess;
  readonly license?: string;
  readonly copyright?: string;
  readonly keywords: readonly string[];
  /** MeSH descriptor numbers. */
  readonly mesh: readonly string[];
  /** MeSH descriptor number → the heading in words. */
  readonly meshLabels?: Readonly<Record<string, string>>;
  readonly trials: readonly string[];
  readonly funding: readonly Funding[];
  readonly status?: PublicationStatus;
  readonly notices: readonly Notice[];
  /** DOI or address of the preprint. */
  readonly preprint?: string;
  /** DOI or address of the published version of a preprint. */
  readonly publishedVersion?: string;
  /** DOI or address of the publication to cite instead. */
  readonly preferred?: string;
  /** The abstract in the publication's language first. */
  readonly abstracts: readonly ForeignAbstract[];
  readonly unplaced: readonly ForeignField[];
}

/** A text, and its language if the source has one. */
export interface ForeignText {
  readonly lang?: string;
  readonly text: string;
}

export interface ForeignAuthor {
  /** `Family, Given, Suffix`, or the form in the source; for a group its name. */
  readonly name: string;
  readonly group: boolean;
  readonly orcid?: string;
  /** 1-based numbers of the record's affiliations. */
  readonly affiliations: readonly number[];
  readonly corresponding?: boolean;
  readonly equal?: boolean;
  /** The name in other scripts, by language; `und` if the language is unknown. */
  readonly native?: Readonly<Record<string, string>>;
}

/** An affiliation as printed, and its ROR identifier in the source. */
export interface ForeignAffiliation {
  readonly name: string;
  readonly ror?: string;
}

/** An abstract. Without marked sections it is one section, whose text may hold labels such as `AIMS:`. */
export interface ForeignAbstract {
  readonly lang?: string;
  readonly sections: readonly { readonly label?: string; readonly text: string }[];
}

export interface ForeignLink {
  readonly rel?: LinkRelation;
  readonly url: string;
}

/** A field of the source that did not become part of the publication. */
export interface ForeignField {
  /** Name in the source, such as `AN` or `howpublished`. */
  readonly name: string;
  readonly value: string;
  readonly line?: number;
  /**
   * `no place`: content has no field for it; `second value`: the field already has another value; `unreadable`: content
   * has a field for it, but the value cannot be parsed; `database`: it is about the record in the source, not about the
   * publication; `placeholder`: the source writes it where it has no value, such as `n/a`.
   */
  readonly reason: 'no place' | 'second value' | 'unreadable' | 'database' | 'placeholder';
}

/** Result of a parser. An incomplete record is skipped and reported as a problem. */
export interface ParsedRecords {
  readonly records: readonly ForeignRecord[];
  readonly problems: readonly ForeignProblem[];
}

export interface ForeignProblem extends Fault {
  readonly severity: 'error' | 'warning';
  /** 1-based line of the source. */
  readonly line?: number;
}
