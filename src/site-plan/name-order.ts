import { compareText } from '../domain/problems/problem.ts';

/** How a reader of one language expects names to be ordered, and the letter under which a long list shows them. */
export interface NameOrder {
  /** Order of two names, each in its parts; `ids` decide where the names are equal. */
  compare(a: Sortable, b: Sortable): number;
  /** `#` for what does not start with a letter. */
  initial(name: string): string;
}

export interface Sortable {
  readonly id: string;
  /** A family name before the given one, or a title alone. */
  readonly sort: readonly string[];
}

/**
 * The order of a language (CLDR collation, through `Intl`): its own script first, and letters where its dictionaries
 * have them. The language is named and the version of Node is pinned, so every machine has the same.
 */
export function nameOrder(locale: string): NameOrder {
  const known = orders.get(locale);
  if (known) return known;
  const collator = new Intl.Collator(locale, { numeric: true });
  const order: NameOrder = {
    compare(a, b) {
      for (const [index, part] of a.sort.entries()) {
        const difference = collator.compare(bare(part), bare(b.sort[index] ?? ''));
        if (difference !== 0) return difference;
      }
      return compareText(a.id, b.id);
    },
    initial(name) {
      const [letter] = bare(name).normalize('NFKD');
      if (letter === undefined || !/\p{L}/u.test(letter)) return '#';
      return (twins[locale]?.[letter] ?? letter).toLocaleUpperCase(locale);
    },
  };
  orders.set(locale, order);
  return order;
}

const orders = new Map<string, NameOrder>();

/** Without a leading article, and without the signs before and in a name that stand for no letter of the alphabet. */
const bare = (name: string): string =>
  name
    .replace(/[\u02b9-\u02bf'’‘`]/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:the|an?)\s+/i, '');

/** Letters of the neighbouring alphabet that are written alike, as text from elsewhere has them. */
const twins: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fa: { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه' },
  ar: { ی: 'ي', ک: 'ك' },
};
