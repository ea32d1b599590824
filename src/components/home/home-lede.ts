import type { HomePage } from '../../domain/pages/page-data.ts';
import type { Translator } from '../../i18n/translate.ts';

/** One or two sentences with the numbers of publications, units and summaries; those that are zero are omitted. */
export function homeLede({ total, unitCount, plainCount }: HomePage, t: Translator): string {
  if (total === 0) return t('list.none');
  const publications = t('count.publications', { count: total });
  const lede =
    unitCount === 0
      ? t('home.ledeAlone', { publications })
      : t('home.lede', { publications, units: t('count.units', { count: unitCount }) });
  return plainCount === 0 ? lede : `${lede} ${t('home.explained', { count: plainCount })}`;
}
