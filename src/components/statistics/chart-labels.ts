import type { YearCount } from '../../domain/pages/statistics.ts';
import type { Formatter } from '../../i18n/format.ts';

/** A number above a bar, or a year below the chart: `at` is in per cent of its width. */
export interface ChartLabel {
  readonly text: string;
  readonly at: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A number above the bar of its year. */
export interface CountLabel extends ChartLabel {
  readonly year: number;
  readonly count: number;
}

/** Widths in pixels: the narrowest chart, which is in an aside, and a digit of its labels with its share of the space around them. */
const [narrowest, digit, space] = [208, 7.5, 6];
/** Half of the width of a bar, as a share of the width of its year. */
const barHalf = 0.4;
/** Height of a label in per cent of the highest bar. */
const lineHeight = 14;

/**
 * Labels of a chart of years: the numbers of the peak, the last and the first year, and the first, the last and the peak year
 * below. A number that would touch another one or a higher bar beside it is omitted; the title of the chart has them all.
 */
export function chartLabels(
  years: readonly YearCount[],
  format: Formatter,
): { readonly counts: readonly CountLabel[]; readonly years: readonly ChartLabel[] } {
  const step = 100 / years.length;
  const most = Math.max(...years.map(({ count }) => count));
  const centre = (index: number): number => (index + 0.5) * step;
  const height = (count: number): number => (100 * count) / most;
  const peak = years.findIndex(({ count }) => count === most);
  const ends = [years.length - 1, 0];

  const counts: CountLabel[] = [];
  for (const index of [...new Set([peak, ...ends])]) {
    const { year, count } = years[index]!;
    const text = format.number(count);
    const label = { ...place(text, centre(index)), year, count };
    const touchesLabel = counts.some(
      (other) => overlap(label, other) && Math.abs(height(count) - height(other.count)) < lineHeight,
    );
    const touchesBar = years.some(
      (other, at) => height(other.count) > height(count) && overlap(label, { at: centre(at), half: step * barHalf }),
    );
    if (!touchesLabel && !touchesBar) counts.push(label);
  }

  const [first, last] = [years[0]!, years.at(-1)!].map(({ year }) => format.year(year)) as [string, string];
  const below: ChartLabel[] = [
    { text: first, at: 0, anchor: 'start' },
    { text: last, at: 100, anchor: 'end' },
  ];
  const ofPeak: ChartLabel = { text: format.year(years[peak]!.year), at: centre(peak), anchor: 'middle' };
  if (!ends.includes(peak) && below.every((label) => !overlap(ofPeak, label))) below.push(ofPeak);
  return { counts, years: below };
}

const widthOf = (text: string): number => (100 * (text.length * digit + space)) / narrowest;

/** In the middle of its bar; inside the chart. */
function place(text: string, at: number): ChartLabel {
  const half = widthOf(text) / 2;
  if (at < half) return { text, at: 0, anchor: 'start' };
  return at > 100 - half ? { text, at: 100, anchor: 'end' } : { text, at, anchor: 'middle' };
}

interface Column {
  readonly at: number;
  readonly half: number;
}

function overlap(a: ChartLabel | Column, b: ChartLabel | Column): boolean {
  const [aFrom, aTo] = extent(a);
  const [bFrom, bTo] = extent(b);
  return aFrom < bTo && bFrom < aTo;
}

function extent(of: ChartLabel | Column): readonly [number, number] {
  if ('half' in of) return [of.at - of.half, of.at + of.half];
  const width = widthOf(of.text);
  if (of.anchor === 'start') return [of.at, of.at + width];
  return of.anchor === 'end' ? [of.at - width, of.at] : [of.at - width / 2, of.at + width / 2];
}
