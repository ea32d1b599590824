import type { DeskString } from './en.ts';

/** All words of the desk in one language. Missing labels are made from the names of the fields; missing help is that of the schema. */
export interface Dictionary {
  readonly strings: Readonly<Record<DeskString, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly help: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  /** The sentence of a problem, from its English; undefined where it is not translated. */
  readonly translate: (english: string) => string | undefined;
}
