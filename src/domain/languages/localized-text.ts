/** One text in one or several languages, keyed by BCP 47 tag. A text that was written without a language stands under `und`. */
export type LocalizedText = Readonly<Record<string, string>>;

/** A text chosen for a reader, with the language that it is in (absent where the author named none). */
export interface ChosenText {
  readonly text: string;
  readonly lang?: string;
}

/**
 * The text in the reader's language, else in one of the fallbacks, else the first that there is.
 * An entry without a language (`und`) counts as being in the reader's language.
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
