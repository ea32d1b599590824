import { doiUrl } from '../../domain/identifiers/doi.ts';
import type { Site } from '../../domain/institute/site.ts';
import { leavesSite, type TextLink } from '../../domain/pages/text-link.ts';
import type { StoredSource } from '../../store/source-rows.ts';

/** A link of a content file to another site. */
export interface OutsideLink extends Pick<TextLink, 'line' | 'column' | 'field'> {
  readonly file: string;
  readonly url: string;
}

/** Links of the content to other sites: in texts, and in fields. `recordOf`: the record of a file, as JSON. */
export function* findOutsideLinks(
  sources: Iterable<Pick<StoredSource, 'path' | 'links' | 'hasRecord'>>,
  recordOf: (path: string) => string,
): Generator<OutsideLink> {
  for (const { path, links, hasRecord } of sources) {
    for (const { to, written: _, fragment: _f, ...place } of links.filter(leavesSite))
      if (place.field === undefined || !place.field.startsWith('links[')) yield { file: path, url: to, ...place };
    if (!hasRecord) continue;
    const record = JSON.parse(recordOf(path)) as LinkingRecord;
    if (record.doi !== undefined) yield { file: path, url: doiUrl(record.doi), field: 'doi' };
    if (record.url !== undefined) yield { file: path, url: record.url, field: 'url' };
    for (const field of ['links', 'notices'] as const)
      for (const [index, { url, file }] of (record[field] ?? []).entries())
        if (url !== undefined && file === undefined) yield { file: path, url, field: `${field}[${index + 1}].url` };
  }
}

/** Links of site.yaml to other sites: to accounts, and to where errors are reported. */
export function* findSettingLinks(site: Pick<Site, 'social' | 'corrections'> | undefined): Generator<OutsideLink> {
  for (const [index, { url }] of (site?.social ?? []).entries())
    yield { file: 'site.yaml', url, field: `social[${index + 1}].url` };
  const { corrections = '' } = site ?? {};
  if (/^https?:/.test(corrections))
    yield { file: 'site.yaml', url: corrections.replace(/\{\w+\}/g, ''), field: 'corrections' };
}

/** Fields of records that hold addresses of other sites. */
interface LinkingRecord {
  readonly doi?: string;
  readonly url?: string;
  readonly links?: readonly { readonly url?: string; readonly file?: string }[];
  readonly notices?: readonly { readonly url?: string; readonly file?: string }[];
}
