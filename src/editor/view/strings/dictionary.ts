import type { DeskString } from './en.ts';
import type { TranslateSentence } from './translate-sentence.ts';

/** All words of the desk in one language. Missing labels are made from the names of the fields; missing help is that of the schema. */
export interface Dictionary {
  readonly strings: Readonly<Record<DeskString, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly help: Readonly<Record<string, string>>;
  /** Loads the help of the fields that publications do not have. Absent where `help` is all. */
  readonly loadOtherHelp?: () => Promise<Readonly<Record<string, string>>>;
  readonly options: Readonly<Record<string, string>>;
  /** Loads the sentences of problems and refusals. Absent in English, in which they are written. */
  readonly loadSentences?: (of: SentencesOf) => Promise<TranslateSentence>;
}

/** Who says the sentences: the desk alone, also the development server, which checks more, or also the readers of an import. */
export const sentencesOf = ['desk', 'server', 'import'] as const;
export type SentencesOf = (typeof sentencesOf)[number];
