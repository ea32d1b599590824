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

/** `Jr` and `Sr` with a period. */
export function suffixesWithPeriod(item: CslItem): CslItem {
  const withPeriod = (name: CslName): CslName =>
    'suffix' in name && /^[JS]r$/.test(name.suffix ?? '') ? { ...name, suffix: `${name.suffix}.` } : name;
  const roles = ['author', 'editor', 'translator'].flatMap((role) => {
    const names = item[role] as readonly CslName[] | undefined;
    return names ? [[role, names.map(withPeriod)]] : [];
  });
  return { ...item, ...(Object.fromEntries(roles) as Partial<CslItem>) };
}
