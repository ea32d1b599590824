import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import arabic from '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2?url';
import { textDirection } from '../domain/languages/language.ts';
import type { PageKind, PageOf } from '../domain/pages/page-data.ts';

/** The font of titles in Latin letters, for a script that adds them to a page in another script. */
export const latinTitleFont: string = serif;

/**
 * Addresses of the fonts that the head of a page preloads: those of titles and running text. The sans of labels and
 * the italics of journals are not among them, because each font of the first view makes the first paint later on a telephone. Pages in Persian may have English titles.
 */
export function pageFonts(page: PageOf<PageKind>, locale: string): readonly string[] {
  if (textDirection(locale) === 'ltr') return [serif];
  return hasLatinTitles(page, locale) ? [arabic, serif] : [arabic];
}

function hasLatinTitles(page: PageOf<PageKind>, locale: string): boolean {
  // Its script draws the results. That of a reading list asks for the font itself, because the list may be empty.
  if (page.kind === 'search') return true;
  if (page.kind === 'publication') {
    const { lang, titles } = page.publication;
    if ([lang, ...Object.keys(titles)].some((code) => textDirection(code) === 'ltr')) return true;
  }
  return Object.values(page.entries).some(
    ({ lang, titles }) =>
      textDirection(lang) === 'ltr' && !(page.kind === 'plain-language' && titles[locale] !== undefined),
  );
}
