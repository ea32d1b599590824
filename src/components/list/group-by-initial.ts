import type { IndexRow } from '../../domain/pages/page-data.ts';

/** Largest number of rows in a list without groups. */
const shortList = 60;

export interface InitialGroup {
  readonly initial: string;
  readonly rows: readonly IndexRow[];
}

/** Rows grouped by the initials from the catalog; undefined when the list is short or has levels. */
export function groupByInitial(rows: readonly IndexRow[]): readonly InitialGroup[] | undefined {
  if (rows.length <= shortList || rows.some(({ depth, initial }) => depth > 0 || initial === undefined))
    return undefined;
  const groups = new Map<string, IndexRow[]>();
  for (const row of rows) {
    const initial = row.initial ?? '';
    const group = groups.get(initial);
    if (group === undefined) groups.set(initial, [row]);
    else group.push(row);
  }
  return [...groups].map(([initial, own]) => ({ initial, rows: own }));
}
