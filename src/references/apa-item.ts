import type { CitedPublication } from '../formats/record/cited-publication.ts';
import type { CslItem } from '../formats/csl/csl-item.ts';
import { aheadOfPrintVariable } from './adjustments/item-variables.ts';
import { isPersian, publishesItself } from './item-facts.ts';

/**
 * The item in the words of APA 7.
 *
 * - 6.17: the first word after a colon has a capital. 9.25: "12(Suppl. 1)".
 * - 9.24: a publisher that is the author is not repeated.
 * - 10.1: "Advance online publication", "[Editorial]", "[Letter to the editor]".
 * - 10.4: "(Report No. 17)"; a number with letters says itself what it numbers.
 * - 10.5: "[Poster presentation]". 10.8: a preprint is no "Preprint No.". 10.9: "[Data set]".
 * - 10.6: a thesis that nobody can find in a database, an archive or online is unpublished.
 */
export function inWordsOfApa({ number, publisher, ...item }: CslItem, { publication }: CitedPublication): CslItem {
  const { issue, genre, title, type, DOI, URL } = item;
  const words = isPersian(item) ? persian : english;
  const published = DOI !== undefined || URL !== undefined;
  const kind =
    type === 'article-journal' && (publication.type === 'editorial' || publication.type === 'letter')
      ? words[publication.type]
      : undefined;
  return {
    ...item,
    ...(number === undefined || type === 'article' ? {} : { number }),
    ...(publisher === undefined || publishesItself({ ...item, publisher }) ? {} : { publisher }),
    ...(kind !== undefined && !namesItself(title, kind) ? { medium: kind } : {}),
    ...(type === 'speech' && (genre === 'Poster' || genre === 'Paper') ? { genre: `${genre} presentation` } : {}),
    ...(type === 'report' && /^\p{Nd}/u.test(String(number)) ? { genre: words.report } : {}),
    ...(type === 'dataset' ? { genre: words.dataset } : {}),
    ...(type === 'thesis' && !published && typeof genre === 'string' ? { genre: words.unpublished(genre) } : {}),
    ...(item[aheadOfPrintVariable] === undefined ? {} : { status: words.ahead }),
    ...(typeof issue === 'string' ? { issue: issue.replace(/\bSuppl\b\.?/g, 'Suppl.') } : {}),
    ...(/^en\b/.test(String(item['language'])) && typeof title === 'string'
      ? { title: capitaliseAfterColon(title) }
      : {}),
  };
}

/** APA 7 10.1: no "[Editorial]" after a title that has the word. */
const namesItself = (title: string, kind: string): boolean => title.toLowerCase().includes(kind.toLowerCase());

/** A word of lower-case letters only: `mRNA` and `p53` stay as they are. */
const capitaliseAfterColon = (title: string): string =>
  title.replace(/(?<=[:?!] (?:<i>)?)\p{Ll}(?=\p{Ll}*(?![\p{L}\p{N}]))/gu, (letter) => letter.toUpperCase());

const english: ApaWords = {
  editorial: 'Editorial',
  letter: 'Letter to the editor',
  dataset: 'Data set',
  report: 'Report',
  ahead: 'Advance online publication',
  unpublished: (genre) => `Unpublished ${genre.charAt(0).toLowerCase()}${genre.slice(1)}`,
};

const persian: ApaWords = {
  editorial: 'سرمقاله',
  letter: 'نامه به سردبیر',
  dataset: 'مجموعه‌داده',
  report: 'گزارش',
  ahead: 'انتشار پیش از چاپ',
  unpublished: (genre) => `${genre} منتشرنشده`,
};

interface ApaWords {
  readonly editorial: string;
  readonly letter: string;
  readonly dataset: string;
  readonly report: string;
  readonly ahead: string;
  readonly unpublished: (genre: string) => string;
}
