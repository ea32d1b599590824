import type { Contribution, Notice } from '../../domain/publication/publication.ts';
import type { RichText } from '../../domain/text/rich-text.ts';
import type { CitedPublication } from '../record/cited-publication.ts';

/** Fields that are compared, by their names in the report. */
export const comparedFields = [
  'title',
  'translated title',
  'authors',
  'journal',
  'container',
  'publisher',
  'editors',
  'translators',
  'series editors',
  'edition',
  'series',
  'series number',
  'place',
  'number of pages',
  'chapter',
  'number',
  'version',
  'original title',
  'accessed',
  'thesis',
  'advisors',
  'event',
  'event place',
  'event date',
  'first online',
  'container doi',
  'printed date',
  'summary of the office',
  'published',
  'volume',
  'issue',
  'pages',
  'doi',
  'pmid',
  'pmcid',
  'arxiv',
  'isbn',
  'issn',
  'url',
  'language',
  'keywords',
  'mesh',
  'abstract',
  'status',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** How the text of a format differs from the record. */
export interface FormatRules {
  /** Folds texts that the format does not distinguish. */
  readonly fold: (text: string) => string;
  /** Folds names that the format does not distinguish. */
  readonly foldNames: (text: string) => string;
  readonly foldKeywords: (text: string) => string;
  /** True for a field that the format cannot hold. */
  readonly omits: (field: ComparedField, cited: CitedPublication) => boolean;
  /** Fields of content files that the format has no place for, each with the reason. */
  readonly lacks: Readonly<Record<string, string>>;
  readonly author: (contribution: Contribution) => string;
  /** True if the format distinguishes groups from persons. */
  readonly marksGroups: boolean;
  /** A name in its own script, as the format writes it. */
  readonly nativeName: (name: string) => string;
  /** Joins the wrapped lines of a record. */
  readonly unwrap: (text: string) => string;
  /** The format's name of a language; undefined if it has none. */
  readonly language: (tag: string) => string | undefined;
  /** The label of a section of the abstract, as the format writes it. */
  readonly label: (label: string) => string;
  /** Text between two paragraphs of the abstract. */
  readonly paragraphSeparator: string;
  readonly title: (title: RichText) => string;
  /** What the format keeps of a notice. */
  readonly notice: (notice: Notice) => Notice;
}

export const asWritten = <Value>(value: Value): Value => value;
