import type { Contribution } from '../../domain/publication/publication.ts';
import type { RichText } from '../../domain/text/rich-text.ts';
import type { CitedPublication } from '../record/cited-publication.ts';

/** How a format writes, where it differs from the record. */
export interface FormatRules {
  /** What its signs cannot tell apart. */
  readonly fold: (text: string) => string;
  /** The same for names. */
  readonly foldNames: (text: string) => string;
  readonly foldKeywords: (text: string) => string;
  /** Fields that it has no place for. */
  readonly omits: (field: string, cited: CitedPublication) => boolean;
  readonly author: (contribution: Contribution) => string;
  /** Whether a group is told from a person. */
  readonly marksGroups: boolean;
  /** A name in its own script, as it stands in the text. */
  readonly nativeName: (name: string) => string;
  /** The text of a record with its broken lines joined. */
  readonly unwrap: (text: string) => string;
  /** What it says of a language. */
  readonly language: (tag: string) => string | undefined;
  /** Label of a section of the abstract. */
  readonly label: (label: string) => string;
  /** What stands between two paragraphs of the abstract. */
  readonly paragraphSeparator: string;
  readonly title: (title: RichText) => string;
}

export const asWritten = (text: string): string => text;
