import type { YearCount } from '../../domain/pages/statistics.ts';

/** The years in order, with the years between them that have no publications. */
export function eachYear(years: readonly YearCount[]): readonly YearCount[] {
  const counts = new Map(years.map(({ year, count }) => [year, count]));
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    count: counts.get(first + index) ?? 0,
  }));
}

/** A percentage for SVG. */
export const percent = (value: number): string => `${Number(value.toFixed(3))}%`;

/** Round numbers from 0 to at least `most`, in at most five steps. */
export function ticksUpTo(most: number): readonly number[] {
  const rough = Math.max(most, 1) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? rough,
  );
  const count = Math.ceil(most / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Interval of columns between labels, so that at most `labels` are shown. */
export const labelEvery = (columns: number, labels: number): number => Math.max(1, Math.ceil(columns / labels));
