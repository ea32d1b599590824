import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import type { ForeignField, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { findThesisKind } from '../../formats/record/thesis-kinds.ts';
import type { DraftValue } from './draft.ts';
import { toOneLine } from './read-value.ts';
import { dateText, readPrintedDate, writtenDate } from './written-date.ts';

type Report = (field: Pick<ForeignField, 'name' | 'value' | 'reason'>) => unknown;

/** The degree of a thesis. Its institution is the publisher of the source, or the container where there is none. */
export function draftThesis(record: ForeignRecord, advisors: readonly DraftValue[], report: Report): DraftValue {
  if (record.type !== 'thesis') {
    if (record.thesisKind !== undefined) report({ name: 'thesis', value: record.thesisKind, reason: 'no place' });
    return {};
  }
  const kind = record.thesisKind === undefined ? undefined : findThesisKind(record.thesisKind);
  if (record.thesisKind !== undefined && kind === undefined)
    report({ name: 'thesis', value: record.thesisKind, reason: 'unreadable' });
  const institution = toOneLine(record.publisher ?? record.container ?? '');
  const [first, ...others] = advisors;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(institution === '' ? {} : { institution }),
    ...(first === undefined ? {} : { advisor: others.length === 0 ? first : advisors }),
  };
}

/** The congress of a paper. */
export function draftEvent({ eventName, eventPlace, eventDate }: ForeignRecord, report: Report): DraftValue {
  const [start, end] = (eventDate ?? '').split('/').filter(Boolean).map(dateText);
  if (eventDate !== undefined && start === undefined)
    report({ name: 'event date', value: eventDate, reason: 'unreadable' });
  return {
    ...(eventName === undefined ? {} : { name: toOneLine(eventName) }),
    ...(eventPlace === undefined ? {} : { place: toOneLine(eventPlace) }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
}

/** The date of publication, in the calendar in which it is printed where the source says so. */
export function draftPublished({ published, printedDate }: ForeignRecord, report: Report): DraftValue | undefined {
  const printed = printedDate === undefined ? undefined : readPrintedDate(printedDate);
  if (printed && (!published || formatPartialDate(printed) === formatPartialDate(published)))
    return writtenDate(printed);
  if (printedDate !== undefined) report({ name: 'date as printed', value: printedDate, reason: 'unreadable' });
  return published && writtenDate(published);
}

/** The date on which it was first online, unless that is the date of publication. */
export function draftOnline({ online, published }: ForeignRecord, report: Report): string | undefined {
  if (online === undefined) return undefined;
  const date = dateText(online);
  if (date === undefined) report({ name: 'online', value: online, reason: 'unreadable' });
  return date === undefined || (published && formatPartialDate(published).startsWith(date)) ? undefined : date;
}
