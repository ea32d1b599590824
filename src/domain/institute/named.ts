import type { LocalizedText } from '../languages/localized-text.ts';

/** Something with a page to link to, such as a unit or a topic. */
export interface Named {
  readonly id: string;
  readonly name: LocalizedText;
}

/** A unit, topic, person or journal with the number of its publications. */
export interface Counted extends Named {
  readonly count: number;
  /** Second line, such as the name of the faculty that a department belongs to. */
  readonly note?: LocalizedText;
  /** Name in other scripts. */
  readonly native?: LocalizedText;
}
