import { isolate } from './isolate.ts';

/**
 * Sentences by the English ones. `{1}`, `{2}` … are values, which both have: a sentence that changes asks for its translation
 * again, and is shown in English until then.
 */
export type SentenceTable = readonly (readonly [english: string, translated: string])[];

/** The translation of a sentence; undefined for one that has none. */
export type TranslateSentence = (english: string) => string | undefined;

/** Compiles tables of sentences. */
export function sentenceTranslator(...tables: readonly SentenceTable[]): TranslateSentence {
  // The longest fixed text is first, because a short one, such as `write {1}`, matches many sentences.
  const templates = tables
    .flat()
    .sort(([a], [b]) => fixedLength(b) - fixedLength(a))
    .map(([english, translated]) => ({ pattern: patternOf(english), translated }));
  return (english) => {
    for (const { pattern, translated } of templates) {
      const values = pattern.exec(english);
      if (values) return translated.replace(/\{(\d)\}/g, (_, number: string) => isolate(values[Number(number)] ?? ''));
    }
    return undefined;
  };
}

const patternOf = (english: string): RegExp =>
  new RegExp(
    `^${english
      .split(/\{\d\}/)
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('(.+?)')}$`,
    's',
  );

const fixedLength = (english: string): number => english.replace(/\{\d\}/g, '').length;
