import { foldTokens } from '../../../search/fold.ts';
import { highlight } from '../../../search/highlight.ts';
import type { Search } from '../../../search/search-client.ts';
import type { ShownPerson } from '../../../search/search-data.ts';
import { combobox, type Combobox, type Option } from './combobox.ts';
import { element, runOf } from '../../page/element.ts';
import { marked, titleOf } from '../results/marked.ts';
import type { Words } from '../search-words.ts';

/** Suggests people and publications in a field. */
export const suggestionList = (input: HTMLInputElement, words: Words, search: () => Promise<Search>): Combobox =>
  combobox(
    input,
    words.t('search.suggestions'),
    async (text) => (text.trim().length < 2 ? [] : suggestions(text, words, await search())),
    (count) => words.t('count.suggestions', { count }),
  );

async function suggestions(text: string, words: Words, search: Search): Promise<Option[]> {
  const [people, found] = await Promise.all([search.people(), search.find(text, { typing: true })]);
  const tokens = found.shown;
  const records = await search.records(found.unknown.length > 0 ? [] : found.documents.slice(0, titleLimit));
  return [
    ...findPeople(people, foldTokens(text)).map(([id, name]): Option => ({
      choose: () => location.assign(`${words.people}${id}/`),
      content: [
        element(
          'span',
          runOf(name),
          ...highlight(name, tokens).map(({ text: part, hit }) => (hit ? element('mark', {}, part) : part)),
        ),
        element('span', { class: 'options__kind' }, words.t('search.suggestedPerson')),
      ],
    })),
    ...records.map((record): Option => {
      const { html, lang } = titleOf(record, words.locale, tokens);
      const title = marked(html, tokens);
      return {
        choose: () => location.assign(`${words.publications}${record.slug}/`),
        content: [
          element('span', runOf(title.textContent ?? '', lang), title),
          element('span', { class: 'options__kind' }, words.year(record.year)),
        ],
      };
    }),
  ];
}

/** People with a word in their names for each token, which begins with it. */
function findPeople(people: readonly ShownPerson[], tokens: readonly string[]): readonly ShownPerson[] {
  if (tokens.length === 0) return [];
  return people
    .filter(([, name, others]) => {
      const own = foldTokens([name, ...others].join(' '));
      return tokens.every((token) => own.some((word) => word.startsWith(token)));
    })
    .slice(0, personLimit);
}

const titleLimit = 6;
const personLimit = 3;
