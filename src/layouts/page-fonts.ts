import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import italic from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?url';
import arabic from '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2?url';
import { findContainerTitle } from '../domain/publication/container-title.ts';
import { textDirection } from '../domain/languages/language.ts';
import type { PageKind, PageOf } from '../domain/pages/page-data.ts';

/**
 * Addresses of the fonts that most of a page is set in, which its head preloads. A page in Persian may hold titles in
 * English, and names in Latin letters stand on each of them.
 */
export function pageFonts(page: PageOf<PageKind>, locale: string): readonly string[] {
  if (textDirection(locale) === 'ltr') return citesInItalics(page) ? [serif, sans, italic] : [serif, sans];
  if (holdsLatinTitles(page, locale)) return [arabic, sans, serif];
  return page.kind === 'embed' ? [arabic] : [arabic, sans];
}

/** The name of a journal is the first line of a record that would move what is below it, if its font came later. */
const citesInItalics = (page: PageOf<PageKind>): boolean =>
  page.kind === 'publication' &&
  /\p{Script=Latin}/u.test(findContainerTitle(page.publication, page.context.journal) ?? '');

function holdsLatinTitles(page: PageOf<PageKind>, locale: string): boolean {
  if (page.kind === 'publication') return textDirection(page.publication.lang) === 'ltr';
  return Object.values(page.entries).some(
    ({ lang, titles }) =>
      textDirection(lang) === 'ltr' && !(page.kind === 'plain-language' && titles[locale] !== undefined),
  );
}
