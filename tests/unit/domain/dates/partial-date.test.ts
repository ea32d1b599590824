import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePartialDates, formatPartialDate, parsePartialDate } from '../../../../src/domain/dates/partial-date.ts';

const hintOf = (text: string): string | undefined => {
  const parsed = parsePartialDate(text);
  return parsed.ok ? undefined : parsed.fault.hint;
};

const dates = fc
  .record({
    year: fc.integer({ min: 1450, max: 2999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .chain(({ year, month, day }) => fc.constantFrom({ year }, { year, month }, { year, month, day }));

test('a date is read with the precision of its text', () => {
  expect(parsePartialDate('2024')).toEqual({ ok: true, value: { year: 2024 } });
  expect(parsePartialDate('2024-12')).toEqual({ ok: true, value: { year: 2024, month: 12 } });
  expect(parsePartialDate('2024-02-29')).toEqual({ ok: true, value: { year: 2024, month: 2, day: 29 } });
});

test('a formatted date parses to the same date', () => {
  fc.assert(
    fc.property(dates, (date) => {
      expect(parsePartialDate(formatPartialDate(date))).toEqual({ ok: true, value: date });
    }),
  );
});

describe('a date in another notation is rejected, and the hint shows it repaired', () => {
  test.each([
    ['2024/12/3', 'write 2024-12-03'],
    ['2024-1', 'write 2024-01'],
    ['3.12.2024', 'write 2024-12-03'],
    ['12/2024', 'write 2024-12'],
    ['25/12/2024', 'write 2024-12-25'],
    ['3/12/2024', 'write 2024-12-03 or 2024-03-12'],
    ['Dec 2024', 'write 2024-12'],
    ['2024 Dec 3', 'write 2024-12-03'],
    ['3 Sept. 2024', 'write 2024-09-03'],
    ['December 3rd, 2024', 'write 2024-12-03'],
    ['2024-12-03T10:15:00Z', 'write 2024-12-03'],
    ['20241203', 'write 2024-12-03'],
    ['2024Dec03', 'write 2024-12-03'],
    ['2024 12', 'write 2024-12'],
    ['202412', 'write 2024-12'],
    ['2024 Nov-Dec', 'write 2024'],
    ['2024 Nov - Dec', 'write 2024'],
    ['Winter 2024', 'write 2024'],
    ['۲۰۲۴', 'write 2024'],
    ['soon', 'write a year, a month or a day, such as 2024, 2024-12 or 2024-12-03'],
    ['2024/13/45', 'write a year, a month or a day, such as 2024, 2024-12 or 2024-12-03'],
  ])('%s', (text, hint) => expect(hintOf(text)).toBe(hint));
});

describe('an impossible date is rejected', () => {
  test.each([
    ['2023-02-29', 'correct the day, or write only 2023-02'],
    ['2024-13', 'correct the month, or write only 2024'],
    ['2024-04-31', 'correct the day, or write only 2024-04'],
    ['1900-02-29', 'correct the day, or write only 1900-02'],
    ['1403-09-13', 'if this is a date of the Persian calendar, write { persian: 1403-09-13 }'],
  ])('%s', (text, hint) => expect(hintOf(text)).toBe(hint));
});

test('dates sort by time, and a year comes before its months, a month before its days', () => {
  const sorted = ['2023-12-31', '2024', '2024-01', '2024-01-01', '2024-02', '2025'];
  const read = sorted.map((text) => parsePartialDate(text)).flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
  expect([...read].reverse().sort(comparePartialDates).map(formatPartialDate)).toEqual(sorted);
});
