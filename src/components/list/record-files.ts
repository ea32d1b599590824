import { escapeHtml } from '../../domain/text/rich-text.ts';
import { runAttributes, runIn } from '../page/run.ts';
import type { View } from '../page/view.ts';

/** Links to the citation files of all publications, as HTML: “BibTeX, RIS or NBIB”. */
export function recordFiles({ site, urls, locale, format }: View, ids?: readonly string[]): string {
  const links = site.formats
    .filter(({ id }) => ids === undefined || ids.includes(id))
    .map(({ label, extension }) => {
      const href = escapeHtml(urls.bulk('/publications/', extension));
      return `<a href="${href}"${runAttributes(runIn('en', locale))} download>${label}</a>`;
    });
  return format.either(links);
}
