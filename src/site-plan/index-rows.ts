import type { InstituteKind } from '../domain/institute/institute-kinds.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import type { Named } from '../domain/institute/named.ts';
import type { IndexRow } from '../domain/pages/page-data.ts';
import { parsePersonName, type PersonName } from '../domain/people/person-name.ts';
import type { Person } from '../domain/institute/institute.ts';
import { countedPerson, hasPage, type Catalog } from '../catalog/build-catalog.ts';
import { nameOrder, type Sortable } from './name-order.ts';

/**
 * Rows of an index, with counts, in the order of the names that a reader of `locale` sees. Journals without publications
 * are in it only where they have a file.
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
            sort: sortParts(person, locale),
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

/** Sorts rows by their names in one language. */
function sortNamed<Row extends Named>(rows: readonly Row[], catalog: Catalog, locale: string): Row[] {
  const { compare } = nameOrder(locale);
  return rows
    .map((row) => ({ row, id: row.id, sort: [nameIn(locale, row.name, catalog)] }))
    .sort(compare)
    .map(({ row }) => row);
}

const nameIn = (locale: string, name: Named['name'], { site }: Catalog): string =>
  chooseText(name, locale, site.locales)?.text ?? '';

/** Parts of the name by which the index sorts a person: of the name in the reader's language, where there is one. */
function sortParts({ names, native }: Person, locale: string): string[] {
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
