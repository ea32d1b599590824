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

/** In pixels: a year of a chart of few years, the width up to which a chart has few, and the narrowest chart of more, in an aside. */
const [widestYear, fewWidth, narrowest] = [56, 360, 208];
/** In pixels: a digit of a label, and the space around the label. */
const [digit, space] = [7.5, 6];

/** Width in pixels of a chart of few years; undefined for more, which take the room that there is. */
export const widthOfFew = (years: number): number | undefined =>
  years * widestYear <= fewWidth ? years * widestYear : undefined;
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
  const width = Math.min(narrowest, years.length * widestYear);
  const most = Math.max(...years.map(({ count }) => count));
  const centre = (index: number): number => (index + 0.5) * step;
  const height = (count: number): number => (100 * count) / most;
  const peak = years.findIndex(({ count }) => count === most);
  const ends = [years.length - 1, 0];

  const counts: (CountLabel & Placed)[] = [];
  for (const index of [...new Set([peak, ...ends])]) {
    const { year, count } = years[index]!;
    const text = format.number(count);
    const label = { ...place(text, centre(index), width), year, count };
    const touchesLabel = counts.some(
      (other) => overlap(label, other) && Math.abs(height(count) - height(other.count)) < lineHeight,
    );
    const touchesBar = years.some(
      (other, at) => height(other.count) > height(count) && overlap(label, { at: centre(at), half: step * barHalf }),
    );
    if (!touchesLabel && !touchesBar) counts.push(label);
  }

  const [first, last] = [years[0]!, years.at(-1)!].map(({ year }) => format.year(year)) as [string, string];
  const below: Placed[] = [
    { text: first, at: 0, anchor: 'start', share: shareOf(first, width) },
    { text: last, at: 100, anchor: 'end', share: shareOf(last, width) },
  ];
  const text = format.year(years[peak]!.year);
  const ofPeak: Placed = { text, at: centre(peak), anchor: 'middle', share: shareOf(text, width) };
  if (!ends.includes(peak) && below.every((label) => !overlap(ofPeak, label))) below.push(ofPeak);
  return { counts, years: below };
}

/** A label with its width in per cent of the chart. */
type Placed = ChartLabel & { readonly share: number };

const shareOf = (text: string, width: number): number => (100 * (text.length * digit + space)) / width;

/** In the middle of its bar; inside the chart. */
function place(text: string, at: number, width: number): Placed {
  const share = shareOf(text, width);
  if (at < share / 2) return { text, at: 0, anchor: 'start', share };
  return at > 100 - share / 2 ? { text, at: 100, anchor: 'end', share } : { text, at, anchor: 'middle', share };
}

interface Column {
  readonly at: number;
  readonly half: number;
}

function overlap(a: Placed | Column, b: Placed | Column): boolean {
  const [aFrom, aTo] = extent(a);
  const [bFrom, bTo] = extent(b);
  return aFrom < bTo && bFrom < aTo;
}

function extent(of: Placed | Column): readonly [number, number] {
  if ('half' in of) return [of.at - of.half, of.at + of.half];
  if (of.anchor === 'start') return [of.at, of.at + of.share];
  return of.anchor === 'end' ? [of.at - of.share, of.at] : [of.at - of.share / 2, of.at + of.share / 2];
}
