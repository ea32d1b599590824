import type { ForeignField } from '../../formats/record/foreign-record.ts';

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
export type DraftFields = Readonly<Record<string, DraftValue>>;

export interface DraftJournal {
  readonly title: string;
  readonly abbreviation?: string;
  readonly issn?: string;
  readonly eissn?: string;
  readonly publisher?: string;
}

/** Order of the keys in a new file. */
export const fieldOrder = [
  'title',
  'type',
  'lang',
  'authors',
  'affiliations',
  'journal',
  'container',
  'volume',
  'issue',
  'pages',
  'articleNumber',
  'publisher',
  'published',
  'doi',
  'pmid',
  'pmcid',
  'arxiv',
  'isbn',
  'handle',
  'url',
  'links',
  'openAccess',
  'license',
  'copyright',
  'keywords',
  'topics',
  'mesh',
  'trials',
  'funding',
  'status',
  'notices',
  'versions',
  'summary',
  'highlights',
  'image',
  'titles',
  'abstracts',
  'preferred',
  'citekey',
  'aliases',
  'featured',
  'draft',
  'added',
] as const;
