import { licenseName } from '../../src/domain/publication/license.ts';
import type { Publication } from '../../src/domain/publication/publication.ts';
import { richTextToPlain } from '../../src/domain/text/rich-text.ts';

/** What readers see of a record, field by field. */
export function* shownTexts(record: Publication): Generator<[string, string]> {
  const stripped = (html: string) =>
    html
      .replace(/<math[\s\S]*?<\/math>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  yield ['title', richTextToPlain(record.title)];
  for (const { name } of record.contributions) yield ['author', name.printed];
  for (const { native = {} } of record.contributions)
    for (const name of Object.values(native)) yield ['native name', name];
  for (const role of record.contributions.flatMap(({ roles }) => roles)) yield ['role', role.split('-', 2).join(' ')];
  for (const { name } of record.affiliations) yield ['affiliation', name];
  for (const field of ['volume', 'issue', 'articleNumber', 'publisher', 'copyright', 'container', 'isbn'] as const)
    if (record[field]) yield [field, record[field]];
  if (record.license) yield ['license', licenseName(record.license) ?? record.license];
  if (record.pages) yield ['pages', record.pages.first];
  for (const keyword of record.keywords) yield ['keyword', keyword];
  for (const { id } of record.trials) yield ['trial', id];
  for (const { funder, award } of record.funding) {
    yield ['funder', funder];
    if (award) yield ['award', award];
  }
  for (const { reason } of record.notices) if (reason) yield ['reason', reason];
  for (const text of record.highlights) yield ['highlight', richTextToPlain(text)];
  for (const field of ['caption', 'credit'] as const) {
    const { [record.lang]: own, und = own } = record.image?.[field] ?? {};
    if (und) yield [field, und];
  }
  for (const text of Object.entries(record.summary ?? {}).flatMap(([language, html]) =>
    ['en', 'und'].includes(language) ? [html] : [],
  ))
    yield ['summary', stripped(text)];
  for (const abstract of record.abstracts) {
    for (const { label, html } of abstract.sections) {
      if (label) yield ['abstract', label];
      for (const part of html.split(/<\/(?:p|li)>/)) if (!part.includes('<math')) yield ['abstract', stripped(part)];
    }
  }
  for (const title of Object.values(record.titles)) yield ['translated title', richTextToPlain(title)];
  for (const { heading, html } of record.sections) {
    yield ['heading', heading];
    for (const part of html.split(/<\/(?:p|li|td|th)>/))
      if (!/<math|<sup/.test(part)) yield ['section', stripped(part)];
  }
}

/** What a record links to, and what it describes for those who cannot see it. */
export function* linked(record: Publication, records: readonly Publication[]): Generator<[string, string]> {
  for (const field of ['doi', 'pmid', 'pmcid', 'arxiv', 'handle', 'url'] as const)
    if (record[field]) yield [field, record[field]];
  for (const { rel, url, file } of record.links)
    yield [`link ${rel}`, file === undefined ? url : new URL(url).pathname];
  for (const { orcid } of record.contributions) if (orcid) yield ['orcid', orcid];
  for (const { ror } of record.affiliations) if (ror) yield ['ror', ror];
  for (const { url } of record.trials) yield ['trial', url];
  for (const { doi, url } of record.notices) if (doi ?? url) yield ['notice', (doi ?? url)!];
  for (const id of record.mesh) yield ['mesh', id];
  if (record.image) yield ['alt', record.image.alt['und'] ?? Object.values(record.image.alt)[0] ?? ''];
  for (const version of [record.versions.preprint, record.versions.published, record.preferred]) {
    const here = records.find(({ slug, doi }) => slug === version || doi === version);
    if (version) yield ['version', here ? `/publications/${here.slug}/` : version];
  }
}
