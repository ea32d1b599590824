import { describe, expect, test } from 'vitest';
import { chartLabels, widthOfFew } from '../../../../src/components/statistics/chart-labels.ts';
import { createFormatter } from '../../../../src/i18n/format.ts';

const format = createFormatter('en');
const yearsFrom = (first: number, counts: readonly number[]) =>
  counts.map((count, index) => ({ year: first + index, count }));
const numbersOf = (counts: readonly number[]): string[] =>
  chartLabels(yearsFrom(2000, counts), format).counts.map(({ text }) => text);

describe('labels of a chart of years', () => {
  test('tell the peak, the last and the first number', () => {
    const counts = [1, 2, 5, 20, 60, 177, 120, 90, 60, 30, 10, 4];
    const { counts: numbers, years } = chartLabels(yearsFrom(2012, counts), format);
    expect(numbers.map(({ text, year }) => `${year}: ${text}`)).toEqual(['2017: 177', '2023: 4', '2012: 1']);
    expect(years.map(({ text }) => text)).toEqual(['2012', '2023', '2017']);
  });

  test('tell a peak at either end once', () => {
    expect(numbersOf([1032, 1500, 2000, 2500, 3093])).toEqual(['3,093', '1,032']);
    expect(numbersOf([9, 3, 2, 1])).toEqual(['9', '1']);
  });

  test('stand on no bar and on no other label', () => {
    // The last number would be on the higher bar before it, or on the label of the peak beside it.
    expect(numbersOf([...Array<number>(20).fill(1), 40, 12])).toEqual(['40', '1']);
    expect(numbersOf([...Array<number>(20).fill(1), 100, 99])).toEqual(['100', '1']);
  });

  test('are inside the chart', () => {
    const { counts } = chartLabels(yearsFrom(1990, [...Array<number>(30).fill(1), 1234]), format);
    expect(counts[0]).toMatchObject({ text: '1,234', at: 100, anchor: 'end' });
    const [only, last] = chartLabels(yearsFrom(2023, [4, 6]), format).counts;
    expect([only?.anchor, last?.anchor]).toEqual(['middle', 'middle']);
  });

  test('are clear of each other in a chart of few years, which is narrow', () => {
    expect([widthOfFew(2), widthOfFew(6), widthOfFew(7)]).toEqual([112, 336, undefined]);
    expect(numbersOf([1000, 1001])).toEqual(['1,001', '1,000']);
    expect(numbersOf([100_000, 100_001])).toEqual(['100,001']);
  });

  test('name the year of the peak where it is clear of the first and the last', () => {
    const peakAt = (index: number) =>
      chartLabels(
        yearsFrom(
          2000,
          Array.from({ length: 20 }, (_, at) => (at === index ? 9 : 1)),
        ),
        format,
      ).years.length;
    expect([peakAt(1), peakAt(10), peakAt(18)]).toEqual([2, 3, 2]);
  });
});
