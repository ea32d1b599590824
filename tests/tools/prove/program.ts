import type { ReadRecord } from './proved-fields.ts';

/** A file of a built site that holds all its citations, or the pages of its publications. */
export type CitationFile = 'bib' | 'biblatex.bib' | 'ris' | 'nbib' | 'csl.json' | 'enw' | 'mods.xml' | 'html';

/** In one text, pages follow each other with this sign between them. */
export const pageSeparator = '\f';

/** True if records of a file have keys; else they are in the order of the file. */
export const hasKeys = (file: CitationFile): boolean =>
  file === 'bib' || file === 'biblatex.bib' || file === 'csl.json' || file === 'mods.xml';

/** A program of other people that reads citations. */
export interface Program {
  readonly id: string;
  readonly files: readonly CitationFile[];
  readonly isInstalled: () => boolean;
  /**
   * What the program reads of a file: its records, by key, or in the order of the file where it has no keys; and what it
   * complained of.
   */
  readonly read: (file: CitationFile, text: string, folder: string) => Promise<ProgramReading> | ProgramReading;
}

export interface ProgramReading {
  readonly records: readonly (ReadRecord & { readonly key?: string })[];
  readonly complaints: readonly string[];
}
