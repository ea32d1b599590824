import { gregorianDay, type Calendar, type Day } from './calendar.ts';
import { persianCalendar } from './persian-calendar.ts';

/** Calendars of dates in content, by their names in CLDR. */
export const calendars = { persian: persianCalendar } as const satisfies Readonly<Record<string, Calendar>>;

export type CalendarName = keyof typeof calendars;
export const calendarNames = Object.keys(calendars) as readonly CalendarName[];

/** A date as a paper prints it in another calendar, as precise as it is. */
export interface PrintedDate {
  readonly calendar: CalendarName;
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31; only with a month. */
  readonly day?: number;
}

/** The first and the last day of a printed date, in the Gregorian calendar. */
export function printedPeriod({ calendar, year, month, day }: PrintedDate): {
  readonly first: Day;
  readonly last: Day;
} {
  const { dayNumber, daysInMonth } = calendars[calendar];
  const lastMonth = month ?? 12;
  return {
    first: gregorianDay(dayNumber(year, month ?? 1, day ?? 1)),
    last: gregorianDay(dayNumber(year, lastMonth, day ?? daysInMonth(year, lastMonth))),
  };
}

/** True if the printed date can be in two Gregorian years. */
export function isInTwoYears(printed: PrintedDate): boolean {
  const { first, last } = printedPeriod(printed);
  return first.year !== last.year;
}

/** `1402`, `1402-05` or `1402-05-12`. */
export const formatPrintedDate = ({ year, month, day }: PrintedDate): string =>
  [String(year), ...[month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))].join(
    '-',
  );

/** The day in a calendar, from its day in the Gregorian one. */
export function printedDay(calendar: CalendarName, { year, month, day }: Day): PrintedDate {
  const { dayNumber, daysInMonth, firstYear } = calendars[calendar];
  const wanted = Date.UTC(year, month - 1, day) / 86_400_000;
  const daysSince = (start: number): number => wanted - dayNumber(start, 1, 1);
  // No year is longer, so that this is the year or one before it.
  let ownYear = firstYear + Math.floor(daysSince(firstYear) / 366);
  while (daysSince(ownYear + 1) >= 0) ownYear += 1;
  let ownMonth = 1;
  let days = daysSince(ownYear);
  for (; days >= daysInMonth(ownYear, ownMonth); ownMonth += 1) days -= daysInMonth(ownYear, ownMonth);
  return { calendar, year: ownYear, month: ownMonth, day: days + 1 };
}
