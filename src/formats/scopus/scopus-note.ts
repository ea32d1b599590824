import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { addOpenAccess } from '../fields/field-readers.ts';
import { readForeignDate } from '../record/foreign-date.ts';
import { reportUnplaced, setText, type MutableRecord, type SourceField } from '../record/mutable-record.ts';

/**
 * Reads what Scopus writes into one note: `Cited by: 2; All Open Access, Hybrid Gold Open Access; Conference name: …`. False for
 * the note of another program.
 */
export function addScopusNote(record: MutableRecord, field: SourceField): boolean {
  if (!/^(?:cited by ?:|export date ?:|conference name ?:)/i.test(field.value)) return false;
  for (const part of field.value.split(/;\s*/)) {
    const [, label = '', value = ''] = /^(conference (?:name|date|location)) ?: ?(\S.*)$/i.exec(part) ?? [];
    const item = { ...field, value: value === '' ? part : value };
    switch (label.toLowerCase()) {
      case 'conference name':
        setText(record, 'eventName', item);
        break;
      case 'conference location':
        setText(record, 'eventPlace', item);
        break;
      case 'conference date':
        setScopusEventDate(record, item);
        break;
      default:
        if (/\bopen access\b/i.test(part)) addOpenAccess(record, item);
        else reportUnplaced(record, item, aboutRecord.test(part) ? 'database' : 'no place');
    }
  }
  return true;
}

const aboutRecord = /^(?:cited by|export date|conference code|coden) ?:/i;

/** Sets the days of a congress: `3 June 2024 through 5 June 2024`. */
export function setScopusEventDate(record: MutableRecord, field: SourceField): void {
  const read = field.value.split(/ through /i).map((part) => readForeignDate(part));
  const dates = read.flatMap((found) => (found && found.rest === undefined ? [formatPartialDate(found.date)] : []));
  if (dates.length < read.length) reportUnplaced(record, field, 'unreadable');
  else setText(record, 'eventDate', field, [...new Set(dates)].join('/'));
}
