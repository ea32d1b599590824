import type { YearCount } from '../../domain/pages/statistics.ts';
import type { Formatter } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';

/** More years than these are not named. */
const namedYears = 3;

/** The heading of the chart of all years: what it shows about its highest bars, in a sentence that holds where several are as high. */
export function peakCaption(years: readonly YearCount[], t: Translator, format: Formatter): string {
  const most = Math.max(...years.map(({ count }) => count));
  const peaks = years.filter(({ count }) => count === most).map(({ year }) => year);
  const publications = t('count.publications', { count: most });
  if (peaks.length > namedYears) return t('statistics.output.caption.level', { publications });
  const year = format.all(peaks.map((each) => format.year(each)));
  if (peaks.length > 1) return t('statistics.output.caption.each', { publications, years: year });
  const isLast = peaks[0] === years.at(-1)?.year;
  return t(isLast ? 'statistics.output.caption.now' : 'statistics.output.caption', { publications, year });
}
