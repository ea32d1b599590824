import type { ReadRecord } from './proved-fields.ts';

/** A file of a built site that holds all its citations. */
export type CitationFile = 'bib' | 'biblatex.bib' | 'ris' | 'nbib' | 'csl.json';

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
