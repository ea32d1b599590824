import { findDates } from '../../domain/dates/date-repair.ts';
import { formatPartialDate, parsePartialDate, type PartialDate } from '../../domain/dates/partial-date.ts';
import { parsePrintedDate } from '../../domain/dates/parse-printed-date.ts';
import { formatPrintedDate } from '../../domain/dates/printed-date.ts';
import { westernDigits } from '../../domain/text/western-digits.ts';
import { reportUnplaced, setText, type MutableRecord, type SourceField } from './mutable-record.ts';

/**
 * Parses a date in any common notation. `rest` is the part of the text that the date does not hold; undefined if no
 * year is found.
 */
export function readForeignDate(text: string): { readonly date: PartialDate; readonly rest?: string } | undefined {
  const written = text.trim();
  const persian = readPersianDate(written);
  if (persian) return persian;
  const slashed = /^(\d{4})(?:\/(\d{0,2})(?:\/(\d{0,2})(?:\/(.*))?)?)?$/s.exec(written);
  if (slashed) {
    // `00` says that the month or the day is not known.
    const [, year, month = '', day = '', other = ''] = slashed.map((part) => (part === '00' ? '' : part));
    const date = findValidDate([year, month.padStart(2, '0'), day.padStart(2, '0')], month !== '', day !== '');
    const rest = other.trim() === 'undefined' ? '' : other.trim();
    return date && (rest === '' ? { date } : { date, rest });
  }
  // `2015/october`
  const worded = /^(\d{4})\/(\p{L}{3,9})(?:\/(\d{1,2})?)?$/u.exec(written);
  const spelled = worded ? [worded[3], worded[2], worded[1]].filter(Boolean).join(' ') : written;
  const meanings = findDates(spelled).flatMap(({ year, month, day }) => {
    const date = findValidDate(
      [String(year), String(month ?? '').padStart(2, '0'), String(day ?? '').padStart(2, '0')],
      month !== undefined,
      day !== undefined,
    );
    return date ? [date] : [];
  });
  const [date] = meanings;
  if (date && meanings.length === 1) {
    const lost = date.month === undefined && !/^\D*\d{4}\D?$/.test(written.replace(/\p{L}{4,}/gu, 'x')) ? written : '';
    const season = date.month === undefined && /\p{L}{2,}/u.test(written) ? written : lost;
    return season === '' ? { date } : { date, rest: season };
  }
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(written)?.[1];
  const onlyYear = year === undefined ? undefined : findValidDate([year, '', ''], false, false);
  return onlyYear && { date: onlyYear, rest: written };
}

/** A date of the Persian calendar: its years are earlier than the first printed book. `rest` is a season, for example. */
function readPersianDate(written: string): ReturnType<typeof readForeignDate> {
  const plain = westernDigits(written);
  const year = /(?<!\d)1[34]\d\d(?!\d)/.exec(plain)?.[0];
  if (year === undefined || Number(year) >= firstGregorianYear || /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(plain))
    return undefined;
  const whole = parsePrintedDate('persian', plain);
  if (whole.ok) return { date: whole.value };
  const onlyYear = parsePrintedDate('persian', year);
  return onlyYear.ok ? { date: onlyYear.value, rest: written } : undefined;
}

const firstGregorianYear = 1450;

/** Parses `5`, `مرداد` or `12 Mordad`: a month, and optionally a day, of a Persian year from another field. */
function readPersianMonth(text: string, year: number): PartialDate | undefined {
  const words = text.trim();
  const numbers = /^(\d{1,2})(?:[-/](\d{1,2}))?$/.exec(westernDigits(words));
  const read = parsePrintedDate(
    'persian',
    numbers ? [year, numbers[1], numbers[2]].filter((part) => part !== undefined).join('/') : `${words} ${year}`,
  );
  return read.ok ? read.value : undefined;
}

