import { splitList } from '../fields/field-readers.ts';
import { readAuthor } from '../authors/name-list.ts';
import { isPlaceholder } from '../record/placeholder.ts';
import { reportUnplaced, type MutableRecord, type SourceField } from '../record/mutable-record.ts';

/**
 * Adds the authors: `Karimi, Sara (57200000000); Müller, Jan (57200000001)` in full, else `Karimi S.; Müller J.`, before 2023
 * divided by commas. The numbers are those of Scopus.
 */
export function addScopusNames(record: MutableRecord, fields: readonly SourceField[]): void {
  const [full, short, ids] = ['author full names', 'authors', 'author(s) id'].map((name) =>
    fields.find((field) => field.name === name),
  );
  const names = full
    ? splitList(full.value, /;\s*/).map((name) => name.replace(/ ?\(\d+\)$/, ''))
    : short
      ? splitList(short.value, short.value.includes(';') ? /;\s*/ : /,\s*/)
      : [];
  // `[No author name available]` is in the report already.
  if (!isPlaceholder(names.join(' '))) record.authors.push(...names.map(readAuthor));
  if (full && short && splitList(short.value, /[;,]\s*/).length !== names.length)
    reportUnplaced(record, short, 'second value');
  if (ids) reportUnplaced(record, ids, 'database');
}
