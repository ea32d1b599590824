import { foldTokens } from '../../../search/fold.ts';
import { passage } from '../../../search/highlight.ts';
import { stemOf } from '../../../search/stem-of.ts';
import type { ShownDetails, ShownMore, ShownRecord, ShownText } from '../../../search/search-data.ts';
import { element, runOf } from '../../page/element.ts';
import { markedText, titleOf } from './marked.ts';
import type { Words } from '../search-words.ts';

/** Why a publication was found: a passage of its abstract, and the other fields with words that the result does not show. */
export function reasons(
  record: ShownRecord,
  { texts, more }: ShownDetails,
  tokens: readonly string[],
  words: Words,
): HTMLElement[] {
  if (tokens.length === 0) return [];
  const found = findPassage(texts, tokens, words);
  const title = titleOf(record, words.locale, tokens).html.replace(/<[^<>]*>/g, '');
  const names = (record.native ?? []).map((native) => native?.[words.locale] ?? '');
  // A word is shown where a form of it is: `clouds` in a title shows `cloud`.
  const seen = new Set(foldTokens([title, ...record.authors, ...names, found?.text ?? ''].join(' ')).map(stemOf));
  const hidden = tokens.filter((token) => !seen.has(stemOf(token)));
  return [
    ...(found
      ? [element('p', { class: 'snip', ...runOf(found.text, found.lang) }, ...markedText(found.text, tokens))]
      : []),
    ...otherPlaces(record, more, hidden, words),
  ];
}

/** The passage with the most words of the query; of equal ones that in the reader's language. */
function findPassage(texts: readonly ShownText[], tokens: readonly string[], words: Words) {
  const passages = texts.flatMap(([lang, text]) => {
    const found = passage(text, tokens);
    return found ? [{ ...found, lang, score: found.different + (lang === words.locale ? 0.5 : 0) }] : [];
  });
  return passages.sort((a, b) => b.score - a.score)[0];
}

/** Lines such as `Author 12: …` and `Keyword: …`. */
function otherPlaces(record: ShownRecord, more: ShownMore, hidden: readonly string[], words: Words): HTMLElement[] {
  if (hidden.length === 0) return [];
  const { t } = words;
  const places: (readonly [label: string, text: string, names?: readonly string[]])[] = [
    ...more.authors.map(
      (name, index) => [t('search.why.author', { number: record.authors.length + index + 1 }), name] as const,
    ),
    ...more.keywords.map((keyword) => [t('search.why.keyword'), keyword] as const),
    ...more.topics.map((topic) => [t('search.why.topic'), words.name(topic, ''), Object.values(topic)] as const),
  ];
  return places
    .filter(([, text, names = [text]]) =>
      names.some((name) => foldTokens(name).some((token) => hidden.includes(token))),
    )
    .slice(0, mostPlaces)
    .map(([label, text]) =>
      element('p', { class: 'snip' }, `${label} `, element('bdi', runOf(text), ...markedText(text, hidden))),
    );
}

const mostPlaces = 2;
