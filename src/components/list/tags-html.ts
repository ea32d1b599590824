import type { Entry } from '../../domain/publication/entry.ts';
import type { Translator } from '../../i18n/translate.ts';

/** Tags for status, preprint and open access; they have words, so that colour is not the only sign. */
export function tagsHtml(
  { type, status, openAccess }: Pick<Entry, 'type' | 'status' | 'openAccess'>,
  t: Translator,
): string {
  const tags: string[] = [];
  if (status === 'retracted' || status === 'withdrawn')
    tags.push(`<span class="tag tag--stop">${t(`tag.${status}`)}</span>`);
  if (status === 'concern') tags.push(`<span class="tag tag--pre">${t('tag.concern')}</span>`);
  if (status === 'corrected') tags.push(`<span class="tag">${t('tag.corrected')}</span>`);
  if (type === 'preprint') tags.push(`<span class="tag tag--pre">${t('tag.preprint')}</span>`);
  if (openAccess !== undefined && openAccess !== 'closed')
    tags.push(`<span class="tag tag--oa">${t('tag.openAccess')}</span>`);
  return tags.join(' ');
}
