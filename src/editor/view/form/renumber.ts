import type { Edit, Path, WrittenValue } from '../../model/record.ts';
import { childOf, itemsOf, textOf, type Values } from './edit-value.ts';

/** Lists whose entries name affiliations by their numbers. */
const signed: readonly Path[] = [['authors'], ['editors'], ['translators'], ['seriesEditors'], ['thesis', 'advisor']];

/**
 * The changes that keep numbers of affiliations right when the list is put into another order. `newNumber` gives the number
 * of an affiliation afterwards, from 1; undefined where it is removed.
 */
export function renumber(values: Values, newNumber: (number: number) => number | undefined): readonly Edit[] {
  return signed.flatMap((list) => {
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

/** Old positions of affiliations in the order in which authors first name them, those that nobody names last. */
export function orderOfAuthors(values: Values): readonly number[] {
  const count = itemsOf(values['affiliations']).length;
  const named = itemsOf(values['authors'])
    .flatMap((author) => itemsOf(childOf(author, 'affiliations')))
    .map((number) => Number(textOf(number)) - 1)
    .filter((index) => Number.isInteger(index) && index >= 0 && index < count);
  return [...new Set([...named, ...Array(count).keys()])];
}

/** Names of authors by the number of an affiliation. */
export function namesByNumber(values: Values): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, string[]>();
  for (const author of itemsOf(values['authors']))
    for (const item of itemsOf(childOf(author, 'affiliations'))) {
      const number = Number(textOf(item));
      const own = names.get(number) ?? [];
      if (own.length === 0) names.set(number, own);
      own.push(textOf(childOf(author, 'name')) || textOf(childOf(author, 'group')));
    }
  return names;
}

/** The moves that put a list into an order of old positions. */
export function movesTo(list: Path, order: readonly number[]): readonly Edit[] {
  const current = [...order.keys()];
  return order.flatMap((old, to): readonly Edit[] => {
    const from = current.indexOf(old);
    if (from === to) return [];
    current.splice(to, 0, ...current.splice(from, 1));
    return [{ type: 'move', path: list, from, to }];
  });
}
