import { bulkAddress, type SiteFileOf } from '../domain/pages/site-file.ts';
import { requireFormat } from '../formats/written-formats.ts';
import type { Urls } from '../urls.ts';

/**
 * The file at the address of citations that are divided. It lists the addresses of the parts in a form that programs for this kind
 * of file ignore or reject: JSON, a table, or comments. BibTeX treats all text outside of entries as a comment, and the
 * line-based formats have no line that begins with a per cent sign.
 */
export function writeCitationParts({ format: id, count, parts }: SiteFileOf<'citation-parts'>, urls: Urls): string {
  const { file, write } = requireFormat(id);
  const rows = parts.map((part) => ({
    url: urls.absolute(urls.file(encodeURI(bulkAddress(part.address, file.extension)))),
    publications: part.count,
  }));
  if (file.mediaType.endsWith('json')) return `${JSON.stringify({ publications: count, parts: rows }, undefined, 2)}\n`;
  if (file.mediaType === 'text/csv')
    return ['url,publications', ...rows.map(({ url, publications }) => `${url},${publications}`), ''].join('\r\n');
  const lines = [
    `These ${count} publications are too many for one file. They are in ${rows.length} ${rows.length === 1 ? 'file' : 'files'}:`,
    ...rows.map(({ url, publications }) => `${url} (${publications})`),
  ];
  const { before, after } = write.frame();
  if (file.mediaType.endsWith('xml'))
    return `${before}<!-- ${lines.join('\n').replaceAll('--', '%2D%2D')} -->\n${after}`;
  return lines.map((line) => `% ${line}\n`).join('');
}
