import type { ForeignField } from '../../formats/record/foreign-record.ts';
import type { AffiliationField, ContributionField } from '../../schemas/byline.ts';
import type { PublicationField } from '../../schemas/publication.ts';

/** A publication as a file will hold it: fields in the order in which they are written, and the abstract as Markdown. */
export interface Draft {
  /** Where the record came from: the name of the file or address, and the line. */
  readonly source: string;
  readonly line: number;
  readonly fields: DraftFields;
  readonly body: string;
  /** What the source says and the file does not. */
  readonly unplaced: readonly ForeignField[];
  /** Of the journal, for which there may be a file of its own. */
  readonly journal?: DraftJournal;
}

export type DraftValue = string | number | boolean | readonly DraftValue[] | { readonly [name: string]: DraftValue };
/** Keys are those of the schema; each value is as it is written. */
export type DraftFields = { readonly [Field in PublicationField]?: DraftValue } & {
  readonly authors?: readonly DraftContribution[];
  readonly affiliations?: readonly DraftAffiliation[];
};

/** An author, or the name alone. */
export type DraftContribution = string | { readonly [Field in ContributionField]?: DraftValue };
export type DraftAffiliation = string | { readonly [Field in AffiliationField]?: DraftValue };

export interface DraftJournal {
  readonly title: string;
  readonly abbreviation?: string;
  readonly issn?: string;
  readonly eissn?: string;
  readonly publisher?: string;
}
