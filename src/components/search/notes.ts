import type { Counts } from '../../search/facets.ts';
import type { Found } from '../../search/search-client.ts';
import { element } from '../page/element.ts';
import { link, part, type Page } from './page-parts.ts';
import { hasFilters, step, withoutFilters, type SearchState } from './search-state.ts';

/** Shows the number of results, and notes on unknown words, spelling and filters. */
export function drawCount({ words }: Page, state: SearchState, found: Found, { documents }: Counts): void {
  const { t } = words;
  part('count').textContent = t('count.publications', { count: documents.length });
  const notes: (Node | string)[] = [];
  const note = (...children: (Node | string)[]) => notes.push(element('p', {}, ...children));
  if (documents.length === 0) {
    const nothing =
      state.query === ''
        ? t('search.noneAtAll')
        : t(hasFilters(state) ? 'search.none' : 'search.noneHere', { query: shorten(state.query) });
    notes.push(element('p', { class: 'empty__title' }, nothing));
  }
  if (found.retyped !== undefined) note(t('search.retyped', { query: shorten(found.retyped) }));
  if (found.added.length > 0)
    note(
      t('search.added', { names: found.added.map((name) => t('search.quoted', { name })).join(words.comma) }),
      ' ',
      link({ ...state, literal: true, shown: step }, {}, t('search.literal')),
    );
  for (const [word, meant] of found.corrected) note(t('search.corrected', { word, meant }));
  // A field that no publication has, such as `author:xyz`.
  const lacking = found.query.operators.filter(({ written }) => found.unknown.some((word) => written.includes(word)));
  for (const { written, without } of lacking) {
    const withoutIt =
      without === '' ? [] : [' ', link({ ...state, query: without, shown: step }, {}, t('search.withoutIt'))];
    note(t('search.unknown', { word: written }), ...withoutIt);
  }
  const [word, ...others] = found.unknown.filter((one) => !lacking.some(({ written }) => written.includes(one)));
  if (word !== undefined && others.length === 0) note(t('search.unknown', { word }));
  if (others.length > 0) note(t('search.unknownWords', { count: others.length + 1 }));
  if (found.partly) note(t('search.partly'));
  for (const { word: ending, of, count, listed } of found.endings.slice(0, mostEndings)) {
    if (listed) note(t('search.ending', { count, word: ending }));
    else {
      const query = state.query.replace(of, () => `(${of} OR ${ending})`);
      note(link({ ...state, query, shown: step }, {}, t('search.moreEnding', { count, word: ending })));
    }
  }
  if (documents.length === 0) {
    note(t(hasFilters(state) ? 'search.noneHint' : 'search.noneHereHint'));
    if (hasFilters(state) && found.documents.length > 0)
      notes.push(
        element('p', {}, link(withoutFilters(state), {}, t('search.without', { count: found.documents.length }))),
      );
  }
  part('notes').replaceChildren(...notes);
}

const mostEndings = 3;

/** The query, shortened for a heading. */
const shorten = (query: string): string => (query.length > 80 ? `${query.slice(0, 80).trim()} …` : query);
