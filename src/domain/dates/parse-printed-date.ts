import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { westernDigits } from '../text/western-digits.ts';
import type { Calendar } from './calendar.ts';
import type { PartialDate } from './partial-date.ts';
import { calendars, formatPrintedDate, printedPeriod, type CalendarName, type PrintedDate } from './printed-date.ts';

/**
 * Parses a date of another calendar: `1402-05-12`, `1402/5/12`, `1402-05` or `1402`, also with Persian digits, and with
 * the name of the month, as in `12 Mordad 1402`.
 */
export function parsePrintedDate(calendar: CalendarName, text: string): Parsed<PartialDate> {
  const printed = readParts(calendars[calendar], text);
  if (!printed)
    return malformed(
      'malformed-date',
      `${quote(text)} is not a date of the ${calendar} calendar`,
      undefined,
      'write a year, a month or a day, such as 1402, 1402-05 or 1402-05-12',
    );
  const { firstYear, lastYear, daysInMonth } = calendars[calendar];
  const { year, month, day } = printed;
  if (year < firstYear || year > lastYear)
    return invalid(
      'impossible-date',
      `${quote(text)} is not a year of the ${calendar} calendar in which papers are published`,
      `write a year from ${firstYear} to ${lastYear}, or a Gregorian date without "${calendar}:"`,
    );
  if (month !== undefined && (month < 1 || month > 12))
    return invalid(
      'impossible-date',
      `${quote(text)} has month ${month}, but a year has 12 months`,
      `correct the month, or write only ${year}`,
    );
  if (month !== undefined && day !== undefined && (day < 1 || day > daysInMonth(year, month)))
    return invalid(
      'impossible-date',
      `${quote(text)} has day ${day}, but this month has ${daysInMonth(year, month)} days`,
      `correct the day, or write only ${formatPrintedDate({ calendar, year, month })}`,
    );
  return valid(fromPrintedDate({ calendar, ...printed }));
}

/**
 * The Gregorian date of a printed one, with only those parts that are certain: a day gives a day, a month most often only
 * a year, and a year, which is in two Gregorian years, the one in which it begins.
 */
function fromPrintedDate(printed: PrintedDate): PartialDate {
  const { first } = printedPeriod(printed);
  return printed.day === undefined ? { year: first.year, printed } : { ...first, printed };
}

function readParts(calendar: Calendar, text: string): Omit<PrintedDate, 'calendar'> | undefined {
  const plain = westernDigits(text).trim().replace(/[يى]/g, 'ی').replace(/\s+/g, ' ').toLowerCase();
  const numbers = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(plain);
  if (numbers) return partsOf(numbers[1], numbers[2], numbers[3]);
  // 12 Mordad 1402, Mordad 1402, 1402 Mordad 12
  const named =
    /^(?:(\d{1,2}) )?(\p{L}+)(?: ماه)?,? (\d{4})$/u.exec(plain) ?? /^(\d{4}) (\p{L}+)(?: (\d{1,2}))?$/u.exec(plain);
  if (!named) return undefined;
  const month = calendar.monthNames.findIndex((names) => names.includes(named[2] ?? '')) + 1;
  const [year, day] = (named[3]?.length ?? 0) === 4 ? [named[3], named[1]] : [named[1], named[3]];
  return month === 0 ? undefined : partsOf(year, String(month), day);
}

const partsOf = (year = '', month?: string, day?: string): Omit<PrintedDate, 'calendar'> => ({
  year: Number(year),
  ...(month === undefined ? {} : { month: Number(month) }),
  ...(day === undefined ? {} : { day: Number(day) }),
});
