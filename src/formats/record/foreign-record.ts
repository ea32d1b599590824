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
 * One publication as another program's file tells it. Texts are as they were written: identifiers are not yet checked,
 * and nothing is guessed. What has no field here stands in `notes` or `unplaced`, so that nothing is lost unseen.
 */
export interface ForeignRecord {
  /** 1-based line of the source at which the record begins. */
  readonly line: number;
  /** The source's own key: a BibTeX key, the id of a CSL item. */
  readonly key?: string;
  /** What the source calls this kind of publication, such as `JOUR` or `inproceedings`. */
  readonly kind?: string;
  readonly type?: PublicationType;
  /** BCP 47 tag, or the source's own words where they name no language that is known here. */
  readonly lang?: string;
  /** Whether titles are text in which only paired `<i> <b> <sub> <sup>` mean markup, or text in the notation of content. */
  readonly markup: 'plain' | 'content';
  readonly title?: string;
  /** Titles in other languages. */
  readonly titles: readonly ForeignText[];
  readonly authors: readonly ForeignAuthor[];
  readonly editors: readonly ForeignAuthor[];
  readonly affiliations: readonly ForeignAffiliation[];
  /** Title of the journal, book, proceedings or repository. */
  readonly container?: string;
  /** Of the journal. */
  readonly abbreviation?: string;
  readonly issn?: string;
  readonly eissn?: string;
  readonly publisher?: string;
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
  readonly trials: readonly string[];
  readonly funding: readonly Funding[];
  readonly status?: PublicationStatus;
  readonly notices: readonly Notice[];
  /** DOI or address of the other versions of the work, and of what should be cited instead. */
  readonly preprint?: string;
  readonly publishedVersion?: string;
  readonly preferred?: string;
  /** The abstract in the publication's language first. */
  readonly abstracts: readonly ForeignAbstract[];
  readonly unplaced: readonly ForeignField[];
}

/** A text and its language, where the source names one. */
export interface ForeignText {
  readonly lang?: string;
  readonly text: string;
}

export interface ForeignAuthor {
  /** `Family, Given, Suffix`, or whatever form the source prints; of a group its whole name. */
  readonly name: string;
  readonly group: boolean;
  readonly orcid?: string;
  /** 1-based numbers of the record's affiliations. */
  readonly affiliations: readonly number[];
  readonly corresponding?: boolean;
  readonly equal?: boolean;
  /** The name in other scripts, by language; `und` where none is named. */
  readonly native?: Readonly<Record<string, string>>;
}

/** An affiliation as printed, and the ROR identifier that the source gives it. */
export interface ForeignAffiliation {
  readonly name: string;
  readonly ror?: string;
}

/** An abstract. One without marked sections is a single section, whose text may hold labels such as `AIMS:`. */
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
  /** As in the source, such as `AN` or `howpublished`. */
  readonly name: string;
  readonly value: string;
  readonly line?: number;
  /**
   * `no place`: content has no field for it; `second value`: the field was already filled otherwise; `unreadable`: it
   * says something that content has a field for, but not in a form that can be read; `database`: it is about the
   * source's own record and not about the publication.
   */
  readonly reason: 'no place' | 'second value' | 'unreadable' | 'database';
}

/** What a parser found. A record that is not whole is left out, and a problem says so. */
export interface ParsedRecords {
  readonly records: readonly ForeignRecord[];
  readonly problems: readonly ForeignProblem[];
}

export interface ForeignProblem extends Fault {
  readonly severity: 'error' | 'warning';
  /** 1-based line of the source. */
  readonly line?: number;
}
