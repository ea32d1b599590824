import type { Entry } from '../../domain/publication/entry.ts';
import type { Translator } from '../../i18n/translate.ts';

/** Which publications come first among those to begin with, of what there is among them; undefined if they were only chosen by hand. */
export function startRule(
  entries: readonly Pick<Entry, 'type' | 'summary' | 'keyMessages'>[],
  t: Translator,
): string | undefined {
  const hasReview = entries.some(({ type }) => type === 'review');
  const hasPlain = entries.some(({ summary, keyMessages }) => summary !== undefined || keyMessages !== undefined);
  if (hasReview) return t(hasPlain ? 'list.start.rule' : 'list.start.reviews');
  return hasPlain ? t('list.start.plain') : undefined;
}
