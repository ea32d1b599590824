import { publicationStatuses } from '../../domain/publication/publication.ts';
import { publicationTypes } from '../../domain/publication/publication-type.ts';
import type { StringKey } from '../../i18n/locales.ts';
import { scriptSettings } from '../page/script-settings.ts';
import type { View } from '../page/view.ts';
import { savingKeys } from '../reading-list/saving-keys.ts';
import { citeKeys, citeSettings } from '../cite/cite-settings.ts';
import type { SearchSettings } from './search-words.ts';

const suggestionKeys: readonly StringKey[] = [
  'search.suggestions',
  'search.suggestedPerson',
  'count.suggestions',
  'search.failed',
];

const pageKeys: readonly StringKey[] = [
  ...suggestionKeys,
  ...citeKeys,
  ...savingKeys,
  ...publicationTypes.map((type): StringKey => `type.${type}`),
  ...publicationStatuses.flatMap((status): StringKey[] => (status === 'published' ? [] : [`tag.${status}`])),
  'tag.openAccess',
  'tag.preprint',
  'access.closed',
  'publication.et',
  'action.cite',
  'search.save',
  'count.publications',
  'search.filters',
  'search.show',
  'search.remove',
  'search.clear',
  'search.showAll',
  'search.range',
  'search.more',
  'search.loading',
  'search.none',
  'search.noneAtAll',
  'search.noneHere',
  'search.noneHereHint',
  'search.noneHint',
  'search.unknown',
  'search.unknownWords',
  'search.corrected',
  'search.ending',
  'search.moreEnding',
  'search.partly',
  'search.kept',
  'search.newSince',
  'search.new',
  'saved.refused',
  'search.added',
  'search.quoted',
  'search.literal',
  'search.retyped',
  'search.why.author',
  'search.why.keyword',
  'search.why.topic',
  'search.select',
  'search.selectAll',
  'search.selected',
  'search.unselect',
  'search.choose',
  'search.without',
  'search.withoutIt',
];

/** Settings for the scripts of the search, as JSON for an attribute of their element. */
export function searchSettings(view: View, what: 'page' | 'suggestions'): string {
  const { locale, urls } = view;
  const settings: SearchSettings = {
    ...scriptSettings(view, what === 'page' ? pageKeys : suggestionKeys),
    ...citeSettings(view),
    ...(what === 'page' ? {} : { files: [], programs: [], styles: [] }),
    people: urls.index('people', locale),
    search: urls.search({}, locale),
    readingList: urls.readingList(locale),
  };
  return JSON.stringify(settings);
}
