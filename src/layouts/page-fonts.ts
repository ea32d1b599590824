import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import italic from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?url';
import arabic from '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2?url';
import { findContainerTitle } from '../domain/publication/container-title.ts';
import { textDirection } from '../domain/languages/language.ts';
import type { PageKind, PageOf } from '../domain/pages/page-data.ts';

/**
 * Addresses of the fonts for most of the text of a page, which its head preloads. Pages in Persian may have English titles,
 * and all of them have names in Latin letters.
 */
export function pageFonts(page: PageOf<PageKind>, locale: string): readonly string[] {
  if (textDirection(locale) === 'ltr') return citesInItalics(page) ? [serif, sans, italic] : [serif, sans];
  if (hasLatinTitles(page, locale)) return [arabic, sans, serif];
  return page.kind === 'embed' ? [arabic] : [arabic, sans];
}

/**
 * True when the page shows the name of a journal in italics: a font that its sheet finds comes after the first paint, and
 * moves the text below.
 */
function citesInItalics(page: PageOf<PageKind>): boolean {
  if (page.kind === 'plain-language') return false;
  // Its script draws the results.
  if (page.kind === 'search') return true;
  const own = page.kind === 'publication' ? [findContainerTitle(page.publication, page.context.journal)] : [];
  const containers = [...own, ...Object.values(page.entries).map(({ container }) => container)];
  return containers.some((container) => container !== undefined && /\p{Script=Latin}/u.test(container));
}

function hasLatinTitles(page: PageOf<PageKind>, locale: string): boolean {
  // Its script draws the results. A reading list may be empty, and then nothing has this font.
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
