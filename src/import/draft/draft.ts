import type { ForeignField } from '../../formats/record/foreign-record.ts';

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
export type DraftFields = Readonly<Record<string, DraftValue>>;

export interface DraftJournal {
  readonly title: string;
  readonly abbreviation?: string;
  readonly issn?: string;
  readonly eissn?: string;
  readonly publisher?: string;
}

/** Order of the keys of a new file, as in CONTRACT.md, 2.1. */
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
