import { scriptDirection, textDirection } from '../../domain/languages/language.ts';
import { chooseText, type LocalizedText } from '../../domain/languages/localized-text.ts';
import { escapeHtml } from '../../domain/text/rich-text.ts';

/** `lang` and `dir` of an element with text; each is absent when it is the same as the page's. */
export interface Run {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

/** Attributes for a text in a known language. */
export function runIn(lang: string | undefined, locale: string): Run {
  if (lang === undefined || lang === locale || lang === 'und') return {};
  const dir = textDirection(lang);
  return dir === textDirection(locale) ? { lang } : { lang, dir };
}

/**
 * Attributes for a text whose language is uncertain, such as a name on a paper in `lang`: when its script has the other
 * direction, only the script is known.
 */
export function runOf(text: string, lang: string | undefined, locale: string): Run {
  const dir = scriptDirection(text) ?? textDirection(lang ?? locale);
  if (lang !== undefined && lang !== 'und' && textDirection(lang) === dir) return runIn(lang, locale);
  if (dir === textDirection(locale)) return {};
  return { lang: dir === 'rtl' ? 'und-Arab' : 'und-Latn', dir };
}

/** A text in the language of the reader, with the attributes of its element. */
export interface ChosenRun {
  readonly text: string;
  readonly run: Run;
}

export function chooseRun(text: LocalizedText, locale: string, fallbacks: readonly string[] = []): ChosenRun {
  const chosen = chooseText(text, locale, fallbacks) ?? { text: '' };
  return {
    text: chosen.text,
    run: chosen.lang === undefined ? runOf(chosen.text, undefined, locale) : runIn(chosen.lang, locale),
  };
}

/** ` lang="fa" dir="rtl"`, for HTML strings. */
export function runAttributes({ lang, dir }: Run): string {
  return (lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`) + (dir === undefined ? '' : ` dir="${dir}"`);
}
