import type { ForeignField } from '../../formats/record/foreign-record.ts';
import type { AffiliationField, ContributionField } from '../../schemas/byline.ts';
import type { PublicationField } from '../../schemas/publication.ts';

/** A publication before it is written to a file: fields in file order, and the abstract as Markdown. */
export interface Draft {
  /** File name or address of the source. */
  readonly source: string;
  /** 1-based line of the record in the source. */
  readonly line: number;
  readonly fields: DraftFields;
  readonly body: string;
  /** Data of the source that the file cannot hold. */
  readonly unplaced: readonly ForeignField[];
  /** Data of the journal, for a file of its own. */
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
