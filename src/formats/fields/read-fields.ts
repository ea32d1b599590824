import type { ForeignRecord } from '../record/foreign-record.ts';
import { addDates, addOnlineDate } from '../record/foreign-date.ts';
import { addLanguage } from '../record/foreign-language.ts';
import { addPages, addPagination, readPageRange } from '../record/pagination.ts';
import { isPlaceholder } from '../record/placeholder.ts';
import { findTypeAmong } from '../record/publication-kinds.ts';
import { addNote, resolveStatus } from '../record/read-note.ts';
import {
  createRecord,
  reportUnplaced,
  resolveContainer,
  setText,
  type MutableRecord,
  type SourceField,
  type TextField,
} from '../record/mutable-record.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';

/** Reads one field of the source into the record. */
export type FieldReader = (record: MutableRecord, field: SourceField) => void;

/**
 * Where a field goes: into a field that holds one text, through a reader, or to one of the places that several fields fill
 * together. `database`: it is about the record in the source. `no place`: content has no field for it.
 */
export type FieldTarget = TextField | SharedTarget | FieldReader;

type SharedTarget =
  | 'published'
  | 'onlineDate'
  | 'language'
  | 'kind'
  | 'serial'
  | 'electronicSerial'
  | 'pageRange'
  | 'firstPage'
  | 'lastPage'
  | 'note'
  | 'database'
  | 'no place';

/** Names of fields and where they go, in the order in which they are read: authors before their addresses. */
export type FieldTable = readonly (readonly [names: string | readonly string[], target: FieldTarget])[];

/**
 * Reads a record from fields with names, such as tags or the columns of a table. A field that is not in the table is
 * unplaced. `kinds` are the words for its type.
 */
export function readFields(
  fields: readonly SourceField[],
  table: FieldTable,
  line: number,
): { readonly record: MutableRecord; readonly kinds: readonly string[] } {
  const record = createRecord(line);
  const byName = new Map<string, SourceField[]>();
  for (const field of fields) {
    if (field.value.trim() === '') continue;
    if (isPlaceholder(field.value)) reportUnplaced(record, field, 'placeholder');
    else byName.set(field.name, [...(byName.get(field.name) ?? []), field]);
  }
  const shared = new Map<FieldTarget, SourceField[]>();
  for (const [names, target] of table)
    for (const name of typeof names === 'string' ? [names] : names)
      for (const field of byName.get(name) ?? []) {
        byName.delete(name);
        if (typeof target === 'function') target(record, field);
        else if (isShared(target)) shared.set(target, [...(shared.get(target) ?? []), field]);
        else setText(record, target, field);
      }
  const all = (target: SharedTarget): readonly SourceField[] => shared.get(target) ?? [];
  for (const field of all('language')) addLanguage(record, field);
  addDates(record, all('published'));
  for (const field of all('onlineDate')) addOnlineDate(record, field);
  addSerialNumbers(record, [
    ...all('serial'),
    ...all('electronicSerial').map((field) => ({ ...field, value: `${field.value} (electronic)` })),
  ]);
  addPageFields(record, all('firstPage'), all('lastPage'));
  for (const field of all('pageRange')) if (field.value !== record.articleNumber) addPagination(record, field);
  for (const field of all('note')) addNote(record, field);
  for (const field of all('database')) reportUnplaced(record, field, 'database');
  for (const field of [...all('no place'), ...[...byName.values()].flat()]) reportUnplaced(record, field, 'no place');
  resolveContainer(record);
  const kinds = all('kind').map(({ value }) => value.trim());
  record.kind = kinds.join('; ');
  return { record, kinds };
}

/** Sets the type by the words of the source, and the status. Other words, such as `Multicenter Study`, are unplaced. */
export function finishRecord(
  record: MutableRecord,
  words: readonly string[],
  otherwise: NonNullable<ForeignRecord['type']> = 'article',
): ForeignRecord {
  const { type, others } = findTypeAmong(words);
  record.type ??= type ?? otherwise;
  for (const value of others) reportUnplaced(record, { name: 'type', value, line: record.line }, 'no place');
  if (words.some((word) => /^retracted(?: (?:publication|article|paper))?$/i.test(word))) record.status = 'retracted';
  resolveStatus(record);
  return record;
}

const sharedTargets: ReadonlySet<FieldTarget> = new Set<SharedTarget>([
  'published',
  'onlineDate',
  'language',
  'kind',
  'serial',
  'electronicSerial',
  'pageRange',
  'firstPage',
  'lastPage',
  'note',
  'database',
  'no place',
]);

const isShared = (target: FieldTarget): target is SharedTarget => sharedTargets.has(target);

/** Sets the pages from a first and a last page in fields of their own. */
function addPageFields(
  record: MutableRecord,
  [first, ...firsts]: readonly SourceField[],
  lasts: readonly SourceField[],
) {
  const [last, ...others] = lasts;
  const range = first && last ? readPageRange(`${first.value.trim()}-${last.value.trim()}`) : undefined;
  if (first && range) addPages(record, { ...first, value: `${first.value}-${last?.value ?? ''}` }, range);
  else {
    if (first) addPagination(record, first);
    if (last) reportUnplaced(record, last, 'no place');
  }
  for (const field of [...firsts, ...others]) reportUnplaced(record, field, 'second value');
}
