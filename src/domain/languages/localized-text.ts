/** One text in one or several languages, by BCP 47 tag. The key of a text without a language is `und`. */
export type LocalizedText = Readonly<Record<string, string>>;

/** A text chosen for a reader, with its language; absent if the author gave none. */
export interface ChosenText {
  readonly text: string;
  readonly lang?: string;
}

/**
 * The text in the reader's language, else without a language (`und`), else in the first of the fallbacks, else the
 * first text. Undefined if there is no text.
 */
export function chooseText(
  text: LocalizedText,
  lang: string,
  fallbacks: readonly string[] = [],
): ChosenText | undefined {
  for (const candidate of [lang, 'und', ...fallbacks, ...Object.keys(text)]) {
    const found = text[candidate];
    if (found !== undefined) return candidate === 'und' ? { text: found } : { text: found, lang: candidate };
  }
  return undefined;
}
