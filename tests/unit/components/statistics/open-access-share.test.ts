import { expect, test } from 'vitest';
import {
  latestShare,
  shareOrCount,
  unbroken,
  yearsWithShare,
} from '../../../../src/components/statistics/open-access-share.ts';
import { createFormatter } from '../../../../src/i18n/format.ts';

const format = createFormatter('en');

test('a share is that of the latest year of which twenty publications are known', () => {
  const years = [
    { year: 2023, known: 40, open: 10 },
    { year: 2024, known: 20, open: 15 },
    { year: 2025, known: 3, open: 3 },
  ];
  const told = latestShare(years)!;
  expect(told).toEqual({ from: 2024, to: 2024, known: 20, open: 15 });
  expect(shareOrCount(told, format)).toBe('75%');
  expect(yearsWithShare(years).map(({ year }) => year)).toEqual([2023, 2024]);
});

test('of few publications the number is told, for all years together', () => {
  const told = latestShare([
    { year: 2020, known: 4, open: 1 },
    { year: 2021, known: 0, open: 0 },
    { year: 2026, known: 3, open: 3 },
  ])!;
  expect(told).toEqual({ from: 2020, to: 2026, known: 7, open: 4 });
  expect(shareOrCount(told, format)).toBe('4');
});

test('where no access is known, nothing is told', () => {
  expect(latestShare([{ year: 2020, known: 0, open: 0 }])).toBeUndefined();
});

test('a line joins years in a row, and no others', () => {
  const years = [2001, 2002, 2005, 2006, 2009].map((year) => ({ year }));
  expect(unbroken(years).map((run) => run.map(({ year }) => year))).toEqual([[2001, 2002], [2005, 2006], [2009]]);
});
