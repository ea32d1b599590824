import type { IndexKind } from '../../domain/pages/page-data.ts';
import { escapeHtml } from '../../domain/text/rich-text.ts';
import type { StringKey } from '../../i18n/locales.ts';
import type { View } from '../page/view.ts';

const lists: readonly (readonly [IndexKind, StringKey])[] = [
  ['publications', 'home.by.year'],
  ['journals', 'home.by.journal'],
  ['people', 'home.by.person'],
  ['topics', 'home.by.topic'],
  ['units', 'home.by.unit'],
];

/** Links to the lists of the site, as HTML: “year, journal or topic”. Empty when there are none. */
export function browseLinks({ indexes, urls, locale, t, format }: View): string {
  const links = lists
    .filter(([kind]) => indexes.includes(kind))
    .map(([kind, name]) => `<a href="${escapeHtml(urls.index(kind, locale))}">${escapeHtml(t(name))}</a>`);
  return format.either(links);
}
