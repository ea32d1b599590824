import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { addDates, addOnlineDate } from '../record/foreign-date.ts';
import { child, children, fieldOf, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, type MutableRecord, type SourceField } from '../record/mutable-record.ts';

/**
 * Sets the date of the issue as the date of publication, and the electronic date as the day on which it was first online.
 * The year of a collection is refined by an electronic date of the same year.
 */
export function addJatsDates(record: MutableRecord, meta: XmlElement): void {
  const dates = children(meta, 'pub-date').map((element) => ({ kind: kindOf(element), field: dateField(element) }));
  const of = (...kinds: readonly string[]): readonly SourceField[] =>
    dates.flatMap(({ kind, field }) => (kinds.includes(kind) && field.value !== '' ? [field] : []));
  const [electronic] = of('epub', 'electronic', 'epub-ppub', 'unknown');
  const [printed] = [...of('ppub', 'print'), ...of('collection')];
  const main = printed ?? electronic;
  if (main) addDates(record, [main]);
  if (printed && electronic && printed.value !== electronic.value) {
    const year = record.published && formatPartialDate(record.published);
    // A collection, or an issue, of which only the year is known.
    if (year !== undefined && electronic.value.startsWith(year)) addDates(record, [printed, electronic]);
    else addOnlineDate(record, electronic);
  }
  for (const { kind, field } of dates)
    if (field !== electronic && field !== printed && field.value !== '')
      reportUnplaced(record, { ...field, name: `pub-date[${kind}]` }, 'no place');
}

/** The attribute `pub-type` until version 1.1 of JATS, else format and kind of the date. */
function kindOf({ attributes }: XmlElement): string {
  const old = attributes['pub-type'];
  if (old !== undefined) return old;
  const kind = attributes['date-type'] ?? 'pub';
  if (kind === 'collection') return 'collection';
  return kind === 'pub' ? (attributes['publication-format'] ?? 'unknown') : kind;
}

/** The date of an element as `2024-03-05`, or in the words of the source. */
export function dateField(element: XmlElement): SourceField {
  const part = (name: string): string => textOf(child(element, name));
  const iso = element.attributes['iso-8601-date'];
  const [year, month, day] = [part('year'), part('month'), part('day')];
  if (year === '') return fieldOf(element, 'pub-date', iso ?? textOf(element));
  const numbers = [month, day].every((text) => text === '' || /^\d{1,2}$/.test(text));
  const value = numbers
    ? [year.padStart(4, '0'), ...[month, day].filter(Boolean).map((text) => text.padStart(2, '0'))].join('-')
    : [day, month, year].filter(Boolean).join(' ');
  return fieldOf(element, 'pub-date', part('season') === '' ? value : `${part('season')} ${year}`);
}
