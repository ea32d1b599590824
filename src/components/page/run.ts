import { scriptDirection, textDirection } from '../../domain/languages/language.ts';
import { chooseText, type LocalizedText } from '../../domain/languages/localized-text.ts';
import { escapeHtml } from '../../domain/text/rich-text.ts';

/** Attributes of an element that holds a run of text; each is absent where it is that of the page. */
export interface Run {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

/** A run in a known language. */
export function runIn(lang: string | undefined, locale: string): Run {
  if (lang === undefined || lang === locale || lang === 'und') return {};
  const dir = textDirection(lang);
  return dir === textDirection(locale) ? { lang } : { lang, dir };
}

/**
 * A run whose language is a guess, such as a name on a paper in `lang`: where its script runs the other way, only the
 * script is certain.
 */
export function runOf(text: string, lang: string | undefined, locale: string): Run {
  const dir = scriptDirection(text) ?? textDirection(lang ?? locale);
  if (lang !== undefined && lang !== 'und' && textDirection(lang) === dir) return runIn(lang, locale);
  if (dir === textDirection(locale)) return {};
  return { lang: dir === 'rtl' ? 'und-Arab' : 'und-Latn', dir };
}

/** The text that a reader of `locale` gets, with the attributes of its element. */
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

/** ` lang="fa" dir="rtl"`, for markup that is written as a string. */
export function runAttributes({ lang, dir }: Run): string {
  return (lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`) + (dir === undefined ? '' : ` dir="${dir}"`);
}
