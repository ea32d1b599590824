import type { CslItem } from '../formats/csl/csl-item.ts';

/**
 * AMA 11 10.2: in titles of books, prepositions of four letters and more have a capital. The processor writes all of them
 * in lower case, so they are protected from it.
 */
export function prepositionsOfAma(item: CslItem): CslItem {
  if (!/^en\b/.test(String(item['language']))) return item;
  const container = item['container-title'];
  return {
    ...item,
    ...(['book', 'report', 'thesis'].includes(item.type) ? { title: capitalisePrepositions(item.title) } : {}),
    ...(['chapter', 'paper-conference'].includes(item.type) && typeof container === 'string'
      ? { 'container-title': capitalisePrepositions(container) }
      : {}),
  };
}

const capitalisePrepositions = (title: string): string =>
  title.replace(prepositions, (word) => `<span class="nocase">${word.charAt(0).toUpperCase()}${word.slice(1)}</span>`);

const prepositions = new RegExp(
  `(?<= )(?:${[
    'about above across after against along amid among around before behind below beneath beside between beyond',
    'despite down during except from inside into near onto over past since through toward towards under until upon',
    'versus with within without',
  ]
    .join(' ')
    .replaceAll(' ', '|')})(?= )`,
  'g',
);
