import { groupAuthorsVariable } from './adjustments/item-variables.ts';
import { isGroup } from '../domain/people/person-name.ts';
import type { CitedPublication } from '../formats/record/cited-publication.ts';
import type { CslItem, CslName } from '../formats/csl/csl-item.ts';

/** True for the item of a reference in Persian. */
export const isPersian = (item: Readonly<Record<string, unknown>>): boolean => item['language'] === 'fa-IR';

/** True if the only author is the publisher. */
export function publishesItself({ author, publisher }: Readonly<Record<string, unknown>>): boolean {
  const [only, ...others] = (author as readonly CslName[] | undefined) ?? [];
  return only !== undefined && others.length === 0 && groupOf(only) !== undefined && groupOf(only) === publisher;
}

/** A group is a name without a given name. */
const groupOf = (name: CslName): string | undefined =>
  'literal' in name ? name.literal : name.given === undefined ? name.family : undefined;

/** The groups that sign after persons, in a variable of their own; they do not count among the authors. */
export function groupsAfterPersons(item: CslItem, { publication }: CitedPublication): CslItem {
  const authors = item.author ?? [];
  const persons = publication.contributions.findLastIndex(({ name }) => !isGroup(name)) + 1;
  if (persons === 0 || persons >= authors.length) return item;
  const groups = authors.slice(persons).map((name) => ('literal' in name ? name.literal : name.family));
  return {
    ...item,
    author: authors.slice(0, persons),
    [groupAuthorsVariable]: groups.join(isPersian(item) ? '؛ ' : '; '),
  };
}

/** The item with a period after `Jr` and `Sr`. */
export function suffixesWithPeriod(item: CslItem): CslItem {
  const withPeriod = (name: CslName): CslName =>
    'suffix' in name && /^[JS]r$/.test(name.suffix ?? '') ? { ...name, suffix: `${name.suffix}.` } : name;
  const roles = ['author', 'editor', 'translator'].flatMap((role) => {
    const names = item[role] as readonly CslName[] | undefined;
    return names ? [[role, names.map(withPeriod)]] : [];
  });
  return { ...item, ...(Object.fromEntries(roles) as Partial<CslItem>) };
}
