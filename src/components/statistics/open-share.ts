import type { Statistics } from '../../domain/pages/statistics.ts';
import type { Formatter } from '../../i18n/format.ts';

type YearOfAccess = Statistics['openByYear'][number];

/** Publications of which the access is known, in a period. */
export interface OpenShare {
  readonly from: number;
  readonly to: number;
  readonly known: number;
  readonly open: number;
}

/** Fewest publications for which a share is given: of fewer, one publication more would change it by more than five points. */
export const enoughForShare = 20;

/** Years for which a share can be given, oldest first. */
export const yearsWithShare = (years: readonly YearOfAccess[]): readonly YearOfAccess[] =>
  years.filter(({ known }) => known >= enoughForShare);

/** Open access in the latest year with enough publications; where no year has enough, in all years together. */
export function latestShare(years: readonly YearOfAccess[]): OpenShare | undefined {
  const latest = yearsWithShare(years).at(-1);
  if (latest) return { from: latest.year, to: latest.year, known: latest.known, open: latest.open };
  const withKnown = years.filter(({ known }) => known > 0);
  const [first, last] = [withKnown[0], withKnown.at(-1)];
  if (!first || !last) return undefined;
  const sum = (of: 'known' | 'open'): number => withKnown.reduce((total, year) => total + year[of], 0);
  return { from: first.year, to: last.year, known: sum('known'), open: sum('open') };
}

/** A share in per cent, or the number itself where there are few. */
export const shareOrCount = ({ known, open }: OpenShare, format: Formatter): string =>
  known >= enoughForShare ? format.percent(open / known) : format.number(open);

/** Groups of years without a gap between them; a line of the chart joins only such years. */
export function unbroken<Of extends { readonly year: number }>(years: readonly Of[]): readonly (readonly Of[])[] {
  const runs: Of[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === year.year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs;
}
