import type { Statistics } from '../../domain/pages/statistics.ts';
import { publicationTypes, type PublicationType } from '../../domain/publication/publication-type.ts';

/** A series of the stacked bars. */
export interface Series {
  readonly type: PublicationType | 'other';
  readonly color: 'd1' | 'd2' | 'd3' | 'd4';
  /** Year → publications. */
  readonly counts: ReadonlyMap<number, number>;
}

const colors = ['d1', 'd2', 'd3', 'd4'] as const;

/** The four most frequent types, or the three most frequent and a series for all others. */
export function toSeries(byYear: Statistics['byYear']): readonly Series[] {
  const total = (type: PublicationType): number => byYear.reduce((sum, { byType }) => sum + (byType[type] ?? 0), 0);
  const types = publicationTypes
    .map((type) => ({ type, count: total(type) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ type }) => type);
  const shown = types.length > colors.length ? types.slice(0, colors.length - 1) : types;
  const rest = types.slice(shown.length);
  const countOf = (own: readonly PublicationType[]) =>
    new Map(byYear.map(({ year, byType }) => [year, own.reduce((sum, type) => sum + (byType[type] ?? 0), 0)]));
  const series = shown.map((type): Omit<Series, 'color'> => ({ type, counts: countOf([type]) }));
  if (rest.length > 0) series.push({ type: 'other', counts: countOf(rest) });
  return series.map((own, index) => ({ ...own, color: colors[index] ?? 'd4' }));
}
