import { citationFormats } from '../../citations/formats.ts';
import { publicationStatuses } from '../../domain/publication.ts';
import { publicationTypes } from '../../domain/publication-type.ts';
import { findStrings, requireLocale, type Message, type StringKey } from '../../i18n/locales.ts';
import type { View } from '../page/view.ts';
import type { SearchSettings } from './search-words.ts';

const suggestionKeys: readonly StringKey[] = [
  'search.suggestions',
  'search.suggestedPerson',
  'count.suggestions',
  'search.failed',
];

const pageKeys: readonly StringKey[] = [
  ...suggestionKeys,
  ...publicationTypes.map((type): StringKey => `type.${type}`),
  ...publicationStatuses.flatMap((status): StringKey[] => (status === 'published' ? [] : [`tag.${status}`])),
  'tag.openAccess',
  'tag.preprint',
  'access.closed',
  'publication.et',
  'action.cite',
  'count.publications',
  'search.filters',
  'search.remove',
  'search.clear',
  'search.showAll',
  'search.range',
  'search.more',
  'search.loading',
  'search.none',
  'search.noneAtAll',
  'search.noneHint',
  'search.unknown',
  'search.meant',
  'search.partly',
  'search.select',
  'search.selectAll',
  'search.selected',
  'search.unselect',
  'search.choose',
  'search.progress',
  'search.cancel',
  'search.citeFailed',
  'search.citeDone',
  'search.without',
];

/** What the scripts of the search cannot know by themselves, as an attribute of their element. */
export function searchSettings({ locale, urls }: View, what: 'page' | 'suggestions'): string {
  const { intl, digits } = requireLocale(locale);
  const own = findStrings(locale) ?? {};
  const english = findStrings('en') ?? {};
  const words: Record<string, Message> = {};
  for (const key of what === 'page' ? pageKeys : suggestionKeys) words[key] = own[key] ?? english[key] ?? key;
  const settings: SearchSettings = {
    locale,
    numbers: `${intl}-u-nu-${digits}`,
    root: urls.asset('/', ''),
    publications: urls.index('publications', locale),
    people: urls.index('people', locale),
    search: urls.search({}, locale),
    files:
      what === 'page'
        ? citationFormats.map(({ label, extension, mediaType }) => ({ label, extension, mediaType }))
        : [],
    words,
  };
  return JSON.stringify(settings);
}
