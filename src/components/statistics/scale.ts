import type { YearCount } from '../../domain/pages/page-data.ts';

/** The years in order, and those between them that nothing was published in. */
export function eachYear(years: readonly YearCount[]): readonly YearCount[] {
  const counts = new Map(years.map(({ year, count }) => [year, count]));
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    count: counts.get(first + index) ?? 0,
  }));
}

/** Share of the width, as SVG takes it. */
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

/** Every how many columns a label fits below them. */
export const labelEvery = (columns: number, labels: number): number => Math.max(1, Math.ceil(columns / labels));
