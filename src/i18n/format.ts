import type { PartialDate } from '../domain/dates/partial-date.ts';
import { printedPeriod, type PrintedDate } from '../domain/dates/printed-date.ts';
import { requireLocale, type Locale } from './locales.ts';

/** Formats values by the conventions of one language, with its digits as characters. */
export interface Formatter {
  number(value: number): string;
  /** Without a thousands separator. */
  year(year: number): string;
  /** `from` and `to` joined by a dash; one year where they are the same. */
  years(from: number, to: number): string;
  /** A share between 0 and 1, in whole per cent. */
  percent(share: number): string;
  /**
   * The year of a date. A date that is printed in the calendar of the language has the year of that calendar, and the Gregorian
   * year, by which lists are sorted: `۱۴۰۲ (۲۰۲۳ م)`.
   */
  yearOf(date: PartialDate): string;
  /**
   * A date as precise as it is known, in the Gregorian calendar. A date that is printed in another calendar is shown in that
   * calendar, with the Gregorian year, where readers of the language use it. Where they do not, one without a certain Gregorian
   * date is shown in both: `1402 AP [2023]`.
   */
  date(date: PartialDate): string;
  /** A text with the digits of the language, such as a volume with its pages. */
  digits(text: string): string;
  /** Name of the month, 1 to 12. */
  month(month: number): string;
  /** The comma of the language, followed by a space. */
  readonly comma: string;
  /** Alternatives: “a, b or c”. Items may be HTML. */
  either(items: readonly string[]): string;
  /** “a, b and c”. */
  all(items: readonly string[]): string;
  bytes(count: number): string;
  /** `IR` → Iran. */
  country(code: string): string;
  /** `fa` → Persian. */
  language(tag: string): string;
}

const formatters = new Map<string, Formatter>();

export function createFormatter(code: string): Formatter {
  const cached = formatters.get(code);
  if (cached !== undefined) return cached;
  const formatter = buildFormatter(requireLocale(code));
  formatters.set(code, formatter);
  return formatter;
}

function buildFormatter(locale: Locale): Formatter {
  const tag = `${locale.intl}-u-nu-${locale.digits}`;
  const grouped = new Intl.NumberFormat(tag);
  const plain = new Intl.NumberFormat(tag, { useGrouping: false });
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const disjunction = new Intl.ListFormat(locale.intl, { type: 'disjunction' });
  const conjunction = new Intl.ListFormat(locale.intl, { type: 'conjunction' });
  const dates = dateFormats(tag, 'gregory');
  const countries = new Intl.DisplayNames(locale.intl, { type: 'region', fallback: 'code' });
  const languages = new Intl.DisplayNames(locale.intl, { type: 'language', fallback: 'code' });

  const digits = Array.from({ length: 10 }, (_, digit) => plain.format(digit));
  const inDigits = (text: string): string => text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  const year = (value: number): string => (locale.digits === 'latn' ? String(value) : inDigits(String(value)));
  const date = (value: PartialDate): string =>
    value.printed
      ? formatPrinted(value, value.printed, locale, tag, {
          date: () => formatDate(value, dates, year),
          year: year(value.year),
        })
      : formatDate(value, dates, year);
  return {
    number: (value) => grouped.format(value),
    year,
    years: (from, to) => (from === to ? year(from) : `${year(from)}–${year(to)}`),
    percent: (value) => share.format(value),
    yearOf: (value) =>
      value.printed?.calendar === locale.calendar
        ? withGregorian(year(value.printed.year), year(value.year))
        : year(value.year),
    date,
    digits: (text) => (locale.digits === 'latn' ? text : inDigits(text)),
    month: (month) => dates.name.format(toUtc(2000, month, 1)),
    comma: locale.direction === 'rtl' ? '، ' : ', ',
    either: (items) => joinWords(disjunction, items),
    all: (items) => joinWords(conjunction, items),
    bytes: (count) => formatBytes(count, tag),
    country: (value) => countries.of(value) ?? value,
    language: (value) => nameLanguage(value, languages),
  };
}

/** CLDR writes a comma before the last word of a Persian list, which no Iranian editor does: «سال، مجله یا نویسنده». */
const joinWords = (list: Intl.ListFormat, items: readonly string[]): string =>
  list
    .formatToParts(items)
    .map(({ type, value }) => (type === 'literal' ? value.replace(/^،\u200f? (?=و |یا )/, ' ') : value))
    .join('');

interface DateFormats {
  readonly day: Intl.DateTimeFormat;
  readonly month: Intl.DateTimeFormat;
  readonly name: Intl.DateTimeFormat;
  /** Formatted dates, because a site shows the same few thousand days many times, and `Intl` takes 10 µs for each. */
  readonly cache: Map<number, string>;
}

/** Formats are in UTC, so that a day does not depend on the time zone of the machine. */
function dateFormats(tag: string, calendar: string): DateFormats {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(`${tag}-ca-${calendar}`, { ...options, timeZone: 'UTC' });
  return {
    day: format({ year: 'numeric', month: 'long', day: 'numeric' }),
    month: format({ year: 'numeric', month: 'long' }),
    name: format({ month: 'long' }),
    cache: new Map(),
  };
}

function formatDate(date: PartialDate, formats: DateFormats, year: (value: number) => string): string {
  if (date.month === undefined) return year(date.year);
  const key = (date.year * 16 + date.month) * 32 + (date.day ?? 0);
  const cached = formats.cache.get(key);
  if (cached !== undefined) return cached;
  const format = date.day === undefined ? formats.month : formats.day;
  const text = format.format(toUtc(date.year, date.month, date.day ?? 1));
  formats.cache.set(key, text);
  return text;
}

/** A date of another calendar, with the era where readers of the language do not use the calendar. */
function formatPrinted(
  date: PartialDate,
  printed: PrintedDate,
  locale: Locale,
  tag: string,
  gregorian: { readonly date: () => string; readonly year: string },
): string {
  const isOwn = printed.calendar === locale.calendar;
  if (!isOwn && date.day !== undefined) return gregorian.date();
  const { first } = printedPeriod(printed);
  const parts: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(printed.month === undefined ? {} : { month: 'long' }),
    ...(printed.day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  };
  const day = toUtc(first.year, first.month, first.day);
  const words = new Intl.DateTimeFormat(`${tag}-ca-${printed.calendar}`, parts).formatToParts(day);
  if (!isOwn) return `${words.map(({ value }) => value).join('')} [${gregorian.date()}]`;
  // CLDR puts the year before the month in Persian, which nobody writes.
  const own = ['day', 'month', 'year'] as const;
  const text = own.flatMap((name) => words.find(({ type }) => type === name)?.value ?? []).join(' ');
  return withGregorian(text, gregorian.year);
}

/** Adds the Gregorian year to a date of the Persian calendar, with the usual mark for Gregorian years in Persian. */
const withGregorian = (text: string, year: string): string => `${text} (${year} م)`;

const toUtc = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month - 1, day));

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function formatBytes(count: number, tag: string): string {
  const step = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(count, 1)) / 3));
  const value = count / 1000 ** step;
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: byteUnits[step] ?? 'byte',
    // Short names of units are Latin in Persian, and uncommon abbreviations in Arabic.
    unitDisplay: /^(?:fa|ar)\b/.test(tag) ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

/** The name of a language; its tag where that is malformed and `Intl` throws. */
function nameLanguage(tag: string, names: Intl.DisplayNames): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