/** Sets the date on which a publication was first online; a text without a date is unplaced. */
export function addOnlineDate(record: MutableRecord, field: SourceField): void {
  const found = field.value.trim() === '' ? undefined : readForeignDate(field.value);
  if (found && found.rest === undefined) setText(record, 'online', field, formatPartialDate(found.date));
  else reportUnplaced(record, field, 'no place');
}

/** Parses `Jun`, `DEC 15`, `15 Dec` or `04-19`: a month, and optionally a day, of a year from another field. */
function readMonth(text: string, year: number): PartialDate | undefined {
  const words = text.trim();
  if (/\d{4}/.test(words)) return undefined;
  const numbers = /^(\d{1,2})(?:[-/](\d{1,2}))?$/.exec(words);
  const candidate = numbers
    ? `${year}/${numbers[1]}/${numbers[2] ?? ''}`
    : /^\d/.test(words)
      ? `${words} ${year}`
      : /\d/.test(words)
        ? words.replace(/^(\p{L}+)\.?\s*(\d{1,2})$/u, `$2 $1 ${year}`)
        : `${words} ${year}`;
  const found = readForeignDate(candidate);
  return found?.rest === undefined && found?.date.month !== undefined ? found.date : undefined;
}

/**
 * Sets the date of publication: the most precise date of the first year. Other dates and the rest of a date are
 * unplaced.
 */
export function addDates(record: MutableRecord, fields: readonly SourceField[]): void {
  const dated: { field: SourceField; date: PartialDate }[] = [];
  const monthly: SourceField[] = [];
  for (const field of fields) {
    if (field.value.trim() === '') continue;
    const read = readForeignDate(field.value);
    if (!read) monthly.push(field);
    else {
      dated.push({ field, date: read.date });
      if (read.rest !== undefined && read.date.month === undefined) reportUnplaced(record, field, 'no place');
      else if (read.rest !== undefined) reportUnplaced(record, { ...field, value: read.rest }, 'no place');
    }
  }
  let best = dated[0]?.date;
  for (const { field, date } of dated) {
    if (!best || date.year !== best.year || contradicts(date, best)) reportUnplaced(record, field, 'second value');
    else if (precision(date) > precision(best)) {
      if (best.printed && !date.printed)
        reportUnplaced(record, { ...field, value: formatPrintedDate(best.printed) }, 'second value');
      best = date;
    }
  }
  for (const field of monthly) {
    const date =
      best && (best.printed ? readPersianMonth(field.value, best.printed.year) : readMonth(field.value, best.year));
    if (best && monthsOrSeason.test(field.value.trim())) reportUnplaced(record, field, 'no place');
    else if (!best || !date || contradicts(date, best)) reportUnplaced(record, field, 'unreadable');
    else if (precision(date) > precision(best)) best = date;
  }
  if (best) record.published = best;
}

/** `JAN-FEB`, `Spring`: a date can hold neither. */
const monthsOrSeason =
  /^(?:\p{L}{3,9}\.? ?[-‐–/] ?\p{L}{3,9}\.?|spr(?:ing)?|sum(?:mer)?|fall?|aut(?:umn)?|win(?:ter)?)$/iu;

function precision(date: PartialDate): number {
  const { month, day } = date.printed ?? date;
  return month === undefined ? 1 : day === undefined ? 2 : 3;
}

function contradicts(a: PartialDate, b: PartialDate): boolean {
  const [first, second] =
    a.printed && b.printed
      ? [formatPrintedDate(a.printed), formatPrintedDate(b.printed)]
      : [formatPartialDate(a), formatPartialDate(b)];
  return !first.startsWith(second) && !second.startsWith(first);
}

function findValidDate(parts: readonly (string | undefined)[], month: boolean, day: boolean): PartialDate | undefined {
  const read = parsePartialDate(parts.slice(0, day && month ? 3 : month ? 2 : 1).join('-'));
  return read.ok ? read.value : undefined;
}
