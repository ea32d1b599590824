import { compareText } from '../domain/problems/problem.ts';

/** Order of names in one language. */
export interface NameOrder {
  /** Compares two names part by part; equal names by their ids. */
  compare(a: Sortable, b: Sortable): number;
  /** The letter under which a long list shows a name; `#` for a name that does not start with a letter. */
  initial(name: string): string;
}

export interface Sortable {
  readonly id: string;
  /** Family name and given name, or a title alone. */
  readonly sort: readonly string[];
}

/**
 * The order of names in a language (CLDR collation, through `Intl`): its own script first, and letters in the order of its
 * dictionaries. The language is named and the version of Node is pinned, so the order is the same on every machine.
 */
export function nameOrder(locale: string): NameOrder {
  const known = orders.get(locale);
  if (known) return known;
  const collator = new Intl.Collator(locale, { numeric: true });
  const order: NameOrder = {
    compare(a, b) {
      for (const [index, part] of a.sort.entries()) {
        const difference = collator.compare(sortedPart(part), sortedPart(b.sort[index] ?? ''));
        if (difference !== 0) return difference;
      }
      return compareText(a.id, b.id);
    },
    initial(name) {
      const [letter] = sortedPart(name).normalize('NFKD');
      if (letter === undefined || !/\p{L}/u.test(letter)) return '#';
      return (equivalentLetters[locale]?.[letter] ?? letter).toLocaleUpperCase(locale);
    },
  };
  orders.set(locale, order);
  return order;
}

const orders = new Map<string, NameOrder>();

/** A name without a leading article, and without apostrophes and other signs that are not sorted. */
const sortedPart = (name: string): string =>
  name
    .replace(/[\u02b9-\u02bf'’‘`]/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:the|an?)\s+/i, '');

/**
 * Arabic and Persian letters that look alike, which texts often mix: the letter of the other alphabet → that of the
 * locale.
 */
const equivalentLetters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fa: { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه' },
  ar: { ی: 'ي', ک: 'ك' },
};
