import { doiUrl } from '../../domain/identifiers/doi.ts';
import { pmcUrl, pubmedUrl } from '../../domain/identifiers/pubmed.ts';
import type { LinkRelation, Publication } from '../../domain/publication/publication.ts';
import { escapeHtml } from '../../domain/text/rich-text.ts';
import type { Translator } from '../../i18n/translate.ts';
import { runAttributes, runOf } from '../page/run.ts';

export interface ExternalLink {
  readonly label: string;
  readonly url: string;
  /** Language of a label from the record; absent for a label of the interface. */
  readonly lang?: string;
}

/** A label in another language has its own element, so that the arrow after it keeps the direction of the page. */
export function externalLinkHtml({ label, url, lang }: ExternalLink, locale: string): string {
  const run = lang === undefined ? '' : runAttributes(runOf(label, lang, locale));
  const text = run === '' ? escapeHtml(label) : `<bdi${run}>${escapeHtml(label)}</bdi>`;
  return `<a class="ext" href="${escapeHtml(url)}">${text}</a>`;
}

/** Links to the publication: those of the record, and those from identifiers for which the record has no link. */
export function readingLinks(publication: Publication, t: Translator): readonly ExternalLink[] {
  const { doi, pmid, pmcid, url } = publication;
  const written = linksOf(publication, ['publisher', 'pdf', 'fulltext', 'pubmed'], t);
  const has = (rel: LinkRelation): boolean => publication.links.some((link) => link.rel === rel);
  const page = doi === undefined ? url : doiUrl(doi);
  const publisher = has('publisher') || page === undefined ? [] : [{ label: t('link.publisher'), url: page }];
  const pubmed = has('pubmed') || pmid === undefined ? [] : [{ label: t('link.pubmed'), url: pubmedUrl(pmid) }];
  const fulltext = has('fulltext') || pmcid === undefined ? [] : [{ label: t('link.fulltext'), url: pmcUrl(pmcid) }];
  return [...publisher, ...written, ...fulltext, ...pubmed];
}

/** Links to materials of the publication: data, code, slides and others. */
export const materialLinks = (publication: Publication, t: Translator): readonly ExternalLink[] =>
  linksOf(publication, ['preprint', 'data', 'code', 'supplement', 'slides', 'video', 'press', 'peer-review'], t);

function linksOf(
  { links, lang }: Publication,
  relations: readonly LinkRelation[],
  t: Translator,
): readonly ExternalLink[] {
  return relations.flatMap((rel) =>
    links
      .filter((link) => link.rel === rel)
      .map(({ label, url }) => (label === undefined ? { label: t(`link.${rel}`), url } : { label, url, lang })),
  );
}
