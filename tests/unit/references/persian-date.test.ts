import { expect, test } from 'vitest';
import { persianDays } from '../../../src/references/persian-date.ts';

const day = (year: number, month: number, date: number) => ({ year, month, day: date });

test.each([
  ['one day', day(2024, 5, 7), undefined, '18 اردیبهشت 1403'],
  ['the same day twice', day(2024, 5, 7), day(2024, 5, 7), '18 اردیبهشت 1403'],
  ['days of a month', day(2024, 5, 7), day(2024, 5, 9), '18–20 اردیبهشت 1403'],
  ['days of two months', day(2024, 5, 18), day(2024, 5, 22), '29 اردیبهشت تا 2 خرداد 1403'],
  ['days of two years', day(2024, 3, 18), day(2024, 3, 21), '28 اسفند 1402 تا 2 فروردین 1403'],
  ['an end without a day', day(2024, 5, 7), { year: 2024 }, '18 اردیبهشت 1403'],
])('days of a congress in the Persian calendar: %s', (_, start, end, expected) => {
  expect(persianDays(start, end)).toBe(expected);
});

test('days that are not known are none', () => {
  expect(persianDays({ year: 2024, month: 5 })).toBeUndefined();
});
