import type { Edit, Path, WrittenValue } from '../../model/record.ts';
import { childOf, itemsOf, textOf, type Values } from './edit-value.ts';

/** Lists whose entries refer to affiliations by number. */
const listsWithAffiliations: readonly Path[] = [
  ['authors'],
  ['editors'],
  ['translators'],
  ['seriesEditors'],
  ['thesis', 'advisor'],
];

/**
 * The edits that keep references to affiliations correct when the list of affiliations changes. `newNumber`: from the old to the
 * new number of an affiliation, both from 1; undefined where it is removed.
 */
export function renumber(values: Values, newNumber: (number: number) => number | undefined): readonly Edit[] {
  return listsWithAffiliations.flatMap((list) => {
    const entries = itemsOf(list.reduce<WrittenValue | undefined>(childOf, values));
    return entries.flatMap((entry, index): readonly Edit[] => {
      const written = itemsOf(childOf(entry, 'affiliations'));
      if (written.length === 0) return [];
      const path: Path = [...list, index, 'affiliations'];
      const numbers = written.flatMap((item) => {
        const number = Number(textOf(item));
        const changed = Number.isInteger(number) ? newNumber(number) : number;
        return changed === undefined ? [] : Number.isInteger(number) ? [changed] : [item];
      });
      if (numbers.every((number, at) => textOf(number) === textOf(written[at])) && numbers.length === written.length)
        return [];
      return numbers.length === 0 ? [{ type: 'remove', path }] : [{ type: 'set', path, value: numbers }];
    });
  });
}

/** The new number of an affiliation when one is moved; positions count from 0. */
export function afterMove(from: number, to: number): (number: number) => number {
  return (number) => {
    const index = number - 1;
    if (index === from) return to + 1;
    if (from < to && index > from && index <= to) return number - 1;
    if (to < from && index >= to && index < from) return number + 1;
    return number;
  };
}

export const afterRemoval =
  (removed: number) =>
  (number: number): number | undefined =>
    number - 1 === removed ? undefined : number - 1 > removed ? number - 1 : number;

/** Positions of affiliations, from 0, in the order in which authors first refer to them; unused ones come last. */
export function orderOfAuthors(values: Values): readonly number[] {
  const count = itemsOf(values['affiliations']).length;
  const named = itemsOf(values['authors'])
    .flatMap((author) => itemsOf(childOf(author, 'affiliations')))
    .map((number) => Number(textOf(number)) - 1)
    .filter((index) => Number.isInteger(index) && index >= 0 && index < count);
  return [...new Set([...named, ...Array(count).keys()])];
}

/** The moves that bring a list into another order. `order`: old positions, from 0, in the new order. */
export function movesTo(list: Path, order: readonly number[]): readonly Edit[] {
  const current = [...order.keys()];
  return order.flatMap((old, to): readonly Edit[] => {
    const from = current.indexOf(old);
    if (from === to) return [];
    current.splice(to, 0, ...current.splice(from, 1));
    return [{ type: 'move', path: list, from, to }];
  });
}
