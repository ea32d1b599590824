import { describe, expect, test } from 'vitest';
import { gregorianDay } from '../../../../src/domain/dates/calendar.ts';
import { comparePartialDates, inCalendarOf, type PartialDate } from '../../../../src/domain/dates/partial-date.ts';
import { persianCalendar } from '../../../../src/domain/dates/persian-calendar.ts';
import { parsePrintedDate } from '../../../../src/domain/dates/parse-printed-date.ts';
import { formatPrintedDate, isInTwoYears, printedDay } from '../../../../src/domain/dates/printed-date.ts';

const persian = (text: string): PartialDate => {
  const parsed = parsePrintedDate('persian', text);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return parsed.value;
};
const gregorian = ({ printed: _, ...date }: PartialDate): PartialDate => date;

test('every day of 200 years is the day of the Persian calendar of Intl', () => {
  const intl = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const wrong: string[] = [];
  let days = 0;
  for (let year = 1250; year < 1450; year += 1)
    for (let month = 1; month <= 12; month += 1)
      for (let day = 1; day <= persianCalendar.daysInMonth(year, month); day += 1) {
        const at = gregorianDay(persianCalendar.dayNumber(year, month, day));
        const text = intl.format(new Date(Date.UTC(at.year, at.month - 1, at.day)));
        if (!text.startsWith(`${month}/${day}/${year} `)) wrong.push(`${year}-${month}-${day}: ${text}`);
        const back = printedDay('persian', at);
        if (back.year !== year || back.month !== month || back.day !== day) wrong.push(`${text}: ${back.year}`);
        days += 1;
      }
  expect(wrong).toEqual([]);
  expect(days).toBe(persianCalendar.dayNumber(1450, 1, 1) - persianCalendar.dayNumber(1250, 1, 1));
});

test('a day of the Persian calendar is one day of the Gregorian', () => {
  expect(persian('1402-05-12')).toEqual({
    year: 2023,
    month: 8,
    day: 3,
    printed: { calendar: 'persian', year: 1402, month: 5, day: 12 },
  });
  expect(gregorian(persian('1399-12-30'))).toEqual({ year: 2021, month: 3, day: 20 });
});

test('a month or a year keeps only the Gregorian year in which it begins', () => {
  expect(gregorian(persian('1402-07'))).toEqual({ year: 2023 });
  expect(gregorian(persian('1402'))).toEqual({ year: 2023 });
  expect(['1402', '1402-10', '1402-11', '1402-10-05'].map((text) => isInTwoYears(persian(text).printed!))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each(['۱۴۰۲-۰۵-۱۲', '1402/5/12', '۱۴۰۲/۰۵/۱۲', '12 Mordad 1402', '۱۲ مرداد ۱۴۰۲', '١٤٠٢/٥/١٢'])(
  '%s is 1402-05-12',
  (text) => expect(formatPrintedDate(persian(text).printed!)).toBe('1402-05-12'),
);

describe('an impossible date is rejected', () => {
  test.each([
    ['2023', 'write a year from 1200 to 1499, or a Gregorian date without "persian:"'],
    ['1402-13', 'correct the month, or write only 1402'],
    ['1402-12-30', 'correct the day, or write only 1402-12'],
    ['1402-00-01', 'correct the month, or write only 1402'],
    ['spring 1402', 'write a year, a month or a day, such as 1402, 1402-05 or 1402-05-12'],
  ])('%s', (text, hint) => {
    const parsed = parsePrintedDate('persian', text);
    expect(parsed.ok ? undefined : parsed.fault.hint).toBe(hint);
  });
});

test('a Persian year sorts where it begins, in March', () => {
  const dates = [{ year: 2023, month: 4 }, persian('1402'), { year: 2023, month: 2 }, { year: 2022, month: 12 }];
  expect([...dates].sort(comparePartialDates)).toEqual([dates[3], dates[2], dates[1], dates[0]]);
});

describe('beside a date that is printed in the Persian calendar', () => {
  const printed = persian('1402-02-25');

  test('a day is shown in that calendar too', () => {
    const day = { year: 2023, month: 4, day: 20 };
    expect(inCalendarOf(printed, day)).toEqual({
      ...day,
      printed: { calendar: 'persian', year: 1402, month: 1, day: 31 },
    });
    expect(inCalendarOf({ year: 2023 }, day)).toBe(day);
  });

  test('a month, of which the days are in two months there, is left as it is', () => {
    for (const date of [{ year: 2023, month: 4 }, { year: 2023 }, persian('1401-01')])
      expect(inCalendarOf(printed, date)).toBe(date);
  });
});
