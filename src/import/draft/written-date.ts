import { formatPartialDate, parsePartialDate } from '../../domain/dates/partial-date.ts';
import { parsePrintedDate } from '../../domain/dates/parse-printed-date.ts';
import { calendarNames, formatPrintedDate } from '../../domain/dates/printed-date.ts';
import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type { DraftValue } from './draft.ts';
import { isMap } from '../../domain/values/unknown-map.ts';
import { textOf } from './written-value.ts';

/** A date as it is written into a file. */
export const writtenDate = (date: PartialDate): DraftValue =>
  date.printed ? { [date.printed.calendar]: formatPrintedDate(date.printed) } : formatPartialDate(date);

/**
 * The Gregorian date of a field, as `2024-12`; a text that is no date as it is. `{ persian: 1402-05-12 }` is a map, or its
 * text in a file whose YAML is malformed.
 */
export function gregorianText(value: unknown): string {
  const text = textOf(value);
  for (const calendar of calendarNames) {
    const printed = isMap(value)
      ? textOf(value[calendar])
      : new RegExp(`^\\{ *${calendar}: *"?([^"}]+)`).exec(text)?.[1];
    const parsed = printed ? parsePrintedDate(calendar, printed) : undefined;
    if (parsed?.ok) return formatPartialDate(parsed.value);
  }
  return text;
}

/** The four digits of the Gregorian year of a field; empty without one. */
export const gregorianYear = (value: unknown): string => gregorianText(value).slice(0, 4);

/** The date of a note of our own writers: `1402-05-12 (persian)`. */
export function readPrintedDate(note: string): PartialDate | undefined {
  const [, text = '', name] = /^(\S+) \((\w+)\)$/.exec(note.trim()) ?? [];
  const calendar = calendarNames.find((known) => known === name);
  const parsed = calendar && parsePrintedDate(calendar, text);
  return parsed?.ok ? parsed.value : undefined;
}

/** The date as written in a file; undefined if the text has another form. */
export function dateText(text: string): string | undefined {
  const parsed = parsePartialDate(text);
  return parsed.ok ? formatPartialDate(parsed.value) : undefined;
}
