import type { DeskString } from './en.ts';

/** All words of the desk in one language. Labels and help that it lacks are made from the names and the manual of the fields. */
export interface Dictionary {
  readonly strings: Readonly<Record<DeskString, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly help: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  /** The sentence of a problem, from its English; undefined where it is not translated. */
  readonly translate: (english: string) => string | undefined;
}
