import { escapeHtml } from '../../domain/text/rich-text.ts';
import { runAttributes, runIn } from '../page/run.ts';
import type { View } from '../page/view.ts';

/**
 * Links to the citation files of all publications, as HTML: “BibTeX, RIS or NBIB”. Where they are divided, each leads to the
 * list of the parts.
 */
export function recordFiles(
  { site, urls, locale, format, bulk }: View & Pick<App.Locals, 'bulk'>,
  ids?: readonly string[],
): string {
  const divided = bulk !== undefined && bulk.parts.length > 0;
  const links = site.formats
    .filter(({ id }) => ids === undefined || ids.includes(id))
    .map(({ label, extension }) => {
      const href = divided ? `${urls.index('publications', locale)}#bulk` : urls.bulk('/publications/', extension);
      return `<a href="${escapeHtml(href)}"${runAttributes(runIn('en', locale))}${divided ? '' : ' download'}>${label}</a>`;
    });
  return format.either(links);
}
