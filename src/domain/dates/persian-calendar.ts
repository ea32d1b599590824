import type { Calendar } from './calendar.ts';

/**
 * The Persian calendar (Solar Hijri) of Iran. The year begins in March; six months have 31 days, five have 30, and the
 * last has 29, or 30 in a leap year. Leap years follow the cycle of 33 years, which agrees with the astronomical calendar
 * in all years of this range, and is what ICU and CLDR use.
 * https://unicode-org.github.io/icu-docs/apidoc/released/icu4c/persncal_8h.html
 */
export const persianCalendar: Calendar = {
  firstYear: 1200,
  lastYear: 1499,
  daysInMonth: (year, month) => (month <= 6 ? 31 : month <= 11 ? 30 : yearStart(year + 1) - yearStart(year) - 336),
  dayNumber: (year, month, day) =>
    yearStart(year) + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + (day - 1),
  monthNames: [
    ['فروردین', 'farvardin'],
    ['اردیبهشت', 'ordibehesht'],
    ['خرداد', 'khordad'],
    ['تیر', 'tir'],
    ['مرداد', 'امرداد', 'mordad'],
    ['شهریور', 'shahrivar'],
    ['مهر', 'mehr'],
    ['آبان', 'aban'],
    ['آذر', 'azar'],
    ['دی', 'dey'],
    ['بهمن', 'bahman'],
    ['اسفند', 'esfand'],
  ],
};

/** Days from 1 January 1970 to 1 Farvardin. A leap year is one in which 25 × year + 11 leaves less than 8 of 33. */
const yearStart = (year: number): number => (year - 1) * 365 + Math.floor((year * 8 + 21) / 33) + firstDay;

/** Days from 1 January 1970 to 1 Farvardin 1, which is 19 March 622 of the Julian calendar. */
const firstDay = -492_268;
