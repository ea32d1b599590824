import type { HomePage } from '../../domain/pages/page-data.ts';
import type { Translator } from '../../i18n/translate.ts';

/**
 * One or two sentences with the numbers of publications, units and summaries; those that are zero are omitted. Units are named
 * only where all publications come from them.
 */
export function homeLede(page: HomePage, t: Translator): string {
  const { total, unitCount, allFromUnits } = page;
  if (total === 0) return t('list.none');
  const publications = t('count.publications', { count: total });
  const lede =
    unitCount > 0 && allFromUnits
      ? t('home.lede', { publications, units: t('count.units', { count: unitCount }) })
      : t('home.ledeAlone', { publications });
  return [lede, ...explained(page, t)].join(' ');
}

function explained({ total, plainCount }: HomePage, t: Translator): readonly string[] {
  if (plainCount === 0) return [];
  return [t(plainCount === total ? 'home.allExplained' : 'home.explained', { count: plainCount })];
}
