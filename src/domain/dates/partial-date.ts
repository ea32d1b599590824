import { findDates } from './date-repair.ts';
import { printedDay, printedPeriod, type PrintedDate } from './printed-date.ts';
import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { westernDigits } from '../text/western-digits.ts';

/** A date of the Gregorian calendar, as precise as it is known. Never a `Date`: it has no time and no time zone. */
export interface PartialDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31; only with a month. */
  readonly day?: number;
  /**
   * The date as the paper prints it in another calendar. Year, month and day are then the same date in the Gregorian
   * calendar, as far as it is certain; of a year in two Gregorian years the first.
   */
  readonly printed?: PrintedDate;
}

/**
 * Parses `2024`, `2024-12` or `2024-12-03`. Every other form is a fault, whose hint shows the date if it has one
 * meaning.
 */
export function parsePartialDate(text: string): Parsed<PartialDate> {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
  if (!match) return invalidDate(text);
  const [year, month, day] = [match[1], match[2], match[3]].map((part) =>
    part === undefined ? undefined : Number(part),
  );
  const date = toDate(year ?? 0, month, day);
  return findImpossiblePart(date, text) ?? valid(date);
}

/** Formats as `2024`, `2024-12` or `2024-12-03`, as {@link parsePartialDate} reads it. */
export function formatPartialDate({ year, month, day }: PartialDate): string {
  const parts = [
    String(year).padStart(4, '0'),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [twoDigits(part)])),
  ];
  return parts.join('-');
}

/** Earlier first; a less precise date before the more precise dates in it. A printed date counts from its first day. */
export function comparePartialDates(one: PartialDate, other: PartialDate): number {
  const [a, b] = [listedDate(one), listedDate(other)];
  return a.year - b.year || (a.month ?? 0) - (b.month ?? 0) || (a.day ?? 0) - (b.day ?? 0);
}

/** The date by which a list sorts: a date of another calendar counts from its first day. */
export const listedDate = (date: PartialDate): PartialDate =>
  date.printed === undefined || date.day !== undefined ? date : printedPeriod(date.printed).first;

/** A day in the calendar in which another date is printed, so that a page has one calendar; a month or a year is unchanged. */
export function inCalendarOf({ printed }: PartialDate, date: PartialDate): PartialDate {
  const { year, month, day } = date;
  if (printed === undefined || date.printed !== undefined || month === undefined || day === undefined) return date;
  return { ...date, printed: printedDay(printed.calendar, { year, month, day }) };
}

function invalidDate(text: string): Parsed<never> {
  const meant = findDates(text)
    .map(({ year, month, day }) => toDate(year, month, day))
    .filter((date) => findImpossiblePart(date, text) === undefined)
    .map(formatPartialDate);
  return malformed(
    'malformed-date',
    `${quote(text)} is not a date in the form that pages, feeds and citations need`,
    meant.length === 1 ? meant[0] : undefined,
    meant.length > 1
      ? `write ${meant.join(' or ')}`
      : (persianHint(text) ?? 'write a year, a month or a day, such as 2024, 2024-12 or 2024-12-03'),
  );
}

/** A date of the Persian calendar in its digits or with slashes. */
function persianHint(text: string): string | undefined {
  const [, year, month, day] =
    /^(1[34]\d\d)(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(westernDigits(text.trim())) ?? [];
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  return parts.length === 0
    ? undefined
    : `if this is a date of the Persian calendar, write { persian: ${parts.join('-')} }`;
}

function findImpossiblePart(date: PartialDate, text: string): Parsed<never> | undefined {
  const { year, month, day } = date;
  if (year < firstYear) return beforePrinting(year, text);
  if (month !== undefined && (month < 1 || month > 12)) {
    return invalid(
      'impossible-date',
      `${quote(text)} has month ${month}, but a year has 12 months`,
      `correct the month, or write only ${year}`,
    );
  }
  if (month !== undefined && day !== undefined && (day < 1 || day > daysInMonth(year, month))) {
    return invalid(
      'impossible-date',
      `${quote(text)} has day ${day}, but this month has ${daysInMonth(year, month)} days`,
      `correct the day, or write only ${formatPartialDate({ year, month })}`,
    );
  }
  return undefined;
}

/** A year such as 1403 is almost always of the Iranian calendar, and would sort six centuries too early. */
function beforePrinting(year: number, text: string): Parsed<never> {
  const message = `${quote(text)} is before the first printed publications; dates without a calendar are Gregorian`;
  const iranian = year >= 1300 && year < firstYear;
  const meant = iranian
    ? `if this is a date of the Persian calendar, write { persian: ${text.trim()} }`
    : 'write a year such as 2024';
  return invalid('impossible-date', message, meant);
}

/** The first printed books in Europe; no Iranian year in use is as high. */
const firstYear = 1450;

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function toDate(year: number, month: number | undefined, day: number | undefined): PartialDate {
  if (month === undefined) return { year };
  return day === undefined ? { year, month } : { year, month, day };
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
