import { titleKey } from '../../domain/text/title-key.ts';
import type { UnknownMap } from '../../domain/values/unknown-map.ts';
import { textOf } from '../draft/written-value.ts';

/**
 * True if two records with the same title, year and first author are one work. Type, journal, volume, first page and
 * identifiers must not contradict each other. A short title such as `Editorial` or `Authors’ reply` belongs to many works,
 * so with it all of these must be equal.
 */
export function isSameWork(a: UnknownMap, b: UnknownMap): boolean {
  if (haveDifferentIdentifiers(a, b) || kindOf(a) !== kindOf(b)) return false;
  const [first, second] = [placeOf(a), placeOf(b)];
  if (titleKey(text(a['title'])).split(' ').length <= shortTitle)
    return (
      first.volume === second.volume &&
      first.issue === second.issue &&
      first.page === second.page &&
      titleKey(first.journal) === titleKey(second.journal)
    );
  if (differ(first.volume, second.volume) || differ(first.page, second.page)) return false;
  const samePlace = first.volume !== '' && first.page !== '' && second.volume !== '' && second.page !== '';
  return samePlace || isSameJournal(first.journal, second.journal);
}

/** Number of words up to which a title says little about its work. */
const shortTitle = 3;

/**
 * True if two records have different identifiers of one kind: then they are two publications, such as a preprint and an
 * article.
 */
function haveDifferentIdentifiers(a: UnknownMap, b: UnknownMap): boolean {
  return (['doi', 'pmid', 'pmcid'] as const).some((name) => differ(text(a[name]), text(b[name])));
}

/** Databases name the kinds of papers of a journal differently; a thesis, a preprint or a book is another work. */
export const kindOf = (fields: UnknownMap): string => {
  const type = text(fields['type']);
  return type === '' || /^(?:review|editorial|letter)$/.test(type) ? 'article' : type;
};

/** False if both titles are known, and neither is an abbreviation or the beginning of the other. */
function isSameJournal(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const [short, long] = first.join('').length < second.join('').length ? [first, second] : [second, first];
  if (short.length === 0) return true;
  if (short.length === 1 && long.map((word) => word[0]).join('') === short[0]) return true;
  let at = 0;
  for (const word of short) {
    while (at < long.length && !isAbbreviation(word, long[at] ?? '')) at += 1;
    at += 1;
  }
  return at <= long.length;
}

const wordsOf = (journal: string): readonly string[] =>
  titleKey(journal)
    .split(' ')
    .filter(
      (word) => word !== '' && !/^(?:the|of|and|for|in|on|an?|der|die|und|für|de|des|du|la|le|les|et)$/.test(word),
    );

/** `natl` is `national`, `intl` is `international`, `ex` is `example`: the same first letter, the others in order. */
function isAbbreviation(short: string, long: string): boolean {
  if (short[0] !== long[0] || short.length > long.length) return false;
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a.toLowerCase() !== b.toLowerCase();

const placeOf = (fields: UnknownMap): { journal: string; volume: string; issue: string; page: string } => ({
  journal: text(fields['journal']) || text(fields['container']),
  volume: text(fields['volume']),
  issue: text(fields['issue']),
  page: (/^[^-–—]*/.exec(text(fields['pages']))?.[0] ?? '').trim() || text(fields['articleNumber']),
});

const text = (value: unknown): string => textOf(value).trim();
