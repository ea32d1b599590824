import type { InstituteKind } from '../domain/institute/institute-kinds.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import type { Named } from '../domain/institute/named.ts';
import type { IndexRow } from '../domain/pages/page-data.ts';
import { parsePersonName, type PersonName } from '../domain/people/person-name.ts';
import type { Person } from '../domain/institute/institute.ts';
import { countedPerson, hasPage, type Catalog } from '../catalog/build-catalog.ts';
import { nameOrder, type Sortable } from './name-order.ts';

/**
 * Rows of an index, with counts, by the names that a reader of `locale` sees and in the order of that language; a
 * journal that has neither publications nor a file is left out.
 */
export function indexRows(kind: InstituteKind, catalog: Catalog, locale = catalog.site.locales[0] ?? 'en'): IndexRow[] {
  const { people, units, topics } = catalog.institute;
  const { compare, initial } = nameOrder(locale);
  const sorted = (rows: readonly (IndexRow & Sortable)[]): IndexRow[] =>
    [...rows].sort(compare).map(({ sort, ...row }) => ({ ...row, initial: initial(sort[0] ?? '') }));
  switch (kind) {
    case 'people':
      return sorted(
        [...people.values()].filter(hasPage).map((person) => {
          const unit = person.unit === undefined ? undefined : units.get(person.unit);
          return {
            ...countedPerson(person, catalog),
            ...(unit ? { note: unit.name } : {}),
            depth: 0,
            ...(person.alumni ? { alumni: true } : {}),
            sort: personSort(person, locale),
          };
        }),
      );
    case 'journals':
      return sorted(
        [...catalog.journals.values()]
          .map(({ id, title }) => ({
            id,
            name: { und: title },
            count: catalog.byJournal.get(id)?.length ?? 0,
            depth: 0,
            sort: [title],
          }))
          .filter(({ id, count }) => count > 0 || catalog.institute.journals.has(id)),
      );
    case 'units':
      return tree(
        units,
        (id) => catalog.byUnit.get(id)?.length ?? 0,
        (unit) => unit.name,
        catalog,
        locale,
      );
    case 'topics':
      return tree(
        topics,
        (id) => catalog.byTopic.get(id)?.length ?? 0,
        (topic) => topic.label,
        catalog,
        locale,
      );
  }
}

/** Rows that are no index of their own, in the order of their names in one language. */
export function sortNamed<Row extends Named>(rows: readonly Row[], catalog: Catalog, locale: string): Row[] {
  const { compare } = nameOrder(locale);
  return rows
    .map((row) => ({ row, id: row.id, sort: [chosen(row.name, catalog, locale)] }))
    .sort(compare)
    .map(({ row }) => row);
}

const chosen = (name: Named['name'], { site }: Catalog, locale: string): string =>
  chooseText(name, locale, site.locales)?.text ?? '';

/** The name that the index shows: the one in the reader's language where the person has one. */
function personSort({ names, native }: Person, locale: string): string[] {
  const own = native?.[locale];
  const parsed = own === undefined ? undefined : parsePersonName(own);
  const name: PersonName | undefined = parsed?.ok ? parsed.value : own === undefined ? names[0] : undefined;
  return name && 'family' in name ? [name.family, name.given ?? ''] : [name?.printed ?? own ?? ''];
}

/** Each parent before its children, siblings in the order of their names. */
function tree<Row extends { readonly id: string; readonly parent?: string }>(
  rows: ReadonlyMap<string, Row>,
  count: (id: string) => number,
  nameOf: (row: Row) => Named['name'],
  catalog: Catalog,
  locale: string,
): IndexRow[] {
  const named = sortNamed(
    [...rows.values()].map((row) => ({ id: row.id, name: nameOf(row), row })),
    catalog,
    locale,
  );
  const children = Map.groupBy(named, ({ row: { parent } }) =>
    parent !== undefined && rows.has(parent) ? parent : '',
  );
  const list: IndexRow[] = [];
  const seen = new Set<string>();
  const add = (parent: string, depth: number) => {
    for (const { id, name } of children.get(parent) ?? []) {
      if (seen.has(id)) continue;
      seen.add(id);
      list.push({ id, name, count: count(id), depth });
      add(id, depth + 1);
    }
  };
  add('', 0);
  return list;
}
